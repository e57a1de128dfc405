/** As much CBOR (RFC 8949) as it takes to put the items of arrays in another order. Items stay bytes. */

const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const TAG = 6;

/** The head of an item: its type, its number and where its content begins. */
interface Head {
  readonly type: number;
  readonly value: number;
  readonly start: number;
}

/** The items of an array. @throws Error if the bytes are no array of definite length. */
export function itemsOf(bytes: Uint8Array): readonly Uint8Array[] {
  const { type, value, start } = headAt(bytes, 0);
  if (type !== ARRAY) throw new Error("CBOR: an array was expected");
  const items: Uint8Array[] = [];
  let at = start;
  for (let count = 0; count < value; count++) {
    const end = endOf(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  return items;
}

/** An array of items. */
export function arrayOf(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([headOf(ARRAY, items.length), ...items]);
}

/** The text of a text item. @throws Error if it is none. */
export function textOf(item: Uint8Array): string {
  const { type, value, start } = headAt(item, 0);
  if (type !== TEXT) throw new Error("CBOR: a text was expected");
  return new TextDecoder().decode(item.subarray(start, start + value));
}

/** A text as an item. */
export function textItem(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Buffer.concat([headOf(TEXT, bytes.length), bytes]);
}

function endOf(bytes: Uint8Array, at: number): number {
  const { type, value, start } = headAt(bytes, at);
  if (type === BYTES || type === TEXT) return start + value;
  const children = type === ARRAY ? value : type === MAP ? 2 * value : type === TAG ? 1 : 0;
  let end = start;
  for (let count = 0; count < children; count++) end = endOf(bytes, end);
  return end;
}

function headAt(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new Error("CBOR: the bytes end within an item");
  const type = first >> 5;
  const short = first & 31;
  if (short < 24) return { type, value: short, start: at + 1 };
  if (short > 27) throw new Error("CBOR: a length is missing");
  const width = 2 ** (short - 24);
  let value = 0;
  for (let place = 1; place <= width; place++) value = value * 256 + (bytes[at + place] ?? 0);
  return { type, value, start: at + 1 + width };
}

function headOf(type: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((type << 5) | value);
  const width = value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
  const head = new Uint8Array(1 + width);
  head[0] = (type << 5) | (24 + Math.log2(width));
  for (let place = width, rest = value; place > 0; place--, rest = Math.floor(rest / 256))
    head[place] = rest % 256;
  return head;
}
