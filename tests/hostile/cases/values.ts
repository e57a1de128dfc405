/** Values that would lead out of the sheet. */
import { fact, type HostileCase, refused } from "../case.ts";

const ADDRESSES = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\\tscript:alert(1)",
  "\\x01javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//example.org/",
  "https:example.org",
  "https:/example.org",
  "http:\\\\example.org",
  "https://example.org\\\\@wend.example/",
  "https://wend.example@example.org/",
  "https://user:word@example.org/",
  "https://exa mple.org/",
  "blob:https://example.org/x",
  "ftp://example.org/",
  "about:blank",
  "https://",
  "wend.example",
];
const IDS = [
  "../../etc/passwd",
  "..",
  "/etc/passwd",
  "a/b",
  "a\\\\b",
  "con.",
  "A",
  "a--b",
  "-a",
  "a-",
  "a b",
  "а",
  "a%2f",
  "a.md",
  "a?x",
  "a#x",
  "<script>",
  "''",
];
const DATES = [
  "2001-02-30",
  "0000-01-01",
  "99999-01-01",
  "2001-13-01",
  "2001-3-4",
  "2001-03-04T25:00+01:00",
  "2001-03-04T12:00",
  "2001-03-05/2001-03-04",
  "today",
  "1e3",
  "2001-03-04/../..",
  "../../2001",
];

export const valueCases: readonly HostileCase[] = [
  ...ADDRESSES.map((address, at) => ({
    name: `address ${at + 1}`,
    property: `${address} is no address of a source`,
    files: {
      [`sources/address-${at + 1}.md`]: `---\ntitle: A log\npublished: 2001-03-02\ntype: report\nurl: "${address}"\n---\n`,
    },
    problems: [...(address.startsWith("\\x") ? ["control-character"] : []), "invalid-value"].map(
      (code) => `sources/address-${at + 1}.md ${code}`,
    ),
  })),
  ...IDS.map((id, at) =>
    refused(
      `reference ${at + 1}`,
      `${id} names no record and no path`,
      fact("A bell rang.", "", `by: "${id}"\n`),
      "invalid-value",
    ),
  ),
  ...DATES.map((date, at) =>
    refused(
      `date ${at + 1}`,
      `${date} is no date`,
      fact("A bell rang.").replace("date: 2001-03-02", `date: ${date}`),
      "impossible-date",
    ),
  ),
];
