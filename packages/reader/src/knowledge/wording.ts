/**
 * What `knowledge/wording/` holds: words and constructions by what they do, never by whom they are
 * used of, with the conditions under which they do it and an example of each that is run.
 */

import type { RowAt } from "../reading/because.ts";
import type { Reading, Wording, WordingKind } from "../reading/reading.ts";
import { bySpan, type Span } from "../text/span.ts";
import { complain, givesWay, isNew, switchedOff } from "./checks.ts";
import {
  alternatives,
  type KnowledgeFile,
  type Problem,
  readTable,
  type TableRow,
} from "./table.ts";

/** One place of a phrase. Words are lemmas in lower case; forms are met letter by letter. */
export type Place =
  | { readonly kind: "lemma"; readonly words: ReadonlySet<string> }
  | { readonly kind: "form"; readonly words: ReadonlySet<string> }
  | { readonly kind: "tag"; readonly tag: string }
  /** Up to three words of any sort. */
  | { readonly kind: "gap" };

export type Phrase = readonly Place[];

const tests = [
  "modifies",
  "modified by",
  "of",
  "subject",
  "object",
  "near",
  "preceded by",
  "followed by",
  "is subject",
  "attributive",
  "reports",
  "has clause",
  "no agent",
  "passive",
  "bare",
] as const;
export type ConditionTest = (typeof tests)[number];
/** Those that are about other words, which must then be named. */
const withWords: ReadonlySet<string> = new Set(tests.slice(0, 8));

export interface Condition {
  readonly test: ConditionTest;
  /** "not" stood before it: it must fail. */
  readonly not: boolean;
  /** Lemmas; "any" is any word. */
  readonly words: ReadonlySet<string>;
  /** Classes of `classes.tsv` among the words ("person"): entities may belong to them too. */
  readonly classes: ReadonlySet<string>;
  /** As written, for "why not?". */
  readonly written: string;
}

export type WordingPos = "NOUN" | "VERB" | "ADJ" | "ADV";
const positions: ReadonlySet<string> = new Set(["", "NOUN", "VERB", "ADJ", "ADV"]);

export interface WordingRow {
  readonly kind: WordingKind;
  readonly phrases: readonly Phrase[];
  readonly pos?: WordingPos;
  /** Our own classification: "cruelty", "deceit", "unnamed experts"; "" for marked names. */
  readonly judgement: string;
  /** What the row says of the words, completing `“aggression” …`. */
  readonly says: string;
  readonly neutral?: string;
  readonly when: readonly Condition[];
  /** The words in [brackets] are those the row marks. */
  readonly example: string;
  /** A sentence in which the row marks nothing; "" for none. */
  readonly not: string;
  readonly at: RowAt;
}

/** Rows by the words (lemmas or forms, lower case) that their phrases can begin with. */
export interface WordingKnowledge {
  readonly rows: readonly WordingRow[];
  readonly byFirst: ReadonlyMap<string, readonly { row: WordingRow; phrase: Phrase }[]>;
}

const kindOfFile: Readonly<Record<string, WordingKind>> = {
  "wording/judging.tsv": "judging word",
  "wording/euphemisms.tsv": "euphemism",
  "wording/generalities.tsv": "unsourced generality",
  "wording/cues.tsv": "editorial cue",
  "wording/intensifiers.tsv": "intensifier",
  "wording/presuppositions.tsv": "presupposition",
};

const columns = ["form", "pos", "judgement", "neutral", "when", "example", "not"] as const;
const nameColumns = ["one", "other", "standing", "source", "example", "not"] as const;

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the tables of `wording/`. What is wrong goes to `problems` and its row is left out. */
export function readWording(
  files: readonly KnowledgeFile[],
  problems: Problem[],
): WordingKnowledge {
  const classes: Classes = new Map(
    files
      .filter(({ path }) => path === "wording/classes.tsv")
      .flatMap((file) => readTable(file, ["class", "words"], problems))
      .reverse() // of two classes of a name the first counts: the user's own
      .map((each) => [each.class, new Set(alternatives(each.words))]),
  );
  const own = new Set<string>();
  const rows = files.flatMap((file) => {
    const kind = kindOfFile[file.path];
    if (kind) return rowsOf(file, kind, classes, own, problems);
    return file.path === "wording/names.tsv" ? namesOf(file, problems) : [];
  });
  return { rows, byFirst: indexed(rows) };
}

