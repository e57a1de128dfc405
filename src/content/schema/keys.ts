/** The keys of a kind of file as its schema states them, for all that explains or offers them. */
import { z } from "zod";
import type { Form, Target } from "./meta.ts";

/** One key of front matter. */
export interface Key {
  readonly name: string;
  /** What it means, a phrase without a full stop. */
  readonly description: string;
  readonly form: Form;
  readonly required: boolean;
  /** The collection whose ids it takes, or `null`. */
  readonly names: Target | null;
  /** The words it chooses among; empty unless its form is `word`. */
  readonly words: readonly string[];
  /** What each of those words means; empty where that needs no saying. */
  readonly meanings: Readonly<Record<string, string>>;
  /** The keys of its own, or of each entry; empty unless its form is `keys` or `list of keys`. */
  readonly keys: readonly Key[];
  /** What is wrong with a value as it was written, a phrase; empty if nothing is. */
  readonly faultOf: (value: unknown) => string;
}

/** A schema that is an object. */
type ObjectSchema = z.ZodObject<Readonly<Record<string, z.core.$ZodType>>>;

/** The keys of an object's schema, in the order in which it lists them. */
export function keysIn({ shape }: ObjectSchema): Key[] {
  return Object.entries(shape).map(([name, schema]) => keyOf(name, schema));
}

function keyOf(name: string, schema: z.core.$ZodType): Key {
  const meta = metaOf(schema);
  const core = coreOf(schema);
  const words = wordsOf(core);
  const inside = core instanceof z.ZodArray ? coreOf(core.element) : core;
  return {
    name,
    description: meta.description ?? "",
    form: meta.form ?? formOf(core, inside),
    required: !z.safeParse(schema, undefined).success,
    names: meta.names ?? null,
    words: meta.form === "switch" ? [] : words,
    meanings: meta.meanings ?? {},
    keys: inside instanceof z.ZodObject ? keysIn(inside) : [],
    faultOf: (value) => z.safeParse(schema, value).error?.issues[0]?.message ?? "",
  };
}

function formOf(core: z.core.$ZodType, inside: z.core.$ZodType): Form {
  if (core instanceof z.ZodArray) {
    return inside instanceof z.ZodObject ? "list of keys" : "list of texts";
  }
  return core instanceof z.ZodObject ? "keys" : "word";
}

function wordsOf(core: z.core.$ZodType): readonly string[] {
  if (core instanceof z.ZodEnum) return core.options.map(String);
  return core instanceof z.ZodLiteral ? [...core.values].map(String) : [];
}

/** What is said of a schema, or else of what it wraps. */
function metaOf(schema: z.core.$ZodType): z.GlobalMeta {
  const within = innerOf(schema);
  return { ...(within ? metaOf(within) : {}), ...z.globalRegistry.get(schema) };
}

/** The schema inside what makes it optional or transforms its value. */
function coreOf(schema: z.core.$ZodType): z.core.$ZodType {
  const within = innerOf(schema);
  return within ? coreOf(within) : schema;
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | null {
  if (schema instanceof z.ZodOptional) return schema.def.innerType;
  return schema instanceof z.ZodPipe ? schema.def.in : null;
}
