/**
 * Runs in the head, before anything is painted: marks the page as one with script, so that the room
 * for its controls is there from the start, and sets the theme that was chosen, so that none flashes.
 * Where the address may ask for filters, what they change waits for them and does not jump.
 */
import { applyTheme, storedTheme } from "./theme-choice.ts";

document.documentElement.dataset.script = "";
if (location.search !== "") document.documentElement.dataset.waiting = "";
applyTheme(storedTheme());
