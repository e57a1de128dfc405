/** Reads the images of a content folder. What a file is, its content says; its name has to agree. */
import { hash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { disableTypes, imageSize, types } from "image-size";
import { isWindowsDevice } from "./file-names.ts";
import { type FoundFile, unreadable } from "./files.ts";
import { MAX_ID, MAX_IMAGE_BYTES, MAX_IMAGE_SIDE, MAX_IMAGES } from "./limits.ts";
import { type Problem, problem, wholeFile } from "./problem.ts";
import { ID_PATTERN } from "./schema/scalars.ts";

/** Endings of names by kind of image, the usual one first. */
const ENDINGS = { png: ["png"], jpg: ["jpg", "jpeg"], webp: ["webp"] } as const;

type ImageKind = keyof typeof ENDINGS;

// The readers of all other kinds are never run, whatever a file begins with.
disableTypes(types.filter((type) => !isImageKind(type)));

/** An image that pages may show. */
export interface SheetImage {
  /** Its file's name, by which bodies name it: `map.png`. */
  readonly file: string;
  /** The file's name without its ending. */
  readonly id: string;
  readonly kind: ImageKind;
  /** As it is shown, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Tells contents apart: part of its SHA-256, in hexadecimal. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Reads images, in the order given. */
export function readImages(found: readonly FoundFile[]): {
  readonly images: readonly SheetImage[];
  readonly problems: readonly Problem[];
} {
  const read = found.slice(0, MAX_IMAGES).map(readImage);
  const problems = read.flatMap((outcome) => ("code" in outcome ? [outcome] : []));
  const tooMany = found[MAX_IMAGES];
  if (tooMany) {
    const message = `is one image too many: a sheet has at most ${MAX_IMAGES}; the rest was not read`;
    problems.push(problem("folder-too-large", wholeFile(tooMany.path), message));
  }
  return { images: read.flatMap((outcome) => ("code" in outcome ? [] : [outcome])), problems };
}

function readImage({ absolute, path, inContent }: FoundFile): SheetImage | Problem {
  const unusable = (message: string, hint: string): Problem =>
    problem("unusable-image", wholeFile(path), message, hint);
  const file = inContent.slice(inContent.indexOf("/") + 1);
  const [, id = file, ending = ""] = /^(.*)\.(.*)$/s.exec(file) ?? [];
  if (file.includes("/")) {
    return unusable("lies in a folder of its own", "Images lie directly in images/.");
  }
  if (!ID_PATTERN.test(id) || id.length > MAX_ID || isWindowsDevice(id)) {
    const hint = "Name it with a-z, 0-9 and single hyphens, such as map-of-the-bay.png.";
    return unusable("its name cannot be an image's", hint);
  }
  let bytes: Uint8Array;
  try {
    if (lstatSync(absolute).size > MAX_IMAGE_BYTES) {
      return unusable(`is larger than ${MAX_IMAGE_BYTES} bytes`, "Make the image smaller.");
    }
    bytes = readFileSync(absolute);
  } catch (error) {
    return unreadable(path, error);
  }
  const measured = measure(bytes);
  if (!measured) {
    return unusable(
      "is no PNG, JPEG or WebP image by its content",
      "Save the picture as one of these, or take the file out.",
    );
  }
  const { kind, width, height } = measured;
  const endings: readonly string[] = ENDINGS[kind];
  if (!endings.includes(ending)) {
    const message = `its content is of another kind than its name says`;
    return unusable(message, `Name it ${id}.${ENDINGS[kind][0]}.`);
  }
  if (Math.max(width, height) > MAX_IMAGE_SIDE) {
    const message = `measures ${width} × ${height} pixels; a side has at most ${MAX_IMAGE_SIDE}`;
    return unusable(message, "Make the image smaller.");
  }
  const digest = hash("sha256", bytes, "hex").slice(0, 16);
  return { file, id, kind, width, height, digest, bytes };
}

/** What an image is and how large it is shown; `null` for what is no image that is read here. */
function measure(
  bytes: Uint8Array,
): { readonly kind: ImageKind; readonly width: number; readonly height: number } | null {
  try {
    const { type = "", width, height, orientation = 1 } = imageSize(bytes);
    if (!isImageKind(type) || !(width > 0 && height > 0)) return null;
    // A photograph may say that it is to be shown on its side, which browsers heed.
    return orientation >= FIRST_TURNED
      ? { kind: type, width: height, height: width }
      : { kind: type, width, height };
  } catch {
    return null;
  }
}

/** From this orientation of Exif on, width and height change places. */
const FIRST_TURNED = 5;

function isImageKind(type: string): type is ImageKind {
  return Object.hasOwn(ENDINGS, type);
}
