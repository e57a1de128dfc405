/** The pages of the JavaScript peers, without the frame around them: each gives a title and HTML. */
import {
  actorLink,
  exchanges,
  factLine,
  factLines,
  issueLink,
  mark,
  pager,
  positions,
  quote,
  text,
  time,
  word,
} from "./pieces.js";
import { parts } from "./sheet.js";

/** How many stand on one page, as in Standpoint. */
const SIZES = { facts: 80, timeline: 120, demands: 60, days: 120, sources: 100 };

/** All lists that have pages, and the pages of each. */
export const listParts = {
  facts: (sheet) => parts(sheet.facts, SIZES.facts, "/facts/"),
  timeline: (sheet) => parts(sheet.facts, SIZES.timeline, "/timeline/"),
  demands: (sheet) => parts(sheet.requests, SIZES.demands, "/demands/"),
  days: (sheet) => parts(sheet.days, SIZES.days, "/as-of/"),
  sources: (sheet) => parts(sheet.sources, SIZES.sources, "/sources/"),
  actor: (sheet) =>
    sheet.actors.flatMap((actor) =>
      parts(sheet.byActor.get(actor.id) ?? [], SIZES.facts, actor.url).map((part) => ({
        ...part,
        of: actor,
      })),
    ),
  issue: (sheet) =>
    sheet.issues.flatMap((issue) =>
      parts(sheet.byIssue.get(issue.id) ?? [], SIZES.facts, issue.url).map((part) => ({
        ...part,
        of: issue,
      })),
    ),
};

export const pages = {
  home,
  actors,
  actor,
  issues,
  issue,
  sources,
  source,
  facts,
  fact,
  demands,
  timeline,
  days,
  day,
};

function home(sheet) {
  const shown = sheet.actors.slice(0, 12);
  const newest = new Map();
  for (const { id } of shown)
    for (const fact of sheet.byActor.get(id) ?? []) {
      const key = `${id}/${fact.issue}`;
      if (fact.factkind === "position" && !newest.has(key)) newest.set(key, fact);
    }
  const cell = (actor, issue) => {
    const fact = newest.get(`${actor.id}/${issue.id}`);
    return fact
      ? `<td><a href="${fact.url}" class="mark" data-tone="${fact.stance}">${word(fact.stance)}</a></td>`
      : "<td>–</td>";
  };
  return {
    title: sheet.site.title,
    html: `<p class="kicker">${sheet.facts.length} sourced facts</p>
<h1>${text(sheet.site.question)}</h1>
<p>${text(sheet.site.summary)}</p>
<section><h2>Where each side stands</h2>
<table class="matrix">
<thead><tr><th scope="col">Issue</th>${shown.map((actor) => `<th scope="col"><a href="${actor.url}">${text(actor.title)}</a></th>`).join("")}</tr></thead>
<tbody>
${sheet.issues.map((issue) => `<tr><th scope="row"><a href="${issue.url}">${text(issue.title)}</a></th>${shown.map((actor) => cell(actor, issue)).join("\n")}</tr>`).join("\n")}
</tbody>
</table>
</section>
<section><h2>Demands and answers</h2>
${exchanges(sheet, sheet.requests.slice(0, 8))}
</section>
<section><h2>How it unfolded</h2>
${factLines(sheet, sheet.facts.slice(0, 24))}
</section>`,
  };
}

function actors(sheet) {
  const lines = sheet.actors.map(
    (actor) =>
      `<li><a href="${actor.url}">${text(actor.title)}</a> <span>${word(actor.role)}</span> <span>${text(actor.summary)}</span> <span>${sheet.byActor.get(actor.id)?.length ?? 0} facts</span></li>`,
  );
  return {
    title: "Actors",
    html: `<h1>Actors</h1>\n<ul class="actors">\n${lines.join("\n")}\n</ul>`,
  };
}

function actor(sheet, part) {
  const { of } = part;
  return {
    title: of.title,
    html: `<header>
<p class="kicker">${word(of.role)} · ${word(of.actorkind)}</p>
<h1>${text(of.title)}</h1>
<p>${text(of.summary)}</p>
</header>
${part.number === 1 ? actorDossier(sheet, of) : ""}
<section><h2>All facts</h2>
${factLines(sheet, part.items)}
${pager(part)}
</section>`,
  };
}

