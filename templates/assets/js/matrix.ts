/** Filters and orders of the matrix: actors are columns, issues are rows. */
import { admits, type Choice } from "./choice.ts";
import { connectFilters, type Result } from "./filters.ts";

/** What a row or a column says of itself in its heading. */
interface Line {
  readonly id: string;
  /** Place in the editors' order. */
  readonly place: number;
  /** How many positions stand in it. */
  readonly stated: number;
  /** The day of its newest position, or empty. */
  readonly newest: string;
}

interface Row extends Line {
  readonly element: HTMLTableRowElement;
  readonly heading: HTMLTableCellElement;
  /** In the editors' order of columns. */
  readonly cells: readonly HTMLTableCellElement[];
}

/** Enhances the bar above a matrix, which it names in `data-for`. */
export function enhanceMatrix(bar: HTMLElement): void {
  const table = document.getElementById(bar.dataset.for ?? "");
  const body = table?.querySelector("tbody");
  const head = table?.querySelector<HTMLTableRowElement>("thead tr");
  if (!table || !body || !head) return;
  const [corner, ...headings] = [...head.cells];
  if (!corner) return;
  const columns = headings.map(lineOf);
  const rows = [...body.rows].flatMap((element, place): Row[] => {
    const [heading, ...cells] = [...element.cells];
    return heading ? [{ ...lineOf(heading, place), element, heading, cells }] : [];
  });
  let arranged = "";

  connectFilters(bar, (choice): Result => {
    const order = `${choice.get("sort")} ${choice.get("columns")}`;
    if (order !== arranged) {
      const places = sorted(columns, choice.get("columns")?.[0]).map(({ place }) => place);
      const inOrder = <Item>(items: readonly Item[]): Item[] =>
        places.flatMap((place) => items[place] ?? []);
      head.replaceChildren(corner, ...inOrder(headings));
      for (const { element, heading, cells } of rows)
        element.replaceChildren(heading, ...inOrder(cells));
      body.replaceChildren(...sorted(rows, choice.get("sort")?.[0]).map(({ element }) => element));
      arranged = order;
    }
    columns.forEach(({ id, place }) => {
      const isShown = admits(choice, "actor", [id]);
      for (const cell of [headings[place], ...rows.map(({ cells }) => cells[place])])
        if (cell) cell.hidden = !isShown;
    });
    table.toggleAttribute("data-some-actors", choice.has("actor"));
    const shown = rows.filter((row) => showRow(row, choice)).length;
    return { shown, all: rows.length };
  });
}

/** Shows a row or hides it, and marks the cells whose stance is asked for. */
function showRow({ element, id, cells }: Row, choice: Choice): boolean {
  const hits = cells.filter((cell) => {
    const isHit = !cell.hidden && admits(choice, "stance", (cell.dataset.stance ?? "").split(" "));
    cell.toggleAttribute("data-hit", isHit && choice.has("stance"));
    return isHit;
  });
  const isShown = hits.length > 0 && admits(choice, "issue", [id]);
  element.hidden = !isShown;
  return isShown;
}

function sorted<Item extends Line>(lines: readonly Item[], by: string | undefined): Item[] {
  return [...lines].sort(
    (a, b) =>
      (by === "stated" ? b.stated - a.stated : 0) ||
      (by === "newest" ? compare(b.newest, a.newest) : 0) ||
      a.place - b.place,
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function lineOf({ dataset }: HTMLElement, place: number): Line {
  return {
    id: dataset.id ?? "",
    place,
    stated: Number(dataset.stated ?? 0),
    newest: dataset.newest ?? "",
  };
}
