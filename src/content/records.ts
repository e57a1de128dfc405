/** The typed records that reading yields. Every key is present: absent text is empty, absent references and dates are `null`, absent lists are empty. */
import type { z } from "zod";
import type {
  actorSchema,
  issueSchema,
  pageSchema,
  siteSchema,
  sourceSchema,
} from "./schema/collections.ts";
import type { FACT_SCHEMAS, FactKind } from "./schema/fact.ts";

/** What every record has beside its front matter. */
export interface RecordBase {
  /** The file's name without `.md`. */
  readonly id: string;
  /** The file's path as messages name it, with forward slashes. */
  readonly path: string;
  /** The Markdown below the front matter, trimmed. */
  readonly body: string;
}

export type Site = Readonly<z.output<typeof siteSchema>> & RecordBase;
export type Actor = Readonly<z.output<typeof actorSchema>> & RecordBase;
export type Issue = Readonly<z.output<typeof issueSchema>> & RecordBase;
export type Source = Readonly<z.output<typeof sourceSchema>> & RecordBase;
export type Page = Readonly<z.output<typeof pageSchema>> & RecordBase;

type FactOf<Kind extends FactKind> = Readonly<z.output<(typeof FACT_SCHEMAS)[Kind]>> & RecordBase;
export type Position = FactOf<"position">;
export type Demand = FactOf<"demand">;
export type Offer = FactOf<"offer">;
export type Answer = FactOf<"answer">;
export type Claim = FactOf<"claim">;
export type SheetEvent = FactOf<"event">;
export type Absence = FactOf<"absence">;
export type Fact = Position | Demand | Offer | Answer | Claim | SheetEvent | Absence;
/** What can be answered. */
export type Request = Demand | Offer;
export type Quote = NonNullable<Fact["quote"]>;
export type Stance = Position["stance"];
export type AnswerValue = Answer["answer"];

/** Everything read from one content folder, each list in order of id. */
export interface Records {
  readonly site: Site;
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly pages: readonly Page[];
}
