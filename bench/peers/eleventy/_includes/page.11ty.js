import { current } from "../lib/current.js";
import { framed } from "../lib/frame.js";

export function render({ title, content }) {
  return framed(current.sheet, "", {
    title,
    html: `<h1>${title}</h1>\n<div class="prose">${content}</div>`,
  });
}
