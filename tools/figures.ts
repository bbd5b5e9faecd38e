/**
 * Measures, and writes the table of figures in README.md: `node tools/figures.ts [FOLDER]`, after
 * ./hearsay has been built. The gold files are not part of the repository: FOLDER (or
 * HEARSAY_SHARED, or ../shared) has them in gold/ and data/. Without it nothing is written.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBlock } from "./readme.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = process.argv[2] ?? process.env.HEARSAY_SHARED ?? join(root, "../shared");

interface Measure {
  readonly what: string;
  readonly kind: "language" | "names" | "events" | "statements";
  readonly gold: string;
  /** What the gold file is called in the table. */
  readonly called: string;
  /** Labels and where the numbers stand in the JSON that `hearsay evaluate` prints. */
  readonly shows: Readonly<Record<string, string>>;
}

const measures: readonly Measure[] = [
  {
    what: "syntax, from raw text",
    kind: "language",
    gold: "data/treebanks/ewt/dev.conllu",
    called: "UD English EWT, dev",
    shows: { sentences: "raw.sentences", UPOS: "raw.upos", UAS: "raw.uas", LAS: "raw.las" },
  },
  {
    what: "names",
    kind: "names",
    gold: "gold/names/world.iob2",
    called: "528 newspaper reports from 70 outlets",
    shows: { precision: "p", recall: "r", F1: "f1" },
  },
  {
    what: "statements, all three parts overlapping",
    kind: "statements",
    gold: "gold/statements/polnear-train.jsonl",
    called: "PolNeAR, train",
    shows: { precision: "overlap.p", recall: "overlap.r", F1: "overlap.f1" },
  },
  {
    what: "events",
    kind: "events",
    gold: "gold/events/plv.jsonl",
    called: "Zero-Shot-PLOVER, 1,050 sentences",
    shows: {
      "type found": "type",
      "type and parties": "pair_type",
      "events a sentence": "events_per_sentence",
    },
  },
  {
    what: "events, in four classes",
    kind: "events",
    gold: "gold/events/conflibert.jsonl",
    called: "ConfliBERT, 994 sentences",
    shows: { "class found": "quad" },
  },
  {
    what: "sentences that hold no political event",
    kind: "events",
    gold: join(root, "examples/no-events.jsonl"),
    called: "500 of our own, of sport, markets, weather, film, history",
    shows: { "without one": "silent" },
  },
];

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(root, command), args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: exit code ${status}\n${stderr}`);
  return stdout;
}

/** "overlap.f1" in the JSON. */
const numberAt = (json: unknown, path: string): string => {
  const found = path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], json);
  if (typeof found !== "number") throw new Error(`hearsay evaluate prints no number at "${path}"`);
  return found.toFixed(1);
};

function rowOf({ what, kind, gold, called, shows }: Measure): string {
  const json: unknown = JSON.parse(
    run("hearsay", "evaluate", kind, resolve(shared, gold), "--json"),
  );
  const numbers = Object.entries(shows).map(([name, path]) => `${name} ${numberAt(json, path)}`);
  return `| ${what} | ${numbers.join(", ")} | ${called} | \`./hearsay evaluate ${kind} GOLD\` |`;
}

/** The lines that bench/run prints, by what they say. */
function speedRow(): string {
  const printed = run("bench/run");
  const value = (what: string): string =>
    new RegExp(`^${what}[^\n]*?  +(\\S.*)$`, "m").exec(printed)?.[1] ?? "?";
  const numbers = [
    `${value("warm report \\(median\\)")} a report, warm (fastest ${value("warm report \\(fastest\\)")})`,
    `${value("cold ./hearsay read \\(median\\)")} from a cold start`,
    `${value("tokens a second")} tokens a second`,
    `${value("resident memory")} of memory`,
  ];
  return `| speed | ${numbers.join(", ")} | a phone call of 370 words, one core of ${cpus()[0]?.model} | \`bench/run\` |`;
}

if (existsSync(shared)) {
  const rows = [...measures.map(rowOf), speedRow()];
  const table = ["| | measured | on | by |", "|---|---|---|---|", ...rows].join("\n");
  writeBlock(
    "figures",
    `\nPercentages. No model was trained on these sets; all were used to develop with.\n\n${table}\n\n`,
  );
} else console.error(`${shared}: no such folder; give the one that has gold/ and data/`);
