/** In pages that `standpoint serve` shows: loads them anew when they change, and lays what is wrong over them. */

interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

type Told =
  | { readonly kind: "reload" }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

const OWN = "/.standpoint";

function listen(): void {
  const seen = document.currentScript?.dataset.seen ?? "";
  const page = new URLSearchParams({ path: location.pathname, seen });
  const events = new EventSource(`${OWN}/events?${page}`);
  let isLost = false;
  events.addEventListener("message", ({ data }: MessageEvent<string>) => {
    // The server went away and is back: what it serves may be new.
    if (isLost) location.reload();
    const told: Told = JSON.parse(data);
    if (told.kind === "reload") location.reload();
    else show(told.problems);
  });
  events.addEventListener("error", () => {
    isLost = true;
  });
  addEventListener("pagehide", () => events.close());
}

function show(problems: readonly Problem[]): void {
  const list = document.querySelector("main[data-problems] pre")?.textContent;
  if (typeof list === "string") {
    // The page itself lists them: there is no good one to lay anything over.
    if (problems.some(({ text }) => !list.includes(text))) location.reload();
    return;
  }
  document.querySelector(".live-problems")?.remove();
  if (problems.length === 0) return;
  const overlay = element("section", "live-problems");
  overlay.setAttribute("role", "alert");
  overlay.setAttribute("aria-label", "Problems in the content");
  // No header: beside the page's own it would count as a second banner.
  const head = element("div", "live-head");
  const heading = element("h2", "");
  heading.textContent = problems.length === 1 ? "1 error" : `${problems.length} errors`;
  const note = element("p", "");
  note.textContent =
    "The page below is the last good one. This goes away when the content is mended.";
  const close = element("button", "");
  close.setAttribute("type", "button");
  close.textContent = "Hide";
  close.addEventListener("click", () => overlay.remove());
  head.append(heading, note, close);
  overlay.append(head, ...problems.map(problemElement));
  document.body.append(overlay);
}

function problemElement(problem: Problem): HTMLElement {
  const article = element("article", "");
  const open = element("button", "live-place");
  open.setAttribute("type", "button");
  open.textContent = `${problem.path}:${problem.line}:${problem.column}`;
  open.title = "Open in your editor";
  open.addEventListener("click", () => {
    const { path, line, column } = problem;
    const place = new URLSearchParams({ path, line: String(line), column: String(column) });
    void fetch(`${OWN}/open?${place}`, { method: "POST" });
  });
  const text = element("pre", "");
  text.textContent = problem.text.slice(open.textContent.length).trimStart();
  article.append(open, text);
  return article;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  return made;
}

listen();
