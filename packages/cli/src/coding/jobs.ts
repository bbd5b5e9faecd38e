import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
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
import { nameOf } from "../input.ts";
import { Names } from "./names.ts";

/** Why a report was not read; the code is stable, the message is one line. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** A report to read: its fields, the file it is in, or what is wrong with it. It goes to threads. */
export type Job = {
  /** Its own, or where it stands. */
  readonly id: string;
  /** What no other report of the run is called: the id, with "#2" when it is met again. */
  readonly name: string;
  /** "reports.jsonl:12". */
  readonly at: string;
  /** How much of the inputs it takes up. */
  readonly bytes: number;
  /** Of a file with many. */
  readonly line?: number;
} & ({ readonly input: ReportInput } | { readonly file: string } | { readonly failure: Failure });

const isRecords = (input: string): boolean => input === "-" || /\.(?:jsonl|ndjson)$/i.test(input);

/** The reports of all inputs in their order, one at a time, so that memory stays flat. */
export async function* jobsOf(inputs: readonly string[]): AsyncGenerator<Job> {
  const names = new Names();
  for (const input of inputs)
    if (isRecords(input)) yield* records(input, names);
    else if (/\.json$/i.test(input)) yield await object(input, names);
    else {
      const bytes = (await sizeOf(input)) ?? 0;
      yield { id: input, name: names.unique(input), at: input, bytes, file: input };
    }
}

/** Read here and now, which is quick, since it may have an id of its own. */
async function object(file: string, names: Names): Promise<Job> {
  const bytes = (await sizeOf(file)) ?? 0;
  try {
    const input = { id: file, ...(await readSource(await fileBytes(file), { name: file })) };
    return { id: input.id, name: names.unique(input.id), at: file, bytes, input };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const failure = { code: error.code, message: error.message };
    return { id: file, name: names.unique(file), at: file, bytes, failure };
  }
}

/** How much there is to read in all; `undefined` when that cannot be told beforehand. */
export async function extentOf(
  inputs: readonly string[],
): Promise<{ bytes: number; reports: number | undefined } | undefined> {
  let bytes = 0;
  for (const input of inputs) {
    const size = input === "-" ? undefined : await sizeOf(input);
    if (size === undefined) return undefined;
    bytes += size;
  }
  return { bytes, reports: inputs.some(isRecords) ? undefined : inputs.length };
}

/** Of a file; 0 for what is not there, which is told when it is read; `undefined` for a pipe. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : found.isDirectory() ? 0 : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return 0;
  }
}

/** The report of a job. @throws InputError */
export async function inputOf(job: Job): Promise<ReportInput> {
  if ("input" in job) return job.input;
  if ("failure" in job) throw new Error(`${job.at}: there is nothing to read`);
  return { id: job.id, ...(await readSource(await fileBytes(job.file), { name: job.file })) };
}

async function* records(input: string, names: Names): AsyncGenerator<Job> {
  const name = nameOf(input);
  let number = 0;
  try {
    const stream = input === "-" ? process.stdin : createReadStream(input);
    for await (const line of linesOf(stream)) {
      number++;
      if (line === "too long" || line.some((byte) => byte > 0x20))
        yield record(line, name, number, names);
    }
  } catch (error) {
    // What the stream itself says (no such file, a folder) stands in place of what it would give.
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const at = number === 0 ? name : `${name}:${number + 1}`;
    yield { id: at, name: names.unique(at), at, bytes: 0, ...(await problemOf(input, error)) };
  }
}

/** In the words that any other file gets, where they fit. */
async function problemOf(input: string, error: unknown): Promise<{ failure: Failure }> {
  try {
    await fileBytes(input);
  } catch (said) {
    if (said instanceof InputError) return { failure: { code: said.code, message: said.message } };
    throw said;
  }
  const message = `this could not be read to its end: ${(error as Error).message}`;
  return { failure: { code: "unreadable", message } };
}

function record(given: Uint8Array | "too long", file: string, line: number, names: Names): Job {
  const at = `${file}:${line}`;
  const bytes = given === "too long" ? largestSource : given.length + 1;
  let id: string | undefined;
  try {
    if (given === "too long") throw tooLarge();
    const text = decode(given);
    id = idIn(text);
    const input = { id: at, ...parseReport(text) };
    return { id: input.id, name: names.unique(input.id), at, bytes, line, input };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const failure = { code: error.code, message: error.message };
    const known = id ?? at;
    return { id: known, name: names.unique(known), at, bytes, line, failure };
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
