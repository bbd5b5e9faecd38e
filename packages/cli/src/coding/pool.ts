/** Threads that read reports, and what happens when one of them breaks. */
import { Worker } from "node:worker_threads";
import { type Answer, failed, type Settings } from "./answer.ts";
import type { Failure, Job } from "./jobs.ts";

export interface PoolOptions {
  readonly threads: number;
  readonly settings: Settings;
  /** A thread that is busy with one report for longer is ended; in milliseconds. */
  readonly limit: number;
  /** The thread's program, for tests. */
  readonly program?: URL;
}

/** Sources run as they stand; built, the file beside this one has its ending. */
const usual = new URL(
  `./thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/** A small nursery: a third less memory for each thread, at the same speed. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

interface Task {
  readonly jobs: readonly Job[];
  readonly answers: Answer[];
  readonly done: (answers: Answer[]) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Whether the reader is loaded. */
  ready: boolean;
  task?: Task | undefined;
  timer?: NodeJS.Timeout | undefined;
  /** Why it ends. */
  reason?: Failure;
}

export class Pool {
  readonly #options: PoolOptions;
  readonly #threads = new Set<Thread>();
  readonly #queue: Task[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * The answers to some jobs, in their order. A report that a thread breaks at is answered with an
   * error, and another thread takes its place. Rejects when threads cannot even start.
   */
  run(jobs: readonly Job[]): Promise<Answer[]> {
    return new Promise((done, failed) => {
      this.#queue.push({ jobs, answers: [], done, failed });
      this.#serve();
    });
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  /** Gives tasks to threads that have none; starts threads where more are allowed. */
  #serve(): void {
    while (this.#queue.length > 0 && !this.#closed) {
      const idle = [...this.#threads].find(({ task }) => task === undefined);
      if (!idle && this.#threads.size >= this.#options.threads) return;
      const thread = idle ?? this.#start();
      thread.task = this.#queue.shift()!;
      thread.worker.postMessage(thread.task.jobs.slice(thread.task.answers.length));
      if (thread.ready) this.#time(thread);
    }
  }

  #start(): Thread {
    const { settings, program = usual } = this.#options;
    const worker = new Worker(program, { workerData: settings, resourceLimits });
    const thread: Thread = { worker, ready: false };
    this.#threads.add(thread);
    thread.worker.on("message", (message: "ready" | Answer) => this.#hear(thread, message));
    thread.worker.on("error", (error) => {
      thread.reason ??= { code: "internal", message: `internal error: ${reasonOf(error)}` };
    });
    thread.worker.on("exit", (code) => this.#ended(thread, code));
    return thread;
  }

  #hear(thread: Thread, message: "ready" | Answer): void {
    if (message === "ready") thread.ready = true;
    else thread.task?.answers.push(message);
    const { task } = thread;
    if (task && task.answers.length === task.jobs.length) {
      thread.task = undefined;
      task.done(task.answers);
    }
    this.#time(thread);
    this.#serve();
  }

  /** Begins to count for the next report, or stops where there is none. */
  #time(thread: Thread): void {
    clearTimeout(thread.timer);
    if (!thread.task) return;
    const { limit } = this.#options;
    thread.timer = setTimeout(() => {
      const message = `it took longer than ${limit / 1000} seconds to read; leave it out, or raise --time-limit`;
      thread.reason = { code: "timed-out", message };
      void thread.worker.terminate();
    }, limit);
  }

  /** A thread that is over: the report it was at is answered for, the rest goes to another. */
  #ended(thread: Thread, code: number): void {
    clearTimeout(thread.timer);
    this.#threads.delete(thread);
    const { task, reason = { code: "internal", message: `internal error: exit code ${code}` } } =
      thread;
    if (!task || this.#closed) return;
    if (!thread.ready) {
      task.failed(new Error(`no reader could be started: ${reason.message}`));
      return;
    }
    task.answers.push(
      failed(task.jobs[task.answers.length]!, this.#options.settings.format, reason),
    );
    if (task.answers.length === task.jobs.length) task.done(task.answers);
    else this.#queue.unshift(task);
    this.#serve();
  }
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "the memory of one thread was not enough for this report"
    : error instanceof Error
      ? error.message
      : String(error);
