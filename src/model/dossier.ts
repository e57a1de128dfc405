/** What the model derives from the records: the types that views are made from. Nothing here is typed in by an editor. */
import type { Day } from "../content/dates.ts";
import type {
  Absence,
  Actor,
  Answer,
  AnswerValue,
  Fact,
  Issue,
  Page,
  Position,
  Records,
  Request,
  Site,
  Source,
} from "../content/records.ts";

/** How a standing comes to an actor: its own words, words of one who spoke for it, or of a bloc it belongs to. */
export type StandingVia = "own" | "speaker" | "bloc";

/** Where an actor stands on an issue on the sheet's date. */
export type Standing =
  | { readonly state: "none" }
  | {
      /** `conflict`: two or more positions of the newest date differ in stance. */
      readonly state: "stated" | "conflict";
      readonly via: StandingVia;
      /** The positions in force, newest first: one if stated, two or more in conflict. */
      readonly inForce: readonly Position[];
      /** Every position behind it, the ones in force included, oldest first. */
      readonly history: readonly Position[];
    };

/** One cell of the matrix. */
export interface Cell {
  readonly actor: string;
  readonly issue: string;
  readonly standing: Standing;
}

/** Actors against issues. */
export interface Matrix {
  /** Ids of the actors that have said something on an issue, persons rolled up. */
  readonly actors: readonly string[];
  readonly rows: readonly { readonly issue: string; readonly cells: readonly Cell[] }[];
  /** Ids of the other states, organisations and blocs for which no position was found, not even a bloc's. */
  readonly silent: readonly string[];
}

/** A demand's or offer's state for one addressee. */
export interface Reply {
  readonly addressee: string;
  /** The newest answer's; `conflict` where two answers of the newest date differ. */
  readonly state: AnswerValue | "conflict" | "none";
  /** Answers by the addressee or one who speaks for it, newest first. */
  readonly answers: readonly Answer[];
  /** Places where an answer was looked for and not found, newest first. */
  readonly absences: readonly { readonly absence: Absence; readonly overtakenBy: Answer | null }[];
  /** Days from the request to the newest answer, or to the sheet's date while there is none. */
  readonly days: number;
}

/** A demand or offer and what came back. */
export interface Exchange {
  readonly request: Request;
  readonly replies: readonly Reply[];
  /** Demands and offers that an addressee made in return, `after` this one or an answer to it, oldest first. */
  readonly counters: readonly Request[];
  /** The deadline's last day lies before the sheet's date. */
  readonly deadlinePassed: boolean;
  /** Days until the deadline from the sheet's date; negative once passed; `null` without one. */
  readonly daysToDeadline: number | null;
}

/** How two actors' standings compare, issue by issue. */
export interface Agreement {
  readonly actor: string;
  readonly other: string;
  readonly agree: readonly string[];
  readonly differ: readonly string[];
  /** One of them has said nothing, or what was said leaves it open. */
  readonly incomparable: readonly string[];
}

/** A change of words: a position that followed another by the same actor on the same issue. */
export interface Change {
  readonly issue: string;
  readonly before: Position;
  readonly after: Position;
  /** As the editor typed it, or as the stances show. */
  readonly change: "reiterated" | "hardened" | "softened" | "reversed" | "restated";
}

/** Who speaks for an actor, or for whom a person speaks. */
export interface Voice {
  readonly actor: string;
  readonly as: string;
  readonly from: string;
  readonly until: string;
}

/** One actor's fact sheet. */
export interface ActorDossier {
  readonly actor: Actor;
  /** Persons and organisations that speak for it, on the sheet's date. */
  readonly speakers: readonly Voice[];
  /** For whom it speaks. */
  readonly speaksFor: readonly Voice[];
  readonly members: readonly string[];
  readonly blocs: readonly string[];
  /** One cell for each issue, in order of issue. */
  readonly cells: readonly Cell[];
  readonly demandsMade: readonly Exchange[];
  readonly demandsReceived: readonly Exchange[];
  readonly offersMade: readonly Exchange[];
  readonly offersReceived: readonly Exchange[];
  readonly answersGiven: readonly Answer[];
  /** Claims, events and absences by it, those who speak for it, or that involve it. */
  readonly otherFacts: readonly Fact[];
  readonly changes: readonly Change[];
  /** Issues on which no position was found. */
  readonly silentOn: readonly string[];
  readonly agreements: readonly Agreement[];
  /** Every fact it is named in, newest first. */
  readonly facts: readonly Fact[];
}

