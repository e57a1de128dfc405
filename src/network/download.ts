/** Gets a document from the network, with limits, and says in an editor's words why it cannot be had. */

/** What was got. */
export interface Download {
  readonly bytes: Uint8Array;
  /** Where it was found in the end, after redirections. */
  readonly address: string;
  /** As the server stated it, or empty. */
  readonly contentType: string;
}

/** How a download is asked for, and how much is put up with. */
export interface DownloadLimits {
  /** What the caller can read, as HTTP's Accept. */
  readonly accept: string;
  /** Who asks, and what for. */
  readonly userAgent: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Thrown when a document cannot be had; the message says why. */
export class DownloadError extends Error {
  constructor(
    /** `nothing-there`: the server answered, and has no such document. */
    readonly reason: "nothing-there" | "unreachable" | "too-long",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Downloads a document.
 * @throws DownloadError when it cannot be had within the limits
 */
export async function download(address: string, limits: DownloadLimits): Promise<Download> {
  try {
    const response = await fetch(address, {
      headers: { accept: limits.accept, "user-agent": limits.userAgent },
      signal: AbortSignal.timeout(limits.seconds * 1000),
    });
    if (!response.ok) throw answerFailure(address, response.status);
    return {
      bytes: await bodyOf(response, limits.megabytes),
      address: response.url || address,
      contentType: response.headers.get("content-type") ?? "",
    };
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const reason = reachFailure(failureCode(error), limits.seconds);
    throw new DownloadError("unreachable", `${address} cannot be had: ${reason}`, { cause: error });
  }
}

async function bodyOf(response: Response, megabytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > megabytes * 1_000_000)
      throw new DownloadError("too-long", `${response.url} is larger than ${megabytes} MB`);
  }
  return Buffer.concat(chunks);
}

function answerFailure(address: string, status: number): DownloadError {
  if (status === 404 || status === 410) {
    const message = `${address} cannot be had: there is nothing at this address (${status})`;
    return new DownloadError("nothing-there", message);
  }
  const refused = [401, 402, 403, 407, 429, 451].includes(status);
  const what = refused ? "its server refuses to give it" : "its server failed";
  return new DownloadError("unreachable", `${address} cannot be had: ${what} (${status})`);
}

function reachFailure(code: string, seconds: number): string {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "no such host is known, or there is no network";
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "ENETDOWN":
      return "there is no network";
    case "ECONNREFUSED":
      return "nothing answers there";
    case "TimeoutError":
    case "UND_ERR_CONNECT_TIMEOUT":
      return `no answer came within ${seconds} seconds`;
    case "ECONNRESET":
    case "UND_ERR_SOCKET":
      return "the connection broke off";
    default:
      return /CERT|SELF_SIGNED|SSL|TLS/.test(code)
        ? `its certificate is not trusted (${code})`
        : code;
  }
}

/** The code of a failure, or of its cause; else its name or message. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error.cause instanceof Error) return failureCode(error.cause);
  return error.name === "Error" || error.name === "TypeError" ? error.message : error.name;
}
