/** The frame around every page. */
import { text, time } from "./pieces.js";

const SECTIONS = ["actors", "issues", "demands", "timeline", "facts", "sources"];

/** A whole page. */
export function framed(sheet, section, { title, html }) {
  const short = title.length > 60 ? `${title.slice(0, 60)}…` : title;
  const newest = sheet.facts[0];
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(short)} · ${text(sheet.site.title)}</title>
<meta name="description" content="${text(title)}">
<link rel="stylesheet" href="/site.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<meta property="og:type" content="article">
<meta property="og:title" content="${text(title)}">
<meta property="og:description" content="${text(title)}">
<meta property="og:site_name" content="${text(sheet.site.title)}">
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="masthead">
<div class="wrap">
<a class="brand" href="/">${text(sheet.site.title)}</a>
<nav aria-label="Main">
<ul>
${SECTIONS.map((name) => `<li><a href="/${name}/"${name === section ? ' aria-current="true"' : ""}>${name.charAt(0).toUpperCase()}${name.slice(1)}</a></li>`).join("\n")}
</ul>
</nav>
${newest ? `<p class="masthead-date">As of <a href="/as-of/">${time(newest.date)}</a></p>` : ""}
</div>
</header>
<main id="main" class="wrap" tabindex="-1">
${html}
</main>
<footer class="foot">
<div class="wrap">
<p>What was publicly stated, as the sources give it. Actors are listed by their part, then in an order set by the editors. The order is no judgement.</p>
<nav aria-label="About this sheet">
<ul>
<li><a href="/about/">About</a></li>
<li><a href="/as-of/">All days</a></li>
</ul>
</nav>
</div>
</footer>
</body>
</html>
`;
}
