/** Who speaks for whom, and who belongs to which bloc. */
import type { ActorDossier, Voice } from "../../../model/dossier.ts";
import { writtenDatePiece } from "../../dates.ts";
import { type Piece, textPiece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { linkedName, linkedNames } from "./names.ts";

/** A label and what it holds. */
export interface Detail {
  readonly label: string;
  readonly lines: readonly (readonly Piece[])[];
}

/** Offices on one line: "President, Ukraine". */
export function officesOf(scope: Scope, { speaksFor }: ActorDossier): readonly Piece[] {
  return speaksFor.flatMap((voice, place) => [
    ...(place === 0 ? [] : [textPiece(scope.t("list.separator"))]),
    ...scope.phrase("actor.office", { as: voice.as, actor: linkedName(scope, voice.actor) }),
  ]);
}

/** For whom it speaks, who speaks for it, its members and the blocs it is in: those that apply. */
export function affiliationsOf(scope: Scope, entry: ActorDossier): readonly Detail[] {
  const { t } = scope;
  const details: readonly Detail[] = [
    {
      label: t("actor.speaks-for"),
      lines: entry.speaksFor.map((voice) =>
        withTerm(
          scope,
          voice,
          scope.phrase("actor.office", { as: voice.as, actor: linkedName(scope, voice.actor) }),
        ),
      ),
    },
    {
      label: t("actor.speakers"),
      lines: entry.speakers.map((voice) =>
        withTerm(
          scope,
          voice,
          scope.phrase("actor.speaker", { actor: linkedName(scope, voice.actor), as: voice.as }),
        ),
      ),
    },
    { label: t("actor.members"), lines: nameLines(scope, entry.members) },
    { label: t("actor.blocs"), lines: nameLines(scope, entry.blocs) },
  ];
  return details.filter(({ lines }) => lines.length > 0);
}

function nameLines(scope: Scope, ids: readonly string[]): readonly (readonly Piece[])[] {
  return ids.length === 0 ? [] : [linkedNames(scope, ids)];
}

/** Adds since when, and until when. */
function withTerm(
  scope: Scope,
  { from, until }: Voice,
  pieces: readonly Piece[],
): readonly Piece[] {
  if (from === "" && until === "") return pieces;
  const since = writtenDatePiece(scope, from);
  const end = writtenDatePiece(scope, until);
  if (until === "") return scope.phrase("term.since", { what: pieces, from: since });
  if (from === "") return scope.phrase("term.until", { what: pieces, until: end });
  return scope.phrase("term.between", { what: pieces, from: since, until: end });
}
