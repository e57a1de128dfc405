/**
 * Watches a site while it is built and killed: `jiti watcher.ts <site> <digest> <digest>`. Says
 * `missing` whenever the folder is not there, and `mixed` whenever a look at all its files shows neither
 * of the two sites and no exchange came in between. Ends, with the number of looks, once its input ends.
 */
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { siteDigest } from "./site-digest.ts";

const [site = "", ...digests] = process.argv.slice(2);
let isEnded = false;
process.stdin.on("end", () => {
  isEnded = true;
});
process.stdin.resume();

function inode(): number {
  return statSync(site, { throwIfNoEntry: false })?.ino ?? 0;
}

let looks = 0;
let wholes = 0;
while (!isEnded) {
  const before = inode();
  if (before === 0) process.stdout.write("missing\n");
  const digest = siteDigest(site);
  if (inode() === before) {
    wholes += 1;
    if (!digests.includes(digest)) process.stdout.write(`mixed ${digest}\n`);
  }
  for (let look = 0; look < 200; look++) {
    looks += 1;
    if (inode() === 0) process.stdout.write("missing\n");
  }
  await setImmediate();
}
process.stdout.write(`looks ${looks} ${wholes}\n`);
