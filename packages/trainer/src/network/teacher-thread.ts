/** A thread that trains one network and sends it back; started by `school.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { type NetworkTask, trainNetwork } from "./train.ts";

const task = workerData as NetworkTask;
parentPort?.postMessage(
  trainNetwork({ ...task, progress: (line) => parentPort?.postMessage(line) }),
);
