/**
 * What a browser may do with a page, said once: as the `meta` elements of every page, which hold on
 * any host and from disk, and as the headers that a host can send, which say the rest. See
 * docs/decisions/0025-security-headers.md.
 */

/** Directives by name, each with its sources. */
export type Policy = Readonly<Record<string, readonly string[]>>;

/** Everything comes from the site itself as a file; nothing is inline, and what is not named is refused. */
const PAGE_POLICY: Policy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
};

/** The policy of every page as text, that which tells of errors while serving included. */
export const PAGE_CONTENT_POLICY: string = policyText(PAGE_POLICY);

/** Nobody but the reader is told which page a reader comes from, the newspapers least of all. */
export const REFERRER_POLICY = "no-referrer";

/** Features of browsers that no page uses; the clipboard is used by the buttons that copy. */
const REFUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** A header of HTTP. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The headers of every answer. Only a header can say who may frame a page. */
export const SECURITY_HEADERS: readonly Header[] = [
  {
    name: "Content-Security-Policy",
    value: policyText({ ...PAGE_POLICY, "frame-ancestors": ["'self'"] }),
  },
  { name: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { name: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    name: "Permissions-Policy",
    value: REFUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  },
  { name: "Referrer-Policy", value: REFERRER_POLICY },
  { name: "X-Content-Type-Options", value: "nosniff" },
];

/** A policy as one line. */
export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}
