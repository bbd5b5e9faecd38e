import { createReadStream } from "node:fs";
import {
  decode,
  fileBytes,
  InputError,
  idIn,
  largestSource,
  parseReport,
  readSource,
  tooLarge,
} from "@hearsay/archive";
import type { ReportInput } from "@hearsay/reader";
import { nameOf } from "./input.ts";

/** A report to read, or what is wrong with it; `id` is its own, or where it stands. */
export type Outcome =
  | { readonly id: string; readonly input: ReportInput }
  | { readonly id: string; readonly error: { readonly code: string; readonly message: string } };

/** The reports of all inputs in their order, one at a time, so that memory stays flat. */
export async function* readInputs(inputs: readonly string[]): AsyncGenerator<Outcome> {
  for (const input of inputs)
    if (input === "-" || /\.(?:jsonl|ndjson)$/i.test(input)) yield* records(input);
    else
      yield await outcome(input, async () => ({
        id: input,
        ...(await readSource(await fileBytes(input), { name: input })),
      }));
}

async function* records(input: string): AsyncGenerator<Outcome> {
  const name = nameOf(input);
  let number = 0;
  try {
    const stream = input === "-" ? process.stdin : createReadStream(input);
    for await (const line of linesOf(stream)) {
      number++;
      if (line === "too long") yield failure(`${name}:${number}`, number, tooLarge());
      else if (line.some((byte) => byte > 0x20)) yield record(line, name, number);
    }
  } catch (error) {
    // What the stream itself says (no such file, a folder) stands in place of what it would give.
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    yield await outcome(name, async () => readSource(await fileBytes(input)));
  }
}

function record(bytes: Uint8Array, name: string, number: number): Outcome {
  let id: string | undefined;
  try {
    const line = decode(bytes);
    id = idIn(line);
    const input = parseReport(line);
    return { id: input.id ?? `${name}:${number}`, input };
  } catch (error) {
    return failure(id ?? `${name}:${number}`, number, error);
  }
}

function failure(id: string, line: number, error: unknown): Outcome {
  if (!(error instanceof InputError)) throw error;
  return { id, error: { code: error.code, message: `line ${line}: ${error.message}` } };
}

async function outcome(id: string, read: () => Promise<ReportInput>): Promise<Outcome> {
  try {
    return { id, input: await read() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { id, error: { code: error.code, message: error.message } };
  }
}

const lineFeed = 0x0a;

/** The lines of a stream of bytes; one that is larger than a report may be is told, not kept. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  most = largestSource,
): AsyncGenerator<Uint8Array | "too long"> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length <= most) parts.push(part);
    else parts = [];
  };
  const line = () => {
    const whole = length > most ? ("too long" as const) : Buffer.concat(parts, length);
    parts = [];
    length = 0;
    return whole;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield line();
}
