/** What the development server shows while there is no good site yet. */
import { formatProblems, PLAIN } from "../check/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import { PAGE_CONTENT_POLICY } from "../render/security-headers.ts";
import { escapeXml } from "../render/xml.ts";

/** A plain page that lists the problems; the next good build replaces it. */
export function problemPage(problems: readonly Problem[]): string {
  return errorPage("The sheet has errors", formatProblems(problems, PLAIN), " data-problems");
}

/**
 * A plain page with a heading and preformatted text.
 * @param mark tells the script of `serve` that the text lists all problems.
 */
export function errorPage(heading: string, text: string, mark: "" | " data-problems" = ""): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_CONTENT_POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(heading)}</title>
<main${mark}>
<h1>${escapeXml(heading)}</h1>
<p>The sheet is shown once this is mended; the page reloads by itself.</p>
<pre>${escapeXml(text)}</pre>
</main>
</html>
`;
}
