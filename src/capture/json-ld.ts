/** What a page says of itself in JSON-LD (https://schema.org/Article). */
import { z } from "zod";

const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);

const names = z.union([named.transform((name) => [name]), z.array(named)]);

const identified = z.union([
  z.string(),
  z.object({ "@id": z.string() }).transform((id) => id["@id"]),
]);

const articleSchema = z.object({
  "@type": z.union([z.string(), z.array(z.string())]),
  headline: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  publisher: named.optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  mainEntityOfPage: identified.optional().catch(undefined),
});

/** A description of an article. */
export type ArticleDescription = z.infer<typeof articleSchema>;

/**
 * The first article described in some JSON-LD blocks; blocks that are no JSON are passed over.
 *
 * @param blocks contents of `<script type="application/ld+json">`
 */
export function findArticle(blocks: readonly string[]): ArticleDescription | undefined {
  for (const node of blocks.flatMap(parseBlock)) {
    const parsed = articleSchema.safeParse(node);
    if (parsed.success && isArticleType(parsed.data["@type"])) return parsed.data;
  }
  return undefined;
}

function isArticleType(type: string | readonly string[]): boolean {
  return [type]
    .flat()
    .some((each) => /Article$|^(?:BlogPosting|SocialMediaPosting|Report)$/.test(each));
}

function parseBlock(block: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(block);
    return nodesOf(value);
  } catch {
    return [];
  }
}

const graphSchema = z.object({ "@graph": z.array(z.unknown()) });

/** A block may be one node, a list of nodes, or a graph of nodes. */
function nodesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const graph = graphSchema.safeParse(value);
  return graph.success ? [value, ...graph.data["@graph"]] : [value];
}
