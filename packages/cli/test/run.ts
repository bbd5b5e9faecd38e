import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line from source, as a process of its own; a list in front are options of Node. */
export const start = (...args: (string | readonly string[])[]) =>
  spawn(process.execPath, ["--conditions=hearsay-source", ...launch(args)], {
    env: { ...process.env, NODE_OPTIONS: "--disable-warning=ExperimentalWarning", NO_COLOR: "1" },
  });

const launch = (args: readonly (string | readonly string[])[]): string[] => {
  const [first, ...rest] = args;
  return Array.isArray(first) ? [...first, main, ...rest.flat()] : [main, ...args.flat()];
};

/** Runs it to the end with `input` on standard input. */
export function hearsay(args: readonly string[], input: string | Uint8Array = ""): Promise<Ended> {
  const child = start(...args);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

const folder = mkdtempSync(join(tmpdir(), "hearsay-cli-"));

/** A file of this content in a folder of the test's own; its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export const path = (name: string): string => join(folder, name);