function rowsOf(
  file: KnowledgeFile,
  kind: WordingKind,
  classes: Classes,
  own: Set<string>,
  problems: Problem[],
): WordingRow[] {
  const seen = new Map<string, RowAt>();
  return readTable(file, columns, problems).flatMap((row) => {
    const forms = alternatives(row.form).filter((each) => !givesWay(own, each, row.at));
    if (forms.length === 0 || (row.at.own && row.judgement === switchedOff)) return [];
    const before = problems.length;
    const complained = (message: string) => complain({ problems }, row.at, message);
    if (!positions.has(row.pos))
      complained(`"${row.pos}" is no part of speech here; use NOUN, VERB, ADJ, ADV or nothing`);
    if (!/\[[^\]]+\]/.test(row.example))
      complained(`"${row.form}" needs an example with the words it marks in [brackets]`);
    isNew({ problems }, seen, `${row.form} ${row.pos}`, row.at);
    const phrases = forms.flatMap((each) => phrasesOf(each, row.pos, classes, complained));
    const when = conditionsOf(row.when, classes, complained);
    if (problems.length > before) return [];
    return [rowOf(row, kind, phrases, when)];
  });
}

const rowOf = (
  row: TableRow<(typeof columns)[number]>,
  kind: WordingKind,
  phrases: readonly Phrase[],
  when: readonly Condition[],
): WordingRow => ({
  kind,
  phrases,
  ...(row.pos === "" ? {} : { pos: row.pos as WordingPos }),
  judgement: row.judgement,
  says: `is ${articled(kind)}${row.judgement === "" ? "" : ` (${row.judgement})`}`,
  ...(row.neutral === "" ? {} : { neutral: row.neutral }),
  when,
  example: row.example,
  not: row.not,
  at: row.at,
});

const articled = (kind: string): string => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;

/** Pairs of names: one row for each that is marked. */
function namesOf(file: KnowledgeFile, problems: Problem[]): WordingRow[] {
  return readTable(file, nameColumns, problems).flatMap((row) => {
    if (row.standing !== "in use" && row.standing !== "former") {
      complain({ problems }, row.at, `"${row.standing}" should be "in use" or "former"`);
      return [];
    }
    if (row.source === "") {
      complain({ problems }, row.at, `"${row.one}" needs a source that says who uses which`);
      return [];
    }
    const [ones, others] = [alternatives(row.one), alternatives(row.other)];
    const named = (names: readonly string[], says: string, neutral?: string): WordingRow => ({
      kind: "marked name",
      phrases: names.flatMap(nameForms),
      judgement: "",
      says,
      ...(neutral === undefined ? {} : { neutral }),
      when: [],
      example: row.example,
      not: row.not,
      at: row.at,
    });
    if (row.standing === "former")
      return [named(ones, `is a former name; the present one is “${others[0]}”`, others[0]!)];
    const says = (other: string) => `is one of two names in use; the other is “${other}”`;
    return [named(ones, says(others[0]!)), named(others, says(ones[0]!))];
  });
}

/** A name letter by letter, and with its hyphens as tokens of their own. */
const nameForms = (name: string): Phrase[] =>
  hyphenated(name.split(" ")).map((words) =>
    words.map((word) => ({ kind: "form", words: new Set([word]) }) as const),
  );

/** ["cold-blooded", "man"] also as ["cold", "-", "blooded", "man"]. */
function hyphenated(words: readonly string[]): string[][] {
  const cut = words.flatMap((word) =>
    /\w-\w/.test(word) ? word.split(/(-)/).filter((piece) => piece !== "") : [word],
  );
  return cut.length === words.length ? [[...words]] : [[...words], cut];
}

type Complain = (message: string) => void;

function phrasesOf(written: string, pos: string, classes: Classes, complained: Complain): Phrase[] {
  return hyphenated(written.split(/\s+/)).map((words) =>
    words.map((word, k): Place => {
      const place = placeOf(word, classes, complained);
      const bends = pos === "VERB" ? k === 0 : pos === "NOUN" && k === words.length - 1;
      return bends && place.kind === "lemma" ? inflectedPlace(place.words, pos) : place;
    }),
  );
}

/** The regular forms as well: rare words are those whose lemma is most often mistaken. */
const inflectedPlace = (lemmas: ReadonlySet<string>, pos: string): Place => ({
  kind: "lemma",
  words: new Set([...lemmas].flatMap((each) => [each, ...regularForms(each, pos)])),
});

