/** Colours for a terminal; none where the stream is no terminal or NO_COLOR is set. */
import colors from "picocolors";
import type { Palette } from "../check/format-problem.ts";

/** The palette for a stream. */
export function terminalPalette(stream: { readonly isTTY?: boolean }): Palette {
  const { red, yellow, dim } = colors.createColors(
    colors.isColorSupported && stream.isTTY === true,
  );
  return { error: red, warning: yellow, faint: dim };
}
