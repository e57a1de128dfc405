/**
 * The search page. What is searched for stands in the form and in the address; the results are a
 * list of links. Pagefind is fetched when the field is first used or the address asks for something.
 */

import { isNear } from "./search/near.ts";
import { type Filters, openPagefind, type Result } from "./search/pagefind.ts";
import { resultLine, type Settings } from "./search/result.ts";
import { addressOf, fillIn, isEmpty, type Wanted, wantedAt, wantedIn } from "./search/wanted.ts";
import { useSearchKey, usesSearchKey } from "./search-key.ts";

const SHOWN_AT_ONCE = 10;
/** Milliseconds without a key after which a search is made. */
const PAUSE = 90;

const page = document.querySelector<HTMLElement>("[data-search]");
const written = document.querySelector("#search-settings")?.textContent;
if (page && written) enhanceSearch(page, JSON.parse(written));

function enhanceSearch(root: HTMLElement, settings: Settings): void {
  const { words } = settings;
  const form = part(root, "form", HTMLFormElement);
  const field = part(root, "input[type=search]", HTMLInputElement);
  const list = part(root, "[data-results]", HTMLOListElement);
  const status = part(root, "[data-status]", HTMLElement);
  const more = part(root, "[data-more]", HTMLButtonElement);
  const clear = part(root, "[data-clear]", HTMLButtonElement);
  const key = part(root, "[data-search-key]", HTMLInputElement);
  const browse = document.querySelector<HTMLElement>("[data-browse]");
  const fromDisk = location.protocol === "file:";

  /** Of the newest search; older ones that answer late are dropped. */
  let turn = 0;
  let further: readonly Result[] = [];
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The address of this entry of the history was made by typing, and typing on changes it. */
  let isTyping = false;

  async function search(wanted: Wanted): Promise<void> {
    clearTimeout(pause);
    const own = ++turn;
    const nothing = isEmpty(wanted);
    clear.hidden = nothing;
    if (browse) browse.hidden = !nothing && !fromDisk;
    if (nothing || fromDisk) {
      show([], [], fromDisk ? words.fromDisk : "");
      return;
    }
    const slow = setTimeout(() => {
      if (own === turn) status.textContent = words.wait;
    }, 400);
    try {
      const found = await find(wanted);
      const lines = await linesOf(found.slice(0, SHOWN_AT_ONCE));
      if (own !== turn) return;
      show(
        lines,
        found.slice(SHOWN_AT_ONCE),
        found.length === 0 ? words.none : words.count.replace("{count}", String(found.length)),
      );
    } catch {
      if (own !== turn) return;
      if (browse) browse.hidden = false;
      show([], [], words.failed);
    } finally {
      clearTimeout(slow);
    }
  }

  async function find(wanted: Wanted): Promise<readonly Result[]> {
    const pagefind = await openPagefind(settings.index);
    const filters: Record<string, Filters[string]> = {};
    for (const name of ["kind", "actor", "issue"] as const)
      if (wanted[name] !== "") filters[name] = wanted[name];
    if (wanted.from !== "" || wanted.until !== "") {
      const days = Object.keys((await pagefind.filters()).date ?? {});
      const any = days.filter((day) => touches(day, wanted));
      if (any.length === 0) return [];
      filters.date = { any };
    }
    const { results } =
      wanted.q === ""
        ? await pagefind.search(null, { filters, sort: { date: "desc" } })
        : await pagefind.search(wanted.q, { filters });
    // All that will be shown is fetched at once; Pagefind keeps it.
    const [first] = await Promise.all(results.slice(0, SHOWN_AT_ONCE).map(({ data }) => data()));
    const [best] = results;
    const isFound = wanted.q === "" || !best || !first || isNear(wanted.q, best, first);
    return isFound ? results : [];
  }

  async function linesOf(results: readonly Result[]): Promise<readonly HTMLLIElement[]> {
    const found = await Promise.all(results.map(({ data }) => data()));
    return found.map((one) => resultLine(one, settings));
  }

  function show(lines: readonly HTMLLIElement[], others: readonly Result[], said: string): void {
    list.replaceChildren(...lines);
    further = others;
    more.hidden = others.length === 0;
    if (status.textContent !== said) status.textContent = said;
  }

  /** A search that the reader asked for becomes part of the history; what is typed on replaces itself. */
  function go(typed: boolean): void {
    const wanted = wantedIn(form);
    const address = addressOf(wanted);
    if (new URL(address, location.href).href !== location.href) {
      if (typed && isTyping) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    isTyping = typed;
    void search(wanted);
  }

  /** Fetches what the words typed so far need, while the reader types on. */
  async function fetchAhead(): Promise<void> {
    if (fromDisk) return;
    try {
      const pagefind = await openPagefind(settings.index);
      if (field.value.trim() !== "") await pagefind.preload(field.value);
    } catch {
      // The search that follows fails too, and says so.
    }
  }

  function empty(): void {
    fillIn(form, wantedAt(location.origin));
    go(false);
    field.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(false);
  });
  field.addEventListener("input", () => {
    clearTimeout(pause);
    void fetchAhead();
    pause = setTimeout(() => go(true), PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== field) go(false);
  });
  // Not when it is focused: that happens by itself at first view, which must stay light.
  field.addEventListener("keydown", fetchAhead, { once: true });
  field.addEventListener("pointerdown", fetchAhead, { once: true });
  clear.addEventListener("click", empty);
  more.addEventListener("click", async () => {
    const own = turn;
    const next = further.slice(0, SHOWN_AT_ONCE);
    const lines = await linesOf(next);
    if (own !== turn) return;
    further = further.slice(SHOWN_AT_ONCE);
    more.hidden = further.length === 0;
    list.append(...lines);
    lines[0]?.querySelector("a")?.focus();
  });
  root.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll<HTMLAnchorElement>(".fact-line-says a")];
    const at = links.findIndex((link) => link.matches(":focus"));
    const inField = document.activeElement === field;
    if (event.key === "Escape" && (inField || at >= 0)) {
      event.preventDefault();
      if (at >= 0) field.focus();
      else empty();
    } else if (event.key === "ArrowDown" && (inField || at >= 0)) {
      event.preventDefault();
      (links[at + 1] ?? (more.hidden ? undefined : more))?.focus();
    } else if (event.key === "ArrowUp" && (at >= 0 || document.activeElement === more)) {
      event.preventDefault();
      if (at < 0) links.at(-1)?.focus();
      else (links[at - 1] ?? field).focus();
    }
  });
  window.addEventListener("popstate", () => {
    isTyping = false;
    const wanted = wantedAt(location.href);
    fillIn(form, wanted);
    void search(wanted);
  });

  key.checked = usesSearchKey();
  key.addEventListener("change", () => useSearchKey(key.checked));
  const wanted = wantedAt(location.href);
  fillIn(form, wanted);
  void search(wanted);
  const isTouch = matchMedia("(hover: none)").matches;
  if (isEmpty(wanted) && !fromDisk && !isTouch) field.focus();
}

/** Whether days `first/last` and the days asked for have one in common. */
function touches(days: string, { from, until }: Wanted): boolean {
  const [first = "", last = ""] = days.split("/");
  return (from === "" || last >= from) && (until === "" || first <= until);
}

function part<Kind extends Element>(
  root: HTMLElement,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The search page has no ${selector}`);
}
