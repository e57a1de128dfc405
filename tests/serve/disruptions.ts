/** What happens to a sheet's files beside the edits of `tests/build/sheet-edits.ts`: mistakes, and files that go and come. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../support/site-files.ts";

/** One of them: which, and of which file. */
export interface Disruption {
  readonly kind: DisruptionKind;
  readonly pick: number;
}

/** The kinds. */
export type DisruptionKind = keyof typeof DISRUPTIONS;

const anyFile = (content: string, pick: number, folder = ""): string => {
  const files = filesIn(content).filter((path) => path.startsWith(folder) && path.endsWith(".md"));
  return join(content, files[pick % Math.max(1, files.length)] ?? "site.md");
};

const changed =
  (folder: string, from: RegExp, to: string) =>
  (content: string, pick: number): void => {
    const file = anyFile(content, pick, folder);
    if (existsSync(file))
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(from, () => to),
      );
  };

const placed =
  (path: string, text: string | Uint8Array) =>
  (content: string): void => {
    const file = join(content, path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  };

const DISRUPTIONS = {
  breakYaml: changed("", /^---\n/, "---\nsays: [never closed\n"),
  breakKey: changed("", /^---\n/, "---\nno-such-key: 1\n"),
  strangeActor: changed("facts/", /^by: .*$/m, "by: nobody-known"),
  strangeIssue: changed("facts/", /^issue: .*$/m, "issue: nothing-known"),
  strangeSource: changed("facts/", /^source: .*$/m, "source: [nothing-known]"),
  answersNothing: changed("facts/", /^answers: .*$/m, "answers: nothing-known"),
  circle: changed("facts/", /^---\n/, "---\nafter: [lamp-went-out]\n"),
  speaks: changed("actors/", /^---\n/, "---\nspeaksFor:\n  - actor: lower-wend\n    as: keeper\n"),
  members: changed("actors/", /^---\n/, "---\nmembers: [lower-wend, upper-wend]\n"),
  spoilQuote: changed("facts/", /^( {2}text: ['"]?\S+) /m, "  text: Nobody said "),
  spoilFingerprint: changed("sources/", /^fingerprint: (?:\S{20})/m, "fingerprint: sp"),
  loseFingerprint: changed("sources/", /^fingerprint: .*\n/m, ""),
  otherLanguage: changed("sources/", /^language: .*$/m, "language: fr"),
  allow: changed(
    "facts/",
    /^---\n/,
    "---\nallow:\n  - code: quote-not-checked\n    reason: Known.\n",
  ),
  image: changed("", /$/, "\n\n![](images/lamp.png)\n"),
  contradict: (content: string, pick: number) => {
    const position = (path: string): string | null => {
      const text = path.startsWith("facts/") ? readFileSync(join(content, path), "utf8") : "";
      return /^kind: position$/m.test(text) ? text : null;
    };
    const paths = filesIn(content).filter(
      (path) => path.endsWith(".md") && position(path) !== null,
    );
    const [path = "", other = ""] = [paths[pick % paths.length], paths[(pick + 1) % paths.length]];
    const [from, to] = [position(path), position(other)];
    if (from === null || to === null) return;
    const stance = /^stance: supports$/m.test(from) ? "opposes" : "supports";
    const copied = ["by", "issue", "date"].reduce((text, key) => {
      const line = new RegExp(`^${key}: .*$`, "m");
      return text.replace(line, (own) => line.exec(from)?.[0] ?? own);
    }, to);
    const alone = copied.replace(/^(?:replaces|after): .*\n/gm, "");
    writeFileSync(join(content, other), alone.replace(/^stance: .*$/m, `stance: ${stance}`));
  },
  deleteAny: (content: string, pick: number) => rmSync(anyFile(content, pick), { force: true }),
  renameActor: (content: string, pick: number) => {
    const file = anyFile(content, pick, "actors/");
    renameSync(file, file.replace(/\.md$/, "-of-old.md"));
  },
  renameSource: (content: string, pick: number) => {
    const file = anyFile(content, pick, "sources/");
    renameSync(file, file.replace(/\.md$/, "-of-old.md"));
  },
  moveFact: (content: string, pick: number) => {
    const file = anyFile(content, pick, "facts/");
    const folder = join(content, "facts/elsewhere");
    mkdirSync(folder, { recursive: true });
    renameSync(file, join(folder, file.slice(file.lastIndexOf("/") + 1)));
  },
  collide: (content: string, pick: number) => {
    const file = anyFile(content, pick, "facts/");
    const text = readFileSync(file, "utf8");
    placed(`facts/again/${file.slice(file.lastIndexOf("/") + 1)}`, text)(content);
  },
  hidden: placed("facts/.x.md.swp", "x"),
  noMarkdown: placed("facts/notes.txt", "x"),
  misplaced: placed("fact/x.md", "---\nkind: claim\n---\n"),
  badName: placed("facts/Ünfit.md", "---\nkind: claim\n---\n"),
  noText: placed("facts/bytes.md", Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff])),
  noImage: placed("images/lamp.png", "no image"),
  tidy: (content: string) => {
    for (const path of filesIn(content))
      if (/swp$|notes\.txt$|^fact\/|Ünfit|bytes\.md|lamp\.png/.test(path))
        rmSync(join(content, path));
  },
} satisfies Record<string, (content: string, pick: number) => void>;

/** All of them. */
export const DISRUPTION_KINDS: readonly DisruptionKind[] = keysOf(DISRUPTIONS);

/** Does it to a content folder; the sheet may have errors afterwards. */
export function disrupt(contentFolder: string, { kind, pick }: Disruption): void {
  DISRUPTIONS[kind](contentFolder, pick);
}

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  const names: Name[] = [];
  for (const name in table) names.push(name);
  return names;
}
