/** Where a published admin page keeps what is written: a repository at GitHub, GitLab, Gitea or Forgejo. */
import { z } from "zod";

const address = z.url({ protocol: /^https?$/, error: "should be an http or https address" });

/** `admin.json`: what cannot be told from the sheet's `repository`. */
export const backendSchema = z.strictObject({
  name: z.enum(["github", "gitlab", "gitea"]).describe("the kind of service"),
  repo: z
    .string()
    .regex(/^[^/:\s]+(?:\/[^/:\s]+)+$/, "should be owner/name")
    .describe("owner and name of the repository"),
  branch: z.string().min(1).optional().describe("the branch; without it, the default one"),
  base_url: address.optional().describe("the service, or where its sign-in is"),
  api_root: address.optional().describe("where its programming interface is"),
  app_id: z.string().min(1).optional().describe("the id of the application at the service"),
  auth_type: z.literal("pkce").optional().describe("how one signs in"),
});

/** A repository that a published admin page writes to. */
export type Backend = z.output<typeof backendSchema>;

/** Makes a back end from the sheet's repository; `null` if it has none. */
export function backendOf(repository: string): Backend | null {
  if (repository === "") return null;
  const { origin, hostname, pathname } = new URL(repository);
  const repo = pathname.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  if (!backendSchema.shape.repo.safeParse(repo).success) return null;
  if (hostname === "github.com") return { name: "github", repo };
  if (/(?:^|\.)gitlab\./.test(hostname)) {
    return {
      name: "gitlab",
      repo,
      ...(hostname === "gitlab.com" ? {} : serviceAt(origin, "/api/v4")),
    };
  }
  return { name: "gitea", repo, ...serviceAt(origin, "/api/v1") };
}

function serviceAt(origin: string, path: string): { base_url: string; api_root: string } {
  return { base_url: origin, api_root: `${origin}${path}` };
}

/** The hosts that the page has to reach, as sources of a content security policy. */
export function hostsOf({ name, base_url, api_root }: Backend): readonly string[] {
  const usual = {
    github: ["https://api.github.com"],
    gitlab: ["https://gitlab.com"],
    gitea: ["https://gitea.com"],
  };
  const given = [base_url, api_root].flatMap((url) => (url ? [new URL(url).origin] : []));
  return [...new Set(api_root ? given : [...usual[name], ...given])].sort();
}
