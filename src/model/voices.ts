/** Who speaks for whom, and on which day. */
import { type Day, NO_LOWER_BOUND } from "../content/dates.ts";
import type { Actor, Fact } from "../content/records.ts";
import type { Voice } from "./dossier.ts";

/** Answers questions about who speaks for whom. */
export interface Voices {
  /** The actors for whom one speaks on a day, directly or through another, nearest first. */
  readonly principals: (actor: string, day: Day) => readonly string[];
  /** Those who speak for an actor on a day. */
  readonly speakers: (actor: string, day: Day) => readonly Voice[];
  /** Those for whom an actor has ever spoken, with the words for it. */
  readonly offices: (actor: string) => readonly Voice[];
  /** Whether two actors speak with one voice on a day: the same, or one speaks for the other. */
  readonly sameVoice: (a: string, b: string, day: Day) => boolean;
}

/** All of actors that voices are made of, as a text: while it stays, so do they. */
export function voicesKey(actors: readonly Actor[]): string {
  return JSON.stringify(actors.map(({ id, speaksFor }) => [id, speaksFor]));
}

/** For whom most actors speak: one list for the thousands of facts that are asked for. */
const NOBODY: readonly string[] = [];

/** Builds the answers from the actors' `speaksFor`. Unknown ids and circles are harmless. */
export function voicesOf(actors: readonly Actor[]): Voices {
  const offices = new Map<string, readonly { voice: Voice; from: Day; until: Day }[]>();
  const speakers = new Map<string, { voice: Voice; from: Day; until: Day }[]>();
  for (const actor of actors) {
    const held = actor.speaksFor.map((office) => ({
      from: office.from?.first ?? NO_LOWER_BOUND,
      until: office.until?.last ?? "9999-12-31",
      voice: {
        actor: office.actor,
        as: office.as,
        from: office.from?.text ?? "",
        until: office.until?.text ?? "",
      },
    }));
    offices.set(actor.id, held);
    for (const { voice, from, until } of held) {
      const list = speakers.get(voice.actor) ?? [];
      list.push({ voice: { ...voice, actor: actor.id }, from, until });
      speakers.set(voice.actor, list);
    }
  }

  const principals = (actor: string, day: Day): readonly string[] => {
    if ((offices.get(actor)?.length ?? 0) === 0) return NOBODY;
    const found: string[] = [];
    const queue = [actor];
    for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
      for (const { voice, from, until } of offices.get(current) ?? []) {
        if (from > day || until < day || voice.actor === actor || found.includes(voice.actor))
          continue;
        found.push(voice.actor);
        queue.push(voice.actor);
      }
    }
    return found;
  };

  return {
    principals,
    speakers: (actor, day) =>
      (speakers.get(actor) ?? [])
        .filter(({ from, until }) => from <= day && day <= until)
        .map(({ voice }) => voice),
    offices: (actor) => (offices.get(actor) ?? []).map(({ voice }) => voice),
    sameVoice: (a, b, day) =>
      a === b || principals(a, day).includes(b) || principals(b, day).includes(a),
  };
}

/** The day on which a fact's speaker is asked for whom he spoke: the last day its date can mean. */
export function speakingDay(fact: Fact): Day {
  return fact.date.last;
}
