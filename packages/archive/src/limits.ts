import { InputError } from "./errors.ts";

/** The longest text read as one report, in UTF-16 units: several long books. */
export const longestText = 2_000_000;

/** The largest file or page taken in, in bytes. */
export const largestSource = 20_000_000;

const counted = (number: number): string => number.toLocaleString("en-US");

/** @throws InputError `too-long` */
export function checkLength(text: string): string {
  if (text.length <= longestText) return text;
  throw new InputError(
    "too-long",
    `the text has ${counted(text.length)} characters, and a report may have ${counted(longestText)}; give one report at a time`,
  );
}

export const tooLarge = (): InputError =>
  new InputError(
    "too-long",
    `this is larger than ${counted(largestSource / 1_000_000)} MB, the limit for one report; give one report at a time`,
  );

/**
 * All bytes of a stream.
 *
 * @throws InputError `too-long` as soon as there are more than `most`
 */
export async function bytesOf(
  stream: AsyncIterable<Uint8Array | string>,
  most = largestSource,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    length += bytes.length;
    if (length > most) throw tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts, length);
}
