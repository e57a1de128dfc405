/** Warnings that an editor has looked at and allowed, with the reason. */
import type { Problem } from "../content/problem.ts";
import { PROBLEM_CODES } from "../content/problem-codes.ts";
import type { RecordBase, Records, Source } from "../content/records.ts";
import { didYouMean } from "../content/suggest.ts";
import type { CheckContext } from "./context.ts";

const WARNINGS: readonly string[] = Object.entries(PROBLEM_CODES).flatMap(([code, severity]) =>
  severity === "warning" ? [code] : [],
);

/** A record with its allowances. */
export type Allowing = RecordBase & Pick<Source, "allow">;

/** The facts and sources that allow warnings. */
export function allowingRecords({
  facts,
  sources,
}: Pick<Records, "facts" | "sources">): readonly Allowing[] {
  return [...facts, ...sources].filter(({ allow }) => allow.length > 0);
}

/**
 * Takes out the warnings that the file of their fact or source allows, or `site.md` for the whole sheet.
 * @param allowing the facts and sources that allow warnings
 * @param judge whether an allowance that takes nothing out is told. Not where some warnings were not looked for.
 */
export function withoutAllowed(
  context: CheckContext,
  problems: readonly Problem[],
  allowing: readonly Allowing[],
  judge: (code: string) => boolean,
): readonly Problem[] {
  const { site } = context.content.records;
  const ofFile = new Map<string, Allowing>(allowing.map((record) => [record.path, record]));
  if (ofFile.size === 0 && (site?.allow.length ?? 0) === 0) return problems;
  const used = new Set<unknown>();
  const left = problems.filter(({ code, severity, place }) => {
    if (severity === "error") return true;
    const allowances = [...(ofFile.get(place.path)?.allow ?? []), ...(site?.allow ?? [])];
    const allowance = allowances.find((each) => each.code === code);
    if (allowance) used.add(allowance);
    return allowance === undefined;
  });
  const records: readonly Allowing[] = site === null ? allowing : [...allowing, site];
  const unused = records.flatMap((record) =>
    record.allow.flatMap((allowance, place): Problem[] => {
      if (used.has(allowance) || !judge(allowance.code)) return [];
      const message = `"${allowance.code}" is allowed here, and there is no such warning`;
      const hint = WARNINGS.includes(allowance.code)
        ? "Take it out, so that the next one is seen."
        : didYouMean(allowance.code, WARNINGS);
      return [context.at("unused-allowance", record, ["allow", place], message, hint)];
    }),
  );
  return [...left, ...unused];
}
