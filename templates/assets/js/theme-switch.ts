/** The switch of themes in the masthead: each press goes on to the next. */
import { applyTheme, storedTheme, storeTheme, THEMES, type Theme } from "./theme-choice.ts";

/** Enhances the switch; the names of the themes are in `data-system`, `data-light` and `data-dark`. */
export function enhanceTheme(button: HTMLElement): void {
  let theme = storedTheme();
  const show = (): void => {
    const name = button.querySelector("[data-name]");
    if (name) name.textContent = button.dataset[theme] ?? "";
  };
  const choose = (chosen: Theme): void => {
    theme = chosen;
    applyTheme(theme);
    show();
  };
  button.addEventListener("click", () => {
    choose(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system");
    storeTheme(theme);
  });
  // Another tab, or this page come back from the browser's memory.
  window.addEventListener("storage", () => choose(storedTheme()));
  window.addEventListener("pageshow", () => choose(storedTheme()));
  show();
}
