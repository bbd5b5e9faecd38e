/** Numbers and amounts in a sentence, with the words that hedge them. */
import type { Amount, FigureKnowledge, Hedge } from "../../knowledge/figures.ts";
import { digitsValue, numberAt } from "../../knowledge/numbers.ts";
import type { RowAt } from "../../reading/because.ts";

/** Words `first … last` (inclusive) with hedges; the bare number is `core … coreLast`. */
export interface Quantity {
  readonly first: number;
  readonly last: number;
  readonly core: number;
  readonly coreLast: number;
  /** An amount that is no number: "dozens". */
  readonly vague: boolean;
  readonly least?: number;
  readonly most?: number;
  readonly rows: readonly RowAt[];
}

interface Bare {
  readonly last: number;
  readonly vague?: true;
  /** How many words before the number belong to it: "between", with a sign of money. */
  readonly lead?: number;
  readonly least?: number;
  readonly most?: number;
  readonly rows: readonly RowAt[];
}

/** All quantities, left to right, none overlapping. `words` in lower case. */
export function quantitiesIn(knowledge: FigureKnowledge, words: readonly string[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < words.length; ) {
    const hedge = hedgeAt(knowledge, words, i);
    if (hedge > 0) {
      i += hedge;
      continue;
    }
    const bare =
      amountAt(knowledge, words, i) ??
      rangeAt(knowledge, words, i) ??
      numberBare(knowledge, words, i);
    if (!bare) {
      i++;
      continue;
    }
    found.push(hedged(knowledge, words, i, bare, (found.at(-1)?.last ?? -1) + 1));
    i = found.at(-1)!.last + 1;
  }
  return found;
}

const standsAt = (words: readonly string[], at: number, wanted: readonly string[]): boolean =>
  at >= 0 && wanted.every((word, k) => words[at + k] === word);

function amountAt(
  knowledge: FigureKnowledge,
  words: readonly string[],
  i: number,
): Bare | undefined {
  const found: Amount | undefined = knowledge.amounts
    .get(words[i]!)
    ?.find((each) => standsAt(words, i, each.words));
  if (!found) return undefined;
  const { least, most, at } = found;
  const end = i + found.words.length - 1;
  const scale = knowledge.numbers.get(words[end + 1] ?? "");
  const times = scale?.kind === "scale" && least > 0 ? scale.value : 1;
  const bare = {
    last: times > 1 ? end + 1 : end,
    least: least * times,
    rows: [at],
    vague: true as const,
  };
  return most === undefined ? bare : { ...bare, most: most * times };
}

function numberBare(
  knowledge: FigureKnowledge,
  words: readonly string[],
  i: number,
): Bare | undefined {
  const number = numberAt(knowledge.numbers, words, i);
  if (!number || !isCount(words[i]!)) return undefined;
  return { last: number.last, least: number.value, most: number.value, rows: [] };
}

/** Years are read by another stage; "007" and "3.2.1" count nothing. */
const isCount = (word: string): boolean => !/^0\d/.test(word);

/** The length of a hedge that starts at a word and has an amount behind it; so "no" in "no fewer than". */
function hedgeAt(knowledge: FigureKnowledge, words: readonly string[], i: number): number {
  const found = knowledge.hedges.find(
    (each) => each.place === "before" && standsAt(words, i, each.words),
  );
  const next = i + (found?.words.length ?? 0);
  if (!found || !words[next]) return 0;
  return (amountAt(knowledge, words, next) ?? numberBare(knowledge, words, next)) ? next - i : 0;
}

/** "between 40 and 60", "40 to 60", "40-60", "between $3 and 5 million"; `i` is at the first number. */
function rangeAt(
  knowledge: FigureKnowledge,
  words: readonly string[],
  i: number,
): Bare | undefined {
  const { numbers } = knowledge;
  const low = numberAt(numbers, words, i);
  const joint = low && words[low.last + 1];
  if (!low || joint === undefined) return undefined;
  const lead = signLength(knowledge, words, i) + 1;
  const before = words[i - lead];
  // "from 14 to 31" is a change, no range.
  if (before === "from") return undefined;
  if (before === "between" ? joint !== "and" : !/^(?:to|or|-|–|—)$/.test(joint)) return undefined;
  let next = low.last + 2;
  while (next < low.last + 4 && signLength(knowledge, words, next + 1) > 0) next++;
  const high = numberAt(numbers, words, next);
  if (!high || high.value <= low.value) return undefined;
  return {
    last: high.last,
    lead: before === "between" ? lead : 0,
    least: scaledLow(low.value, high.value, words[i]!),
    most: high.value,
    rows: [],
  };
}

/** "40 to 60 thousand" means forty thousand; "3 to 5 million" three million. */
function scaledLow(low: number, high: number, word: string): number {
  const digits = digitsValue(word);
  const scale = [1e9, 1e6, 1e3].find((each) => high >= each && high / each > low);
  return digits === low && scale !== undefined && low < 1000 ? low * scale : low;
}

function hedged(
  knowledge: FigureKnowledge,
  words: readonly string[],
  core: number,
  bare: Bare,
  from: number,
): Quantity {
  const { hedges } = knowledge;
  const start = core - (bare.lead || signLength(knowledge, words, core));
  const before = hedges.find(
    (each) =>
      each.place === "before" &&
      start - each.words.length >= from &&
      standsAt(words, start - each.words.length, each.words),
  );
  const after = before
    ? undefined
    : hedges.find((each) => each.place === "after" && standsAt(words, bare.last + 1, each.words));
  const hedge: Hedge | undefined = before ?? after;
  return {
    first: start - (before?.words.length ?? 0),
    last: bare.last + (after?.words.length ?? 0),
    core,
    coreLast: bare.last,
    vague: bare.vague === true,
    ...boundsOf(bare, hedge),
    rows: [...(hedge ? [hedge.at] : []), ...bare.rows],
  };
}

/** How many words before a number are a sign of money: "$", "US$". */
export function signLength(
  { units }: FigureKnowledge,
  words: readonly string[],
  core: number,
): number {
  for (const length of [2, 1]) {
    if (core < length) continue;
    const sign = words.slice(core - length, core).join("");
    if (/[^\p{L}]/u.test(sign) && units.money.has(sign)) return length;
  }
  return 0;
}

function boundsOf(
  { least, most }: Bare,
  hedge: Hedge | undefined,
): { least?: number; most?: number } {
  const low = hedge && !hedge.least ? undefined : least;
  const high = hedge && !hedge.most ? undefined : most;
  return {
    ...(low === undefined ? {} : { least: low }),
    ...(high === undefined ? {} : { most: high }),
  };
}
