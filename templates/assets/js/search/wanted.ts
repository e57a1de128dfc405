/** What is searched for: in the form, and in the page's address, so that a search can be linked. */

/** The names of the form's fields, which are those of the address too. */
const FIELDS = ["q", "kind", "actor", "issue", "from", "until"] as const;

/** A search. Fields that are not filled in are empty. */
export type Wanted = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Reads the form. */
export function wantedIn(form: HTMLFormElement): Wanted {
  const data = new FormData(form);
  return wantedBy((name) => String(data.get(name) ?? "").trim());
}

/** Reads the page's address. */
export function wantedAt(address: string): Wanted {
  const { searchParams } = new URL(address);
  return wantedBy((name) => (searchParams.get(name) ?? "").trim());
}

/** Fills the form in; a choice that the form does not have stays at its first. */
export function fillIn(form: HTMLFormElement, wanted: Wanted): void {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = wanted[name];
    if (field instanceof HTMLSelectElement) {
      field.value = wanted[name];
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
  }
}

/** The address of a search, relative to the page. */
export function addressOf(wanted: Wanted): string {
  const filled = FIELDS.filter((name) => wanted[name] !== "").map((name) => [name, wanted[name]]);
  const query = new URLSearchParams(filled).toString();
  return query === "" ? location.pathname : `?${query}`;
}

/** Whether something beside words is asked for. */
export function hasFilter(wanted: Wanted): boolean {
  return FIELDS.some((name) => name !== "q" && wanted[name] !== "");
}

/** Whether nothing at all is searched for. */
export function isEmpty(wanted: Wanted): boolean {
  return FIELDS.every((name) => wanted[name] === "");
}

function wantedBy(read: (name: string) => string): Wanted {
  return {
    q: read("q"),
    kind: read("kind"),
    actor: read("actor"),
    issue: read("issue"),
    from: read("from"),
    until: read("until"),
  };
}
