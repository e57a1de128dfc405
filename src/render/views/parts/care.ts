/** What each page says of its own upkeep: when it last changed, where to change it, where to report an error. */
import type { Fact, RecordBase } from "../../../content/records.ts";
import { lastChange } from "../../../model/last-change.ts";
import { datePiece } from "../../dates.ts";
import { PATHS, publicAddress } from "../../links.ts";
import { addressPiece, linkPiece, type Piece, textPiece } from "../../locale/piece.ts";
import { type Repository, repositoryOf } from "../../repository.ts";
import type { Scope } from "../../scope.ts";

/** A page's upkeep, each part as a phrase; what does not apply is left out. */
export type Care = readonly (readonly Piece[])[];

/** What a page is made from, as far as its upkeep is concerned. */
export interface CareOptions {
  /** The page's title. */
  readonly title: string;
  /** The content file to edit, for a page that shows one. */
  readonly file?: Pick<RecordBase, "path">;
  /** The facts that it shows: those of the whole sheet unless said otherwise. */
  readonly facts?: readonly Fact[];
}

/** The upkeep of a page. */
export function careOf(scope: Scope, options: CareOptions): Care {
  const repository = repositoryOf(scope.dossier.site.repository);
  return [
    changedOf(scope, options),
    editOf(scope, repository, options),
    reportOf(scope, repository, options),
  ].filter((part) => part.length > 0);
}

function changedOf(scope: Scope, { facts }: CareOptions): readonly Piece[] {
  const date = facts ? lastChange(facts) : scope.dossier.lastChange;
  return date === null ? [] : scope.phrase("care.changed", { date: datePiece(scope, date) });
}

function editOf(
  { t }: Scope,
  repository: Repository | null,
  { file }: CareOptions,
): readonly Piece[] {
  if (repository === null) return [];
  const address = file && isBelow(file.path) ? repository.editAddress(file.path) : "";
  return [
    address === ""
      ? linkPiece(t("care.repository"), repository.address)
      : linkPiece(t("care.edit"), address),
  ];
}

/** Whether a path lies below the folder in which the sheet is built, and so in its repository. */
function isBelow(path: string): boolean {
  return !path.startsWith("..") && !path.startsWith("/") && !/^[A-Za-z]:/.test(path);
}

/** How to report an error: to the contact that the sheet names, else to its repository, else how it is made. */
function reportOf(
  scope: Scope,
  repository: Repository | null,
  { title }: CareOptions,
): readonly Piece[] {
  const { dossier, t, phrase, path } = scope;
  const { url, contact } = dossier.site;
  const subject = (): string => t("care.report-subject", { page: title });
  const body = (): string =>
    t("care.report-body", {
      page: publicAddress(url, path) || path.replace(/index\.html$/, "") || path,
    });
  const report = (href: string): Piece => linkPiece(t("care.report"), href);
  const mail = /^(?:mailto:)?([^\s@:]+@[^\s@]+)$/.exec(contact)?.[1];
  if (mail !== undefined)
    return phrase("care.report-to", {
      report: report(
        `mailto:${mail}?subject=${encodeURIComponent(subject())}&body=${encodeURIComponent(body())}`,
      ),
      contact: addressPiece(mail),
    });
  if (/^https?:\/\//.test(contact))
    return phrase("care.report-to", { report: report(contact), contact: shortAddress(contact) });
  if (contact !== "")
    return phrase("care.report-to", {
      report: textPiece(t("care.report")),
      contact: textPiece(contact),
    });
  if (repository !== null)
    return phrase("care.report-to", {
      report: report(repository.issueAddress(subject(), body()) || repository.address),
      contact: shortAddress(repository.address),
    });
  const method = dossier.pages.get("method");
  if (!method) return [];
  return phrase("care.method", {
    page: linkPiece(method.title, scope.href(PATHS.page(method.id))),
  });
}

/** An address without what every address has, as it is read on paper. */
function shortAddress(address: string): Piece {
  return addressPiece(address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""));
}
