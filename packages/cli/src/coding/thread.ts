/** A thread that reads reports; started by `pool.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { openCoder, type Settings } from "./answer.ts";
import type { Job } from "./jobs.ts";

const code = await openCoder(workerData as Settings);
parentPort?.postMessage("ready");
parentPort?.on("message", async (jobs: readonly Job[]) => {
  // One by one, so that what comes back tells how far it got.
  for (const job of jobs) parentPort?.postMessage(await code(job));
});
