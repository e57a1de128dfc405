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
  const details: readonly Detail[] = [
    { label: t("fact.who"), lines: whoLines(scope, fact) },
    { label: t("fact.to"), lines: "to" in fact ? [linkedNames(scope, fact.to)] : [] },
    {
      label: t("fact.involves"),
      lines:
        "involves" in fact && fact.involves.length > 0 ? [linkedNames(scope, fact.involves)] : [],
    },
    { label: t("fact.when"), lines: [[dateOf(scope, fact.date)]] },
    { label: t("fact.place"), lines: "place" in fact ? plainLines(fact.place) : [] },
    {
      label: t("fact.terms"),
      lines: exchange
        ? termsOf(scope, exchange).map(({ text }) => text)
        : conditionLines(scope, fact),
    },
    { label: t("fact.searched"), lines: searchedLines(scope, fact) },
    {
      label: t("fact.certainty"),
      lines: [
        [
          textPiece(
            t("fact.certainty-line", {
              certainty: certaintyText(scope, fact),
              meaning: t(CERTAINTY_MEANINGS[fact.certainty]),
            }),
          ),
        ],
      ],
    },
    {
      label: t("fact.recorded"),
      lines: fact.recorded === null ? [] : [[dateOf(scope, fact.recorded)]],
    },
  ];
  return details.filter(({ lines }) => lines.length > 0);
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

function searchedLines(scope: Scope, fact: Fact): readonly (readonly Piece[])[] {
  if (fact.kind !== "absence") return [];
  return [
    scope.phrase("fact.searched-line", { where: fact.in, date: dateOf(scope, fact.searched) }),
  ];
}

function plainLines(text: string): readonly (readonly Piece[])[] {
  return text === "" ? [] : [[textPiece(text)]];
}

function dateOf(scope: Scope, date: Fact["date"]): Piece {
  const { text, datetime } = dateView(scope, date);
  return timePiece(text, datetime);
}
