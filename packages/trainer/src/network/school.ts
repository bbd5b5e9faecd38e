/**
 * Several networks learn from the lessons, each in a thread of its own; then one learns from the
 * lessons and from what those say together of them and of more sentences.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { readModel, readVocabulary, writeModel } from "@hearsay/reader/model";
import { type Example, exampleOf, type Lesson } from "./batches.ts";
import { taught, teacherOf } from "./teachers.ts";
import {
  examplesOf,
  type NetworkTask,
  type Plan,
  planOf,
  type TrainedNetwork,
  trainOn,
} from "./train.ts";

export type Schooling = Pick<
  NetworkTask,
  "size" | "epochs" | "batch" | "rate" | "dropout" | "seed"
>;

export interface SchoolTask extends Pick<NetworkTask, "lessons" | "sources" | "attributes"> {
  readonly teachers: readonly Schooling[];
  /** What the teachers learned from; `lessons` are the pupil's. */
  readonly teacherLessons: readonly Lesson[];
  readonly pupil: Schooling;
  /** Sentences of which nothing is known, for the teachers to speak about. */
  readonly more: readonly Lesson[];
  /** How much the teachers' word counts where the truth is known, 0 … 1. */
  readonly trust: number;
  /** Keeps what a teacher became, and brings it back; so that training goes on after a stop. */
  readonly kept?: {
    read(name: string): Uint8Array | undefined;
    write(name: string, bytes: Uint8Array): void;
  };
  readonly progress?: (line: string) => void;
}

export async function trainSchooled(task: SchoolTask): Promise<TrainedNetwork> {
  const { sources, attributes, more, progress } = task;
  const taskOf = (schooling: Schooling): NetworkTask => ({
    ...schooling,
    lessons: task.teacherLessons,
    sources,
    attributes,
  });
  const teachers = await inParallel(task.teachers, async (schooling, k) => {
    const name = `teacher${k + 1}`;
    const before = task.kept?.read(name);
    if (before) return before;
    const bytes = await inThread(taskOf(schooling), (line) => progress?.(`${name} ${line}`));
    task.kept?.write(name, bytes);
    return bytes;
  });
  const pupil: NetworkTask = { ...task.pupil, lessons: task.lessons, sources, attributes };
  const plan = planOf(pupil, more);
  const all = [...task.lessons, ...more];
  const own = examplesOf(all, plan);
  progress?.(`${teachers.length} teachers read ${all.length} sentences`);
  const told = teachers.length === 0 ? own : askedAbout(all, teachers, plan, task);
  const examples = told
    .map((example, k) => ({ ...example, rows: own[k]!.rows }))
    .filter(({ tree }) => tree);
  return trainOn(examples, plan, { ...pupil, ...(progress ? { progress } : {}) });
}

/** What the teachers say; they know words by the vocabulary of their own lessons. */
function askedAbout(
  lessons: readonly Lesson[],
  files: readonly Uint8Array[],
  { classes }: Plan,
  { sources, trust }: SchoolTask,
): Example[] {
  const models = files.map((bytes) => readModel(bytes));
  const teachers = models.map(teacherOf);
  const vocabulary = readVocabulary(models[0]!, teachers[0]!.shape.attributes, sources);
  const examples = lessons.map((each) => exampleOf(each, vocabulary, classes));
  return taught(teachers, examples, trust);
}

/** Runs what is to be done for each item, as many at a time as there are processors. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await run(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(items.length, availableParallelism()) }, work));
  return results;
}

/** The bytes of a network trained in a thread of its own. */
function inThread(task: NetworkTask, progress: (line: string) => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./teacher-thread.ts", import.meta.url), {
      workerData: task,
    });
    worker.on("message", (said: string | TrainedNetwork) => {
      if (typeof said === "string") progress(said);
      else resolve(networkFile(said));
    });
    worker.on("error", reject);
  });
}

/** `more`: facts that the reader needs beside those of the training. */
export const networkFile = (
  { sections, facts }: TrainedNetwork,
  more: Readonly<Record<string, unknown>> = {},
): Uint8Array =>
  writeModel(
    { kind: "network", name: "english.network", version: 1, facts: { ...facts, ...more } },
    sections,
  );
