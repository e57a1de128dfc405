import { expect, test } from "vitest";
import { contentFile } from "../../bench/corpus/read-content.ts";
import { peerWriter } from "../../bench/peers/peer-files.ts";

const KEEPER = contentFile(
  "actors/keeper.md",
  "---\nname: The keeper\nkind: person\nspeaksFor:\n  - actor: wend\n    as: Keeper\n---\n",
);
const ASK = contentFile(
  "facts/ask.md",
  "---\nkind: demand\nby: keeper\nto: rock\nissue: lamp\ndate: 2005-03\nsays: Light it.\nsource: [log, book]\nquote:\n  text: light it\n  speaker: keeper\n---\nSaid at noon.\n",
);
const REPLY = contentFile(
  "facts/reply.md",
  "---\nkind: answer\nby: rock\nanswers: ask\nanswer: rejected\ndate: ../2005-04-02\nsays: No.\nsource: log\n---\n",
);
const LOG = contentFile(
  "sources/log.md",
  "---\ntitle: Log\npublished: 2005\ntype: report\nurl: https://example.org/\nfingerprint: sp1:x\n---\n",
);

const { peerFile } = peerWriter([KEEPER, ASK, REPLY, LOG]);

test("a peer's fact names the actors for whom it was said, its sources and its day", () => {
  const { kind, id, keys, body } = peerFile(ASK);
  expect({ kind, id, body }).toEqual({ kind: "fact", id: "ask", body: "Said at noon." });
  expect(keys).toMatchObject({
    title: "Light it.",
    factkind: "demand",
    date: "2005-03-01",
    by: "keeper",
    voice: "wend",
    actors: ["keeper", "wend"],
    to: ["rock"],
    issues: ["lamp"],
    sources: ["log", "book"],
    "as-of": ["2005-03-01"],
    certainty: "stated",
    quote: { text: "light it", speaker: "keeper" },
  });
});

test("a peer's answer belongs to the issue of what it answers", () => {
  expect(peerFile(REPLY).keys).toMatchObject({
    issue: "lamp",
    answers: "ask",
    answer: "rejected",
    date: "2005-04-02",
  });
});

test("a peer's source has no key that a generator takes for its own, and no fingerprint", () => {
  const { keys } = peerFile(LOG);
  expect(keys).toEqual({
    title: "Log",
    date: "2005-01-01",
    sourcetype: "report",
    language: "en",
    address: "https://example.org/",
    id: "log",
  });
});
