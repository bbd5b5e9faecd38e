import { InputError } from "./errors.ts";

/**
 * Bytes to text. The encoding is the byte order mark's, else the HTTP header's, else the one a
 * `<meta>` tag declares, else UTF-8, and windows-1252 where the bytes are not valid as any of these.
 * A byte order mark is not part of the text.
 *
 * @param charset as an HTTP header gives it ("iso-8859-1")
 * @throws InputError `binary` when the bytes are no text
 */
export function decode(bytes: Uint8Array, charset?: string): string {
  const marked = byteOrderMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  refuseKnownFormats(bytes);
  for (const label of [charset, declaredCharset(bytes), wideCharset(bytes), "utf-8"]) {
    const text = label === undefined ? undefined : decodeStrictly(bytes, label);
    if (text !== undefined) return refuseControls(text);
  }
  return refuseControls(new TextDecoder("windows-1252").decode(bytes));
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** The text, or `undefined` when the bytes are not valid in that encoding or nobody knows it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What `<meta charset>` in the first 4096 bytes says; UTF-16 there can only be a mistake. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1];
  return label && /^utf-?16/i.test(label) ? "utf-8" : label;
}

/** UTF-16 without a mark: mostly Latin letters show as every second byte zero. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  const length = Math.min(bytes.length, 2048);
  for (let k = 0; k < length; k++) if (bytes[k] === 0) zeros[k % 2]!++;
  if (zeros[0] === 0 && zeros[1] > length / 6) return "utf-16le";
  if (zeros[1] === 0 && zeros[0] > length / 6) return "utf-16be";
  return undefined;
}

const formats: readonly (readonly [name: string, start: string])[] = [
  ["a PDF", "%PDF-"],
  ["a ZIP archive or an office document", "PK\x03\x04"],
  ["gzip-compressed", "\x1f\x8b"],
  ["a PNG picture", "\x89PNG"],
  ["a JPEG picture", "\xff\xd8\xff"],
  ["an RTF document", "{\\rtf"],
  ["an old office document", "\xd0\xcf\x11\xe0"],
];

function refuseKnownFormats(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const format = formats.find(([, start]) => head.startsWith(start));
  if (format)
    throw new InputError(
      "binary",
      `this is ${format[0]}, not text; give the report as text, HTML or JSON`,
    );
}

/** Control characters that have no place in text; tab, line ends, form feed and escape may stand. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

function refuseControls(text: string): string {
  const start = text.slice(0, 100_000);
  const count = start.match(controls)?.length ?? 0;
  if (start.includes("\0") || count > start.length / 100)
    throw new InputError(
      "binary",
      "this is binary data, not text; give the report as text, HTML or JSON",
    );
  return text;
}
