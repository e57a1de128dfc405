/** What Chromium puts into a PDF from the clock and from its own counters. */
import type { Day } from "../content/dates.ts";

/**
 * The same file with nothing in it that differs from one printing to the next: made and changed
 * at the first moment of a day, the nodes of its structure numbered from 1 in their order. Each
 * text keeps its length, so that every offset in the file stays right.
 */
export function withSameBytes(pdf: Uint8Array, day: Day): Uint8Array {
  const moment = `${day.replaceAll("-", "")}000000`;
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const nodes = [...new Set(text.match(NODE))].sort();
  const numbers = new Map(nodes.map((node, place) => [node, place + 1]));
  return Buffer.from(
    text
      .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${moment}`)
      .replace(NODE, (node) => `(node${String(numbers.get(node)).padStart(8, "0")})`),
    "latin1",
  );
}

const NODE = /\(node\d{8}\)/g;