function actorDossier(sheet, { id }) {
  const facts = sheet.byActor.get(id) ?? [];
  const byIssue = grouped(
    facts.filter(({ factkind }) => factkind === "position"),
    "issue",
  );
  const stated = [...byIssue].map(
    ([issue, list]) =>
      `<article><h3>${issueLink(sheet, issue)}</h3>\n${positions(sheet, list)}\n</article>`,
  );
  const silent = sheet.issues.filter((issue) => !byIssue.has(issue.id));
  return `<section><h2>Stated positions</h2>
${stated.join("\n")}
</section>
<section><h2>No stated position found on</h2>
<ul>${silent.map((issue) => `<li>${issueLink(sheet, issue.id)}</li>`).join("\n")}</ul>
</section>
${exchangeSection(
  sheet,
  "Demands made",
  facts.filter(({ factkind }) => factkind === "demand"),
  40,
)}
${exchangeSection(
  sheet,
  "Offers made",
  facts.filter(({ factkind }) => factkind === "offer"),
  40,
)}
${exchangeSection(sheet, "Demands and offers received", sheet.received.get(id) ?? [], 40)}`;
}

function exchangeSection(sheet, title, list, most) {
  if (list.length === 0) return "";
  return `<section><h2>${title}</h2>\n${exchanges(sheet, list.slice(0, most))}\n</section>`;
}

function issues(sheet) {
  const lines = sheet.issues.map(
    (issue) =>
      `<li><a href="${issue.url}">${text(issue.title)}</a> <span>${text(issue.question)}</span> <span>${sheet.byIssue.get(issue.id)?.length ?? 0} facts</span></li>`,
  );
  return {
    title: "Issues",
    html: `<h1>Issues</h1>\n<ul class="issues">\n${lines.join("\n")}\n</ul>`,
  };
}

function issue(sheet, part, body = part.of.html) {
  const { of } = part;
  return {
    title: of.title,
    html: `<header>
<p class="kicker">${text(of.title)}</p>
<h1>${text(of.question)}</h1>
</header>
${part.number === 1 ? issueDossier(sheet, of, body) : ""}
<section><h2>All facts</h2>
${factLines(sheet, part.items)}
${pager(part)}
</section>`,
  };
}

function issueDossier(sheet, { id }, body) {
  const facts = sheet.byIssue.get(id) ?? [];
  const byVoice = grouped(
    facts.filter(({ factkind }) => factkind === "position"),
    "voice",
  );
  const stated = [...byVoice].map(
    ([voice, list]) =>
      `<article><h3>${actorLink(sheet, voice)}</h3>\n${positions(sheet, list)}\n</article>`,
  );
  return `<div class="prose">${body}</div>
<section><h2>Stated positions</h2>
${stated.join("\n")}
</section>
${exchangeSection(
  sheet,
  "Demands",
  facts.filter(({ factkind }) => factkind === "demand"),
  60,
)}
${exchangeSection(
  sheet,
  "Offers",
  facts.filter(({ factkind }) => factkind === "offer"),
  60,
)}`;
}

function sources(sheet, part) {
  const lines = part.items.map(
    (source) =>
      `<li><a href="${source.url}">${text(source.title)}</a> <bdi>${text(source.publisher)}</bdi>, ${time(source.date)} <span>${sheet.bySource.get(source.id)?.length ?? 0} facts</span></li>`,
  );
  return {
    title: "Sources",
    html: `<h1>Sources</h1>\n<ul class="documents">\n${lines.join("\n")}\n</ul>\n${pager(part)}`,
  };
}

function source(sheet, of, body = of.html) {
  return {
    title: of.title,
    html: `<header>
<p class="kicker">Source · ${word(of.sourcetype)}</p>
<h1 lang="${of.language}">${text(of.title)}</h1>
</header>
<dl class="details">
<div><dt>Publisher</dt><dd><bdi>${text(of.publisher)}</bdi></dd></div>
<div><dt>Published</dt><dd>${time(of.date)}</dd></div>
${of.address ? `<div><dt>Address</dt><dd><a href="${text(of.address)}">${text(of.address)}</a></dd></div>` : ""}
</dl>
<div class="prose">${body}</div>
<section><h2>Facts read in it</h2>
${factLines(sheet, sheet.bySource.get(of.id) ?? [])}
</section>`,
  };
}

function facts(sheet, part) {
  return {
    title: "Facts",
    html: `<h1>Facts</h1>\n<p>${sheet.facts.length} facts, newest first.</p>\n${factLines(sheet, part.items)}\n${pager(part)}`,
  };
}

