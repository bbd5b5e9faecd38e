/** Reads numbers in digits and words: "6,000", "1.5 million", "twenty-one", "half a dozen". */
import { complain, givesWay, switchedOff, tableOf } from "./checks.ts";
import type { KnowledgeFile, Problem } from "./table.ts";

type NumberKind = "unit" | "ten" | "scale" | "article" | "half";

export interface NumberWord {
  readonly value: number;
  readonly kind: NumberKind;
}

export type NumberWords = ReadonlyMap<string, NumberWord>;

export interface NumberRead {
  readonly value: number;
  /** Index of the last word that belongs to it. */
  readonly last: number;
}

const kinds: ReadonlySet<string> = new Set(["unit", "ten", "scale", "article", "half"]);

export const numbersFile = "figures/numbers.tsv";

/** From `figures/numbers.tsv`; what is wrong is added to `problems`. */
export function readNumberWords(desk: {
  readonly files: readonly KnowledgeFile[];
  readonly problems: Problem[];
}): NumberWords {
  const found = new Map<string, NumberWord>();
  const own = new Set<string>();
  for (const { word, value, kind, at } of tableOf(desk, numbersFile, ["word", "value", "kind"])) {
    if (givesWay(own, word, at) || (at.own && kind === switchedOff)) continue;
    if (kinds.has(kind) && value !== "" && Number.isFinite(Number(value)))
      found.set(word, { value: Number(value), kind: kind as NumberKind });
    else
      complain(
        desk,
        at,
        `"${word}" has the value "${value}" and the kind "${kind}"; give a number and one of ${[...kinds].join(", ")}`,
      );
  }
  return found;
}

const digits = /^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const digitsAndScale = /^(\d+(?:[.,]\d+)*)(k|m|mn|bn|tn)$/;

/** The value of one word in digits, `undefined` for any other. */
export const digitsValue = (word: string): number | undefined =>
  digits.test(word) ? Number(word.replaceAll(",", "")) : undefined;

/** The number that begins at word `at`, the longest; `undefined` where none does. Words in lower case. */
export function numberAt(
  numbers: NumberWords,
  words: readonly string[],
  at: number,
): NumberRead | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  const glued = digitsAndScale.exec(first);
  if (glued) {
    const value = digitsValue(glued[1]!);
    const scale = numbers.get(glued[2]!);
    return value === undefined || !scale ? undefined : { value: value * scale.value, last: at };
  }
  const value = digitsValue(first);
  if (value !== undefined) return scaled(numbers, words, value, at, isSum(words[at - 1]));
  return inWords(numbers, words, at);
}

/** After a sign of money "5 m" is five million; elsewhere it is a length. */
const isSum = (before: string | undefined): boolean => /[$€£¥₹]$/.test(before ?? "");

/** "twenty-one" may come as one word. */
function numberWord(numbers: NumberWords, word: string | undefined): NumberWord | undefined {
  if (word === undefined) return undefined;
  const parts = word.split("-");
  if (parts.length !== 2) return numbers.get(word);
  const [ten, unit] = [numbers.get(parts[0]!), numbers.get(parts[1]!)];
  if (ten?.kind !== "ten" || unit?.kind !== "unit" || unit.value > 9) return undefined;
  return { value: ten.value + unit.value, kind: "unit" };
}

/** Applies scales that follow: "1.5 million", "2 hundred thousand". */
function scaled(
  numbers: NumberWords,
  words: readonly string[],
  value: number,
  last: number,
  shortForms: boolean,
): NumberRead {
  const word = words[last + 1] ?? "";
  const next = numbers.get(word);
  if (next?.kind !== "scale" || (!shortForms && word.length < 2)) return { value, last };
  return scaled(numbers, words, value * next.value, last + 1, false);
}

/** "two hundred and fifty thousand": groups below a thousand, each with its scale, added up. */
function inWords(
  numbers: NumberWords,
  words: readonly string[],
  at: number,
): NumberRead | undefined {
  if (!numberWord(numbers, words[at])) return undefined;
  let total = 0;
  let group = 0;
  let last = at - 1;
  for (let i = at; i < words.length; i++) {
    const word = numberWord(numbers, words[i]);
    if (!word || (word.kind === "scale" && words[i]!.length < 4)) {
      if (isJoint(numbers, words, i, last)) continue;
      break;
    }
    if (word.kind === "article" || word.kind === "half") {
      if (last >= at && !(word.kind === "article" && group === 0.5)) break;
      if (!leadsToScale(numbers, words, i)) break;
      group = word.kind === "half" ? 0.5 : group || 1;
      last = i;
    } else if (word.kind === "scale") {
      if (last < at) break;
      if (word.value >= 1000) {
        total += group * word.value;
        group = 0;
      } else group *= word.value;
      last = i;
    } else {
      const room =
        group === 0 || group % (word.kind === "ten" ? 100 : word.value < 10 ? 10 : 100) === 0;
      if (!room) break;
      group += word.value;
      last = i;
    }
  }
  return last < at ? undefined : { value: total + group, last };
}

/** "-" inside twenty-one, "and" after a hundred, between two words of one number. */
function isJoint(numbers: NumberWords, words: readonly string[], i: number, last: number): boolean {
  if (last !== i - 1 || last < 0) return false;
  const before = numbers.get(words[last]!);
  const after = numbers.get(words[i + 1] ?? "");
  if (!before || !after) return false;
  if (words[i] === "-") return before.kind === "ten" && after.kind === "unit" && after.value < 10;
  return (
    words[i] === "and" && before.kind === "scale" && (after.kind === "unit" || after.kind === "ten")
  );
}

const leadsToScale = (numbers: NumberWords, words: readonly string[], i: number): boolean => {
  const next = numbers.get(words[i + 1] ?? "");
  if (next?.kind === "article") return numbers.get(words[i + 2] ?? "")?.kind === "scale";
  return next?.kind === "scale" && words[i + 1]!.length > 3;
};
