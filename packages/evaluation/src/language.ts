/**
 * Scores of sentences, words, tags and trees against a treebank, defined as in the CoNLL 2018
 * shared task (Zeman et al. 2018): words are aligned by their characters, F1 over aligned words;
 * relations count without their subtypes.
 */
import { type ConlluSentence, type ConlluWord, rawText, readConllu } from "./conllu.ts";

/** A reader's analysis, as far as it is scored. Spans count UTF-16 units into the text. */
export interface Analysis {
  readonly sentences: readonly (readonly AnalysedWord[])[];
}

export interface AnalysedWord {
  readonly from: number;
  readonly to: number;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Index of the head within the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

export interface LanguageReader {
  /** Running text, paragraphs parted by an empty line. */
  text(text: string): Analysis;
  /** Sentences of given words. */
  words(sentences: readonly (readonly string[])[]): Analysis;
}

/** Percentages, but for the speed. */
export interface LanguageScores {
  readonly gold: {
    readonly upos: number;
    readonly xpos: number;
    readonly lemma: number;
    readonly uas: number;
    readonly las: number;
  };
  readonly raw: {
    readonly tokens: number;
    readonly words: number;
    readonly sentences: number;
    readonly upos: number;
    readonly lemma: number;
    readonly uas: number;
    readonly las: number;
  };
  readonly tokens_per_second: number;
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100;
const f1 = (right: number, gold: number, found: number): number => percent(2 * right, gold + found);
/** A relation without its subtype, as it counts. */
export const plain = (relation: string): string => relation.split(":")[0]!;

/**
 * `clock` gives milliseconds; with none, the speed is 0. The speed is that of the second reading of
 * the raw text, in words a second.
 */
export function scoreLanguage(
  goldConllu: string,
  reader: LanguageReader,
  clock: () => number = () => 0,
): LanguageScores {
  const gold = readConllu(goldConllu);
  const text = rawText(gold);
  reader.text(text);
  const started = clock();
  const analysis = reader.text(text);
  const seconds = (clock() - started) / 1000;
  const count = analysis.sentences.reduce((sum, each) => sum + each.length, 0);
  return {
    gold: scoreGiven(gold, reader.words),
    raw: scoreRaw(gold, text, analysis),
    tokens_per_second: seconds > 0 ? Math.round(count / seconds) : 0,
  };
}

/** The scores over the treebank's own words alone. */
export const scoreWords = (
  goldConllu: string,
  read: LanguageReader["words"],
): LanguageScores["gold"] => scoreGiven(readConllu(goldConllu), read);

/** The scores from raw text alone: for tools that take no given words. */
export function scoreText(goldConllu: string, read: LanguageReader["text"]): LanguageScores["raw"] {
  const gold = readConllu(goldConllu);
  const text = rawText(gold);
  return scoreRaw(gold, text, read(text));
}

function scoreGiven(
  gold: readonly ConlluSentence[],
  read: LanguageReader["words"],
): LanguageScores["gold"] {
  const { sentences } = read(gold.map(({ words }) => words.map(({ form }) => form)));
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  let count = 0;
  gold.forEach(({ words }, s) => {
    words.forEach((word, i) => {
      const guess = sentences[s]![i]!;
      count++;
      if (guess.upos === word.upos) right.upos++;
      if (guess.xpos === word.xpos) right.xpos++;
      if (sameLemma(guess.lemma, word)) right.lemma++;
      if (guess.head !== word.head) return;
      right.uas++;
      if (plain(guess.relation) === plain(word.relation)) right.las++;
    });
  });
  return {
    upos: percent(right.upos, count),
    xpos: percent(right.xpos, count),
    lemma: percent(right.lemma, count),
    uas: percent(right.uas, count),
    las: percent(right.las, count),
  };
}

/** Where the treebank gives no lemma, any is right. */
const sameLemma = (guess: string, { lemma, form }: ConlluWord): boolean =>
  guess === lemma || (lemma === "_" && form !== "_");

/** A word by the characters of the text, spaces not counted, that its token covers. */
interface PlacedWord {
  readonly key: string;
  readonly upos: string;
  readonly lemma: string;
  readonly relation: string;
  readonly headKey: string;
}

interface Placed {
  readonly tokens: Set<string>;
  readonly sentences: Set<string>;
  readonly words: Map<string, PlacedWord>;
}

function scoreRaw(
  gold: readonly ConlluSentence[],
  text: string,
  analysis: Analysis,
): LanguageScores["raw"] {
  const wanted = placeGold(gold);
  const found = placeFound(text, analysis);
  const both = (a: Set<string>, b: Set<string>): number =>
    [...a].filter((each) => b.has(each)).length;
  let words = 0;
  let upos = 0;
  let lemma = 0;
  let uas = 0;
  let las = 0;
  for (const [key, word] of wanted.words) {
    const guess = found.words.get(key);
    if (!guess) continue;
    words++;
    if (guess.upos === word.upos) upos++;
    if (guess.lemma === word.lemma || word.lemma === "_") lemma++;
    if (guess.headKey !== word.headKey) continue;
    uas++;
    if (guess.relation === word.relation) las++;
  }
  const of = (right: number): number => f1(right, wanted.words.size, found.words.size);
  return {
    tokens: f1(both(wanted.tokens, found.tokens), wanted.tokens.size, found.tokens.size),
    words: of(words),
    sentences: f1(
      both(wanted.sentences, found.sentences),
      wanted.sentences.size,
      found.sentences.size,
    ),
    upos: of(upos),
    lemma: of(lemma),
    uas: of(uas),
    las: of(las),
  };
}

const bare = (form: string): number => form.replace(/\s/g, "").length;

function placeGold(gold: readonly ConlluSentence[]): Placed {
  const placed: Placed = { tokens: new Set(), sentences: new Set(), words: new Map() };
  let at = 0;
  for (const { words, tokens } of gold) {
    const start = at;
    const keys: string[] = [];
    for (const token of tokens) {
      const from = at;
      at += bare(token.form);
      placed.tokens.add(`${from} ${at}`);
      placeWords(token.first, token.last, from, at, words, keys);
    }
    placed.sentences.add(`${start} ${at}`);
    addWords(placed.words, keys, words);
  }
  return placed;
}

/**
 * The words of a token: its parts, where their letters add up to it; else they are told apart by
 * their order.
 */
function placeWords(
  first: number,
  last: number,
  from: number,
  to: number,
  words: readonly ConlluWord[],
  keys: string[],
): void {
  let at = from;
  const parts = words.slice(first, last + 1).map(({ form }) => bare(form));
  const fits = parts.reduce((sum, each) => sum + each, 0) === to - from;
  for (const [k, length] of parts.entries()) {
    keys.push(fits ? `${at} ${at + length}` : `${from} ${to} ${k}`);
    at += length;
  }
}

/** Found words that are glued parts of one surface token (do n't) count as one token, as in the gold. */
function placeFound(text: string, { sentences }: Analysis): Placed {
  const placed: Placed = { tokens: new Set(), sentences: new Set(), words: new Map() };
  const position = new Int32Array(text.length + 1);
  for (let k = 0; k < text.length; k++)
    position[k + 1] = position[k]! + (/\s/.test(text[k]!) ? 0 : 1);
  for (const words of sentences) {
    if (words.length === 0) continue;
    const from = position[words[0]!.from]!;
    placed.sentences.add(`${from} ${position[words.at(-1)!.to]!}`);
    const keys = words.map((word) => `${position[word.from]!} ${position[word.to]!}`);
    for (const [start, end] of surfaceTokens(text, words))
      placed.tokens.add(`${position[start]!} ${position[end]!}`);
    addWords(placed.words, keys, words);
  }
  return placed;
}

const clitic = /^(?:n['’`]t|['’`](?:s|re|ve|ll|d|m)|['’])$/i;
const gluedSecond = new Map([
  ["not", "can"],
  ["na", "gon wan"],
  ["ta", "got"],
  ["me", "gim lem"],
]);

/** Joins to a word the clitics that stand right behind it. */
function surfaceTokens(text: string, words: readonly AnalysedWord[]): [number, number][] {
  const tokens: [number, number][] = [];
  let before = "";
  for (const { from, to } of words) {
    const form = text.slice(from, to);
    const last = tokens.at(-1);
    const touches = last !== undefined && last[1] === from;
    const joins =
      clitic.test(form) && form.length > 1
        ? /[\p{L}\d]$/u.test(before)
        : (gluedSecond.get(form.toLowerCase())?.split(" ").includes(before.toLowerCase()) ?? false);
    if (touches && joins) last[1] = to;
    else tokens.push([from, to]);
    before = form;
  }
  return tokens;
}

function addWords(
  into: Map<string, PlacedWord>,
  keys: readonly string[],
  words: readonly Pick<AnalysedWord, "upos" | "lemma" | "head" | "relation">[],
): void {
  words.forEach(({ upos, lemma, head, relation }, i) => {
    const key = keys[i]!;
    into.set(key, {
      key,
      upos,
      lemma,
      relation: plain(relation),
      headKey: head < 0 ? "root" : keys[head]!,
    });
  });
}
