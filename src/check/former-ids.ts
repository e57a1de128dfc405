/** An id under which a fact was published before belongs to no other fact. */
import type { Problem } from "../content/problem.ts";
import type { Fact } from "../content/records.ts";
import type { SheetCheck } from "./context.ts";

/** Checks the former ids of all facts, withdrawn ones among them. */
export const checkFormerIds: SheetCheck = {
  reads: {
    facts: ({ formerly }) => formerly,
    withdrawn: ({ formerly }) => formerly,
  },
  asks: ["ids"],
  find: (context) => {
    const { facts, withdrawn } = context.content.records;
    const claimed = new Map<string, Fact>();
    return [...facts, ...withdrawn]
      .filter(({ formerly }) => formerly.length > 0)
      .flatMap((fact) =>
        fact.formerly.flatMap((id, place): Problem[] => {
          const first = claimed.get(id);
          claimed.set(id, fact);
          const owner = context.hasId("facts", id)
            ? `the id of ${id === fact.id ? "this fact itself" : "another fact"}`
            : first && `among the former ids of "${first.id}" already`;
          if (owner === undefined) return [];
          const hint = "An address leads to one fact: take the id out here, or there.";
          const message = `"${id}" is ${owner}`;
          return [context.at("colliding-ids", fact, ["formerly", place], message, hint)];
        }),
      );
  },
};
