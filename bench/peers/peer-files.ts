/**
 * The sheet as one would write it for an ordinary generator: the same Markdown, with front matter
 * whose names no generator has taken, and the lists of actors, issues and sources to which a fact
 * belongs. What Standpoint derives while it builds and the others cannot (who speaks for whom, the
 * issue of an answer) is written out, to their advantage; fingerprints are left out, too.
 */
import { basename, dirname } from "node:path";
import type { ContentFile, KeyValue } from "../corpus/content-file.ts";

/** What kind of page a file makes. */
export type PeerKind = "site" | "page" | "actor" | "issue" | "source" | "fact";

/** A file of the sheet, for a peer. */
export interface PeerFile {
  readonly kind: PeerKind;
  readonly id: string;
  readonly keys: Readonly<Record<string, KeyValue>>;
  readonly body: string;
}

/** Turns a sheet's files into those of a peer. */
export interface PeerWriter {
  /** The file as a peer's author would have written it. */
  peerFile(file: ContentFile): PeerFile;
}

const ROLES = ["party", "backer", "mediator", "other"];

/** Prepares to turn a sheet's files into peers' files: what they say of each other is looked up in all of them. */
export function peerWriter(files: readonly ContentFile[]): PeerWriter {
  const voices = new Map<string, string>();
  const issues = new Map<string, string>();
  for (const { path, keys } of files) {
    const id = basename(path, ".md");
    const spoken = Array.isArray(keys.speaksFor) ? keys.speaksFor[0] : undefined;
    if (path.startsWith("actors/") && typeof spoken === "object")
      voices.set(id, textAt(spoken, "actor"));
    if (path.startsWith("facts/")) issues.set(id, text(keys.issue));
  }

  const fact = (id: string, keys: ContentFile["keys"]): Record<string, KeyValue> => {
    const by = text(keys.by);
    const voice = voices.get(by) ?? by;
    const issue = text(keys.issue) || (issues.get(text(keys.answers)) ?? "");
    const { says, kind, date, to, involves, source, contradicts, quote, ...rest } = keys;
    const given = quote && typeof quote === "object" && !Array.isArray(quote) ? quote : null;
    const { fingerprint: _, issue: __, by: ___, speaker: ____, ...others } = rest;
    return {
      title: text(says),
      factkind: text(kind),
      date: wholeDate(text(date)),
      ...(by === "" ? {} : { by, voice }),
      ...(to === undefined ? {} : { to: list(to) }),
      ...(involves === undefined ? {} : { involves: list(involves) }),
      ...(contradicts === undefined ? {} : { contradicts: list(contradicts) }),
      ...(issue === "" ? {} : { issue, issues: [issue] }),
      actors: [...new Set([by, voice, ...list(involves)])].filter((actor) => actor !== ""),
      sources: list(source),
      "as-of": [wholeDate(text(date))],
      certainty: "stated",
      ...others,
      ...(given ? { quote: given } : {}),
      id,
    };
  };

  return {
    peerFile: ({ path, keys, body }) => {
      const id = basename(path, ".md");
      switch (dirname(path).split("/")[0]) {
        case "facts":
          return { kind: "fact", id, keys: fact(id, keys), body };
        case "actors": {
          // Hugo takes `aliases` for addresses that lead to the page.
          const { name, kind, speaksFor: _, role, order, aliases, ...rest } = keys;
          const rank = ROLES.indexOf(text(role)) * 20_000 + Number(text(order) || 10_000);
          return {
            kind: "actor",
            id,
            keys: {
              title: text(name),
              actorkind: text(kind),
              role: text(role),
              order: rank,
              ...(aliases === undefined ? {} : { othernames: aliases }),
              ...rest,
              id,
            },
            body,
          };
        }
        case "issues":
          return {
            kind: "issue",
            id,
            keys: { ...keys, order: Number(text(keys.order)), id },
            body,
          };
        case "sources": {
          const { fingerprint: _, url, published, type, ...rest } = keys;
          return {
            kind: "source",
            id,
            keys: {
              ...rest,
              date: wholeDate(text(published)),
              sourcetype: text(type),
              language: text(keys.language) || "en",
              ...(url === undefined ? {} : { address: url }),
              id,
            },
            body,
          };
        }
        case "pages":
          return { kind: "page", id, keys: { ...keys, id }, body };
        default:
          return { kind: "site", id, keys, body };
      }
    },
  };
}

/** The first whole date in a written date; of a year or a month the first day. */
function wholeDate(written: string): string {
  const [, year = "2000", month = "01", day = "01"] =
    /(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(written) ?? [];
  return `${year}-${month}-${day}`;
}

function text(value: KeyValue | undefined): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  return Array.isArray(value) && typeof value[0] === "string" ? value[0] : "";
}

function textAt(value: string | Readonly<Record<string, string>>, key: string): string {
  return typeof value === "string" ? value : (value[key] ?? "");
}

function list(value: KeyValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [text(value)];
  return value.filter((item) => typeof item === "string");
}
