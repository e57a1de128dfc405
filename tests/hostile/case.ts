/** What a hostile case is: a few files, and the property that the tool must keep whatever they hold. */

/** One hostile case. */
export interface HostileCase {
  readonly name: string;
  /** What must hold, in words. */
  readonly property: string;
  /** Files by their path in the content folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The problems' codes, each with its path; none if the content is sound. */
  readonly problems: readonly string[];
  /** The `says` of facts by id, where the property is that it is read as it was written. */
  readonly says?: Readonly<Record<string, string>>;
  /** Brings about what no file's text can: pipes, links, rights. */
  readonly make?: (content: string) => void;
}

/** A sound fact of the fictional sheet, its sentence and its body given as YAML and Markdown. */
export function fact(says: string, body = "", more = ""): string {
  return `---\nkind: event\ndate: 2001-03-02\nsays: ${says}\n${more}source: wend-gazette\n---\n${body}\n`;
}

/** A file of front matter alone, given as YAML. */
export function block(yaml: string): string {
  return `---\n${yaml}\n---\n`;
}

/** A case of one fact, `facts/<name>.md`, that must be refused with some codes. */
export function refused(
  name: string,
  property: string,
  text: string | Uint8Array,
  ...codes: readonly string[]
): HostileCase {
  const path = pathOf(name);
  return {
    name,
    property,
    files: { [path]: text },
    problems: codes.map((code) => `${path} ${code}`),
  };
}

/** A case of one fact that is sound, and whose sentence is read as given. */
export function accepted(name: string, property: string, text: string, says?: string): HostileCase {
  const id = pathOf(name).slice("facts/".length, -".md".length);
  const read = says === undefined ? {} : { says: { [id]: says } };
  return { name, property, files: { [pathOf(name)]: text }, problems: [], ...read };
}

function pathOf(name: string): string {
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `facts/${id.replace(/^-+|-+$/g, "")}.md`;
}
