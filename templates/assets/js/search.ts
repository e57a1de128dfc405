/**
 * The search page. What is searched for stands in the form and in the address; the results are a
 * list of links. The index's first file is fetched with the page, so that the first key finds it there.
 */

import type { Brief, Full, RecordId } from "../../../src/build/search-format.ts";
import { numberText } from "./number.ts";
import { MissingFile, openFiles } from "./search/files.ts";
import { type Finding, find } from "./search/find.ts";
import { resultLine, type Settings } from "./search/result.ts";
import { findInSteps, SHOWN_AT_ONCE } from "./search/steps.ts";
import { addressOf, fillIn, isEmpty, type Wanted, wantedAt, wantedIn } from "./search/wanted.ts";
import { useSearchKey, usesSearchKey } from "./search-key.ts";

const NOTHING = { isFound: () => false };

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
  /** Records whose lines are shown, whatever search they are of. */
  let shownIds: readonly RecordId[] = [];
  /** The search that they are of. */
  let shownIn = 0;
  /** What the newest search found, and how many of its lines are shown. */
  let shown: { readonly wanted: Wanted; readonly finding: Finding; lines: number } | null = null;
  /** Says, after a while, that the newest search still waits for files. */
  let slow: ReturnType<typeof setTimeout> | undefined;
  /** The address of this entry of the history was made by typing, and typing on changes it. */
  let isTyping = false;

  async function search(wanted: Wanted): Promise<void> {
    const own = ++turn;
    shown = null;
    clearTimeout(slow);
    const nothing = isEmpty(wanted);
    clear.hidden = nothing;
    if (browse) browse.hidden = !nothing && !fromDisk;
    if (nothing || fromDisk) {
      show([], NOTHING);
      tell(fromDisk ? words.fromDisk : "", false);
      return;
    }
    // It would show more of the last search.
    hideMore();
    slow = setTimeout(() => tell(words.wait, false), 400);
    try {
      await inTheIndex(own, (anew) => searchFor(wanted, own, anew));
    } catch {
      if (own !== turn) return;
      if (browse) browse.hidden = false;
      // Results that are there without their longer texts can still be followed.
      if (shownIn !== own) show([], NOTHING);
      tell(words.failed, false);
    }
  }

  /** Does something; once more with the index opened anew if the site was built anew since the page was opened. */
  function inTheIndex(own: number, act: (anew: boolean) => Promise<void>): Promise<void> {
    return act(false).catch((error: unknown) => {
      if (!(error instanceof MissingFile) || own !== turn) throw error;
      return act(true);
    });
  }

  async function searchFor(wanted: Wanted, own: number, anew: boolean): Promise<void> {
    const isWanted = (): boolean => own === turn;
    const files = await openFiles(settings, anew);
    if (!isWanted()) return;
    files.giveUpFull();
    const found = await findInSteps(files, wanted, {
      isWanted,
      isTyping,
      before: shownIds,
      show,
      count: (count) => tell(counted(count), false),
    });
    if (!found) return;
    shown = { wanted, ...found };
    tell(counted(found.finding.count), found.finding.count > found.lines);
  }

  function counted(count: number | null): string {
    if (count === null) return "";
    return count === 0 ? words.none : words.count.replace("{count}", numberText(count));
  }

  /** Shows results in place of the others; who is on one of them stays on it, or goes back to the field. */
  function show(records: readonly (Brief | Full)[], { isFound }: Pick<Finding, "isFound">): void {
    shownIds = records.map(({ id }) => id);
    shownIn = turn;
    const left = list.querySelector<HTMLAnchorElement>("a:focus");
    list.replaceChildren(...records.map((record) => resultLine(record, isFound, settings)));
    if (!left) return;
    const links = [...list.querySelectorAll("a")];
    (links.find(({ href }) => href === left.href) ?? field).focus();
  }

  function tell(said: string, hasMore: boolean): void {
    if (said !== "") clearTimeout(slow);
    if (hasMore) more.hidden = false;
    else hideMore();
    if (status.textContent !== said) status.textContent = said;
  }

  function hideMore(): void {
    if (document.activeElement === more) field.focus();
    more.hidden = true;
  }

  async function showMore(anew: boolean): Promise<void> {
    if (!shown) return;
    const last = shown;
    const { wanted, lines } = last;
    const files = await openFiles(settings, anew);
    const finding =
      last.finding.isWhole && !anew ? last.finding : await find(files, wanted, { isWhole: true });
    if (!finding) return;
    const records = await files.full(finding.ids.slice(anew ? 0 : lines, lines + SHOWN_AT_ONCE));
    // Another search has begun, or this was asked for twice.
    if (shown !== last) return;
    if (anew) list.replaceChildren();
    list.append(...records.map((record) => resultLine(record, finding.isFound, settings)));
    shown = { wanted, finding, lines: list.children.length };
    (list.children[lines] ?? list.lastElementChild)?.querySelector("a")?.focus();
    tell(counted(finding.count), finding.count > shown.lines);
  }

  /** A search that the reader asked for becomes part of the history; what is typed on replaces itself. */
  function go(typed: boolean): void {
    const wanted = wantedIn(form);
    const address = addressOf(wanted);
    if (new URL(address, location.href).href !== location.href) {
      try {
        if (typed && isTyping) history.replaceState(null, "", address);
        else history.pushState(null, "", address);
      } catch {
        // Some browsers allow only so many in half a minute; the next key tries again.
      }
    }
    isTyping = typed;
    void search(wanted);
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
  field.addEventListener("input", () => go(true));
  form.addEventListener("change", (event) => {
    if (event.target !== field) go(false);
  });
  clear.addEventListener("click", empty);
  more.addEventListener("click", () => {
    const own = turn;
    // A later search gives up what this one waits for.
    inTheIndex(own, showMore).catch(() => own === turn && tell(words.failed, true));
  });
  root.addEventListener("keydown", (event) => {
    // These keys choose among the characters that a word can be written with.
    if (event.isComposing) return;
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
    // A link within the page leaves the results as they are.
    if (shown && addressOf(shown.wanted) === addressOf(wanted)) return;
    fillIn(form, wanted);
    void search(wanted);
  });

  key.checked = usesSearchKey();
  key.addEventListener("change", () => useSearchKey(key.checked));
  const wanted = wantedAt(location.href);
  // Who was faster than this script has typed already.
  if (isEmpty(wanted) && field.value !== "") go(true);
  else {
    fillIn(form, wanted);
    void search(wanted);
  }
  // The page's head has asked for it. If it fails, the search that needs it does too, and says so.
  if (!fromDisk) openFiles(settings).catch(() => undefined);
  const isTouch = matchMedia("(hover: none)").matches;
  if (isEmpty(wanted) && !fromDisk && !isTouch) field.focus();
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
