/** Who refers to whom, in one pass over all facts: made once a build by each JavaScript peer. */

/** A day as it is written, whatever the YAML reader made of it. */
export function day(value) {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "");
}

/** The sheet from its records. A record has its front matter's keys, its `url` and, as `html`, its body. */
export function sheetOf({ site, actors, issues, sources, facts }) {
  const newestFirst = facts
    .map((fact) => ({ ...fact, date: day(fact.date) }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
  const maps = Object.fromEntries(
    [
      "byActor",
      "byIssue",
      "bySource",
      "byDay",
      "answers",
      "replacedBy",
      "contradictedBy",
      "received",
    ].map((name) => [name, new Map()]),
  );
  const requests = [];
  newestFirst.forEach((fact, place) => {
    fact.rank = place;
    for (const id of fact.actors ?? []) put(maps.byActor, id, fact);
    if (fact.issue) put(maps.byIssue, fact.issue, fact);
    for (const id of fact.sources ?? []) put(maps.bySource, id, fact);
    for (const id of fact.to ?? []) put(maps.received, id, fact);
    for (const id of fact.contradicts ?? []) put(maps.contradictedBy, id, fact);
    put(maps.byDay, fact.date, fact);
    if (fact.answers) put(maps.answers, fact.answers, fact);
    if (fact.replaces) put(maps.replacedBy, fact.replaces, fact);
    if (fact.factkind === "demand" || fact.factkind === "offer") requests.push(fact);
  });
  const inOrder = (list) => [...list].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const orderedActors = inOrder(actors);
  const orderedIssues = inOrder(issues);
  const sourceList = sources
    .map((source) => ({ ...source, date: day(source.date) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    site,
    facts: newestFirst,
    requests,
    actors: orderedActors,
    issues: orderedIssues,
    sources: sourceList,
    days: [...maps.byDay].map(([date, list]) => ({ date, facts: list, url: `/as-of/${date}/` })),
    ...maps,
    actor: new Map(actors.map((record) => [record.id, record])),
    issue: new Map(issues.map((record) => [record.id, record])),
    source: new Map(sourceList.map((record) => [record.id, record])),
    fact: new Map(newestFirst.map((record) => [record.id, record])),
    pieces: { line: new Map(), exchange: new Map(), position: new Map() },
  };
}

/** The parts of a list, each with the address of its own page; there is always a first. */
export function parts(list, size, url) {
  const total = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: total }, (_, place) => ({
    number: place + 1,
    total,
    items: list.slice(place * size, (place + 1) * size),
    url: place === 0 ? url : `${url}page/${place + 1}/`,
    first: url,
  }));
}

function put(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
