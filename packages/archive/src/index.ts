/** Brings in reports: text, HTML, JSON, the web. */
import type { FetchOptions } from "./fetch.ts";

export { isIsoDate } from "./dates.ts";
export { decode } from "./decode.ts";
export { InputError, type InputProblem } from "./errors.ts";
export type { FetchOptions } from "./fetch.ts";
export { idIn, parseReport } from "./json.ts";
export { bytesOf, largestSource, longestText, tooLarge } from "./limits.ts";
export { fileBytes, readSource, type SourceHints } from "./source.ts";

/** {@link import("./fetch.ts").fetchReport}; what it needs of the network is loaded when it is called. */
export const fetchReport = async (url: string, options?: FetchOptions) =>
  (await import("./fetch.ts")).fetchReport(url, options);
