/**
 * What the page of comparisons of a large sheet reads: what all comparisons have in common, and for
 * each actor its positions as the page shows them. Of all positions only those of two are fetched.
 */
import { type Comparable, comparableOf, GROUNDS, type Ground } from "../model/comparison.ts";
import type { Cell, Dossier } from "../model/dossier.ts";
import { comparedActors, MOST_PAIRED } from "./comparison-pairs.ts";
import type { RenderContext } from "./context.ts";
import { type OutputPath, PATHS } from "./links.ts";
import type { Piece } from "./locale/piece.ts";
import { numbersOf } from "./numbers.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { countText, groundText, resultText } from "./views/comparison.ts";
import type { Mark } from "./views/parts/marks.ts";
import { shortCellView } from "./views/parts/standings.ts";

/** The file `compare/positions.json`. Addresses are relative to the page that reads it. */
export interface ComparedPositions {
  readonly words: {
    readonly agree: string;
    readonly differ: string;
    readonly incomparable: string;
    readonly grounds: Readonly<Record<Ground, string>>;
    /** "no issue", "one issue" and so on, by number. */
    readonly counts: readonly string[];
  };
  readonly issues: readonly {
    readonly title: string;
    readonly question: string;
    readonly href: string;
  }[];
}

/** The file `compare/positions-<id>.json` of one actor. Addresses as in the other file. */
export interface ActorPositions {
  readonly name: string;
  /** One for each issue, in the order of issues. */
  readonly cells: readonly ComparedCell[];
}

/** A cell as that page shows it. */
export interface ComparedCell {
  readonly stance: Comparable;
  readonly mark: Mark;
  readonly statements: readonly {
    readonly mark: Mark;
    readonly says: string;
    readonly href: string;
    /** Condition and end. */
    readonly terms: readonly string[];
    /** Date, and through whom. */
    readonly when: string;
  }[];
}

/** The files for a large sheet; none for one whose pairs have pages of their own. */
export function comparisonFiles(
  dossier: Dossier,
  context: RenderContext,
): readonly { readonly path: OutputPath; readonly bytes: string }[] {
  const ids = comparedActors(dossier);
  if (ids.length <= MOST_PAIRED) return [];
  const scope = scopeOf(
    dossier,
    context,
    numbersOf(dossier.named.facts.values(), context),
    PATHS.comparisons,
  );
  const positions: ComparedPositions = {
    words: {
      agree: resultText(scope, "agree"),
      differ: resultText(scope, "differ"),
      incomparable: resultText(scope, "incomparable"),
      grounds: groundWords(scope),
      counts: Array.from({ length: dossier.issues.size + 1 }, (_, count) =>
        countText(scope, count),
      ),
    },
    issues: [...dossier.issues.values()].map(({ issue }) => ({
      title: issue.title,
      question: issue.question,
      href: scope.href(PATHS.issue(issue.id)),
    })),
  };
  return [
    { path: PATHS.comparedPositions, bytes: JSON.stringify(positions) },
    ...ids.flatMap((id) => {
      const entry = dossier.actors.get(id);
      if (!entry) return [];
      const cells = entry.cells.map((cell) => comparedCell(scope, cell));
      const file: ActorPositions = { name: entry.actor.name, cells };
      return [{ path: PATHS.comparedPositionsOf(id), bytes: JSON.stringify(file) }];
    }),
  ];
}

function groundWords(scope: Scope): Readonly<Record<Ground, string>> {
  return Object.fromEntries(GROUNDS.map((ground) => [ground, groundText(scope, ground)])) as Record<
    Ground,
    string
  >;
}

function comparedCell(scope: Scope, cell: Cell): ComparedCell {
  const { mark, statements } = shortCellView(scope, cell);
  return {
    stance: comparableOf(cell.standing),
    mark,
    statements: statements.map((statement) => ({
      mark: statement.mark,
      says: statement.says,
      href: statement.href,
      terms: [plain(statement.condition), plain(statement.until)].filter((text) => text !== ""),
      when: [statement.date.text, plain(statement.via)]
        .filter((text) => text !== "")
        .join(scope.t("list.separator")),
    })),
  };
}

function plain(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
