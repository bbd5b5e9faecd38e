/**
 * Sentences, words, tags, lemmas, trees and names: how right, how fast and how large, ours beside
 * what else reads English in JavaScript. `bench/language [--core] [GOLD.conllu [GOLD.iob2]]`, of the
 * built packages; each tool in processes of its own, one after the other.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Job, Read, Start } from "./language-child.ts";
import { jobOf } from "./language-texts.ts";

const child = fileURLToPath(new URL("language-child.ts", import.meta.url));
const starts = 9;

const tools = ["hearsay", "hearsayCore", "wink", "compromise"];

function run<Result>(tool: string, mode: "start" | "read", job: string): Result {
  const flags = process.execArgv;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, child, tool, mode, job],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`${tool}, ${mode}: exit code ${status}\n${stderr}`);
  return JSON.parse(stdout) as Result;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const columns = "tokens sentences UPOS lemmas UAS LAS names words/s load,ms RSS,MB files,MB".split(
  " ",
);
const shown = (score: number | undefined): string => score?.toFixed(1) ?? "—";

/** A tool's row, its cells in the order of `columns`. */
function row(tool: string, job: string): string {
  const { name, raw, parses, names, speeds, megabytes } = run<Read>(tool, "read", job);
  const fresh = Array.from({ length: starts }, () => run<Start>(tool, "start", job));
  return line(name, [
    shown(raw?.tokens),
    shown(raw?.sentences),
    shown(raw?.upos),
    shown(raw?.lemma),
    parses ? shown(raw?.uas) : "—",
    parses ? shown(raw?.las) : "—",
    shown(names),
    Math.round(median(speeds)).toLocaleString("en"),
    median(fresh.map(({ load }) => load)).toFixed(0),
    median(fresh.map(({ memory }) => memory)).toFixed(0),
    megabytes.toFixed(1),
  ]);
}

const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(19) +
  cells.map((cell, k) => cell.padStart(Math.max(8, columns[k]!.length + 2))).join("");

/** What was read, in a line or two above the table. */
function headline({ conllu, iob2, documents, words }: Job): string {
  const texts = conllu ? `${basename(dirname(conllu))}/${basename(conllu)}` : "examples/";
  const left = [conllu ? "" : "a treebank", iob2 ? "" : "marked names"]
    .filter(Boolean)
    .join(" and ");
  return [
    `${texts}: ${documents.length} texts, ${words} words; ${cpus()[0]?.model}, Node ${process.version}`,
    ...(left ? [`no scores that need ${left}: give the file, or set HEARSAY_SHARED`] : []),
  ].join("\n");
}

const { values, positionals } = parseArgs({
  options: { core: { type: "boolean", default: false } },
  allowPositionals: true,
});
const job = await jobOf(...positionals);
const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
const file = join(folder, "job.json");
writeFileSync(file, JSON.stringify(job));
console.log(`${headline(job)}\n\n${line("", columns)}`);
for (const tool of values.core ? ["hearsayCore"] : tools) console.log(row(tool, file));
rmSync(folder, { recursive: true });
console.log(`
From raw text, in per cent: F1 of tokens, sentences and names; UPOS, lemmas, UAS and LAS as F1 over
aligned words (CoNLL 2018). —: the tool does not do this, or there is no gold. words/s: warm, the
median of several passes over all texts, on one core. load: of code and data, in a fresh process;
RSS: resident memory above bare Node after 50,000 words; both the median of ${starts} processes.
files: the models; for compromise its code, which they are part of.
Hearsay learned from the training parts of EWT and GUM, which the others did not.`);
