/** Draws a Reading: as text for a terminal, as a page, as rows of events; and why an item is there. */
export { showPage } from "./page.ts";
export { type EventFormat, eventFormats, eventHeader, eventLines } from "./table/file.ts";
export {
  type EventCell,
  type EventRow,
  type EventRowOptions,
  eventColumns,
  eventRows,
} from "./table/rows.ts";
export { showText, type TextOptions } from "./text.ts";
export { showWhy } from "./why.ts";
