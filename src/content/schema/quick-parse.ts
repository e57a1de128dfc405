/**
 * Reads what a schema describes without keeping account of what is wrong, several times faster than zod:
 * the functions are made from the schema itself. What zod would refuse, and whatever is not known here to
 * be taken, is left to zod, whose messages are the ones that are told.
 */
import { z } from "zod";

/** Stands for a value that was not taken. */
const LEFT = Symbol("left to zod");

type Parse = (value: unknown) => unknown;

/**
 * Makes the quick reader of a schema.
 * @returns a function that gives what zod's `parse` does, or `null` for what it leaves to zod
 */
export function quickParser<Output extends object>(
  schema: z.ZodType<Output>,
): (value: unknown) => Output | null;
// What it makes follows from the schema at run time: that it is an `Output`, no compiler can see.
export function quickParser(schema: z.ZodType): (value: unknown) => unknown {
  const parse = parserOf(schema);
  return (value) => {
    const parsed = parse(value);
    return parsed === LEFT ? null : parsed;
  };
}

function parserOf(schema: z.core.$ZodType): Parse {
  if (schema instanceof z.ZodString) return ofText(schema);
  if (schema instanceof z.ZodOptional) return ofOptional(schema);
  if (schema instanceof z.ZodPipe) return ofPipe(schema);
  if (schema instanceof z.ZodEnum) return ofWords(schema.options, schema);
  if (schema instanceof z.ZodLiteral) return ofWords([...schema.values], schema);
  if (schema instanceof z.ZodArray) return ofList(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) return ofKinds(schema);
  if (schema instanceof z.ZodUnion) return ofTextOrList(schema);
  if (schema instanceof z.ZodObject) return ofObject(schema);
  return leave;
}

const leave: Parse = () => LEFT;

function ofText(schema: z.ZodString): Parse {
  const steps = (schema.def.checks ?? []).map(stepOf);
  return (value) => {
    if (typeof value !== "string") return LEFT;
    let text = value;
    for (const step of steps) {
      const next = step(text);
      if (next === null) return LEFT;
      text = next;
    }
    return text;
  };
}

/** What a check makes of a text: another one, or `null`. */
function stepOf(check: z.core.$ZodCheck): (text: string) => string | null {
  if (check instanceof z.core.$ZodCheckOverwrite) {
    const change: (text: unknown) => unknown = check._zod.def.tx;
    return (text) => {
      const changed = change(text);
      return typeof changed === "string" ? changed : null;
    };
  }
  if (check instanceof z.core.$ZodCheckMinLength) {
    const { minimum } = check._zod.def;
    return (text) => (text.length >= minimum ? text : null);
  }
  if (check instanceof z.core.$ZodCheckRegex) {
    const { pattern } = check._zod.def;
    return pattern.global || pattern.sticky
      ? () => null
      : (text) => (pattern.test(text) ? text : null);
  }
  if (check instanceof z.ZodCustom) {
    const { fn } = check.def;
    return (text) => (fn(text) ? text : null);
  }
  return () => null;
}

function ofOptional({ def }: z.ZodOptional): Parse {
  const parse = parserOf(def.innerType);
  return (value) => (value === undefined ? undefined : parse(value));
}

function ofPipe({ def }: z.ZodPipe): Parse {
  const { out } = def;
  if (hasChecks(out) || !(out instanceof z.ZodTransform)) return leave;
  const parse = parserOf(def.in);
  const { transform } = out.def;
  return (value) => {
    const parsed = parse(value);
    if (parsed === LEFT) return LEFT;
    const payload: z.core.ParsePayload = { value: parsed, issues: [] };
    const changed: unknown = transform(parsed, payload);
    return payload.issues.length > 0 ? LEFT : changed;
  };
}

function ofWords(words: readonly unknown[], schema: z.core.$ZodType): Parse {
  if (hasChecks(schema)) return leave;
  const known = new Set(words);
  return (value) => (known.has(value) ? value : LEFT);
}

function ofList(schema: z.ZodArray): Parse {
  const parse = parserOf(schema.def.element);
  const checks = schema.def.checks ?? [];
  const fewest = checks.map((check) =>
    check instanceof z.core.$ZodCheckMinLength ? check._zod.def.minimum : Infinity,
  );
  return (value) => {
    if (!Array.isArray(value) || fewest.some((count) => value.length < count)) return LEFT;
    const list: unknown[] = [];
    for (const item of value) {
      const parsed = parse(item);
      if (parsed === LEFT) return LEFT;
      list.push(parsed);
    }
    return list;
  };
}

/** Of two schemas one of which takes texts and the other lists there is no order to be kept. */
function ofTextOrList(schema: z.ZodUnion): Parse {
  const [text, list, ...others] = schema.options;
  if (!text || !list || others.length > 0 || hasChecks(schema)) return leave;
  if (!(coreOf(text) instanceof z.ZodString && coreOf(list) instanceof z.ZodArray)) return leave;
  const parseText = parserOf(text);
  const parseList = parserOf(list);
  return (value) => (typeof value === "string" ? parseText(value) : parseList(value));
}

/** What a schema takes, before it is changed. */
function coreOf(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodPipe ? coreOf(schema.def.in) : schema;
}

function ofKinds(schema: z.ZodDiscriminatedUnion): Parse {
  if (hasChecks(schema)) return leave;
  const { discriminator } = schema.def;
  const parsers = new Map<unknown, Parse>();
  for (const option of schema.options) {
    const kind = option instanceof z.ZodObject ? option.shape[discriminator] : null;
    if (!(kind instanceof z.ZodLiteral)) return leave;
    for (const value of kind.values) parsers.set(value, parserOf(option));
  }
  return (value) => {
    if (!isPlainObject(value)) return LEFT;
    return (parsers.get(value[discriminator]) ?? leave)(value);
  };
}

function ofObject(schema: z.ZodObject): Parse {
  if (hasChecks(schema) || !(schema.def.catchall instanceof z.ZodNever)) return leave;
  const names = Object.keys(schema.shape);
  const parsers = Object.values(schema.shape).map((of) => parserOf(of));
  const known = new Set(names);
  return (value) => {
    if (!isPlainObject(value)) return LEFT;
    for (const name in value) if (!known.has(name)) return LEFT;
    const record: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? "";
      const parsed = (parsers[at] ?? leave)(value[name]);
      if (parsed === LEFT) return LEFT;
      if (parsed !== undefined || name in value) record[name] = parsed;
    }
    return record;
  };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Checks that a schema has beside its type: only those of texts and lists are known here. */
function hasChecks({ _zod }: z.core.$ZodType): boolean {
  return (_zod.def.checks ?? []).length > 0;
}
