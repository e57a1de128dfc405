/** A bar of filters: its controls, the page's address, and what is told of the result, kept in step. */
import { type Choice, choiceIn, queryOf } from "./choice.ts";
import { enhanceMenus } from "./menus.ts";
import { numberText } from "./number.ts";

/** How much is shown of how much. */
export interface Result {
  readonly shown: number;
  readonly all: number;
}

type Control = HTMLInputElement | HTMLSelectElement;

/** Connects a bar with what it filters: `apply` shows a choice and counts. */
export function connectFilters(bar: HTMLElement, apply: (choice: Choice) => Result): void {
  const controls = [...bar.querySelectorAll<Control>("input[name], select[name]")];
  const names = [...new Set(controls.map(({ name }) => name))];
  const clear = bar.querySelector<HTMLButtonElement>("[data-clear]");
  const status = bar.querySelector<HTMLElement>("[data-status]");
  enhanceMenus(bar);
  enhanceFold(bar);

  const show = (): void => {
    const choice = choiceOf(controls);
    const { shown, all } = apply(choice);
    const template = status?.dataset.status ?? "";
    if (status)
      status.textContent = template
        .replace("{shown}", numberText(shown))
        .replace("{all}", numberText(all));
    for (const mark of bar.querySelectorAll<HTMLElement>("[data-chosen]"))
      mark.textContent = chosenText(controls, mark.dataset.chosen ?? "");
    bar.toggleAttribute("data-active", choice.size > 0);
    if (clear) clear.disabled = choice.size === 0;
  };
  const read = (): void => {
    setControls(controls, choiceIn(location.search, names));
    show();
  };
  const choose = (): void => {
    keepInAddress(queryOf(choiceOf(controls), location.search, names));
    show();
  };

  bar.addEventListener("change", choose);
  clear?.addEventListener("click", () => {
    setControls(controls, new Map());
    choose();
    // The button is of no more use; the focus stays in the bar.
    [...bar.querySelectorAll<HTMLElement>("summary, select")].find(isVisible)?.focus();
  });
  window.addEventListener("popstate", read);
  read();
}

function choiceOf(controls: readonly Control[]): Choice {
  const choice = new Map<string, string[]>();
  for (const control of controls) {
    const isChosen = control instanceof HTMLSelectElement || control.checked;
    if (isChosen && control.value !== "")
      choice.set(control.name, [...(choice.get(control.name) ?? []), control.value]);
  }
  return choice;
}

function setControls(controls: readonly Control[], choice: Choice): void {
  for (const control of controls) {
    const values = choice.get(control.name) ?? [];
    if (control instanceof HTMLInputElement) control.checked = values.includes(control.value);
    else
      control.selectedIndex = Math.max(
        0,
        [...control.options].findIndex(({ value }) => value !== "" && values.includes(value)),
      );
  }
}

/** The one that is chosen under a name, or how many are. */
function chosenText(controls: readonly Control[], name: string): string {
  const chosen = controls.filter(
    (control) => control.name === name && control instanceof HTMLInputElement && control.checked,
  );
  const [only] = chosen;
  if (chosen.length !== 1 || !only) return chosen.length === 0 ? "" : numberText(chosen.length);
  return only.labels?.[0]?.textContent?.trim() ?? "";
}

/** A step for the back button. From disk some browsers keep no query: the filters work, the address stays. */
function keepInAddress(query: string): void {
  if (query === location.search) return;
  try {
    history.pushState(null, "", `${location.pathname}${query}${location.hash}`);
  } catch {
    // Nothing to do; see above.
  }
}

/** The button that unfolds the bar where it would take too much room. */
function enhanceFold(bar: HTMLElement): void {
  const button = bar.querySelector<HTMLButtonElement>("[data-fold]");
  button?.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
  });
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
