/** The closed lists of words that front matter may use. */

/** How an actor stands to an issue's proposition. */
export const STANCES = ["supports", "conditional", "undecided", "opposes", "unclear"] as const;

/** How a position relates to the one before it. */
export const CHANGES = ["first", "reiterated", "hardened", "softened", "reversed"] as const;

/** What came back to a demand or an offer. */
export const ANSWERS = ["accepted", "conditional", "countered", "rejected"] as const;

/** How well a fact is established. */
export const CERTAINTIES = [
  "stated",
  "reported",
  "claimed",
  "confirmed",
  "disputed",
  "denied",
] as const;

/** Who made a translation. */
export const TRANSLATORS = ["official", "agency", "ours", "machine"] as const;

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
