/** "In their words": which quotes the home page shows. */
import type { Fact } from "../../../content/records.ts";
import type { Dossier } from "../../../model/dossier.ts";

const FEWEST_WORDS = 8;
const KINDS: readonly Fact["kind"][] = ["position", "demand", "offer", "answer"];

/**
 * The newest quotes of what was proposed, asked or answered, at least eight words long: the same
 * number for each party (as many as the party with the fewest has, at most `perParty`), and none
 * for anyone else. Each party's are on different issues, its own before those of others who speak
 * for it. In order of actors.
 */
export function partyQuotes(dossier: Dossier, perParty: number): readonly Fact[] {
  const parties = dossier.matrix.actors.filter(
    (id) => dossier.named.actors.get(id)?.role === "party",
  );
  const found = parties.map((id) => quotesOf(dossier, id));
  const number = Math.min(perParty, ...found.map(({ length }) => length));
  return found.flatMap((quotes) => quotes.slice(0, number));
}

/** An actor's quotes, its own first, newest first, one for each issue. */
function quotesOf(dossier: Dossier, actor: string): readonly Fact[] {
  const issues = new Set<string | null>();
  const facts = dossier.actors.get(actor)?.facts ?? [];
  const ownFirst = [
    ...facts.filter(({ by }) => by === actor),
    ...facts.filter(({ by }) => by !== actor),
  ];
  return ownFirst.filter((fact) => {
    if (fact.quote === null || !KINDS.includes(fact.kind) || issues.has(fact.issue)) return false;
    if (!isVoiceOf(dossier, fact, actor) || fact.quote.text.split(/\s+/).length < FEWEST_WORDS)
      return false;
    issues.add(fact.issue);
    return true;
  });
}

function isVoiceOf(dossier: Dossier, fact: Fact, actor: string): boolean {
  if (fact.by === actor) return true;
  return (dossier.actors.get(actor)?.speakers ?? []).some((voice) => voice.actor === fact.by);
}
