/** The closed lists of words that front matter may use, and what they mean. */

/** How an actor stands to an issue's proposition. */
export const STANCES = ["supports", "conditional", "undecided", "opposes", "unclear"] as const;

/** What each stance means. */
export const STANCE_MEANINGS = {
  supports: "yes to the question",
  conditional: "yes, if something else is the case; `if` says what",
  undecided: "says that it has not decided",
  opposes: "no to the question",
  unclear: "spoke about it, but the words do not settle the question",
} as const satisfies Record<(typeof STANCES)[number], string>;

/** How a position relates to the one before it. */
export const CHANGES = ["first", "reiterated", "hardened", "softened", "reversed"] as const;

/** What each change means. */
export const CHANGE_MEANINGS = {
  first: "the first position of this actor on this issue",
  reiterated: "said again",
  hardened: "asks more or gives less than before",
  softened: "asks less or gives more than before",
  reversed: "the opposite of what was said before",
} as const satisfies Record<(typeof CHANGES)[number], string>;

/** What came back to a demand or an offer. */
export const ANSWERS = ["accepted", "conditional", "countered", "rejected"] as const;

/** What each answer means. */
export const ANSWER_MEANINGS = {
  accepted: "yes, as it was asked",
  conditional: "yes, if something else is the case",
  countered: "something else was asked or offered instead",
  rejected: "no",
} as const satisfies Record<(typeof ANSWERS)[number], string>;

/** How well a fact is established. */
export const CERTAINTIES = [
  "stated",
  "reported",
  "claimed",
  "confirmed",
  "disputed",
  "denied",
] as const;

/** What each certainty means. */
export const CERTAINTY_MEANINGS = {
  stated: "quoted, or directly attributed to somebody named or identified by office",
  reported: "the source says so in its own voice, or does not name who said it",
  claimed: "one actor's assertion about the world",
  confirmed: "the source says that it has been confirmed",
  disputed: "the source says that it is disputed",
  denied: "the source says that it has been denied",
} as const satisfies Record<(typeof CERTAINTIES)[number], string>;

/** Who made a translation. */
export const TRANSLATORS = ["official", "agency", "ours", "machine"] as const;

/** Who each translator is. */
export const TRANSLATOR_MEANINGS = {
  official: "the office of the speaker, or a body of both sides",
  agency: "the publication or the agency that reports it",
  ours: "the editors of the sheet",
  machine: "a program, not checked by anybody who reads both languages",
} as const satisfies Record<(typeof TRANSLATORS)[number], string>;

/** What an actor is. */
export const ACTOR_KINDS = ["state", "person", "organisation", "bloc"] as const;

/** What an actor is in the dispute. */
export const ACTOR_ROLES = ["party", "backer", "mediator", "other"] as const;

/** Kinds of document, named as the Citation Style Language names them. */
export const SOURCE_TYPES = [
  "article-newspaper",
  "article-magazine",
  "article-journal",
  "broadcast",
  "interview",
  "legislation",
  "post",
  "report",
  "speech",
  "treaty",
  "webpage",
] as const;
