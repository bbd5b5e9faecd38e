/**
 * One tool in a process of its own, so that none is warmed or disturbed by another:
 * `language-child.ts TOOL start|read JOB.json`. Prints one JSON object.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { scoreText } from "@hearsay/evaluation/language";
import { scoreNames } from "@hearsay/evaluation/names";
import { nameFinder } from "./language-names.ts";
import { compromise } from "./tools/compromise.ts";
import { hearsay, hearsayCore } from "./tools/hearsay.ts";
import type { OpenTool, Tool } from "./tools/tool.ts";
import { wink } from "./tools/wink.ts";

export interface Job {
  readonly documents: readonly string[];
  /** Words in all documents together, counted alike for every tool. */
  readonly words: number;
  /** Gold files, when there are any. */
  readonly conllu?: string;
  readonly iob2?: string;
}

/** A fresh process: milliseconds until the tool can be used, megabytes it takes once it was. */
export interface Start {
  readonly load: number;
  readonly memory: number;
}

export interface Read {
  readonly name: string;
  readonly megabytes: number;
  /** Words a second, in each repetition. */
  readonly speeds: readonly number[];
  readonly raw?: Readonly<Record<string, number>>;
  readonly parses: boolean;
  readonly names?: number;
}

const tools: Readonly<Record<string, Tool>> = { hearsay, hearsayCore, wink, compromise };
const wordsForMemory = 50_000;
const repetitions = 9;

const resident = (): number => process.memoryUsage().rss / 2 ** 20;

async function start(tool: Tool, { documents, words }: Job): Promise<Start> {
  const bare = resident();
  const begun = performance.now();
  const { work } = await tool.open();
  const load = performance.now() - begun;
  for (let done = 0; done < wordsForMemory; done += words) for (const each of documents) work(each);
  return { load, memory: resident() - bare };
}

async function read(tool: Tool, job: Job): Promise<Read> {
  const open = await tool.open();
  const pass = (): number => {
    const begun = performance.now();
    for (const each of job.documents) open.work(each);
    return (job.words / (performance.now() - begun)) * 1000;
  };
  pass(); // the first compiles what is called often
  const speeds = Array.from({ length: repetitions }, pass);
  const { version, bytes, parses } = open;
  const name = `${tool.name} ${version}`.trimEnd();
  return { name, megabytes: bytes / 2 ** 20, parses, speeds, ...scoresOf(open, job) };
}

function scoresOf(
  { analyse, names }: OpenTool,
  { conllu, iob2 }: Job,
): Pick<Read, "raw" | "names"> {
  return {
    ...(conllu ? { raw: { ...scoreText(readFileSync(conllu, "utf8"), analyse) } } : {}),
    ...(iob2 && names
      ? { names: scoreNames(readFileSync(iob2, "utf8"), nameFinder(names), iob2).f1 }
      : {}),
  };
}

const [name = "", mode = "", file = ""] = process.argv.slice(2);
const job = JSON.parse(readFileSync(file, "utf8")) as Job;
const tool = tools[name]!;
console.log(JSON.stringify(await (mode === "start" ? start : read)(tool, job)));
