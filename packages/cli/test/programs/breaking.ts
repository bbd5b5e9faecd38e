/** Stands in for the thread that reads: it breaks in the way that a report's id says. */
import { parentPort } from "node:worker_threads";

parentPort?.postMessage("ready");
parentPort?.on("message", (jobs: readonly { readonly id: string }[]) => {
  for (const { id } of jobs) {
    if (id === "throw") throw new Error("thrown in the thread");
    if (id === "exit") process.exit(3);
    if (id === "memory")
      throw Object.assign(new Error("out of memory"), { code: "ERR_WORKER_OUT_OF_MEMORY" });
    while (id === "for ever");
    parentPort?.postMessage({ text: `read ${id}`, events: 0 });
  }
});