function regularForms(lemma: string, pos: string): string[] {
  const stem = lemma.replace(/e$/, "").replace(/(?<=[^aeiou])y$/, "i");
  const plural = /(?:s|x|z|ch|sh)$/.test(lemma)
    ? `${lemma}es`
    : `${stem}${stem.endsWith("i") && !lemma.endsWith("i") ? "es" : lemma.endsWith("e") ? "es" : "s"}`;
  if (pos === "NOUN") return [plural];
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}` : stem;
  const progressive = lemma.endsWith("y") ? lemma : stem;
  return [plural, `${stem}ed`, `${doubled}ed`, `${progressive}ing`, `${doubled}ing`];
}

function placeOf(word: string, classes: Classes, complained: Complain): Place {
  if (word === "...") return { kind: "gap" };
  const tag = /^\{([A-Z]+)\}$/.exec(word)?.[1];
  if (tag !== undefined) return { kind: "tag", tag };
  if (word.startsWith("=")) return { kind: "form", words: new Set([word.slice(1)]) };
  if (!word.startsWith("@"))
    return { kind: "lemma", words: new Set(word.toLowerCase().split("/")) };
  return { kind: "lemma", words: classOf(word.slice(1), classes, complained) };
}

function classOf(name: string, classes: Classes, complained: Complain): ReadonlySet<string> {
  const words = classes.get(name);
  if (!words) complained(`there is no class "@${name}"; use one of wording/classes.tsv`);
  return words ?? new Set();
}

function conditionsOf(cell: string, classes: Classes, complained: Complain): Condition[] {
  return cell
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .flatMap((written) => {
      const not = written.startsWith("not ");
      const rest = not ? written.slice(4) : written;
      const test = tests.find((each) => rest === each || rest.startsWith(`${each} `));
      const named = rest.slice(test?.length ?? 0).trim();
      if (!test || withWords.has(test) !== (named !== "")) {
        complained(`"${written}" is no condition; see wording/README.md for those there are`);
        return [];
      }
      const parts = named.split("/").filter((each) => each !== "");
      const ofClass = parts.filter((each) => each.startsWith("@")).map((each) => each.slice(1));
      const words = new Set(parts.filter((each) => !each.startsWith("@")));
      for (const name of ofClass)
        for (const word of classOf(name, classes, complained)) words.add(word);
      return [{ test, not, words, classes: new Set(ofClass), written }];
    });
}

function indexed(rows: readonly WordingRow[]): WordingKnowledge["byFirst"] {
  const byFirst = new Map<string, { row: WordingRow; phrase: Phrase }[]>();
  for (const row of rows)
    for (const phrase of row.phrases) {
      const first = phrase[0];
      if (first?.kind !== "lemma" && first?.kind !== "form") continue;
      for (const word of new Set([...first.words].map((each) => each.toLowerCase()))) {
        const there = byFirst.get(word);
        if (there) there.push({ row, phrase });
        else byFirst.set(word, [{ row, phrase }]);
      }
    }
  return byFirst;
}

/** An example without its brackets, and the words that stood in them. */
export function bracketed(example: string): { text: string; marked: readonly Span[] } {
  const marked: Span[] = [];
  let text = "";
  let from = 0;
  for (const piece of example.split(/([[\]])/)) {
    if (piece === "[") from = text.length;
    else if (piece === "]") marked.push([from, text.length]);
    else text += piece;
  }
  return { text, marked };
}

/**
 * Runs the example of every row: what is in brackets must be marked because of that row, and
 * nothing in the sentence under "not" may be.
 */
export function checkWording(
  { rows }: WordingKnowledge,
  read: (text: string) => Pick<Reading, "wording">,
): Problem[] {
  const problems: Problem[] = [];
  const done = new Set<string>();
  for (const { at, example, not } of rows) {
    if (done.has(`${at.file}:${at.line}`)) continue;
    done.add(`${at.file}:${at.line}`);
    const { text, marked } = bracketed(example);
    const found = spansFrom(read(text).wording, at);
    if (JSON.stringify(found) !== JSON.stringify(marked)) {
      const gave = found.map((span) => `"${text.slice(...span)}"`).join(", ") || "nothing";
      complain(
        { problems },
        at,
        `the example marks ${gave}: ${example}; mend the row or its example`,
      );
    }
    const wrong = not === "" ? [] : spansFrom(read(not).wording, at);
    for (const span of wrong) {
      const message = `"${not.slice(...span)}" should not be marked: ${not}; add a condition`;
      complain({ problems }, at, message);
    }
  }
  return problems;
}

const spansFrom = (wording: readonly Wording[], at: RowAt): Span[] =>
  wording
    .filter((each) => restsOn(each.why, at))
    .map(({ span: [from, to] }): Span => [from, to])
    .sort(bySpan);

const restsOn = (why: Wording["why"], { file, line }: RowAt): boolean =>
  why.kind === "step"
    ? why.from.some((each) => restsOn(each, { file, line, row: "" }))
    : why.kind === "row" && why.file === file && why.line === line;
