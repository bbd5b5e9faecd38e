/**
 * Draws a Reading: as text for a terminal, as a page, as rows of events, and why an item is there;
 * and sheets of figures.
 */
export { showSheetPage } from "./page/sheet.ts";
export { showPage } from "./page.ts";
export { type Sheet, type SheetCase, type SheetMark, type SheetTable, showSheet } from "./sheet.ts";
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
