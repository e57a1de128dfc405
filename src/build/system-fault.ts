/** What the system refuses a build, in words: a full disk is no fault of the program. */

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the disk",
  EDQUOT: "no space is left in the disk quota",
  EACCES: "this is not allowed",
  EPERM: "this is not allowed",
  EROFS: "the disk can only be read",
  EMFILE: "this process has too many files open",
  ENFILE: "the system has too many files open",
  ENOTDIR: "it is no folder, or lies below a file",
  EEXIST: "there is a file of that name",
  EBUSY: "it is in use, or another disk is mounted there",
  EXDEV: "it lies on another disk",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk does not answer as it should",
};

/**
 * Says what the system refused, such as `no space is left on the disk (ENOSPC): /srv/._site.next/index.html`.
 * @returns `null` for an error that is no refusal of the system: a fault of the program.
 */
export function systemFault(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return null;
  const reason = REASONS[String(error.code)];
  if (reason === undefined) return null;
  const path = "path" in error && typeof error.path === "string" ? `: ${error.path}` : "";
  return `${reason} (${String(error.code)})${path}`;
}

/** Whether an error is a system's error of a code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
