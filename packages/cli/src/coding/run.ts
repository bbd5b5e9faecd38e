/** Reads all reports of a run: in the main thread where there are few, else in several threads. */
import { setImmediate } from "node:timers/promises";
import { type Answer, type Coder, openCoder, type Settings } from "./answer.ts";
import type { Job } from "./jobs.ts";
import { batched, inOrder } from "./order.ts";
import { Pool } from "./pool.ts";
import type { Extent } from "./progress.ts";

export interface RunOptions {
  readonly settings: Settings;
  readonly threads: number;
  /** For one report; milliseconds. Only threads can be held to it. */
  readonly limit: number;
  readonly extent: Extent | undefined;
  readonly stop: AbortSignal;
}

export interface Answered {
  readonly job: Job;
  readonly answer: Answer;
}

/** What is read sooner than threads are started; in bytes of input, and in reports. */
const little = 200_000;
const few = 16;

/** A batch is read in a few tenths of a second. */
const limits = {
  count: 16,
  size: 65_536,
  sizeOf: ({ bytes }: Job) => bytes,
  patience: 50,
};

/** The answers in the order of the jobs; what is under way at once is bounded, and so is memory. */
export async function* answersTo(
  jobs: AsyncIterable<Job>,
  options: RunOptions,
): AsyncGenerator<readonly Answered[]> {
  const { threads, stop } = options;
  const readers = new Readers(options);
  const work = async (batch: readonly Job[]) => {
    const answers = await readers.run(batch);
    return batch.map((job, k) => ({ job, answer: answers[k]! }));
  };
  try {
    yield* inOrder(batched(jobs, limits), work, { most: 4 * threads, stop });
  } finally {
    await readers.close();
  }
}

class Readers {
  readonly #options: RunOptions;
  /** Reports that the main thread still reads itself. */
  #left: number;
  #own: Promise<Coder> | undefined;
  #pool: Pool | undefined;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#left = headStart(options);
  }

  run(batch: readonly Job[]): Promise<Answer[]> {
    const { settings, threads, limit } = this.#options;
    if (this.#left > 0) {
      this.#left -= batch.length;
      this.#own ??= openCoder(settings);
      return here(this.#own, batch);
    }
    // From now on threads read; the memory of the reader here is theirs.
    this.#own = undefined;
    this.#pool ??= new Pool({ threads, settings, limit });
    return this.#pool.run(batch);
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}

/** How many reports the main thread reads before threads are worth their start. */
function headStart({ threads, extent }: RunOptions): number {
  if (threads === 1) return Number.POSITIVE_INFINITY;
  if (extent === undefined) return few;
  return extent.bytes <= little ? Number.POSITIVE_INFINITY : 0;
}

async function here(coder: Promise<Coder>, batch: readonly Job[]): Promise<Answer[]> {
  const code = await coder;
  const answers: Answer[] = [];
  for (const job of batch) {
    // Signals, timers and the output have their turn.
    await setImmediate();
    answers.push(await code(job));
  }
  return answers;
}
