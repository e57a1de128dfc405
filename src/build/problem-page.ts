/** What the development server shows while there is no good site yet. */
import { formatProblems, PLAIN } from "../check/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import type { SiteFile } from "./write-files.ts";

/** A plain page that lists the problems; the next good build replaces it. */
export function problemPage(problems: readonly Problem[]): SiteFile {
  const text = escapeHtml(formatProblems(problems, PLAIN));
  const bytes = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The sheet has errors</title>
<main>
<h1>The sheet has errors</h1>
<p>It is shown once they are mended; this page reloads by itself.</p>
<pre>${text}</pre>
</main>
</html>
`;
  return { path: "index.html", bytes };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
