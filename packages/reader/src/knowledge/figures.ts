/** Reads `figures/*.tsv`: how numbers are hedged, what they count, and when they are no figures. */
import type { RowAt } from "../reading/because.ts";
import { complain, givesWay, switchedOff, tableOf } from "./checks.ts";
import { type NumberWords, readNumberWords } from "./numbers.ts";
import { alternatives, type KnowledgeFile, type Problem } from "./table.ts";

export interface FigureExample {
  readonly example: string;
  /** "12.. killed": least and most with ".." between, or one number; then the unit. */
  readonly gives: string;
  readonly at: RowAt;
}

/** Words beside a number that say how it is meant. */
export interface Hedge extends FigureExample {
  readonly words: readonly string[];
  readonly place: "before" | "after";
  readonly least: boolean;
  readonly most: boolean;
}

/** Words that are an amount by themselves: "dozens". */
export interface Amount extends FigureExample {
  readonly words: readonly string[];
  readonly least: number;
  readonly most?: number;
}

export type UnitWay =
  | "undergoes"
  | "does"
  | "is"
  | "noun"
  | "person"
  | "toll"
  | "holds"
  | "money"
  | "link";

export interface Unit extends FigureExample {
  readonly unit: string;
  readonly way: UnitWay;
}

export interface NoFigure {
  readonly why: string;
  readonly at: RowAt;
}

export interface FigureKnowledge {
  readonly numbers: NumberWords;
  /** Longest first. */
  readonly hedges: readonly Hedge[];
  /** By first word, longest first. */
  readonly amounts: ReadonlyMap<string, readonly Amount[]>;
  /** Units by way and lemma; of money the words may be several. */
  readonly units: Readonly<Record<UnitWay, ReadonlyMap<string, Unit>>>;
  readonly noFigure: Readonly<Record<"before" | "after", ReadonlyMap<string, NoFigure>>>;
  readonly examples: readonly FigureExample[];
}

interface Desk {
  readonly files: readonly KnowledgeFile[];
  readonly problems: Problem[];
}

/** Reads the tables of `figures/` among the files; what is wrong is added to `problems`. */
export function readFigureKnowledge(
  files: readonly KnowledgeFile[],
  problems: Problem[],
): FigureKnowledge {
  const desk = { files, problems };
  const hedges = readHedges(desk);
  const amounts = readAmounts(desk);
  const { units, examples } = readUnits(desk);
  const byFirst = new Map<string, Amount[]>();
  for (const each of amounts)
    byFirst.set(each.words[0]!, [...(byFirst.get(each.words[0]!) ?? []), each].sort(longerFirst));
  return {
    numbers: readNumberWords(desk),
    hedges: hedges.sort(longerFirst),
    amounts: byFirst,
    units,
    noFigure: readRefusals(desk),
    examples: [...hedges, ...amounts, ...examples],
  };
}

/** Whether the user's own row for these words, before this one or here, lets nothing be read of it. */
const isSettled = (own: Set<string>, words: string, deciding: string, at: RowAt): boolean =>
  givesWay(own, words, at) || (at.own === true && deciding === switchedOff);

const longerFirst = (
  a: { readonly words: readonly string[] },
  b: { readonly words: readonly string[] },
): number => b.words.length - a.words.length;

function readHedges(desk: Desk): Hedge[] {
  const columns = ["words", "place", "least", "most", "example", "gives"] as const;
  const own = new Set<string>();
  return tableOf(desk, "figures/hedges.tsv", columns).flatMap((row) => {
    if (isSettled(own, row.words, row.place, row.at)) return [];
    const { place, least, most, example, gives, at } = row;
    const words = row.words.split(" ");
    const known = [least, most].every((each) => each === "n" || each === "-");
    if (known && (place === "before" || place === "after"))
      return [{ words, place, least: least === "n", most: most === "n", example, gives, at }];
    complain(
      desk,
      at,
      `"${place} ${least} ${most}": write before or after, and n or - for least and most`,
    );
    return [];
  });
}

function readAmounts(desk: Desk): Amount[] {
  const columns = ["words", "least", "most", "example", "gives"] as const;
  const own = new Set<string>();
  return tableOf(desk, "figures/amounts.tsv", columns).flatMap((row) => {
    if (isSettled(own, row.words, row.least, row.at)) return [];
    const [least, most] = [Number(row.least), Number(row.most)];
    if (Number.isNaN(least) || (Number.isNaN(most) && row.most !== "-")) {
      complain(desk, row.at, `"${row.least}", "${row.most}": write numbers, or - for no most`);
      return [];
    }
    const { example, gives, at } = row;
    const amount = { words: row.words.split(" "), least, example, gives, at };
    return [Number.isNaN(most) ? amount : { ...amount, most }];
  });
}

const ways: readonly UnitWay[] = [
  "undergoes",
  "does",
  "is",
  "noun",
  "person",
  "toll",
  "holds",
  "money",
  "link",
];

function readUnits(desk: Desk): Pick<FigureKnowledge, "units" | "examples"> {
  const maps = Object.fromEntries(ways.map((way) => [way, new Map<string, Unit>()])) as Record<
    UnitWay,
    Map<string, Unit>
  >;
  const examples: FigureExample[] = [];
  const own = new Set<string>();
  const columns = ["unit", "kind", "words", "example", "gives"] as const;
  for (const { unit, kind, words, example, gives, at } of tableOf(
    desk,
    "figures/units.tsv",
    columns,
  )) {
    if (at.own && kind === switchedOff) {
      for (const word of alternatives(words)) own.add(word);
      continue;
    }
    const way = ways.find((each) => each === kind);
    if (!way) {
      complain(desk, at, `"${kind}" is no kind of unit; write one of ${ways.join(", ")}`);
      continue;
    }
    examples.push({ example, gives, at });
    for (const word of alternatives(words).filter((each) => !givesWay(own, each, at)))
      for (const form of formsOf(word.toLowerCase(), way))
        if (form === word.toLowerCase() || !maps[way].has(form))
          maps[way].set(form, { unit, way, example, gives, at });
  }
  return { units: maps, examples };
}

const verbWays: ReadonlySet<UnitWay> = new Set(["undergoes", "does"]);

/** The word with its regular forms, so that a wrong lemma does no harm. */
function formsOf(word: string, way: UnitWay): string[] {
  if (way === "is" || way === "link" || !/[a-z]$/.test(word)) return [word];
  const stem = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ie` : word;
  const plural = /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${stem}s`;
  if (!verbWays.has(way)) return [word, plural];
  const past = stem.endsWith("e") ? `${stem}d` : `${stem}ed`;
  const present = word.endsWith("ie")
    ? `${word.slice(0, -2)}ying`
    : `${/[^e]e$/.test(word) ? word.slice(0, -1) : word}ing`;
  return [word, plural, past, present];
}

function readRefusals(desk: Desk): FigureKnowledge["noFigure"] {
  const found = { before: new Map<string, NoFigure>(), after: new Map<string, NoFigure>() };
  const own = new Set<string>();
  for (const { place, words, why, at } of tableOf(desk, "figures/refusals.tsv", [
    "place",
    "words",
    "why",
  ])) {
    const standing = alternatives(words).filter((each) => !isSettled(own, each, place, at));
    if (standing.length === 0) continue;
    if (place === "before" || place === "after")
      for (const word of standing) found[place].set(word, { why, at });
    else complain(desk, at, `"${place}" is no place; write before or after`);
  }
  return found;
}
