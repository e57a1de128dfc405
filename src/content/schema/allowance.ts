/** What an editor has looked at and lets stand. */
import { z } from "zod";
import { isWarningCode } from "../problem-codes.ts";
import * as scalar from "./scalars.ts";

const allowance = z.strictObject({
  code: scalar.text
    .refine(isWarningCode, "is not the code of a warning: standpoint explain lists them")
    .describe("the code of a warning"),
  reason: scalar.text.describe("why it may stand"),
});

/** Warnings that are not told, each with the reason; absent is none. */
export const allowances = z
  .array(allowance)
  .optional()
  .transform((value) => value ?? []);
