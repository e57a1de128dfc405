/**
 * Runs in the head, before anything is painted: marks the page as one with script, so that the room
 * for its controls is there from the start, and sets the theme that was chosen, so that none flashes.
 */
import { applyTheme, storedTheme } from "./theme-choice.ts";

document.documentElement.dataset.script = "";
applyTheme(storedTheme());
