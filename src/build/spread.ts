/** Numbers for texts, the same on every machine. */

/**
 * The 32-bit hash FNV-1a, by Fowler, Noll and Vo, its bits mixed once more at the end.
 * @returns a whole number from 0 up to 2³², spread evenly
 */
export function spread(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
}
