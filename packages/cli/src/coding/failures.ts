import { closeSync, openSync, rmSync, statSync, writeSync } from "node:fs";

/** Beside the output: a line for each report that could not be read. */
export interface FailureFile {
  /** "events.csv.failures.jsonl". */
  readonly path: string;
  write(line: string): void;
  close(): void;
}

/**
 * The file of failures beside an output that is a file, made with the first failure; one of an
 * earlier run is removed. `undefined` where the output is no plain file.
 */
export function failureFile(output: string | undefined): FailureFile | undefined {
  if (output === undefined || !statSync(output, { throwIfNoEntry: false })?.isFile())
    return undefined;
  const path = `${output}.failures.jsonl`;
  rmSync(path, { force: true });
  let file: number | undefined;
  return {
    path,
    write(line) {
      file ??= openSync(path, "w");
      writeSync(file, line);
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}
