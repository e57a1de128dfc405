/** Images that bodies show: each is in the folder of images and has words in its place. */
import MarkdownIt from "markdown-it";
import { z } from "zod";
import { cutFrontMatter } from "../content/front-matter.ts";
import { IMAGE_TOKEN, useSheetImages } from "../content/image-syntax.ts";
import { type LocatedText, type Problem, problem } from "../content/problem.ts";
import type { RecordBase } from "../content/records.ts";
import { didYouMean } from "../content/suggest.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks } from "./context.ts";

/** Refuses images without alternative text, and names that no image of the sheet has. */
export const checkImages: RecordChecks = {
  site: imagesOf,
  actors: imagesOf,
  issues: imagesOf,
  sources: imagesOf,
  facts: imagesOf,
  withdrawn: imagesOf,
  pages: imagesOf,
};

function imagesOf(context: CheckContext, record: RecordBase): readonly Problem[] {
  if (!record.body.includes("](images/")) return NO_PROBLEMS;
  const known = context.images.map(({ file }) => file);
  return imagesIn(record.body).flatMap((image) => judge(context, record, image, known));
}

function judge(
  { place }: CheckContext,
  record: RecordBase,
  { alt, file, line }: PlacedImage,
  known: readonly string[],
): Problem[] {
  const at = placeInBody(place(record, []), line, `](images/${file})`);
  if (!known.includes(file)) {
    const hint =
      didYouMean(file, known) ||
      "Put the file into images/ of the content folder, or mend what is wrong with it there.";
    return [problem("unusable-image", at, `there is no image "${file}" that can be shown`, hint)];
  }
  if (alt !== "") return [];
  const hint = "Say between the brackets what it shows: some readers hear the page.";
  return [problem("unusable-image", at, "the image has no alternative text", hint)];
}

const placedImage = z.object({ alt: z.string(), file: z.string(), line: z.number() });

/** An image and its line in the body, the first being 0. */
type PlacedImage = z.output<typeof placedImage>;

const reader = new MarkdownIt({ html: false });
useSheetImages(reader, () => []);

function imagesIn(body: string): PlacedImage[] {
  let blockLine = 0;
  // The text of a note is read like any other; without its sign it would be taken for an address of links.
  return reader.parse(body.replaceAll("[^", "(^"), {}).flatMap((token) => {
    blockLine = token.map?.[0] ?? blockLine;
    return (token.children ?? [])
      .filter(({ type }) => type === IMAGE_TOKEN)
      .map(({ meta }) => placedImage.parse(meta))
      .map((image) => ({ ...image, line: blockLine + image.line }));
  });
}

/** A line of a body in its file, with the column at which something stands. */
function placeInBody(file: LocatedText, line: number, sought: string): LocatedText {
  const { path, text } = file;
  const cut = cutFrontMatter(path, text);
  if ("code" in cut) return file;
  const below = text.indexOf("\n", cut.closingOffset) + 1;
  const lines = text.split("\n");
  let index = text.slice(0, below).split("\n").length - 1;
  while (lines[index]?.trim() === "") index++;
  index += line;
  const found = lines[index]?.indexOf(sought) ?? -1;
  return {
    path,
    text,
    line: index + 1,
    column: Math.max(0, found) + 1,
    length: found < 0 ? 1 : sought.length,
  };
}
