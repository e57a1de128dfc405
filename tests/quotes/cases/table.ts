/**
 * The shape of the case table: a source text and the quotes that must and must not stand in it. All
 * of it is made up: the islands of Upper and Lower Wend quarrel over a lighthouse.
 */

/** `[why it must be accepted, the quote]` */
export type Accepted = readonly [why: string, quote: string];

/** `[why it must be refused, the quote, the first word in it that does not stand]` */
export type RefusedCase = readonly [why: string, quote: string, at: string];

/** One source and its cases. */
export interface Cases {
  readonly language: string;
  readonly source: string;
  readonly accept: readonly Accepted[];
  readonly refuse: readonly RefusedCase[];
}
