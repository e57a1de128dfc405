/** Counts that pages give: made once for the sheet, and once for each of its days. */
import type { Day } from "../content/dates.ts";
import type { Fact } from "../content/records.ts";
import type { RenderContext } from "./context.ts";

/** How many facts and quotes are known. */
export interface SheetNumbers {
  readonly facts: number;
  readonly quotes: number;
  /** Quotes found in their sources word for word. */
  readonly matched: number;
}

/** Counts some facts. */
export function numbersOf(
  facts: Iterable<Fact>,
  { verification }: Pick<RenderContext, "verification">,
): SheetNumbers {
  let [count, quotes, matched] = [0, 0, 0];
  for (const { id, quote } of facts) {
    count += 1;
    if (quote === null) continue;
    quotes += 1;
    if (verification.get(id) === "matched") matched += 1;
  }
  return { facts: count, quotes, matched };
}

/** The counts at the end of each day, added up from the first on. */
export function numbersByDay(
  context: Pick<RenderContext, "days" | "verification">,
): ReadonlyMap<Day, SheetNumbers> {
  let sum: SheetNumbers = { facts: 0, quotes: 0, matched: 0 };
  return new Map(
    context.days.days.map((day) => {
      const entered = numbersOf(context.days.enteredOn(day), context);
      sum = {
        facts: sum.facts + entered.facts,
        quotes: sum.quotes + entered.quotes,
        matched: sum.matched + entered.matched,
      };
      return [day, sum];
    }),
  );
}