/** One issue with all actors side by side. */
export interface IssueDossier {
  readonly issue: Issue;
  readonly cells: readonly Cell[];
  readonly exchanges: readonly Exchange[];
  /** Every fact on it, oldest first. */
  readonly facts: readonly Fact[];
}

/** One fact with what refers to it. */
export interface FactDossier {
  readonly fact: Fact;
  /** Its issue; an answer or an absence without one takes that of what it answers. */
  readonly issue: string | null;
  /** Present for a demand or an offer. */
  readonly exchange: Exchange | null;
  /** Positions of the same actor on the same issue, oldest first, itself included. */
  readonly history: readonly Position[];
  readonly contradictedBy: readonly Fact[];
  readonly replacedBy: readonly Position[];
  /** The first answer that came after an absence, if one did. */
  readonly overtakenBy: Answer | null;
  /** Number of independent origins: copies of one agency report count once. */
  readonly origins: number;
}

/** One document and what was read in it. */
export interface SourceDossier {
  readonly source: Source;
  /** Sources that were syndicated from it, or report it, in the order of sources. */
  readonly copies: readonly Source[];
  /** Oldest first. */
  readonly facts: readonly Fact[];
}

/** A day, month or span in which something happened or was said. */
export interface TimelineEntry {
  /** The written date all its facts share. */
  readonly date: Fact["date"];
  readonly facts: readonly Fact[];
}

/** How much a sheet holds. */
export interface Totals {
  readonly facts: number;
  readonly quotes: number;
  readonly sources: number;
  readonly issues: number;
  /** Actors in the matrix. */
  readonly speaking: number;
  readonly demands: number;
  readonly offers: number;
  /** Demands and offers that every addressee has answered. */
  readonly answered: number;
}

/** The records that others name by id, without anything derived. */
export interface NamedRecords {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Facts known on the sheet's date, oldest first. */
  readonly facts: ReadonlyMap<string, Fact>;
}

/** The whole sheet as of one date. */
export interface Dossier {
  readonly site: Site;
  /** What an id stands for. Whoever needs a name reads it here and nothing more. */
  readonly named: NamedRecords;
  /** Nothing said or done later is in this dossier. */
  readonly asOf: Day;
  readonly actors: ReadonlyMap<string, ActorDossier>;
  readonly issues: ReadonlyMap<string, IssueDossier>;
  readonly facts: ReadonlyMap<string, FactDossier>;
  readonly sources: ReadonlyMap<string, SourceDossier>;
  readonly pages: ReadonlyMap<string, Page>;
  /** Images that bodies may show; pages see them through Markdown alone. */
  readonly images: Records["images"];
  readonly matrix: Matrix;
  /** Ids of the actors in the matrix, for whoever needs no more of it. */
  readonly columns: readonly string[];
  /** Demands, oldest first. */
  readonly demands: readonly Exchange[];
  /** Offers, oldest first. */
  readonly offers: readonly Exchange[];
  readonly timeline: readonly TimelineEntry[];
  /** Days on which the sheet changed, oldest first. */
  readonly asOfDates: readonly Day[];
  readonly totals: Totals;
  /** When the sheet as a whole last changed; `null` if no fact says so. */
  readonly lastChange: Fact["date"] | null;
  /** Facts that were taken back, by id: they have an address, and are in nothing else but corrections. */
  readonly withdrawn: ReadonlyMap<string, Fact>;
  /** Facts by the ids under which they were published before, those withdrawn among them. */
  readonly formerIds: ReadonlyMap<string, Fact>;
  /** Corrections and withdrawals of all facts, newest first. */
  readonly corrections: readonly Correction[];
}

/** A note of what was wrong with a fact and put right, or why it was withdrawn. */
export interface Correction {
  readonly fact: Fact;
  readonly date: Fact["date"];
  readonly note: string;
  readonly isWithdrawal: boolean;
  /** Its place among its fact's corrections, from 1; 0 for a withdrawal. */
  readonly number: number;
}
