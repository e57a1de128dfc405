/** Tells what became of a new file: where it is, what it still needs, what comes next. */
import { counted } from "../content/wording.ts";
import type { Created } from "../scaffold/create.ts";
import type { KindName } from "../scaffold/kinds.ts";
import { EXIT } from "./exit.ts";
import { printProblems } from "./print-problems.ts";

/** What was made, and for which sheet. */
interface Made {
  readonly kind: KindName;
  readonly id: string;
  /** The content folder as it was named. */
  readonly folder: string;
}

/** How it is called where it is a package of the sheet's folder: it can be copied as it stands. */
const CALL = "npm exec -- standpoint";

/** Prints it, and sets the exit status to 1 if the file is not right yet. */
export function tellCreated(created: Created, made: Made): void {
  const { path, toFill, problems, errorsElsewhere } = created;
  const sheet = made.folder === "content" ? "" : ` --content ${made.folder}`;
  const lines = [
    `Wrote ${path}.${isRight(created) ? " The check finds nothing wrong with it." : ""}`,
  ];
  if (toFill.length > 0) {
    lines.push(`Still to fill in: ${toFill.join(", ")}.`);
    process.exitCode = EXIT.content;
  }
  if (errorsElsewhere > 0) {
    const count = counted(errorsElsewhere, "error");
    lines.push(
      `Other files have ${count}: ${CALL} check${sheet} tells ${errorsElsewhere === 1 ? "it" : "them"}.`,
    );
  }
  if (isRight(created)) lines.push(`Next: ${nextStep(made, sheet)}`);
  process.stdout.write(`${lines.join("\n")}\n`);
  printProblems(problems);
}

function isRight({ toFill, problems }: Created): boolean {
  return toFill.length === 0 && problems.length === 0;
}

function nextStep({ kind, id }: Made, sheet: string): string {
  switch (kind) {
    case "actor":
      return `${CALL} new position --by ${id}${sheet}`;
    case "issue":
      return `${CALL} new position --issue ${id}${sheet}`;
    case "source":
      return `${CALL} capture FILE-OR-ADDRESS --id ${id}${sheet} lets quotes be proven`;
    default:
      return `${CALL} serve${sheet} shows it`;
  }
}
