/** The pieces a phrase is made of, so that links, names and dates stand where the language puts them. */

/** A run of text, and what it is. All keys are present; those that do not apply are empty. */
export interface Piece {
  readonly as: "text" | "name" | "time" | "address";
  readonly text: string;
  /** Where it leads. */
  readonly href: string;
  /** For an exact date. */
  readonly datetime: string;
}

/** Plain text. */
export function textPiece(text: string): Piece {
  return { as: "text", text, href: "", datetime: "" };
}

/** Text that leads somewhere. */
export function linkPiece(text: string, href: string): Piece {
  return { as: "text", text, href, datetime: "" };
}

/** A proper name, kept apart from the direction of the text around it. */
export function namePiece(text: string, href = ""): Piece {
  return { as: "name", text, href, datetime: "" };
}

/** An address, written from left to right in every language, which leads to itself or elsewhere. */
export function addressPiece(text: string, href = ""): Piece {
  return { as: "address", text, href, datetime: "" };
}

/** A date; `datetime` is empty where it is not exact. */
export function timePiece(text: string, datetime: string): Piece {
  return { as: "time", text, href: "", datetime };
}
