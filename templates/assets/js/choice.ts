/** What a reader chose to see: values by the name of the control, as the page's address keeps them. */

/** Chosen values by name, in the order of the controls; a name without any is left out. */
export type Choice = ReadonlyMap<string, readonly string[]>;

/** The choice in an address, such as `?stance=opposes&actor=russia,ukraine`, of the names given. */
export function choiceIn(search: string, names: readonly string[]): Choice {
  const parameters = new URLSearchParams(search);
  return new Map(
    names.flatMap((name) => {
      const values = (parameters.get(name) ?? "").split(",").filter((value) => value !== "");
      return values.length > 0 ? [[name, values] as const] : [];
    }),
  );
}

/** The query that keeps a choice; parameters of other names stay. Empty where there is nothing to keep. */
export function queryOf(choice: Choice, search: string, names: readonly string[]): string {
  const others = [...new URLSearchParams(search)].filter(([name]) => !names.includes(name));
  const parts = [
    ...others.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    ...[...choice].map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(",")}`),
  ];
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** Whether nothing is chosen under a name, or one of the values is. */
export function admits(choice: Choice, name: string, values: readonly string[]): boolean {
  const wanted = choice.get(name);
  return !wanted || values.some((value) => wanted.includes(value));
}
