/** The who, when and how of a fact, as labelled details. */
import type { Fact } from "../../../content/records.ts";
import type { FactDossier } from "../../../model/dossier.ts";
import { datePiece, dateView } from "../../dates.ts";
import { type Piece, textPiece, timePiece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import type { Detail } from "./affiliations.ts";
import { termsOf } from "./exchanges.ts";
import { certaintyText } from "./fact-lines.ts";
import { linkedName, linkedNames, officeText } from "./names.ts";

const CERTAINTY_MEANINGS: Readonly<Record<Fact["certainty"], WordKey>> = {
  stated: "certainty.stated.meaning",
  reported: "certainty.reported.meaning",
  claimed: "certainty.claimed.meaning",
  confirmed: "certainty.confirmed.meaning",
  disputed: "certainty.disputed.meaning",
  denied: "certainty.denied.meaning",
};

/** The details that apply, in the order a reader asks for them. */
export function factDetails(
  scope: Scope,
  entry: Pick<FactDossier, "fact" | "exchange">,
): readonly Detail[] {
  const { t } = scope;
  const { fact, exchange } = entry;
  const details: Detail[] = [];
  const add = (label: WordKey, lines: Detail["lines"]): void => {
    if (lines.length > 0) details.push({ label: t(label), lines });
  };
  add("fact.who", whoLines(scope, fact));
  if ("to" in fact) add("fact.to", [linkedNames(scope, fact.to)]);
  if ("involves" in fact && fact.involves.length > 0)
    add("fact.involves", [linkedNames(scope, fact.involves)]);
  add("fact.when", [[dateOf(scope, fact.date)]]);
  if ("place" in fact && fact.place !== "") add("fact.place", [[textPiece(fact.place)]]);
  add(
    "fact.terms",
    exchange ? termsOf(scope, exchange).map(({ text }) => text) : conditionLines(scope, fact),
  );
  if (fact.kind === "absence")
    add("fact.searched", [
      scope.phrase("fact.searched-line", { where: fact.in, date: dateOf(scope, fact.searched) }),
    ]);
  const certainty = certaintyText(scope, fact);
  const meaning = t(CERTAINTY_MEANINGS[fact.certainty]);
  add("fact.certainty", [[textPiece(t("fact.certainty-line", { certainty, meaning }))]]);
  if (fact.recorded) add("fact.recorded", [[dateOf(scope, fact.recorded)]]);
  return details;
}

/** Whose fact it is, in which office, and through whom it spoke. */
function whoLines(scope: Scope, fact: Fact): readonly (readonly Piece[])[] {
  const { dossier, phrase } = scope;
  const speaker = fact.quote?.speaker ?? null;
  const author = fact.by === null ? undefined : dossier.named.actors.get(fact.by);
  const office = author ? officeText(scope, author, fact) : "";
  const own: readonly Piece[] = fact.by === null ? [] : [linkedName(scope, fact.by)];
  const voice =
    speaker === null || speaker === fact.by ? undefined : dossier.named.actors.get(speaker);
  const voiceOffice = voice ? officeText(scope, voice, fact) : "";
  const lines: readonly (readonly Piece[])[] = [
    office === "" ? own : phrase("fact.with-office", { name: own, office }),
    !voice
      ? []
      : phrase("fact.in-words-of", {
          name:
            voiceOffice === ""
              ? linkedName(scope, voice.id)
              : phrase("fact.with-office", {
                  name: linkedName(scope, voice.id),
                  office: voiceOffice,
                }),
        }),
  ];
  return lines.filter((line) => line.length > 0);
}

/** The condition and the end of a position, or the condition of an answer. */
function conditionLines(scope: Scope, fact: Fact): readonly (readonly Piece[])[] {
  const { phrase } = scope;
  const condition = fact.kind === "position" || fact.kind === "answer" ? fact.if : "";
  const until = fact.kind === "position" ? fact.until : null;
  return [
    ...(condition === "" ? [] : [phrase("terms.if", { condition })]),
    ...(until === null ? [] : [phrase("terms.until", { date: datePiece(scope, until) })]),
  ];
}

function dateOf(scope: Scope, date: Fact["date"]): Piece {
  const { text, datetime } = dateView(scope, date);
  return timePiece(text, datetime);
}
