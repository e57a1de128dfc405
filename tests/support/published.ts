/** A fictional sheet held against an earlier one that was published. */
import { join } from "node:path";
import { checkFolder } from "../../src/check/check.ts";
import { readContent } from "../../src/content/read.ts";
import { compareWithPublished, type Difference } from "../../src/manifest/compare.ts";
import { type Manifest, manifestOf } from "../../src/manifest/manifest.ts";
import { buildDossier } from "../../src/model/build-dossier.ts";
import { sheetDate, withoutDrafts } from "../../src/model/known.ts";
import { placeAndCode, wendWith } from "./sheet.ts";

type Changes = Readonly<Record<string, string | null>>;

/** The manifest of the fictional sheet with some files changed. It must be sound. */
export function manifestWith(changes: Changes): Manifest {
  const folder = wendWith(changes);
  const { records, problems } = checkFolder(join(folder, "content"), folder);
  if (!records) throw new Error(problems.map(placeAndCode).join("\n"));
  const published = withoutDrafts(records);
  return manifestOf(buildDossier(published, sheetDate(published)));
}

/** The fictional sheet with some files changed, held against another that was published. */
export function differenceFrom(published: Changes, changes: Changes, drafts = false): Difference {
  const folder = wendWith(changes);
  const content = readContent(join(folder, "content"), folder);
  return compareWithPublished(content, manifestWith(published), { folder: "content", drafts });
}

/** The problems of that comparison, as `path:line:column code`. */
export function problemsAgainst(published: Changes, changes: Changes): string[] {
  return differenceFrom(published, changes).problems.map(placeAndCode);
}
