/** Documents about a made-up quarrel over a lighthouse, as bytes. */
import type { RawDocument } from "../../src/capture/decode.ts";

/** A text as a saved file. */
export function saved(text: string, name: string): RawDocument {
  return { bytes: new TextEncoder().encode(text), name };
}

const PARAGRAPHS = [
  "<p>“We shall not <em>light</em> the lamp before 1&nbsp;May,” said <a href='/ada'>Ada&nbsp;Quill</a>, keeper of Upper Wend, at the harbour on Monday evening.</p>",
  "<p>Lower Wend&rsquo;s keeper, Tom Marl, called that a fairy tale, and offered a 30&#8209;day truce, salt &amp; pepper, and 1,200 litres of oil in return.</p>",
  "<p>The two islands have quarrelled about the lamp on Needle Rock since the lens was broken, and neither keeper has spoken to the other for a year.</p>",
  "<p>A council of both islands is to meet in June, if the weather allows it<br>and if the ferry, which belongs to neither, sails.</p>",
];

/** A news page with navigation, scripts and metadata of every kind, which do not agree. */
export const PAGE = `<!doctype html>
<html lang="en-GB"><head>
<meta charset="utf-8">
<title>Keepers quarrel | Wend Gazette</title>
<link rel="canonical" href="https://wend.example/news/keepers#top">
<meta property="og:title" content="Keepers quarrel over lamp">
<meta property="og:site_name" content="Wend Gazette">
<meta property="og:url" content="https://wend.example/og">
<meta property="article:published_time" content="2031-02-02T23:30:00+03:00">
<script type="application/ld+json">{ not json }</script>
<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[
 {"@type":"WebSite","name":"Gazette"},
 {"@type":["NewsArticle"],"headline":"Keepers&#8217; quarrel &amp; the lamp","datePublished":"2031-02-03T00:10:00+03:00",
  "author":[{"@type":"Person","name":"Bo Fisher"},"Una Tern"],"publisher":{"@type":"Organization","name":"The Wend Gazette"}}]}
</script>
<script>document.body.textContent = "SCRIPT RAN";</script>
<style>p { color: red }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<article><h1>Keepers’ quarrel</h1>${PARAGRAPHS.join("\n")}</article>
<footer><p>All rights reserved.</p></footer>
</body></html>`;

/** An article as somebody saved it by hand, with notes above and below. */
export const MARKDOWN = `# Keepers’ quarrel

By [Bo Fisher](#)

May 11, 2031

“We shall not *light* the lamp before 1 May,” said **Ada Quill**. [The council](https://wend.example/council)
meets in June.

Original url:

<https://wend.example/news/keepers>`;

/** The same without markup, dated by a note in front. */
export const PLAIN = `date 2031-05-11 UPPER WEND, May 11 — “We shall not light the lamp,” said Ada Quill.

Tom Marl called that a fairy tale.
`;

/** A PDF of one page, each string a line of it. */
export function pdfOf(lines: readonly string[], title: string): Uint8Array {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, "\\$&")}) Tj T*`).join("\n");
  const stream = `BT /F1 12 Tf 14 TL 50 700 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title (${title}) >>`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + trailer, "latin1"));
}
