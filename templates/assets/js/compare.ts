/** Any two actors of a large sheet side by side, from the positions of both. */
import type { Comparison } from "../../../src/model/agreement.ts";
import { comparisonOn, groundOf } from "../../../src/model/comparison.ts";
import type {
  ActorPositions,
  ComparedCell,
  ComparedPositions,
} from "../../../src/render/comparison-files.ts";

const RESULTS: readonly Comparison[] = ["agree", "differ", "incomparable"];

/** Enhances the choice of two. The two are kept in the address. */
export function enhanceCompare(root: HTMLElement): void {
  const [one, other] = root.querySelectorAll("select");
  const status = root.querySelector<HTMLElement>("[role=status]");
  const result = root.querySelector<HTMLElement>("[data-result]");
  if (!one || !other || !status || !result) return;
  const fetched = new Map<string, Promise<unknown>>();
  let wanted = "";

  /** A file of positions, fetched once; asked for again if that failed. */
  const read = async <Content>(address: string): Promise<Content> => {
    const content = fetched.get(address) ?? fetchJson(address);
    fetched.set(address, content);
    try {
      return (await content) as Content;
    } catch (error) {
      fetched.delete(address);
      throw error;
    }
  };
  const positionsOf = (select: HTMLSelectElement): Promise<ActorPositions> =>
    read(select.selectedOptions[0]?.dataset.positions ?? "");

  const show = async (): Promise<void> => {
    const chosen = `${one.value} ${other.value}`;
    wanted = chosen;
    if (one.value === other.value) {
      result.replaceChildren();
      status.textContent = root.dataset.same ?? "";
      return;
    }
    try {
      const [common, ...pair] = await Promise.all([
        read<ComparedPositions>(root.dataset.positions ?? ""),
        positionsOf(one),
        positionsOf(other),
      ]);
      if (wanted !== chosen) return;
      status.textContent = "";
      result.replaceChildren(...compared(common, pair));
    } catch {
      if (wanted === chosen) status.textContent = root.dataset.failed ?? "";
    }
  };
  const readAddress = (): void => {
    const query = new URLSearchParams(location.search);
    one.value = query.get("one") ?? one.options[0]?.value ?? "";
    other.value = query.get("other") ?? other.options[1]?.value ?? "";
    void show();
  };
  root.addEventListener("change", () => {
    const query = new URLSearchParams({ one: one.value, other: other.value });
    try {
      history.pushState(null, "", `?${query}`);
    } catch {
      // From disk some browsers keep no query.
    }
    void show();
  });
  root.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", readAddress);
  readAddress();
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function compared(
  { issues, words }: ComparedPositions,
  pair: readonly ActorPositions[],
): readonly Node[] {
  const rows = issues.flatMap((issue, place) => {
    const cells = pair.flatMap(({ name, cells }) => {
      const cell = cells[place];
      return cell ? [{ name, cell }] : [];
    });
    const [first, second] = cells;
    if (!first || !second) return [];
    const ground = groundOf(first.cell.stance, second.cell.stance);
    return [{ issue, cells, ground, result: comparisonOn(ground) }];
  });
  return RESULTS.flatMap((result) => {
    const found = rows.filter((row) => row.result === result);
    const list = element("ol", "compared");
    for (const { issue, cells, ground } of found) {
      const head = element("div", "compared-head");
      const title = element("h4", "");
      title.append(link(issue.href, issue.title));
      head.append(
        title,
        element("p", "question", issue.question),
        element("p", "compared-reason", words.grounds[ground]),
      );
      const row = element("li", "compared-issue");
      row.append(head);
      if (ground !== "neither-stated") {
        const sides = element("div", "compared-sides");
        sides.append(...cells.map(({ name, cell }) => side(name, cell)));
        row.append(sides);
      }
      list.append(row);
    }
    const heading = element(
      "h3",
      "",
      `${words[result]}: ${words.counts[found.length] ?? found.length}`,
    );
    return found.length > 0 ? [heading, list] : [heading];
  });
}

function side(name: string, { mark, statements, stance }: ComparedCell): Node {
  const made = element("div", "compared-side");
  const who = element("p", "compared-who");
  who.append(element("bdi", "", name), " ", markOf(mark));
  made.append(who);
  for (const statement of statements) {
    const block = element("div", "statement-block");
    if (stance === "conflict") {
      const own = element("p", "");
      own.append(markOf(statement.mark));
      block.append(own);
    }
    const says = element("p", "statement");
    says.append(link(statement.href, statement.says));
    block.append(says);
    for (const term of statement.terms) block.append(element("p", "term", term));
    block.append(element("p", "source-line", statement.when));
    made.append(block);
  }
  return made;
}

function markOf({ glyph, tone, word }: ComparedCell["mark"]): Node {
  const made = element("span", "mark");
  made.dataset.tone = tone;
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(namespace, "use");
  use.setAttribute("href", `#g-${glyph}`);
  svg.append(use);
  made.append(svg, word);
  return made;
}

function link(href: string, text: string): Node {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
