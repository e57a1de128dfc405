/** The way to any two actors side by side. */
import { compareCells } from "../../model/agreement.ts";
import type { Dossier } from "../../model/dossier.ts";
import {
  comparedActors,
  comparisonPairs,
  comparisonPath,
  MOST_PAIRED,
} from "../comparison-pairs.ts";
import { GLYPHS, type Glyph } from "../glyphs.ts";
import { type OutputPath, PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { countText, resultText } from "./comparison.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type IssueLink, type NameView, nameText, nameView } from "./parts/names.ts";

/** All comparisons. */
export interface ComparisonsView {
  readonly frame: Frame;
  /** Signs that the script may show. */
  readonly glyphs: readonly Glyph[];
  readonly title: string;
  readonly note: string;
  readonly headings: readonly [string, string, string];
  /** Each pair once, under the actor that comes first in the sheet's order; empty for a large sheet. */
  readonly groups: readonly {
    readonly name: NameView;
    readonly pairs: readonly {
      readonly other: string;
      readonly href: string;
      readonly agree: string;
      readonly differ: string;
      readonly incomparable: string;
    }[];
    /** The pairs that stand under another actor. */
    readonly elsewhere: readonly IssueLink[];
  }[];
  /** For a large sheet, any two chosen by the reader; `null` where each pair has a page. */
  readonly choice: ComparisonChoice | null;
}

/** What a large sheet's page chooses from. */
export interface ComparisonChoice {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    /** Where its positions are. */
    readonly data: string;
  }[];
  /** Where that is what all comparisons have in common. */
  readonly data: string;
  readonly issues: string;
  readonly allActors: string;
}

/** The page of all comparisons; none where there are not two actors to compare. */
export function comparisonPages(dossier: Dossier): readonly OutputPath[] {
  return comparedActors(dossier).length < 2 ? [] : [PATHS.comparisons];
}

/** Makes the view of the page of all comparisons. */
export function comparisonsView(scope: Scope): ComparisonsView {
  const { dossier, t, href } = scope;
  const ids = comparedActors(dossier);
  const isLarge = ids.length > MOST_PAIRED;
  return {
    glyphs: GLYPHS,
    frame: frameOf(scope, {
      title: t("comparisons.title"),
      description: t("comparisons.description"),
    }),
    title: t("comparisons.title"),
    note: t("comparisons.note"),
    headings: [
      resultText(scope, "agree"),
      resultText(scope, "differ"),
      resultText(scope, "incomparable"),
    ],
    groups: isLarge ? [] : groupsOf(scope),
    choice: isLarge
      ? {
          actors: ids.map((id) => ({
            id,
            name: nameText(scope, id),
            data: href(PATHS.comparedPositionsOf(id)),
          })),
          data: href(PATHS.comparedPositions),
          issues: href(PATHS.issues),
          allActors: href(PATHS.actors),
        }
      : null,
  };
}

function groupsOf(scope: Scope): ComparisonsView["groups"] {
  const { dossier, href } = scope;
  const pairs = comparisonPairs(dossier);
  return comparedActors(dossier).map((id) => ({
    name: nameView(scope, id),
    pairs: pairs.filter(([first]) => first === id).map((pair) => pairView(scope, pair)),
    elsewhere: pairs
      .filter(([, second]) => second === id)
      .map(([first]) => ({
        title: nameText(scope, first),
        href: href(comparisonPath(dossier, first, id)),
      })),
  }));
}

function pairView(
  scope: Scope,
  [a, b]: readonly [string, string],
): ComparisonsView["groups"][number]["pairs"][number] {
  const { dossier, href } = scope;
  const { agree, differ, incomparable } = compareCells(
    dossier.actors.get(a)?.cells ?? [],
    dossier.actors.get(b)?.cells ?? [],
  );
  return {
    other: nameText(scope, b),
    href: href(comparisonPath(dossier, a, b)),
    agree: countText(scope, agree.length),
    differ: countText(scope, differ.length),
    incomparable: countText(scope, incomparable.length),
  };
}
