/** Draws a Reading: as text for a terminal, as a page, and why an item is there. */
export { showPage } from "./page.ts";
export { showText, type TextOptions } from "./text.ts";
export { showWhy } from "./why.ts";
