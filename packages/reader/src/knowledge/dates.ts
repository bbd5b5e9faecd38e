/** Reads `dates/words.tsv` and `dates/expressions.tsv`: what date expressions look like and mean. */
import type { RowAt } from "../reading/because.ts";
import { givesWay, switchedOff, tableOf } from "./checks.ts";
import { type NumberWords, readNumberWords } from "./numbers.ts";
import { alternatives, type KnowledgeFile, type Problem, type TableRow } from "./table.ts";

/** A word of a class: Monday is a WEEKDAY of value "1". */
export interface DateWord {
  readonly class: string;
  readonly value: string;
  /** True where the text must have the capital that the row has. */
  readonly capital: boolean;
}

/** One place of a pattern: words or classes of which one must stand there. */
export interface DateAtom {
  readonly any: readonly string[];
  readonly optional: boolean;
  /** Must stand there, but is not part of the expression. */
  readonly context: boolean;
}

export interface DateExpression {
  readonly atoms: readonly DateAtom[];
  /** The operation and its arguments. */
  readonly means: readonly string[];
  /** Whether it holds another expression. */
  readonly nested: boolean;
  readonly example: string;
  readonly gives: string;
  readonly at: RowAt;
}

export interface DateKnowledge {
  /** By lower-case word. */
  readonly words: ReadonlyMap<string, readonly DateWord[]>;
  readonly expressions: readonly DateExpression[];
  /** Expressions by each word or class that they can begin with. */
  readonly startingWith: ReadonlyMap<string, readonly DateExpression[]>;
  readonly numbers: NumberWords;
}

export const dateFiles = {
  words: "dates/words.tsv",
  expressions: "dates/expressions.tsv",
} as const;

/** Classes that are recognised by their form and not listed in `dates/words.tsv`. */
export const formClasses = [
  "DAY",
  "YEAR",
  "MID-YEAR",
  "NUMBER",
  "DECADE",
  "MID-DECADE",
  "TIME",
  "ISO",
  "DATE",
] as const;

/** Places of a pattern that take no word: no noun phrase, no plural noun may begin there. */
export const noNominal = "!NOMINAL";
export const noCounted = "!COUNTED";

/**
 * Takes the files named in `dateFiles` out of `files`. What is wrong, a missing file included, is
 * added to `problems`.
 */
export function readDateKnowledge(
  files: readonly KnowledgeFile[],
  problems: Problem[],
): DateKnowledge {
  const desk = { files, problems };
  const words = readWords(tableOf(desk, dateFiles.words, ["class", "word", "value"]));
  const classes = new Set<string>(formClasses);
  for (const each of words.values()) for (const word of each) classes.add(word.class);
  const table = tableOf(desk, dateFiles.expressions, ["pattern", "means", "example", "gives"]);
  const expressions = readExpressions(table, classes, problems);
  const startingWith = new Map<string, DateExpression[]>();
  for (const expression of expressions)
    for (const key of firstKeys(expression))
      startingWith.set(key, [...(startingWith.get(key) ?? []), expression]);
  const numbers = readNumberWords(desk);
  return { words, expressions, startingWith, numbers };
}

function readWords(
  table: readonly TableRow<"class" | "word" | "value">[],
): Map<string, DateWord[]> {
  const words = new Map<string, DateWord[]>();
  const own = new Set<string>();
  const off = new Set<string>();
  for (const row of table) {
    const key = row.word.toLowerCase();
    if (row.at.own && row.class === switchedOff) off.add(key);
    if (off.has(key) || givesWay(own, `${row.class} ${key}`, row.at)) continue;
    const word = { class: row.class, value: row.value, capital: key !== row.word };
    words.set(key, [...(words.get(key) ?? []), word]);
  }
  return words;
}

function readExpressions(
  table: readonly TableRow<"pattern" | "means" | "example" | "gives">[],
  classes: ReadonlySet<string>,
  problems: Problem[],
): DateExpression[] {
  const found: DateExpression[] = [];
  const own = new Set<string>();
  for (const row of table) {
    if (givesWay(own, row.pattern, row.at) || (row.at.own && row.means === switchedOff)) continue;
    const atoms = readPattern(row.pattern);
    const unknown = atoms
      .flatMap((atom) => atom.any)
      .find((each) => /^[A-Z]{2,}/.test(each) && !classes.has(each));
    if (unknown || row.means === "" || row.example === "" || row.gives === "") {
      const message = unknown
        ? `"${unknown}" is no class of words; add it to ${dateFiles.words} or write words in lower case`
        : "means, example or gives is empty; fill in all three";
      problems.push({ file: row.at.file, line: row.at.line, message });
      continue;
    }
    const nested = atoms.some((atom) => atom.any.includes("DATE"));
    const means = row.means.split(" ");
    found.push({ atoms, means, nested, example: row.example, gives: row.gives, at: row.at });
  }
  return found;
}

const bracketed = /^\((.+)\)$/;

function readPattern(pattern: string): DateAtom[] {
  return pattern.split(" ").map((each) => {
    const optional = each.length > 1 && each.endsWith("?");
    const bare = optional ? each.slice(0, -1) : each;
    const inner = bracketed.exec(bare)?.[1];
    const any = alternatives(inner ?? bare).map((word) =>
      /^!?[A-Z]{2,}/.test(word) ? word : word.toLowerCase(),
    );
    return { any, optional, context: inner !== undefined };
  });
}

function firstKeys({ atoms }: DateExpression): Set<string> {
  const keys = new Set<string>();
  for (const atom of atoms) {
    for (const each of atom.any) keys.add(each);
    if (!atom.optional) break;
  }
  return keys;
}
