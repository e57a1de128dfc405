/** Saved web pages: the article by Readability, the metadata from JSON-LD, OpenGraph and the head. */
import { Readability } from "@mozilla/readability";
import { type DocumentMetadata, firstGiven } from "./document.ts";
import { parsePage, resolveEntities, textOf } from "./dom-text.ts";
import { findArticle } from "./json-ld.ts";
import { readPrintedDate } from "./printed-date.ts";

/** What is taken of a page: the article as a reader view shows it, or all its text. */
export type Extent = "article" | "whole";

/** An article shorter than this share of the page's text is distrusted, and all text is taken. */
const LEAST_SHARE = 0.1;

/**
 * Reads a page. Nothing in it is run or fetched.
 *
 * @param address where it was fetched from, to resolve relative addresses
 */
export function readHtml(
  html: string,
  extent: Extent,
  address?: string,
): { readonly text: string; readonly metadata: DocumentMetadata } {
  const page = parsePage(html);
  const metadata = readMetadata(page, address);
  const all = textOf(page.body);
  const article = extent === "article" ? articleText(html) : "";
  return { text: article.length < LEAST_SHARE * all.length ? all : article, metadata };
}

/** The article's text, with its headline where the page shows one. */
function articleText(html: string): string {
  // Readability takes the page apart, so it is given its own.
  const page = parsePage(html);
  const headings = [...page.querySelectorAll("h1")].map((heading) => textOf(heading));
  const article = new Readability(page).parse();
  const text = textOf(parsePage(article?.content ?? "").body);
  const [headline] = headings.filter((each) => each !== "");
  return text === "" || headline === undefined || text.startsWith(headline)
    ? text
    : `${headline}\n\n${text}`;
}

function readMetadata(page: Document, address: string | undefined): DocumentMetadata {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const article = findArticle(scripts.map((script) => script.textContent ?? ""));
  const meta = (name: string): string | undefined => {
    const tags = `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`;
    return page.querySelector(tags)?.getAttribute("content") ?? undefined;
  };
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const addresses = [canonical, meta("og:url"), article?.url, article?.mainEntityOfPage, address];
  return {
    title: tidy(article?.headline, meta("og:title"), page.querySelector("title")?.textContent),
    publisher: tidy(article?.publisher, meta("og:site_name")),
    author: tidy(article?.author?.join(", "), meta("author"), notAddress(meta("article:author"))),
    published: [
      article?.datePublished,
      meta("article:published_time"),
      meta("datePublished"),
      meta("date"),
      page.querySelector("time[datetime]")?.getAttribute("datetime"),
    ]
      .map(readPrintedDate)
      .find((date) => date !== undefined),
    language: [page.documentElement.getAttribute("lang"), article?.inLanguage, meta("og:locale")]
      .map(readLanguage)
      .find((language) => language !== undefined),
    url: addresses.map((each) => resolve(each, address)).find((each) => each !== undefined),
    isArticle: article !== undefined || meta("og:type") === "article",
  };
}

function tidy(...values: readonly (string | null | undefined)[]): string | undefined {
  const given = firstGiven(...values);
  return given === undefined ? undefined : resolveEntities(given);
}

/** OpenGraph's author may be the address of a profile. */
function notAddress(value: string | undefined): string | undefined {
  return value?.includes("://") ? undefined : value;
}

/** `en_GB`, as OpenGraph has it, is the tag `en-GB`. */
function readLanguage(value: string | null | undefined): string | undefined {
  const tag = value?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

/** An absolute http or https address, without a fragment. */
function resolve(value: string | null | undefined, base: string | undefined): string | undefined {
  if (value === null || value === undefined || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  url.hash = "";
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}
