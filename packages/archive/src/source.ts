import { createReadStream } from "node:fs";
import type { ReportInput } from "@hearsay/reader";
import { dateInAddress, isIsoDate, printedDate } from "./dates.ts";
import { decode } from "./decode.ts";
import { InputError, shown } from "./errors.ts";
import { parseReport } from "./json.ts";
import { bytesOf, checkLength, largestSource } from "./limits.ts";

/** What is known of a source from elsewhere; the fields of a report win over the source's own. */
export interface SourceHints {
  readonly id?: string;
  readonly title?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** An HTTP `content-type`: "text/html; charset=iso-8859-1". */
  readonly contentType?: string;
  /** A file's name, for its ending. */
  readonly name?: string;
}

/**
 * One source (plain text, an HTML page, or a JSON object) as the reader takes it.
 *
 * @throws InputError when it is empty, binary, too long, HTML without an article, wrong JSON
 */
export async function readSource(
  source: Uint8Array | string,
  hints: SourceHints = {},
): Promise<ReportInput> {
  checkHints(hints);
  if (source.length === 0) throw new InputError("empty", "this is empty; give a report's text");
  const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(hints.contentType ?? "")?.[1];
  const text = typeof source === "string" ? source : decode(source, charset);
  if (text.trim() === "")
    throw new InputError("empty", "this has nothing but white space; give a report's text");
  return { ...(await inputOf(text, hints)), ...given(hints) };
}

/**
 * The bytes of a file, a pipe or a device, at most 20 MB unless more are allowed.
 *
 * @throws InputError `unreadable`, `directory` or `too-long`
 */
export async function fileBytes(path: string, most = largestSource): Promise<Uint8Array> {
  try {
    return await bytesOf(createReadStream(path), most);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof InputError || code === undefined) throw error;
    if (code === "EISDIR") throw new InputError("directory", "this is a folder; give a file in it");
    throw new InputError("unreadable", `${reasons[code] ?? code}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the name",
  ENOTDIR: "there is no such file; check the name",
  EACCES: "you may not read it; check its permissions",
  EPERM: "you may not read it; check its permissions",
  ENAMETOOLONG: "the name is too long; give a file's name",
  ELOOP: "its links go round in a circle",
  ENXIO: "this is a socket or a device that gives nothing to read",
};

async function inputOf(text: string, hints: SourceHints): Promise<ReportInput> {
  const format = formatOf(text, hints);
  if (format === "json") return parseReport(oneRecord(text));
  if (format === "text") return { text: checkLength(text), ...headOf(text) };
  // Loaded for HTML only: it takes longer to load than a report takes to read.
  const { readPage } = await import("./html/page.ts");
  const page = readPage(text, hints.url);
  checkLength(page.text);
  return page;
}

/** The address and the day of publication, where the first lines of a text give them. */
function headOf(text: string): { url?: string; published?: string } {
  const lines = text
    .slice(0, 2000)
    .split("\n", 10)
    .map((line) => line.trim());
  const head = lines.filter((line) => line !== "");
  const url = head.find((line) => /^https?:\/\/\S+$/i.test(line));
  const published = printedDate(head) ?? (url && dateInAddress(url));
  return { ...(url ? { url } : {}), ...(published ? { published } : {}) };
}

function formatOf(text: string, { name = "", contentType = "" }: SourceHints): string {
  if (/\.(?:html?|xhtml)$/i.test(name) || /\bhtml\b/i.test(contentType)) return "html";
  if (/\.jsonl?$/i.test(name) || /\bjson\b/i.test(contentType)) return "json";
  const start = text.slice(0, 2000).trimStart();
  if (/^\{\s*(?:"|\}$)/.test(start)) return "json";
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)\b/is.test(
      start,
    )
  )
    return "html";
  return "text";
}

/** A file of one record a line is another command's input, unless it has one record only. */
function oneRecord(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 1 && lines.slice(0, 2).every((line) => /^\s*\{.*\}\s*$/.test(line)))
    throw new InputError(
      "not-json",
      "this has a JSON object on each line, many reports; read them with: hearsay code FILE -o events.csv",
    );
  return text;
}

function checkHints({ published }: SourceHints): void {
  if (published === undefined || isIsoDate(published)) return;
  throw new InputError(
    "wrong-date",
    `published is ${shown(published)}, not an ISO date; give YYYY-MM-DD`,
  );
}

function given({ id, title, published, outlet, url }: SourceHints): Partial<ReportInput> {
  const fields = Object.entries({ id, title, published, outlet, url });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
