/** What views decide. */
import { describe, expect, test } from "vitest";
import type { Piece } from "../../src/render/locale/piece.ts";
import { actorPositionPages, actorView } from "../../src/render/views/actor.ts";
import { demandPages, demandsView } from "../../src/render/views/demands.ts";
import { factView } from "../../src/render/views/fact.ts";
import { homeView } from "../../src/render/views/home.ts";
import { issuePositionPages, issueView } from "../../src/render/views/issue.ts";
import { quoteView } from "../../src/render/views/parts/quotes.ts";
import { timelinePages } from "../../src/render/views/timeline.ts";
import { ferry, known, scopeAt } from "./fixtures/ferry.ts";

const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join("");
const firstOf = <Item>([first]: readonly Item[]): Item => {
  if (first === undefined) throw new Error("A list has no first page");
  return first;
};
const home = homeView(scopeAt("index.html"));
const actor = (id: string) =>
  actorView(
    scopeAt(`actors/${id}/index.html`),
    known(ferry.actors, id),
    firstOf(actorPositionPages(known(ferry.actors, id))),
  );
const fact = (id: string) =>
  factView(scopeAt(`facts/${id}/index.html`), known(ferry.facts, id), [id]);

describe("the matrix", () => {
  const cell = (issue: string, name: string) => {
    const row = home.matrix.rows.find((one) => one.issue.title === issue);
    const found = row?.cells.find((one) => one.actor.text === name);
    if (!found) throw new Error(`No cell for ${name} on ${issue}`);
    return found;
  };

  test("has a column for each that has spoken, persons rolled up, and names the silent", () => {
    expect(home.matrix.columns.map(({ name }) => name.text)).toEqual([
      "North Shore",
      "South Shore",
      "League of Islands",
    ]);
    expect(words(home.silent)).toBe("Lone Rock");
  });

  test("shows both statements of one day that differ, each with who said it", () => {
    const { state, mark, statements } = cell("The bridge", "North Shore");
    expect([state, mark.word]).toEqual(["conflict", "Two statements differ"]);
    expect(statements.map((one) => one.mark.word)).toEqual(["Supports", "Supports on conditions"]);
    expect(statements.map((one) => words(one.via))).toEqual(["", "said by Ada North"]);
    expect(words(statements[1]?.condition ?? [])).toBe("On condition: South Shore pays half.");
  });

  test("never leaves a cell blank", () => {
    expect(cell("The toll", "North Shore").mark.word).toBe("No stated position found");
    expect(
      home.matrix.rows.flatMap(({ cells }) => cells).every(({ mark }) => mark.word !== ""),
    ).toBe(true);
  });

  test("names in one line those of whom nothing was found, for narrow screens", () => {
    const toll = home.matrix.rows.find(({ issue }) => issue.title === "The toll");
    expect(words(toll?.unheard ?? [])).toBe("North Shore, South Shore and League of Islands");
  });
});

describe("the home page", () => {
  test("quotes each party equally often", () => {
    const speakers = home.quotes.map(({ quote }) => quote.speaker.text);
    expect(speakers).toEqual(["Ada North", "South Shore"]);
  });

  test("lists only what it has", () => {
    expect(home.contents.map(({ href }) => href)).toEqual([
      "#positions",
      "#demands",
      "#words",
      "#timeline",
    ]);
    const quiet = homeView(
      scopeAt("index.html", { ...ferry, timeline: [], demands: [], offers: [] }),
    );
    expect(quiet.contents.map(({ href }) => href)).toEqual(["#positions", "#words"]);
  });

  test("tells how it unfolded without what was only said or has no date", () => {
    const kinds = home.timeline.flatMap(({ lines }) => lines.map(({ kind }) => kind));
    expect(kinds).toEqual(["Event, claimed", "Demand", "Answer", "Offer"]);
  });
});

describe("an actor's page", () => {
  test("names those who speak for it, and since when one has spoken", () => {
    expect(
      actor("north-shore").details.map(({ label, lines }) => [label, lines.map(words)]),
    ).toEqual([
      ["Speaks through", ["Ada North, mayor, January 2001 – 31 December 2001", "Bo Clerk, clerk"]],
    ]);
    expect(actor("mayor-north").details[0]?.lines.map(words)).toEqual([
      "mayor, North Shore, January 2001 – 31 December 2001",
    ]);
  });

  test("names a bloc's members, and the bloc of a member", () => {
    expect(words(actor("islands-league").details[0]?.lines[0] ?? [])).toBe(
      "Far Island and Near Island",
    );
    expect(words(actor("far-island").details[0]?.lines[0] ?? [])).toBe("League of Islands");
  });

  test("gives a bloc's position as the bloc's, and says that the member alone said nothing", () => {
    const view = actor("far-island");
    expect(view.hasSpoken).toBe(false);
    expect(words(view.silence)).toContain("Nothing stated by Far Island alone");
    expect(words(view.positions[0]?.cell.statements[0]?.via ?? [])).toBe(
      "as a member of League of Islands",
    );
  });

  test("is honest where nothing is known", () => {
    expect(words(actor("lone-rock").silence)).toContain("Neither a position nor a demand");
    expect(words(actor("clerk-north").silence)).toContain("See North Shore");
    expect(actor("clerk-north").contents).toEqual([]);
    expect(actor("north-shore").silence).toEqual([]);
  });

  test("shows words before and after, with the kind of change", () => {
    const [change] = actor("south-shore").changes;
    expect([change?.change, change?.before.says, change?.after.says]).toEqual([
      "Softened",
      "No bridge should be built.",
      "South Shore had not decided on a bridge.",
    ]);
  });

  test("lists demands and offers, made and received, with how many were answered", () => {
    expect(actor("south-shore").exchanges.map(({ title, note }) => `${title}: ${note}`)).toEqual([
      "Offers made: 0 of 1 answered",
      "Demands received: 0 of 1 answered",
    ]);
  });

  test("names what it has not spoken on", () => {
    expect(actor("north-shore").silentOn.map(({ title }) => title)).toEqual([
      "The ferry",
      "The toll",
    ]);
  });
});

