/** What an edit changed of what checks ask: records, and answers. */
import type { Content } from "../content/assemble.ts";
import { type ListDifference, listDifference } from "../content/list-difference.ts";
import type { Problem } from "../content/problem.ts";
import type { Fact, RecordBase } from "../content/records.ts";
import { voicesKey } from "../model/voices.ts";
import type { Allowing } from "./allowances.ts";
import { RECORD_CHECKS } from "./check.ts";
import type { CheckContext, CheckedRecords, IdHome, SheetCheck } from "./context.ts";
import { withQuoteSource } from "./passages.ts";
import { ASKED } from "./watched-context.ts";

/** A record, and what of it is asked here. */
export interface Checked {
  readonly home: keyof CheckedRecords;
  readonly record: RecordBase;
  readonly look: (context: CheckContext) => readonly Problem[];
  /** What a check of all records reads of it. */
  readonly readBy: (check: SheetCheck) => unknown;
  /** The record itself, if it is one that can allow warnings. */
  readonly allowing: Allowing | null;
  /** A fact, its quote with the source in which it stands. */
  readonly settle: ((context: CheckContext) => Fact) | null;
}

function checked<Home extends keyof CheckedRecords>(
  home: Home,
  record: CheckedRecords[Home],
  { allowing = null, settle = null }: Partial<Pick<Checked, "allowing" | "settle">> = {},
): Checked {
  return {
    home,
    record,
    look: (context) => RECORD_CHECKS.flatMap((checks) => checks[home]?.(context, record) ?? []),
    readBy: (check) => check.reads[home]?.(record),
    allowing,
    settle,
  };
}

/** What changed from one check to the next. */
export interface Change extends Pick<ListDifference<Checked>, "come" | "gone"> {
  /** Of what is answered otherwise now. */
  readonly keys: ReadonlySet<string>;
  /** What changed beside records. */
  readonly beside: SheetCheck["asks"];
}

/** Compares content with what it was before; all of it has come where it was not. */
export function changeBetween(before: Content | null, after: Content): Change {
  const [was, is] = [before?.records, after.records];
  const come: Checked[] = [];
  const gone: Checked[] = [];
  const compare = <Item>(
    earlier: readonly Item[] | undefined,
    now: readonly Item[],
    as: (item: Item) => Checked,
  ): void => {
    const difference = listDifference(earlier ?? [], now);
    for (const item of difference.come) come.push(as(item));
    for (const item of difference.gone) gone.push(as(item));
  };
  compare(was?.site ? [was.site] : [], is.site ? [is.site] : [], (site) => checked("site", site));
  compare(was?.actors, is.actors, (actor) => checked("actors", actor));
  compare(was?.issues, is.issues, (issue) => checked("issues", issue));
  compare(was?.sources, is.sources, (source) => checked("sources", source, { allowing: source }));
  compare(was?.facts, is.facts, (fact) =>
    checked("facts", fact, {
      allowing: fact,
      settle: ({ fingerprints }) => withQuoteSource(fact, fingerprints),
    }),
  );
  compare(was?.withdrawn, is.withdrawn, (fact) => checked("withdrawn", fact));
  compare(was?.pages, is.pages, (page) => checked("pages", page));

  const ids = before === null ? [] : changedIds(before, after);
  const hasOtherVoices = was === undefined || voicesKey(was.actors) !== voicesKey(is.actors);
  const keys = [
    ASKED.anything,
    ...[...come, ...gone].map(({ home, record }) =>
      home === "site" ? ASKED.site : ASKED.record(home, record.id),
    ),
    ...ids,
    ...(hasOtherVoices ? [ASKED.voices] : []),
    ...(was?.images === is.images ? [] : [ASKED.images]),
  ];
  const hasUnparsed = [before, after].some((content) => content?.unparsedFacts.length !== 0);
  const beside: SheetCheck["asks"] = [
    ...(ids.length > 0 ? (["ids"] as const) : []),
    ...(hasOtherVoices ? (["voices"] as const) : []),
    ...(hasUnparsed ? (["unparsed"] as const) : []),
  ];
  return { come, gone, keys: new Set(keys), beside };
}

const ID_HOMES: readonly IdHome[] = ["actors", "issues", "sources", "facts", "pages"];

function changedIds({ ids: before }: Content, { ids: after }: Content): readonly string[] {
  if (before === after) return [];
  return ID_HOMES.flatMap((home) => {
    const changed = [
      ...[...after[home]].filter((id) => !before[home].has(id)),
      ...[...before[home]].filter((id) => !after[home].has(id)),
    ];
    return changed.length === 0
      ? []
      : [ASKED.ids(home), ...changed.map((id) => ASKED.id(home, id))];
  });
}
