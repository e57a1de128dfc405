/** `standpoint diff`: what changed since a revision, in terms of facts. */
import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT } from "../exit.ts";

/** Adds the command. */
export function addDiffCommand(program: Command): void {
  program
    .command("diff")
    .argument(
      "<revision>",
      "a revision that git knows, or a folder that holds the content as it was",
    )
    .description(
      "Tell what changed since a revision, in terms of facts, as Markdown for a review or a newsletter.",
    )
    .option("--content <dir>", "the folder of the sheet's Markdown files", "content")
    .allowExcessArguments(false)
    .action(async (revision: string, { content }: { readonly content: string }) => {
      const { isFolder } = await import("../../content/files.ts");
      const { readContent } = await import("../../content/read.ts");
      const { counted } = await import("../../content/wording.ts");
      const { compareVersions, versionOf } = await import("../../diff/compare-sheets.ts");
      const { contentAt, RevisionError } = await import("../../diff/revision.ts");
      const { tellChanges } = await import("../../diff/tell-changes.ts");
      const { loadWords } = await import("../../render/locale/words.ts");
      const workingFolder = process.cwd();
      const contentFolder = resolve(workingFolder, content);
      try {
        const folder = resolve(workingFolder, revision);
        const old = isFolder(folder)
          ? readContent(folder, workingFolder)
          : contentAt(revision, contentFolder);
        const now = readContent(contentFolder, workingFolder);
        const site = now.records.site ?? old.records.site ?? undefined;
        const [before, after] = [versionOf(old, site), versionOf(now, site)];
        for (const [name, { faulty }] of [
          [revision, before],
          [content, after],
        ] as const)
          if (faulty > 0)
            process.stderr.write(
              `In ${name} ${counted(faulty, "fact")} cannot be read, or ${faulty === 1 ? "refers" : "refer"} to what is not there: not all of it can be told.\n`,
            );
        const words = loadWords(after.dossier.site.language);
        process.stdout.write(tellChanges(compareVersions(before, after), before, after, words));
      } catch (error) {
        if (!(error instanceof RevisionError)) throw error;
        const hint = error.hint === "" ? "" : `\n  ${error.hint}`;
        process.stderr.write(`Not compared: ${error.message}.${hint}\n`);
        process.exitCode = EXIT.call;
      }
    });
}
