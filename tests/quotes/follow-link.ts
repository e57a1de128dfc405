/** Follows a deep link in a browser and tells whether it leads to the words that it is for. */
import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";

/** A page, served on this machine. */
export interface ServedPage {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves one page at every path. */
export async function servePage(html: string): Promise<ServedPage> {
  const server: Server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Where words are looked for on the page: an element and what is written in it. */
export interface Target {
  readonly element: string;
  readonly words: string;
}

/** Run in the page: whether the words of an element are wholly on the screen, after it was scrolled. */
const ARE_IN_VIEW = `({ element, words }) => {
  const fold = (text) => text.replace(/[\\u00ad\\u200b-\\u200f\\u2060]/g, "").replace(/\\s+/g, " ");
  const places = [];
  let text = "";
  const walker = document.createTreeWalker(document.querySelector(element), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at += 1) {
      const folded = fold(node.data[at]);
      if (folded === "" || (folded === " " && text.endsWith(" "))) continue;
      text += folded;
      places.push([node, at]);
    }
  }
  const from = text.indexOf(fold(words));
  if (from < 0) throw new Error("not on the page: " + words);
  const range = document.createRange();
  range.setStart(...places[from]);
  const [node, at] = places[from + fold(words).length - 1];
  range.setEnd(node, at + 1);
  const { top, bottom } = range.getBoundingClientRect();
  return scrollY > 0 && top >= 0 && bottom <= innerHeight;
}`;

/**
 * Opens a page by a link with a text directive and waits until the words are in view.
 * @param directive such as `text=start,end`
 * @param patience how many milliseconds, at most
 */
export async function leadsTo(
  browser: Browser,
  page: ServedPage,
  directive: string,
  { element, words }: Target,
  patience = 5000,
): Promise<boolean> {
  const tab = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  try {
    await tab.goto(`${page.address}#:~:${directive}`);
    const call = `(${ARE_IN_VIEW})(${JSON.stringify({ element, words })})`;
    for (let attempt = 0; attempt * 100 < patience; attempt += 1) {
      const isInView: unknown = await tab.evaluate(call);
      if (isInView === true) return true;
      await tab.waitForTimeout(100);
    }
    return false;
  } finally {
    await tab.close();
  }
}
