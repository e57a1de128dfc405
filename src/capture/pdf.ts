/** PDF files, by PDF.js in the build of the library unpdf, which needs no native part. */
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { z } from "zod";
import { CaptureError, type DocumentMetadata, firstGiven, NO_METADATA } from "./document.ts";

const infoSchema = z.object({
  Title: z.string().optional().catch(undefined),
  Author: z.string().optional().catch(undefined),
  Language: z.string().optional().catch(undefined),
});

/**
 * Reads a PDF's text, page after page, line by line. Whether a hyphen at a line end belongs to the word
 * is left to the fingerprint, which keeps both readings.
 *
 * A PDF's dates tell when the file was made, not when the text was published, so they are not read.
 *
 * @throws CaptureError `unreadable-pdf` when it is broken or locked
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ readonly text: string; readonly metadata: DocumentMetadata }> {
  try {
    // PDF.js takes the bytes over, so it is given a copy.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text } = await extractText(pdf, { mergePages: false });
    const info = infoSchema.catch({}).parse((await getMeta(pdf)).info);
    const language = info.Language ?? "";
    return {
      text: text.join("\n").trim(),
      metadata: {
        ...NO_METADATA,
        title: firstGiven(info.Title),
        author: firstGiven(info.Author),
        language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : undefined,
      },
    };
  } catch (error) {
    const message = "the PDF cannot be read: it is broken, or locked with a password";
    throw new CaptureError("unreadable-pdf", message, "", { cause: error });
  }
}
