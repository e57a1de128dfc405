/** The corrections as an Atom feed (RFC 4287). */
import { createHash } from "node:crypto";
import type { WrittenDate } from "../content/dates.ts";
import type { Correction, Dossier } from "../model/dossier.ts";
import type { AssetFile } from "./assets.ts";
import { PATHS, publicAddress, relativeLinks } from "./links.ts";
import type { Words } from "./locale/words.ts";
import { element, escapeXml, XML_DECLARATION } from "./xml.ts";

/**
 * The feed of corrections and withdrawals, newest first. Its addresses are whole where the site states its own,
 * else relative to the feed. It is as new as the newest correction, or as the sheet if there is none.
 */
export function correctionFeed(dossier: Dossier, { t }: Words): AssetFile {
  const { site, corrections, asOf } = dossier;
  const title = t("site.page-title", { page: t("corrections.title"), site: site.title });
  const newest = corrections.map(({ date }) => instantOf(date)).sort();
  const entries = corrections.map((each) => entryOf(dossier, each, t("corrections.withdrawn")));
  const feed = [
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">\n`,
    element("id", site.url === "" ? urn(site.title, "") : address(site.url, PATHS.corrections)),
    element("title", title),
    element("updated", newest.at(-1) ?? `${asOf}T00:00:00Z`),
    `<author>${element("name", site.title).trim()}</author>\n`,
    `<link rel="self" href="${escapeXml(address(site.url, PATHS.correctionFeed))}"/>\n`,
    `<link rel="alternate" type="text/html" href="${escapeXml(address(site.url, PATHS.corrections))}"/>\n`,
    ...entries,
    "</feed>\n",
  ];
  return { path: PATHS.correctionFeed, bytes: Buffer.from(XML_DECLARATION + feed.join("")) };
}

function entryOf(
  { site }: Dossier,
  { fact, date, note, isWithdrawal, number }: Correction,
  withdrawn: string,
): string {
  const page = address(site.url, PATHS.fact(fact.id));
  // Its place among its fact's corrections stays the same when others follow.
  const mark = isWithdrawal ? "withdrawn" : `correction-${number}`;
  return [
    "<entry>\n",
    element("id", site.url === "" ? urn(site.title, `${fact.id} ${mark}`) : `${page}#${mark}`),
    element("title", isWithdrawal ? `${withdrawn}: ${fact.says}` : fact.says),
    element("updated", instantOf(date)),
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>\n`,
    `<content type="text">${escapeXml(note)}</content>\n`,
    "</entry>\n",
  ].join("");
}

function address(site: string, path: string): string {
  return site === "" ? relativeLinks(PATHS.correctionFeed)(path) : publicAddress(site, path);
}

/** A date as RFC 3339 asks for it: a date that is not exact counts by its last day. */
function instantOf(date: WrittenDate): string {
  if (date.precision !== "time") return `${date.last}T00:00:00Z`;
  return `${date.first}T${date.time}:00${date.offset}`;
}

/** A name for what has no address: the same for the same sheet and entry. */
function urn(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(parts.join("\n")).digest("hex");
  // The form of a UUID whose bits its maker may choose (version 8).
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
