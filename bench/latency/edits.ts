/** The edits whose way to the page is timed. */
import { basename } from "node:path";
import type { ContentFile } from "../corpus/content-file.ts";
import { shows } from "../equivalence/expectations.ts";
import type { Answer } from "./client.ts";

/** The kinds of edit, in the order in which they are made. */
export const EDIT_KINDS = ["body", "says", "name", "new", "deleted", "broken", "mended"] as const;

/** A kind of edit. */
export type EditKind = (typeof EDIT_KINDS)[number];

/** A page to look at and what must be seen there. */
export interface Look {
  readonly what: string;
  readonly page: string;
  readonly isSeen: (answer: Answer) => boolean;
}

/** What happens to which file, and where that must be seen. */
export interface Edit {
  readonly kind: EditKind;
  readonly file: ContentFile;
  readonly change:
    | { readonly how: "write"; readonly file: ContentFile }
    | { readonly how: "break" }
    | { readonly how: "delete" };
  readonly looks: readonly Look[];
}

/** No reader of YAML takes this. */
export const BROKEN_TEXT = "---\nsays: [never closed\nby: {\n---\n";

/** The files that are edited. */
export interface Subjects {
  /** A position, whose words its author's page shows. */
  readonly fact: ContentFile;
  /** Its author. */
  readonly actor: ContentFile;
}

/** Chooses an island's newest position on an issue, which stands on its actor's page. @throws Error when there is none */
export function subjectsOf(files: readonly ContentFile[]): Subjects {
  const actors = new Map(
    files
      .filter(({ path, keys }) => path.startsWith("actors/") && keys.speaksFor === undefined)
      .map((file) => [basename(file.path, ".md"), file]),
  );
  const positions = files
    .filter(({ path, keys }) => path.startsWith("facts/") && keys.kind === "position")
    .sort((a, b) => (String(a.keys.date) < String(b.keys.date) ? 1 : -1));
  for (const fact of positions) {
    const actor = actors.get(String(fact.keys.by));
    if (actor) return { fact, actor };
  }
  throw new Error("The sheet has no position to edit");
}

/** The edits of one round; each leaves what the next expects, and the last but for words all as it was. */
export function roundOfEdits({ fact, actor }: Subjects, round: number): readonly Edit[] {
  const mark = (kind: EditKind): string => `bench ${kind} ${round}`;
  const factPage = `/facts/${basename(fact.path, ".md")}/`;
  const actorPage = `/actors/${basename(actor.path, ".md")}/`;
  const seen =
    (words: string) =>
    ({ status, body }: Answer): boolean =>
      status === 200 && shows(body, words);
  const on = (what: string, page: string, words: string): Look => ({
    what,
    page,
    isSeen: seen(words),
  });
  const fresh: ContentFile = {
    path: fact.path.replace(/[^/]*\.md$/, `bench-${round}.md`),
    keys: { ...withoutLinks(fact.keys), says: `The harbour is full, ${mark("new")}.` },
    body: fact.body,
  };
  const freshPage = `/facts/bench-${round}/`;
  const withBody = (words: string): ContentFile => ({ ...fact, body: `${fact.body}\n\n${words}.` });
  const says = `The lamp is lit, ${mark("says")}.`;
  const name = `Island of ${mark("name")}`;
  return [
    {
      kind: "body",
      file: fact,
      change: { how: "write", file: withBody(mark("body")) },
      looks: [on("its page", factPage, mark("body"))],
    },
    {
      kind: "says",
      file: fact,
      change: { how: "write", file: { ...fact, keys: { ...fact.keys, says } } },
      looks: [on("its page", factPage, says), on("its actor’s page", actorPage, says)],
    },
    {
      kind: "name",
      file: actor,
      change: { how: "write", file: { ...actor, keys: { ...actor.keys, name } } },
      looks: [on("its page", actorPage, name), on("a fact’s page", factPage, name)],
    },
    {
      kind: "new",
      file: fresh,
      change: { how: "write", file: fresh },
      looks: [on("its page", freshPage, mark("new"))],
    },
    {
      kind: "deleted",
      file: fresh,
      change: { how: "delete" },
      looks: [
        { what: "its page is gone", page: freshPage, isSeen: ({ status }) => status === 404 },
      ],
    },
    { kind: "broken", file: fact, change: { how: "break" }, looks: [] },
    {
      kind: "mended",
      file: fact,
      change: { how: "write", file: withBody(mark("mended")) },
      looks: [on("its page", factPage, mark("mended"))],
    },
  ];
}

/** A copy of a fact replaces and corrects nothing. */
function withoutLinks(keys: ContentFile["keys"]): ContentFile["keys"] {
  const { replaces: _, corrections: __, ...rest } = keys;
  return rest;
}
