// Eleventy reads this file; the wiring is in src/build/eleventy.ts. It is loaded dynamically
// because Eleventy's dependency reader cannot parse TypeScript, and without a module cache so that
// a change in src/ shows at once in `--serve`.
import { createJiti } from "jiti";

export default async function (eleventyConfig) {
  const jiti = createJiti(import.meta.url, { moduleCache: false });
  const { configureCheckout } = await jiti.import("./src/build/checkout.ts");
  configureCheckout(eleventyConfig, import.meta.dirname);
}
