/** Writes a number as the page's language groups its digits, in the digits that the site uses. */
export function numberText(number: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: "latn" }).format(
    number,
  );
}
