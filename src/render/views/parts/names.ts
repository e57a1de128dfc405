/** Names of actors and issues as pages show them. */
import { compareText } from "../../../content/dates.ts";
import type { Actor, Fact } from "../../../content/records.ts";
import { PATHS } from "../../links.ts";
import { linkPiece, namePiece, type Piece, textPiece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { type Cut, cutTo } from "./cut.ts";

/** An actor's name. */
export interface NameView {
  readonly text: string;
  readonly href: string;
  /** Address of its flag, or empty. */
  readonly flag: string;
}

/** An issue's title. */
export interface IssueLink {
  readonly title: string;
  readonly href: string;
}

/** An actor's name with its link and flag. */
export function nameView({ dossier, context, href }: Scope, id: string): NameView {
  const actor = dossier.named.actors.get(id);
  const flag = actor ? context.assets.flags.get(actor.flag) : undefined;
  return {
    text: actor?.name ?? id,
    href: actor ? href(PATHS.actor(id)) : "",
    flag: flag ? href(flag) : "",
  };
}

/** An actor's name with its link, for a phrase. */
export function linkedName(scope: Scope, id: string): Piece {
  const { text, href } = nameView(scope, id);
  return namePiece(text, href);
}

/** An actor's name without a link, for a phrase. */
export function plainName({ dossier }: Scope, id: string): Piece {
  return namePiece(dossier.named.actors.get(id)?.name ?? id);
}

/** An actor's name as plain text, for titles. */
export function nameText({ dossier }: Pick<Scope, "dossier">, id: string): string {
  return dossier.named.actors.get(id)?.name ?? id;
}

/** An issue's title with its link. */
export function issueLink({ dossier, href }: Scope, id: string): IssueLink {
  const issue = dossier.named.issues.get(id);
  return { title: issue?.title ?? id, href: issue ? href(PATHS.issue(id)) : "" };
}

/** Pieces as a list in words: "a, b and c". */
export function listPieces({ t }: Pick<Scope, "t">, items: readonly Piece[]): readonly Piece[] {
  return items.flatMap((item, place) => {
    if (place === 0) return [item];
    if (place < items.length - 1) return [textPiece(t("list.separator")), item];
    // The Hebrew "and" is joined to a Hebrew word, and to any other with a hyphen.
    const isHebrew = /^\p{Script=Hebrew}/u.test(item.text);
    return [textPiece(t(isHebrew ? "list.last-before-hebrew" : "list.last")), item];
  });
}

/** Names of actors with links, as a list in words. */
export function linkedNames(scope: Scope, ids: readonly string[]): readonly Piece[] {
  return listPieces(
    scope,
    ids.map((id) => linkedName(scope, id)),
  );
}

/** Names of actors as a list in words that ends, where it is cut, in a link to the page of the others. */
export function firstNames(
  scope: Scope,
  ids: readonly string[],
  cut: Cut,
  othersHref: (first: string) => string,
): readonly Piece[] {
  const shown = cutTo(ids, cut);
  const next = ids[shown.length];
  if (next === undefined) return linkedNames(scope, ids);
  const count = ids.length - shown.length;
  return listPieces(scope, [
    ...shown.map((id) => linkedName(scope, id)),
    linkPiece(scope.t("names.others", { count }), othersHref(next)),
  ]);
}

/** The office in which somebody spoke on a fact's day, such as "President, Ukraine"; empty if none. */
export function officeText({ dossier, t }: Scope, actor: Actor, fact: Fact): string {
  const day = fact.date.last;
  const office = actor.speaksFor.find(
    ({ from, until }) =>
      (from === null || compareText(from.first, day) <= 0) &&
      (until === null || compareText(day, until.last) <= 0),
  );
  if (!office) return "";
  return t("actor.office", { as: office.as, actor: nameText({ dossier }, office.actor) });
}