function fact(sheet, of, body = of.html) {
  const row = (label, html) => (html ? `<div><dt>${label}</dt><dd>${html}</dd></div>\n` : "");
  const links = (ids) => (ids ?? []).map((id) => actorLink(sheet, id)).join(" ");
  const related = (title, list) =>
    list.length > 0 ? `<section><h2>${title}</h2>${factLines(sheet, list)}</section>\n` : "";
  const found = (ids) => ids.flatMap((id) => sheet.fact.get(id) ?? []);
  const answers = sheet.answers.get(of.id) ?? [];
  const [newer, older] = [sheet.facts[of.rank - 1], sheet.facts[of.rank + 1]];
  const neighbour = (record, rel, label) =>
    record
      ? `<a href="${record.url}" rel="${rel}"><span class="label">${label}</span> <span>${text(record.title.slice(0, 70))}</span></a>\n`
      : "";
  return {
    title: of.title,
    html: `<article>
<header>
<p class="kicker"><b>${word(of.factkind)}</b> ${of.issue ? issueLink(sheet, of.issue) : ""}</p>
<h1>${text(of.title)}</h1>
<p class="fact-mark">${mark(of.stance)}${mark(of.answer)}</p>
</header>
<dl class="details">
${row("Who", of.by ? actorLink(sheet, of.by) : "")}${row("To whom", links(of.to))}${row("Involved", links(of.involves))}${row("When", `<a href="/as-of/${of.date}/">${time(of.date)}</a>`)}${row("By", text(of.deadline))}${row("If", text(of.if))}${row("Where", text(of.place))}${row("How sure", word(of.certainty))}</dl>
${quote(sheet, of)}
<div class="prose">${body}</div>
${related("It answers", found(of.answers ? [of.answers] : []))}${answers.length > 0 ? related("Answers", answers) : of.to ? "<section><h2>Answers</h2><p>No answer found</p></section>\n" : ""}${related("It replaces", found(of.replaces ? [of.replaces] : []))}${related("Replaced by", sheet.replacedBy.get(of.id) ?? [])}${related("It contradicts", found(of.contradicts ?? []))}${related("Contradicted by", sheet.contradictedBy.get(of.id) ?? [])}<section aria-labelledby="sources">
<h2 id="sources">Where it was read</h2>
<ul class="documents">
${of.sources.map((id) => document(sheet.source.get(id))).join("")}</ul>
</section>
${of.corrections ? `<section><h2>Corrections</h2><ul>${of.corrections.map(({ date, note }) => `<li><time>${text(date)}</time> ${text(note)}</li>`).join("")}</ul></section>` : ""}
<section><h2>Cite this fact</h2><p class="cite">${text(sheet.site.title)}: “${text(of.title)}” facts/${of.id}/</p></section>
</article>
<nav class="neighbours" aria-label="Before and after">
${neighbour(older, "prev", "Before")}${neighbour(newer, "next", "After")}</nav>`,
  };
}

function document(source) {
  if (!source) return "";
  return `<li>
<p class="statement"><a href="${source.url}" lang="${source.language}">${text(source.title)}</a></p>
<p class="source-line"><bdi>${text(source.publisher)}</bdi>, ${time(source.date)}</p>
${source.address ? `<p class="address"><a href="${text(source.address)}"><bdi dir="ltr">${text(source.address)}</bdi></a></p>` : ""}
</li>
`;
}

function demands(sheet, part) {
  return {
    title: "Demands and offers",
    html: `<h1>Demands and offers</h1>
<p>Who asked or offered what, to whom, by when, or else what, and the answer. ${sheet.requests.length} in all; newest first.</p>
${exchanges(sheet, part.items)}
${pager(part)}`,
  };
}

function timeline(sheet, part) {
  return {
    title: "Timeline",
    html: `<h1>Timeline</h1>\n${factLines(sheet, part.items)}\n${pager(part)}`,
  };
}

function days(_sheet, part) {
  const lines = part.items.map(
    ({ date, url, facts }) =>
      `<li><a href="${url}">${date}</a> <span>${facts.length} facts</span></li>`,
  );
  return {
    title: "Days",
    html: `<h1>Days</h1>\n<ul class="days">\n${lines.join("\n")}\n</ul>\n${pager(part)}`,
  };
}

function day(sheet, { date, facts }) {
  return {
    title: date,
    html: `<h1>${date}</h1>
<p><a href="/as-of/">All days</a></p>
<section><h2>What was said and done</h2>
<ul class="facts">
${facts.map((fact) => `${factLine(sheet, fact)}${quote(sheet, fact)}`).join("\n")}
</ul>
</section>`,
  };
}

function grouped(list, key) {
  const groups = new Map();
  for (const item of list) {
    const group = groups.get(item[key]);
    if (group) group.push(item);
    else groups.set(item[key], [item]);
  }
  return groups;
}
