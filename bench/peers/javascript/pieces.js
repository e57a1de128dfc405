/** What stands on several pages: made once for each fact and kept, as an expert would. */

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const SPECIAL = /[&<>"]/;

/** Text for HTML. */
export function text(value) {
  const string = String(value ?? "");
  if (!SPECIAL.test(string)) return string;
  return string
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A word of the front matter as readers see it. */
export function word(value) {
  const string = String(value ?? "");
  return string.charAt(0).toUpperCase() + string.slice(1).replaceAll("-", " ");
}

export function time(date) {
  const [year, month, number] = date.split("-");
  return `<time datetime="${date}">${Number(number)} ${MONTHS[Number(month) - 1]} ${year}</time>`;
}

export const mark = (value) =>
  value ? `<span class="mark" data-tone="${value}">${word(value)}</span>` : "";

export function actorLink(sheet, id) {
  const actor = sheet.actor.get(id);
  return actor ? `<a class="actor" href="${actor.url}"><bdi>${text(actor.title)}</bdi></a>` : "";
}

export function issueLink(sheet, id) {
  const issue = sheet.issue.get(id);
  return issue ? `<a href="${issue.url}">${text(issue.title)}</a>` : "";
}

export function sourceLink(sheet, id) {
  const source = sheet.source.get(id);
  if (!source) return "";
  return `<a href="${source.url}" lang="${source.language}"><bdi>${text(source.publisher)}</bdi>, ${time(source.date)}</a>`;
}

const sourceLinks = (sheet, fact) =>
  fact.sources.map((id) => ` · ${sourceLink(sheet, id)}`).join("");

export function quote(sheet, { quote }) {
  if (!quote) return "";
  return `<figure class="quote">
<blockquote${quote.language ? ` lang="${quote.language}"` : ""}><p><bdi>“${text(quote.text)}”</bdi></p></blockquote>
${quote.translation ? `<blockquote class="translation"><p>“${text(quote.translation)}”</p></blockquote>` : ""}
<figcaption>${quote.speaker ? actorLink(sheet, quote.speaker) : ""}${quote.where ? ` · ${text(quote.where)}` : ""}${quote.translator ? ` · translation: ${quote.translator}` : ""}</figcaption>
</figure>`;
}

const kept = (name, make) => (sheet, fact) => {
  const made = sheet.pieces[name];
  const before = made.get(fact.id);
  if (before !== undefined) return before;
  const html = make(sheet, fact);
  made.set(fact.id, html);
  return html;
};

/** One fact in a list. */
export const factLine = kept(
  "line",
  (sheet, fact) => `<li class="fact-line" id="${fact.id}">
<p class="when">${time(fact.date)}</p>
<p class="kicker"><b>${word(fact.factkind)}</b> ${fact.by ? actorLink(sheet, fact.by) : ""}${fact.to ? ` to ${fact.to.map((id) => actorLink(sheet, id)).join(" ")}` : ""} ${mark(fact.stance)} ${mark(fact.answer)}</p>
<p class="statement"><a href="${fact.url}">${text(fact.title)}</a></p>
<p class="source-line">${word(fact.certainty)}${sourceLinks(sheet, fact)}</p>
</li>
`,
);

export const factLines = (sheet, facts) =>
  `<ul class="facts">\n${facts.map((fact) => factLine(sheet, fact)).join("")}</ul>`;

/** A position with its words and source. */
const position = kept(
  "position",
  (sheet, fact) => `<p class="fact-mark">${mark(fact.stance)}</p>
<p class="statement"><a href="${fact.url}">${text(fact.title)}</a></p>
${quote(sheet, fact)}
<p class="source-line">${time(fact.date)} · ${word(fact.certainty)}${sourceLinks(sheet, fact)}</p>`,
);

/** The newest of some positions, and up to five before it. */
export function positions(sheet, [newest, ...earlier]) {
  const also = earlier
    .slice(0, 5)
    .map(
      (fact) =>
        `<li>${mark(fact.stance)} <a href="${fact.url}">${text(fact.title)}</a> ${time(fact.date)}</li>\n`,
    )
    .join("");
  return `${position(sheet, newest)}
${also ? `<details><summary>Also stated</summary>\n<ul>\n${also}</ul>\n</details>` : ""}`;
}

/** A demand or an offer with the answers to it. */
const exchange = kept("exchange", (sheet, fact) => {
  const answers = (sheet.answers.get(fact.id) ?? [])
    .map(
      (answer) =>
        `<li>${mark(answer.answer)} <a href="${answer.url}">${text(answer.title)}</a> ${time(answer.date)} ${actorLink(sheet, answer.by)}</li>\n`,
    )
    .join("");
  return `<li class="exchange">
<div class="ask">
<p class="kicker">${actorLink(sheet, fact.by)} ${fact.factkind === "demand" ? "asked" : "offered"} ${fact.to.map((id) => actorLink(sheet, id)).join(" ")}</p>
<p class="when">${time(fact.date)}${fact.deadline ? ` · by ${text(fact.deadline)}` : ""}</p>
<p class="statement"><a href="${fact.url}">${text(fact.title)}</a></p>
${quote(sheet, fact)}
<p class="source-line">${fact.issue ? issueLink(sheet, fact.issue) : ""}${sourceLinks(sheet, fact)}</p>
</div>
<div class="answers">${answers ? `<ul>\n${answers}</ul>` : "<p>No answer found</p>"}</div>
</li>
`;
});

export const exchanges = (sheet, facts) =>
  `<ul class="exchanges">\n${facts.map((fact) => exchange(sheet, fact)).join("")}</ul>`;

/** Links to the pages before and after. */
export function pager({ number, total, first }) {
  if (total < 2) return "";
  const url = (page) => (page === 1 ? first : `${first}page/${page}/`);
  return `<nav class="pager" aria-label="Pages">
${number > 1 ? `<a href="${url(number - 1)}" rel="prev">Newer</a>` : ""}
<span>${number} of ${total}</span>
${number < total ? `<a href="${url(number + 1)}" rel="next">Older</a>` : ""}
</nav>`;
}
