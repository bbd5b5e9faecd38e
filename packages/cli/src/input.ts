import {
  bytesOf,
  fetchReport,
  fileBytes,
  InputError,
  isIsoDate,
  readSource,
} from "@hearsay/archive";
import type { Reading, ReportInput } from "@hearsay/reader";
import { type Given, type Option, UsageError } from "./command.ts";

/** Options of every command that reads one report. */
export const inputOptions: Readonly<Record<string, Option>> = {
  published: { value: "DATE", help: "the day the report came out, YYYY-MM-DD" },
  outlet: { value: "NAME", help: "who published it" },
  title: { value: "TEXT", help: "its title, when the file does not have it" },
  "allow-private": { help: "also fetch from addresses inside your own network" },
};

/** A file, an address, or "-" for standard input. Errors begin with its name. */
export async function inputFrom(source: string, given: Given): Promise<ReportInput> {
  const hints = hintsOf(given);
  if (isAddress(source))
    return named(withoutPassword(source), () =>
      fetchReport(source, { hints, allowPrivate: given.flag("allow-private") }),
    );
  return named(nameOf(source), async () =>
    readSource(await sourceBytes(source), { ...hints, name: source }),
  );
}

export const isAddress = (source: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(source);

const withoutPassword = (address: string): string => address.replace(/\/\/[^/@]*@/, "//");

export const nameOf = (source: string): string => (source === "-" ? "standard input" : source);

export const sourceBytes = (source: string): Promise<Uint8Array> =>
  source === "-" ? bytesOf(process.stdin) : fileBytes(source);

/** Puts the name of a source in front of what is wrong with it. */
export async function named<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `${name}: ${error.message}`, error.exit);
  }
}

function hintsOf(given: Given) {
  const published = given.option("published");
  if (published !== undefined && !isIsoDate(published))
    throw new UsageError(`--published is "${published}", not an ISO date; give YYYY-MM-DD`);
  const hints = { published, outlet: given.option("outlet"), title: given.option("title") };
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined));
}

/** The Reading in a file that `--format json` has written; `undefined` for anything else. */
export async function savedReading(source: string): Promise<Reading | undefined> {
  if (source === "-" || isAddress(source)) return undefined;
  const text = new TextDecoder().decode(await named(source, () => fileBytes(source)));
  if (!/^\s*\{\s*"schema"\s*:\s*"hearsay\/reading\//.test(text)) return undefined;
  try {
    return JSON.parse(text) as Reading;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError("not-json", `${source}: this reading is damaged: ${error.message}`);
  }
}
