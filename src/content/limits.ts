/**
 * How much of anything a sheet may hold. Each is far above what an honest sheet needs and low enough
 * that the worst file of that size is read in well under a second. Told in docs/reference/text.md.
 */

/** The largest content file, in bytes; a fact is a page of text, not a book. */
export const MAX_FILE_BYTES = 1_048_576;
/** The longest front matter without a source's fingerprint, in UTF-16 code units. */
export const MAX_FRONT_MATTER = 65_536;
/** The most lines of front matter. */
export const MAX_FRONT_MATTER_LINES = 2_000;
/** The deepest nesting of lists and groups of keys in front matter; the model needs three. */
export const MAX_NESTING = 50;
/** The longest body, in UTF-16 code units: some 10,000 words. */
export const MAX_BODY = 65_536;
/** The most files and folders in a content folder. */
export const MAX_ENTRIES = 200_000;
/** How many folders may lie in one another. */
export const MAX_FOLDER_DEPTH = 10;
/** The longest id. */
export const MAX_ID = 100;
/** The largest image, in bytes. */
export const MAX_IMAGE_BYTES = 500_000;
/** The longest side of an image, in pixels. */
export const MAX_IMAGE_SIDE = 4_000;
/** The most images of a sheet. */
export const MAX_IMAGES = 200;
/** How many problems of one file are told at once. */
export const MAX_PROBLEMS_OF_FILE = 20;
