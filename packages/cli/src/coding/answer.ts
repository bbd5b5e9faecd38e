/** From a job to what is written for it: the same in the main thread and in any other. */
import { InputError } from "@hearsay/archive";
import type { KnowledgeFile, Reader, Reading } from "@hearsay/reader";
import { type EventFormat, eventLines } from "@hearsay/show";
import { theReader } from "../reader.ts";
import { type Failure, inputOf, type Job } from "./jobs.ts";

export const codeFormats = ["readings", "csv", "tsv", "ndjson", "cameo"] as const;
export type CodeFormat = (typeof codeFormats)[number];

export interface Settings {
  readonly format: CodeFormat;
  /** Without events that a report tells again. */
  readonly once: boolean;
  /** Own dictionaries, in front of ours. */
  readonly dictionaries?: readonly KnowledgeFile[];
}

/** Strings and numbers only: answers come back from threads. */
export interface Answer {
  /** Whole lines, or nothing. */
  readonly text: string;
  readonly events: number;
  /** ISO 639-1; only English is coded. */
  readonly language?: string;
  readonly failure?: Failure;
}

export type Coder = (job: Job) => Promise<Answer>;

export async function openCoder(settings: Settings): Promise<Coder> {
  const reader = await theReader({ dictionaries: settings.dictionaries ?? [] });
  return (job) => answerTo(reader, job, settings);
}

/** One report never stops the run. */
async function answerTo(reader: Reader, job: Job, settings: Settings): Promise<Answer> {
  if ("failure" in job) return failed(job, settings.format, job.failure);
  try {
    const reading = reader.read(await inputOf(job));
    const events = reading.events.filter(({ same }) => !settings.once || same === undefined).length;
    return {
      text: textOf(reader, reading, job, settings),
      events,
      language: reading.report.language,
    };
  } catch (error) {
    return failed(job, settings.format, failureOf(error));
  }
}

function textOf(reader: Reader, reading: Reading, { name }: Job, settings: Settings): string {
  const { format, once } = settings;
  if (format === "readings") return `${JSON.stringify(reading)}\n`;
  return eventLines(format, reading, reader.knowledge.ontology, { name, once });
}

function failureOf(error: unknown): Failure {
  if (error instanceof InputError) return { code: error.code, message: error.message };
  return { code: "internal", message: `internal error: ${(error as Error).message}` };
}

/** Formats of one JSON value a line, where an error can stand in the place of what failed. */
const errorsInPlace: ReadonlySet<CodeFormat> = new Set<CodeFormat>(["readings", "ndjson"]);
export const hasErrorsInPlace = (format: CodeFormat): boolean => errorsInPlace.has(format);

export const failed = (job: Job, format: CodeFormat, failure: Failure): Answer => ({
  text: hasErrorsInPlace(format) ? failureLine(job, failure) : "",
  events: 0,
  failure,
});

/** `{"id": …, "error": {"code", "message"}}`. */
export function failureLine({ id, line }: Job, { code, message }: Failure): string {
  const told = line === undefined ? message : `line ${line}: ${message}`;
  return `${JSON.stringify({ id, error: { code, message: told } })}\n`;
}

/** The ending of a file that each format is the usual one for. */
export const formatOfEnding = (path: string): EventFormat | undefined =>
  (({ csv: "csv", tsv: "tsv", tab: "tsv", ndjson: "ndjson", jsonl: "ndjson" }) as const)[
    /\.(csv|tsv|tab|ndjson|jsonl)$/i.exec(path)?.[1]?.toLowerCase() as "csv"
  ];
