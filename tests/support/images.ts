/** Images for tests: the beginnings of files, as far as kind and size can be read from them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "./sheet.ts";

/** A PNG that says it is of that size. */
export function png(width: number, height: number): Buffer {
  const bytes = Buffer.from(readFileSync(join(PROJECT_FOLDER, "templates/assets/icon-180.png")));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The head of a JPEG of that size. */
export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0001108", "hex");
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([frame, size, Buffer.from("03012200021101031101ffd9", "hex")]);
}

/** The head of a WebP of that size. */
export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(22, 4);
  bytes.write("WEBPVP8X", 8);
  bytes.writeUInt32LE(10, 16);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}