describe("a demand", () => {
  const [part] = demandPages(ferry);
  const view = part && demandsView(scopeAt("demands/index.html"), part);
  const demand = view?.sections[0]?.exchanges[0];
  const offer = view?.sections[1]?.exchanges[0];

  test("has a state for each addressee", () => {
    expect(demand?.replies.map(({ addressee, mark }) => `${addressee}: ${mark.word}`)).toEqual([
      "South Shore: Countered",
      "Lone Rock: No answer found",
    ]);
  });

  test("says its deadline as seen from the sheet's date, and the consequence", () => {
    expect(demand?.terms.map(({ text }) => words(text))).toEqual([
      "By 11 June 2001, the date of this sheet",
      "Otherwise: North Shore runs a ferry of its own.",
    ]);
    expect(offer?.terms.map(({ text }) => words(text))).toEqual([
      "On condition: North Shore brings the paint.",
      "Open until 20 June 2001, 9 days after this sheet’s date",
    ]);
  });

  test("says how long the answer took, or has taken", () => {
    expect(demand?.replies.map(({ wait }) => words(wait))).toEqual([
      "after 1 day",
      "by 11 June 2001, after 3 days",
    ]);
    expect(words(demand?.replies[1]?.absences[0] ?? [])).toBe(
      "Lone Rock did not answer when the Gazette asked.",
    );
  });
});

describe("a fact's page", () => {
  test("names the actor, and through whom it spoke in which office", () => {
    expect(fact("north-on-bridge").details[0]?.lines.map(words)).toEqual([
      "North Shore",
      "in the words of Ada North, mayor, North Shore",
    ]);
  });

  test("counts copies of one report once", () => {
    expect(fact("north-on-bridge").origins).toBe("2 reports, 1 origin: copies count once.");
    expect(fact("ferry-broke").origins).toBe("1 independent origin.");
  });

  test("leads to what it answers, replaces and contradicts, and the other way round", () => {
    const relations = (id: string) =>
      fact(id).relations.map(({ title, lines }) => [title, lines.map(({ says }) => says)]);
    expect(relations("south-answers-ferry")).toEqual([
      ["What it answers", ["Run the ferry at night."]],
    ]);
    expect(relations("south-on-bridge")).toEqual([
      ["What it replaces", ["No bridge should be built."]],
    ]);
    expect(relations("south-on-bridge-2000")[0]?.[0]).toBe("What replaced it");
    expect(relations("south-denies-rust")[0]?.[0]).toBe("What it contradicts");
    expect(relations("north-claims-rust")[0]?.[0]).toBe("What contradicts it");
    expect(relations("rock-silent")[0]?.[0]).toBe("What it regards");
  });

  test("can be cited by its permanent address", () => {
    expect(words(fact("ferry-broke").citation.text)).toBe(
      "The ferry at Wend Sound: “The ferry stood still for three days.” As of 11 June 2001. https://example.org/sheets/ferry/facts/ferry-broke/",
    );
  });
});

describe("an issue's page", () => {
  test("sets all who spoke side by side and names the others", () => {
    const view = issueView(
      scopeAt("issues/ferry/index.html"),
      known(ferry.issues, "ferry"),
      firstOf(issuePositionPages(known(ferry.issues, "ferry"))),
    );
    expect(view.positions.map(({ cell }) => `${cell.actor.text}: ${cell.mark.word}`)).toEqual([
      "South Shore: Supports",
      "League of Islands: Supports",
    ]);
    expect(words(view.unheard)).toBe("North Shore");
    expect([view.neighbours.previous.label, view.neighbours.next.label]).toEqual([
      "The bridge",
      "The toll",
    ]);
  });
});

describe("long lists", () => {
  test("are cut into pages that hold every fact once, in order", () => {
    const many = Array.from({ length: 300 }, (_, place) => {
      const { fact: first } = known(ferry.facts, "ferry-broke");
      return { ...first, id: `f${place}` };
    });
    const date = many[0]?.date;
    if (!date) throw new Error("No fact");
    const pages = timelinePages({ ...ferry, timeline: [{ date, facts: many }] });
    expect(pages.map(({ path }) => path)).toEqual([
      "timeline/index.html",
      "timeline/page/2/index.html",
      "timeline/page/3/index.html",
    ]);
    expect(
      pages.flatMap(({ items }) => items.flatMap(({ facts }) => facts)).map(({ id }) => id),
    ).toEqual(many.map(({ id }) => id));
    expect(pages.every(({ items }) => items.length === 1)).toBe(true);
  });
});

describe("a quote with the editor's words in it", () => {
  test("tells them from the speaker's", () => {
    const fact = known(ferry.facts, "north-on-bridge").fact;
    const quote = fact.quote && {
      ...fact.quote,
      text: "[W]e want a bridge [over the sound], … not a fery [sic].",
    };
    const view = quoteView(scopeAt("index.html"), { ...fact, quote });
    const editors = view?.parts.filter(({ isEditors }) => isEditors).map(({ text }) => text);
    expect(editors).toEqual(["[W]", "[over the sound]", "[sic]"]);
    expect(view?.parts.map(({ text }) => text).join("")).toContain("e want a bridge ");
  });
});
