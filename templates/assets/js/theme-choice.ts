/** The reader's choice of theme, kept in this browser. */

/** `system` follows the machine. */
export type Theme = "system" | "light" | "dark";

/** In the order in which the switch goes through them. */
export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const KEY = "standpoint-theme";

/** The choice made earlier; `system` where there is none or the browser keeps nothing. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? "system";
  } catch {
    return "system";
  }
}

/** Keeps a choice for other pages and visits, where the browser lets us. */
export function storeTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is turned off or full: the choice holds for this page.
  }
}

/** Sets the page in a theme. The style sheet turns the attribute into `color-scheme`. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
}
