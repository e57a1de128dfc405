/**
 * The key `/` leads to search from any page: to the field where there is one, else to the link. A
 * reader whose software types characters can turn it off on the search page (WCAG 2.1.4).
 */

const KEY = "standpoint-search-key";

/** Enhances the link to the search page. */
export function enhanceSearchKey(link: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || isTyping(event.target) || !usesSearchKey()) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("[data-search] input[type=search]");
    if (!field) link.focus();
    else {
      field.focus();
      field.select();
    }
  });
}

/** Whether the key is on, as it is until it is turned off. */
export function usesSearchKey(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Turns the key on or off for this browser. */
export function useSearchKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is turned off or full: the key stays as it is.
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
