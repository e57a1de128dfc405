/** Filters of lists: an item has the values of each filter in an attribute of the filter's name. */
import { admits } from "./choice.ts";
import { connectFilters } from "./filters.ts";

/** Enhances the bar of the lists that lie in the element it names in `data-for`. */
export function enhanceList(bar: HTMLElement): void {
  const area = document.getElementById(bar.dataset.for ?? "");
  if (!area) return;
  const items = [...area.querySelectorAll<HTMLElement>("[data-item]")];
  const sections = [...area.querySelectorAll<HTMLElement>("section")].filter((section) =>
    section.querySelector("[data-item]"),
  );
  const names = [
    ...new Set([...bar.querySelectorAll<HTMLSelectElement>("[name]")].map(({ name }) => name)),
  ];

  connectFilters(bar, (choice) => {
    for (const item of items)
      item.hidden = !names.every((name) =>
        admits(choice, name, (item.dataset[name] ?? "").split(" ")),
      );
    for (const section of sections)
      section.hidden = section.querySelector("[data-item]:not([hidden])") === null;
    return { shown: items.filter(({ hidden }) => !hidden).length, all: items.length };
  });
}
