/** How to cite a fact, and its permanent address. */
import type { Fact } from "../../../content/records.ts";
import { dayView } from "../../dates.ts";
import { PATHS, publicAddress } from "../../links.ts";
import { addressPiece, type Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";

/** A citation. */
export interface CitationView {
  readonly text: readonly Piece[];
  readonly id: string;
  /** The address in the text where that is not a whole one; else empty. */
  readonly relativeAddress: string;
  readonly note: readonly Piece[];
}

/** The citation of a fact. */
export function citationView(scope: Scope, fact: Fact): CitationView {
  const { dossier, phrase } = scope;
  const { site } = dossier;
  const folder = PATHS.fact(fact.id).replace(/index\.html$/, "");
  const address = publicAddress(site.url, PATHS.fact(fact.id));
  return {
    text: phrase("cite.text", {
      site: site.title,
      says: fact.says,
      date: dayView(scope, dossier.asOf).text,
      address: addressPiece(address || folder),
    }),
    id: fact.id,
    relativeAddress: address === "" ? folder : "",
    note:
      address === ""
        ? phrase("cite.permanent-relative", { folder: addressPiece(folder) })
        : phrase("cite.permanent", {}),
  };
}
