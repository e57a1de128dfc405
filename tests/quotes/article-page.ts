/** A page as newspapers build them: an article among menus, teasers, advertisements, a form and comments. */

/** What is on the page. Paragraphs are HTML. */
export interface ArticlePage {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** The page. Each paragraph is followed by an advertisement that is nearly a screen high. */
export function articlePage({ headline, paragraphs }: ArticlePage): string {
  const story = paragraphs.map(
    (html, at) =>
      `<p id="p${at}">${html}</p>\n<div class="slot" role="complementary" aria-label="Advertisement"></div>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${headline} | The Wend Gazette</title>
<style>
  body { margin: 0; font: 18px/1.6 serif }
  header { position: sticky; top: 0; height: 64px; background: #fff; border-bottom: 1px solid }
  nav.drawer { display: none }
  main { display: grid; grid-template-columns: minmax(0, 40rem) 16rem; gap: 2rem; padding: 0 1rem }
  .hero { height: 900px; background: #ddd }
  .slot { height: 640px; background: #eee }
  .pull { float: right; width: 12rem; font-size: 1.4em }
</style>
</head>
<body>
<header>
  <a href="/">The Wend Gazette</a>
  <nav><a href="/islands">Islands</a> <a href="/harbour">Harbour</a> <a href="/weather">Weather</a></nav>
</header>
<nav class="drawer"><a href="/lamp">The lamp: all we know</a> <a href="/oil">Oil: who pays?</a></nav>
<main>
<article>
  <h1>${headline}</h1>
  <div class="byline"><span>By Bo Fisher</span> <time datetime="2031-02-03">3 February 2031</time></div>
  <figure><div class="hero"></div><figcaption>The lamp on Needle Rock. Picture: Una Tern</figcaption></figure>
  <div class="story">
${story.join("\n")}
  </div>
  <form><label>Our letter, each Friday: <input type="email"></label> <button>Send it to me</button></form>
</article>
<aside>
  <h2>Most read</h2>
  <ol><li><a href="/1">Keeper says what she will not say</a></li><li><a href="/2">Ferry sails in June, or not</a></li></ol>
</aside>
</main>
<section><h2>Comments</h2><p>They should light the lamp and be done with it.</p></section>
<footer><p>All rights reserved.</p></footer>
</body>
</html>`;
}
