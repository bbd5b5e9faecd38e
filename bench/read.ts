/**
 * How fast Hearsay reads, and how much memory that takes: `bench/run [FILE]`, one process,
 * one core. Prints medians, of the built packages.
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
const coldStarts = 7;

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

/** Median milliseconds of each stage. */
function stageTimes(reader: Reader, input: ReportInput): Map<string, number> {
  const all = new Map<string, number[]>();
  for (let run = 0; run < runs; run++)
    for (const { stage, ms } of reader.time(input, now))
      all.set(stage, [...(all.get(stage) ?? []), ms]);
  return new Map([...all].map(([stage, each]) => [stage, median(each)]));
}

/** From the shell to the last byte, the set-up done before. */
function coldStart(): number {
  const command = join(root, "hearsay");
  return median(
    times(coldStarts + 1, () => {
      const { status, stderr } = spawnSync(command, ["read", file], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${command} read ${file}: exit code ${status}\n${stderr}`);
    }).slice(1),
  );
}

const before = megabytes();
const start = now();
const reader = await openReader();
const opened = now() - start;
const input = await readSource(readFileSync(file), { name: basename(file), id: "bench" });
const first = times(1, () => reader.read(input))[0]!;
const { tokens } = reader.layers(input);
times(warmUp, () => reader.read(input));
const warm = median(times(runs, () => reader.read(input)));
const perSecond = (ms: number): string =>
  Math.round((tokens.count / ms) * 1000).toLocaleString("en");

console.log(
  `${basename(file)}: ${tokens.count} tokens; ${cpus()[0]?.model}, Node ${process.version}\n`,
);
line("models and knowledge loaded", `${opened.toFixed(0)} ms`);
line("first report", `${first.toFixed(1)} ms`);
line("warm report (median)", `${warm.toFixed(2)} ms`);
line("tokens a second, all stages", perSecond(warm));
line("resident memory", `${megabytes().toFixed(0)} MB`);
line("of which before the reader", `${before.toFixed(0)} MB`);
console.log("\nstage                                       ms   tokens a second");
for (const [stage, ms] of stageTimes(reader, input))
  console.log(`${stage.padEnd(34)} ${ms.toFixed(3).padStart(12)} ${perSecond(ms).padStart(17)}`);

console.log();
line("cold ./hearsay read (median)", `${coldStart().toFixed(0)} ms`);
