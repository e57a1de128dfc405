/** What an editor has looked at and lets stand. */
import { z } from "zod";
import * as scalar from "./scalars.ts";

const allowance = z.strictObject({
  // One that is no warning's takes nothing out, and is told as such.
  code: scalar.text.describe("the code of a warning"),
  reason: scalar.text.describe("why it may stand"),
});

/** Warnings that are not told, each with the reason; absent is none. */
export const allowances = z
  .array(allowance)
  .optional()
  .transform((value) => value ?? []);
