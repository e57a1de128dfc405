/** What the site is told of each quote: whether, in which source and at which address it stands. */

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proveQuotes } from "../../src/build/quote-proofs.ts";
import { checkFolder } from "../../src/check/check.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import { sheetDate } from "../../src/model/known.ts";
import { fingerprintText } from "../../src/quotes/fingerprint.ts";
import { wendWith } from "../support/sheet.ts";

function source(url: string, text: string, language = "en"): string {
  return `---
title: The lamp
published: 2001-03-04
language: ${language}
type: article-newspaper
${url === "" ? "" : `url: ${url}\n`}${text === "" ? "" : `fingerprint: ${fingerprintText(text)}\n`}---
`;
}

/** The fictional sheet with a fact `q`, read and proven. */
function prove(quote: string, sources: string) {
  const fact = `---
kind: position
by: upper-wend
issue: oil
stance: opposes
date: 2001-03-02
says: A lamp should not go out.
source: ${sources}
quote:
  ${quote.split("\n").join("\n  ")}
---
`;
  const folder = wendWith({
    "sources/one.md": source("https://one.example/lamp", "The lamp is out."),
    "sources/two.md": source("https://two.example/lamp", "Who put the lamp out? Nobody knows it."),
    "sources/letter.md": source("", "Nobody ever puts a lamp out."),
    "sources/unread.md": source("https://unread.example/", ""),
    "sources/gazette-de-wend.md": source(
      "https://de-wend.example/#lampe",
      "Une lampe qui s’éteint n’est pas une lampe.",
      "fr",
    ),
    "facts/q.md": fact,
  });
  const { records, problems } = checkFolder(join(folder, "content"), folder);
  if (records === null) throw new Error(problems.map(({ message }) => message).join("\n"));
  const proofs = proveQuotes(buildDossier(records, sheetDate(records)));
  return {
    source: records.facts.find(({ id }) => id === "q")?.quote?.source,
    verification: proofs.verification.get("q"),
    address: proofs.quoteAddresses.get("q"),
    translation: proofs.translationProofs.get("q"),
  };
}

describe("a quote on the site", () => {
  test("is matched in the source in which it stands, though that is not the first of its fact", () => {
    expect(prove("text: Who put the lamp out?", "[unread, one, two]")).toEqual({
      source: "two",
      verification: "matched",
      address: "https://two.example/lamp#:~:text=Who%20put%20the%20lamp%20out",
      translation: undefined,
    });
  });

  test("that stands at several places is linked by the words around it", () => {
    const quote = "text: it\nwithin: Nobody knows it";
    expect(prove(quote, "two")).toMatchObject({
      verification: "weak",
      address: "https://two.example/lamp#:~:text=Nobody%20knows%20it",
    });
  });

  test("of one or two words is weak", () => {
    expect(prove("text: Nobody knows", "two").verification).toBe("weak");
  });

  test("from a source without address has none", () => {
    expect(prove("text: Nobody ever puts a lamp out.", "letter")).toMatchObject({
      verification: "matched",
      address: undefined,
    });
  });

  test("from a source without fingerprint is not checked", () => {
    expect(prove("text: Who put the lamp out?", "unread")).toMatchObject({
      source: null,
      verification: undefined,
      address: undefined,
    });
  });

  test("and its published translation each have their own source and address", () => {
    const quote = `text: Une lampe qui s'éteint
translation: The lamp is out
translator: agency
translationSource: one`;
    expect(prove(quote, "gazette-de-wend")).toMatchObject({
      verification: "matched",
      address: "https://de-wend.example/#lampe:~:text=Une%20lampe%20qui%20s%27%C3%A9teint",
      translation: {
        source: "one",
        verification: "matched",
        address: "https://one.example/lamp#:~:text=The%20lamp%20is%20out",
      },
    });
  });

  test("has no proof of a translation of our own", () => {
    const quote = "text: Une lampe qui s'éteint\ntranslation: The lamp is out\ntranslator: ours";
    expect(prove(quote, "gazette-de-wend").translation).toBeUndefined();
  });
});
