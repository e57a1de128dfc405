/** What a page holds, in its head: a list of its sections. */

/** A way to a section. */
export interface ContentsEntry {
  readonly label: string;
  /** Within the page. */
  readonly href: string;
  readonly count: string;
}

/** A section that a page may have. */
export interface Section {
  readonly id: string;
  readonly label: string;
  /** How much it holds, in words. */
  readonly count: string;
  /** Whether the page has it. */
  readonly isThere: boolean;
}

/** The contents of a page: the sections that it has. */
export function contentsOf(sections: readonly Section[]): readonly ContentsEntry[] {
  return sections
    .filter(({ isThere }) => isThere)
    .map(({ id, label, count }) => ({ label, href: `#${id}`, count }));
}
