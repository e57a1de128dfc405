/** Pages of a site to PDFs: the site is served to the browser out of memory, and nothing else is. */
import type { Day } from "../content/dates.ts";
import type { OutputPath } from "../render/links.ts";
import { type DevTools, type Parameters, startBrowser } from "./devtools.ts";
import { withSameBytes } from "./same-bytes.ts";

/** Sizes of paper, in inches. */
const PAPERS = {
  a4: { paperWidth: 210 / 25.4, paperHeight: 297 / 25.4 },
  letter: { paperWidth: 8.5, paperHeight: 11 },
} as const;

/** A size of paper. */
export type Paper = keyof typeof PAPERS;

/** The sizes of paper. */
export const PAPER_NAMES = Object.keys(PAPERS) as readonly Paper[];

/** A site to print from. */
export interface PrintedSite {
  /** Its public address; empty where it states none. */
  readonly address: string;
  /** A file of it, or `null`. */
  readonly read: (path: OutputPath) => Uint8Array | string | null;
  /** The day that the PDFs bear as theirs. */
  readonly day: Day;
  readonly paper: Paper;
}

/** A page to print. */
export interface PageToPrint {
  readonly path: OutputPath;
  /** A style sheet for this page alone: its running head. */
  readonly style: string;
}

/** Stands in for the address of a site that states none. RFC 2606 keeps the name from ever existing. */
const NOWHERE = "https://sheet.invalid/";

/**
 * Prints pages one after the other.
 * @param done is given each PDF: tagged, with an outline, its title and its language.
 * @throws BrowserFailure if the browser does not start or stops.
 */
export async function printPages(
  program: string,
  site: PrintedSite,
  pages: readonly PageToPrint[],
  done: (page: PageToPrint, pdf: Uint8Array) => void,
): Promise<void> {
  const tools = await startBrowser(program);
  try {
    for (const page of pages) {
      const tab = await openTab(tools);
      done(page, await printPage(tools, tab.session, site, page));
      await tools.call("Target.disposeBrowserContext", { browserContextId: tab.context });
    }
  } finally {
    await tools.close();
  }
}

/** A tab that knows nothing of any other, so that a page's PDF does not depend on those before it. */
async function openTab(tools: DevTools): Promise<{ session: string; context: string }> {
  const { browserContextId } = await tools.call("Target.createBrowserContext");
  const { targetId } = await tools.call("Target.createTarget", {
    url: "about:blank",
    browserContextId,
  });
  const { sessionId } = await tools.call("Target.attachToTarget", { targetId, flatten: true });
  return { session: String(sessionId), context: String(browserContextId) };
}

function baseOf(address: string): string {
  if (address === "") return NOWHERE;
  return address.endsWith("/") ? address : `${address}/`;
}

/** Answers each request of the tab with a file of the site; everything else fails at once. */
function serve(tools: DevTools, tab: string, base: string, site: PrintedSite): void {
  const answer = (requestId: unknown, url: string): Promise<Parameters> => {
    const path = url.startsWith(base)
      ? decodeURI(url.slice(base.length).replace(/[?#].*$/, ""))
      : "";
    const file = path === "" ? null : site.read(path);
    if (file === null)
      return tools.call("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }, tab);
    return tools.call(
      "Fetch.fulfillRequest",
      {
        requestId,
        responseCode: 200,
        responseHeaders: [
          { name: "content-type", value: typeOf(path) },
          { name: "content-security-policy", value: "script-src 'none'" },
        ],
        body: Buffer.from(file).toString("base64"),
      },
      tab,
    );
  };
  tools.listen(tab, (method, { requestId, request }) => {
    if (method !== "Fetch.requestPaused") return;
    const url = typeof request === "object" && request && "url" in request ? request.url : "";
    // If the browser is gone, what waits for the page is told.
    answer(requestId, String(url)).catch(() => undefined);
  });
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  woff2: "font/woff2",
};

function typeOf(path: OutputPath): string {
  return TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

async function printPage(
  tools: DevTools,
  tab: string,
  site: PrintedSite,
  { path, style }: PageToPrint,
): Promise<Uint8Array> {
  const base = baseOf(site.address);
  const loaded = new Promise<void>((resolve) => {
    tools.listen(tab, (method) => {
      if (method === "Page.loadEventFired") resolve();
    });
  });
  serve(tools, tab, base, site);
  await tools.call("Page.enable", {}, tab);
  await tools.call("Fetch.enable", { patterns: [{ urlPattern: "*" }] }, tab);
  await tools.call("Page.navigate", { url: base + path }, tab);
  await loaded;
  await tools.call("Emulation.setEmulatedMedia", { media: "print" }, tab);
  const expression = `(${prepare})(${JSON.stringify([base, site.address !== "", style])})`;
  await tools.call("Runtime.evaluate", { expression, awaitPromise: true }, tab);
  const { data } = await tools.call(
    "Page.printToPDF",
    {
      ...PAPERS[site.paper],
      preferCSSPageSize: true,
      printBackground: false,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
    tab,
  );
  return withSameBytes(Buffer.from(String(data), "base64"), site.day);
}

/**
 * Runs in the page, as text: sets its running head, gives links within the site the addresses
 * that readers know, or takes them out where the site has none, and waits for the type.
 */
const prepare = `async ([base, isPublic, style]) => {
  // A style element would be refused: the page's policy allows nothing inline.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const page = location.href.replace(/#.*/, "");
  for (const link of document.querySelectorAll("a[href]")) {
    const inPage = link.href.startsWith(page + "#");
    if (inPage || !link.href.startsWith(base)) continue;
    if (isPublic) link.href = link.href.replace(/(^|\\/)index\\.html(?=$|#)/, "$1");
    else link.removeAttribute("href");
  }
  await document.fonts.ready;
}`;
