/** The typed records that reading yields. Every key is present: absent text is empty, absent references and dates are `null`, absent lists are empty. */
import type { z } from "zod";
import type { SheetImage } from "./images.ts";
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

/** The sheet itself. */
export type Site = Readonly<z.output<typeof siteSchema>> & RecordBase;
/** Who speaks and acts. */
export type Actor = Readonly<z.output<typeof actorSchema>> & RecordBase;
/** What is in dispute. */
export type Issue = Readonly<z.output<typeof issueSchema>> & RecordBase;
/** A document in which facts were read. */
export type Source = Readonly<z.output<typeof sourceSchema>> & RecordBase;
/** A free page. */
export type Page = Readonly<z.output<typeof pageSchema>> & RecordBase;

type FactOf<Kind extends FactKind> = Readonly<z.output<(typeof FACT_SCHEMAS)[Kind]>> & RecordBase;
/** What an actor says it is for or against. */
export type Position = FactOf<"position">;
/** What an actor asks of others. */
export type Demand = FactOf<"demand">;
/** What an actor says it would do. */
export type Offer = FactOf<"offer">;
/** The reply to a demand or an offer. */
export type Answer = FactOf<"answer">;
/** A contested statement about the world. */
export type Claim = FactOf<"claim">;
/** What happened. */
export type SheetEvent = FactOf<"event">;
/** What was looked for and not found. */
export type Absence = FactOf<"absence">;
/** A fact of any kind. */
export type Fact = Position | Demand | Offer | Answer | Claim | SheetEvent | Absence;
/** What can be answered. */
export type Request = Demand | Offer;
/** The words of a fact's quote. */
export type Quote = NonNullable<Fact["quote"]>;
/** How a position stands to its issue's question. */
export type Stance = Position["stance"];
/** What came back. */
export type AnswerValue = Answer["answer"];

/** Everything read from one content folder, each list in order of id. */
export interface Records {
  readonly site: Site;
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly sources: readonly Source[];
  /** Those that stand. */
  readonly facts: readonly Fact[];
  /** Facts that were published and taken back: they have an address and count for nothing. */
  readonly withdrawn: readonly Fact[];
  readonly pages: readonly Page[];
  /** In order of file name. */
  readonly images: readonly SheetImage[];
}
