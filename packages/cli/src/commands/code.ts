import { availableParallelism } from "node:os";
import type { KnowledgeFile } from "@hearsay/reader";
import { eventHeader } from "@hearsay/show";
import {
  type CodeFormat,
  codeFormats,
  failureLine,
  formatOfEnding,
  hasErrorsInPlace,
} from "../coding/answer.ts";
import { failureFile } from "../coding/failures.ts";
import { extentOf, jobsOf } from "../coding/jobs.ts";
import { counted, type Desk, durationText, openDesk } from "../coding/progress.ts";
import { type Answered, answersTo, type RunOptions } from "../coding/run.ts";
import { declare, type Given, oneOf, UsageError } from "../command.ts";
import { dictionaryOptions, givenDictionaries, readerFor } from "../dictionaries.ts";
import { type Output, openOutput } from "../output.ts";

export const code = declare({
  usage: "INPUT…|- [options]",
  about: `
Reads many reports and prints their events as a table, one row an event, or each report's whole
Reading; in the order of the input. An INPUT with the ending .jsonl or .ndjson, and standard
input ("-"), has one report a line: {"text": …, "id"?, "title"?, "published"?, "outlet"?,
"url"?}; any other is one report as text, HTML or JSON. docs/event-files.md tells the columns.

Formats:
  csv, tsv   a line of names, then one event a line; lists stand between " | "
  ndjson     the same as one JSON object a line, with lists as lists
  cameo      one dyad a line in the layout of PETRARCH and Phoenix
  readings   one Reading a line (JSON, as "hearsay read --format json" prints it)

What cannot be read never stops the run; it then ends with exit code 1 and a count. In ndjson
and readings it is answered in its place by {"id", "error": {"code", "message"}}; else it is
listed on standard error and, with -o FILE, in FILE.failures.jsonl.`,
  options: {
    format: {
      value: codeFormats.join("|"),
      help: "else by the ending of -o; readings where it tells nothing",
    },
    ...dictionaryOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
    once: { help: "leaves out events that the same report tells again" },
    workers: { value: "N", help: "threads that read; usual: one for each processor" },
    "time-limit": {
      value: "SECONDS",
      help: "gives up a report that takes longer; usual: 300; not with --workers 1",
    },
  },
  examples: [
    "hearsay code reports.jsonl -o events.csv",
    "hearsay code corpus/*.html --format tsv --once > events.tsv",
    "cat reports.jsonl | hearsay code - --format readings | head -1",
  ],
  async run(given) {
    const inputs = given.operands;
    if (inputs.length === 0)
      throw new UsageError("INPUT is missing; give files, or - for standard input");
    const target = given.option("output");
    const usual = (target && formatOfEnding(target)) || "readings";
    const format = oneOf(given, "format", codeFormats, usual);
    const stopped = new AbortController();
    const extent = await extentOf(inputs);
    const options: RunOptions = {
      settings: { format, once: given.flag("once"), dictionaries: await dictionariesOf(given) },
      threads: positive(given, "workers", availableParallelism()),
      limit: 1000 * positive(given, "time-limit", 300),
      extent,
      stop: stopped.signal,
    };
    const output = await openOutput(target);
    const desk = openDesk(process.stderr, extent, () => performance.now());
    const signal = onSignals(stopped);
    const tally = await writeAll(answersTo(jobsOf(inputs), options), output, desk, format, target);
    await output.close();
    desk.end();
    if (signal.name) return interrupted(signal.name, tally, desk);
    return summed(tally, desk, format);
  },
});

/** @throws UsageError */
function positive(given: Given, name: string, usual: number): number {
  const value = given.option(name);
  if (value === undefined) return usual;
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} is "${value}"; give a whole number from 1 on`);
}

interface Tally {
  reports: number;
  failed: number;
  events: number;
  /** In another language than English: nothing is coded. */
  foreign: number;
  bytes: number;
  readonly start: number;
  /** Where failures are listed beside standard error. */
  failures?: string;
}

/** Whole rows only, whenever it is stopped. */
async function writeAll(
  answers: AsyncIterable<readonly Answered[]>,
  output: Output,
  desk: Desk,
  format: CodeFormat,
  target: string | undefined,
): Promise<Tally> {
  const tally = { reports: 0, failed: 0, events: 0, foreign: 0, bytes: 0, start: seconds() };
  const beside = hasErrorsInPlace(format) ? undefined : failureFile(target);
  await output.write(format === "readings" ? "" : eventHeader(format));
  for await (const batch of answers) {
    await output.write(batch.map(({ answer }) => answer.text).join(""));
    for (const { job, answer } of batch) {
      count(tally, job.bytes, answer);
      if (!answer.failure || hasErrorsInPlace(format)) continue;
      desk.say(`${job.at}: ${answer.failure.message}`);
      beside?.write(failureLine(job, answer.failure));
    }
    desk.show({ ...tally, seconds: seconds() - tally.start });
  }
  beside?.close();
  return { ...tally, ...(beside ? { failures: beside.path } : {}) };
}

const seconds = (): number => performance.now() / 1000;

function count(tally: Tally, bytes: number, { events, language, failure }: Answered["answer"]) {
  tally.reports++;
  tally.bytes += bytes;
  tally.events += events;
  if (failure) tally.failed++;
  else if (language !== "en") tally.foreign++;
}

/** What a run has to say at its end, and its exit code. */
function summed(tally: Tally, desk: Desk, format: CodeFormat): number {
  const { reports, failed, events, foreign, start, failures } = tally;
  if (foreign > 0)
    desk.say(`${counted(foreign)} of ${counted(reports)} reports are not in English: no events`);
  if (failed > 0) {
    const where = hasErrorsInPlace(format)
      ? 'each answered in its place with an "error"'
      : `listed above${failures ? ` and in ${failures}` : ""}`;
    const done = counted(reports - failed);
    desk.say(`read ${done} of ${counted(reports)} reports; ${counted(failed)} failed, ${where}`);
    return 1;
  }
  if (process.stderr.isTTY) {
    const took = durationText(seconds() - start);
    desk.say(`${counted(reports)} reports, ${counted(events)} events, in ${took}`);
  }
  return 0;
}

function interrupted(signal: NodeJS.Signals, { reports }: Tally, desk: Desk): number {
  desk.say(
    `stopped (${signal}); what is written are the whole rows of ${counted(reports)} reports`,
  );
  // An input that goes on would keep the process.
  process.stdin.destroy();
  return signal === "SIGINT" ? 130 : 143;
}

/** Read once here, so that what is wrong in them is told once and not by every thread. */
async function dictionariesOf(given: Given): Promise<KnowledgeFile[]> {
  const dictionaries = await givenDictionaries(given);
  if (dictionaries.length > 0) await readerFor(given);
  return dictionaries;
}

/** The first signal ends the run between two rows; the second ends it at once. */
function onSignals(stopped: AbortController): { name?: NodeJS.Signals } {
  const got: { name?: NodeJS.Signals } = {};
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => {
      got.name = name;
      stopped.abort();
    });
  return got;
}
