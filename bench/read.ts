/**
 * How fast Hearsay reads, and how much memory that takes: `bench/run [FILE]`, one process,
 * one core, of the built packages. On a machine that does other things too, the fastest of many runs
 * says more than their median.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { readSource } from "@hearsay/archive";
import { openReader, type Reader, type ReportInput } from "@hearsay/reader";

const root = fileURLToPath(new URL("../", import.meta.url));
const file = process.argv[2] ?? join(root, "examples/phone-call.json");
const warmUp = 100;
const runs = 300;
const starts = 7;

const now = (): number => performance.now();
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;

function line(what: string, value: string): void {
  console.log(`${what.padEnd(34)} ${value.padStart(12)}`);
}

function times(count: number, run: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const start = now();
    run();
    return now() - start;
  });
}

/** Milliseconds of each stage, run by run. */
function stageTimes(reader: Reader, input: ReportInput): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (let run = 0; run < runs; run++)
    for (const { stage, ms } of reader.time(input, now))
      all.set(stage, [...(all.get(stage) ?? []), ms]);
  return all;
}

/** From the shell to the last byte, the set-up done before; run by run. */
function coldStarts(): number[] {
  const command = join(root, "hearsay");
  return times(starts + 1, () => {
    const { status, stderr } = spawnSync(command, ["read", file], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} read ${file}: exit code ${status}\n${stderr}`);
  }).slice(1);
}

const before = megabytes();
const start = now();
const reader = await openReader();
const opened = now() - start;
const input = await readSource(readFileSync(file), { name: basename(file), id: "bench" });
const first = times(1, () => reader.read(input))[0]!;
const { tokens } = reader.layers(input);
times(warmUp, () => reader.read(input));
const warm = times(runs, () => reader.read(input));
const perSecond = (ms: number): string =>
  Math.round((tokens.count / ms) * 1000).toLocaleString("en");

console.log(
  `${basename(file)}: ${tokens.count} tokens; ${cpus()[0]?.model}, Node ${process.version}\n`,
);
line("models and knowledge loaded", `${opened.toFixed(0)} ms`);
line("first report", `${first.toFixed(1)} ms`);
line("warm report (median)", `${median(warm).toFixed(2)} ms`);
line("warm report (fastest)", `${Math.min(...warm).toFixed(2)} ms`);
line("tokens a second, all stages", perSecond(median(warm)));
line("resident memory", `${megabytes().toFixed(0)} MB`);
line("of which before the reader", `${before.toFixed(0)} MB`);
console.log("\nstage                  median ms   fastest ms   tokens a second");
for (const [stage, all] of stageTimes(reader, input)) {
  const columns = [median(all).toFixed(3), Math.min(...all).toFixed(3), perSecond(median(all))];
  console.log(
    `${stage.padEnd(19)}${columns.map((each, at) => each.padStart([13, 13, 18][at]!)).join("")}`,
  );
}

console.log();
const cold = coldStarts();
line("cold ./hearsay read (median)", `${median(cold).toFixed(0)} ms`);
line("cold ./hearsay read (fastest)", `${Math.min(...cold).toFixed(0)} ms`);
