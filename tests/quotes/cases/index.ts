import { russian, ukrainian } from "./cyrillic.ts";
import { english } from "./english.ts";
import { french, german, turkish } from "./european.ts";
import { arabic, chinese, hebrew, thai } from "./other-scripts.ts";
import type { Cases } from "./table.ts";

/** The whole table. */
export const ALL_CASES: readonly Cases[] = [
  english,
  ukrainian,
  russian,
  turkish,
  german,
  french,
  arabic,
  hebrew,
  chinese,
  thai,
];
