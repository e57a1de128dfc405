// Runs a script from the machine code that V8 made of it at an earlier run, which lies beside it. Such
// code is only ever a help: what is missing, damaged, or of another release of V8 is made anew.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

/** Length of a SHA-256 in bytes; a file of code begins with that of what follows: V8 itself checks too little. */
const CHECKSUM = 32;

/**
 * Runs a CommonJS module and returns what it exports.
 * @param {string} path of the script, in ASCII, which imports nothing by `import()`
 * @param {string} use which parts of the script will run, in a word that can name a file: each use
 *   has its own code, for only of functions that ran is there any
 * @returns {any} what the module exports
 */
export function runScript(path, use) {
  const codeFile = `${path}.${use}-${cachedDataVersionTag()}`;
  const source = readFileSync(path, "latin1");
  const script = new Script(`(function (exports, require, module, __filename) {${source}\n})`, {
    filename: path,
    cachedData: readCode(codeFile),
  });
  if (script.cachedDataRejected !== false)
    process.once("exit", (status) => {
      // The code of a call that was refused would lack what others need.
      if (status < 2) writeCode(codeFile, script.createCachedData());
    });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports;
}

/** @returns {Buffer | undefined} */
function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(CHECKSUM);
    return checksum(code).equals(bytes.subarray(0, CHECKSUM)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all. */
function writeCode(file, code) {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, Buffer.concat([checksum(code), code]));
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
}

function checksum(bytes) {
  return createHash("sha256").update(bytes).digest();
}
