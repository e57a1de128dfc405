/**
 * A slider over the days of the sheet: the matrix of the day chosen is fetched from that day's page
 * and shown in the place of the newest. Nothing is navigated to without being asked; where fetching
 * fails (from disk), the link to the day's own page is still there.
 */

/** What one day's page shows in the section of the matrix. */
type DayParts = readonly Element[];

const PARTS = ".section-head, .matrix-frame, .silent";

/** Enhances the choice of days; its list of links, newest first, is all that it needs. */
export function enhanceAsOf(root: HTMLElement): void {
  const section = root.closest("section");
  const input = root.querySelector<HTMLInputElement>("input[type=range]");
  const output = root.querySelector("output");
  const open = root.querySelector<HTMLAnchorElement>("a[data-open]");
  const failed = root.querySelector<HTMLElement>("[data-failed]");
  const days = [...root.querySelectorAll<HTMLAnchorElement>("a[data-day]")].reverse();
  const newest = days.length - 1;
  if (!section || !input || !output || !open || newest < 1) return;

  /** What the page itself came with; hidden while another day is shown, so that its filters keep their hold. */
  const own = [...section.children].filter((part) => part !== root);
  const fetched = new Map<string, Promise<DayParts>>();
  const ownHead = own.find((part) => part.matches(".section-head"));
  let headHeight = 0;
  let shown: DayParts = [];
  let wanted = newest;

  const name = (): void => {
    const day = days[Number(input.value)];
    if (!day) return;
    output.textContent = day.textContent;
    input.setAttribute("aria-valuetext", day.textContent ?? "");
    open.href = day.href;
  };
  const place = (parts: DayParts): void => {
    for (const part of shown) part.remove();
    shown = parts;
    const isOwn = parts.length === 0;
    headHeight = ownHead?.getBoundingClientRect().height || headHeight;
    for (const part of own)
      if (part.matches(`${PARTS}, [data-enhance=matrix]`))
        part.toggleAttribute("data-other-day", !isOwn);
    const [head, ...rest] = parts;
    // The slider must not move under the hand that moves it.
    if (head instanceof HTMLElement) head.style.minBlockSize = `${headHeight}px`;
    if (head) (own[0] ?? root).before(head);
    root.after(...rest);
  };
  const show = async (): Promise<void> => {
    const chosen = Number(input.value);
    const day = days[chosen];
    if (!day) return;
    wanted = chosen;
    if (failed) failed.textContent = "";
    if (chosen === newest) {
      place([]);
      return;
    }
    try {
      const promise = fetched.get(day.href) ?? fetchDay(day.href);
      fetched.set(day.href, promise);
      const parts = await promise;
      if (wanted === chosen) place(parts);
    } catch {
      fetched.delete(day.href);
      if (wanted !== chosen) return;
      place([]);
      if (failed) failed.textContent = failed.dataset.failed ?? "";
    }
  };

  input.addEventListener("input", name);
  input.addEventListener("change", () => void show());
  const slider = input.closest<HTMLElement>("[data-slider]");
  if (slider) slider.hidden = false;
  // Some browsers keep the slider's place over a reload.
  input.value = String(newest);
  name();
}

/** The parts of a day's page, their addresses made good for any other page. */
async function fetchDay(address: string): Promise<DayParts> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const section = page.querySelector("#positions")?.closest("section");
  const parts = [...(section?.querySelectorAll(PARTS) ?? [])];
  for (const part of parts) {
    for (const element of [part, ...part.querySelectorAll("*")]) {
      element.removeAttribute("id");
      for (const attribute of ["href", "src"]) {
        const value = element.getAttribute(attribute);
        if (value && !value.startsWith("#"))
          element.setAttribute(attribute, new URL(value, response.url).href);
      }
    }
  }
  return parts.map((part) => document.importNode(part, true));
}
