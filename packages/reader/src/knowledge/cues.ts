/**
 * What verbs, nouns and phrases give words or thoughts to a source: the tables in
 * `knowledge/cues/`. Every row carries an example that is run, and what it must give.
 */

import type { RowAt } from "../reading/because.ts";
import type { Reading, Stance, Statement } from "../reading/reading.ts";
import type { Span } from "../text/span.ts";
import { complain, givesWay, switchedOff } from "./checks.ts";
import {
  alternatives,
  type KnowledgeFile,
  type Problem,
  readTable,
  type TableRow,
} from "./table.ts";

/**
 * - verb: the lemma, with its particle ("point out");
 * - noun: a thing said or thought ("warning"), its source in the possessive or lent by a light verb;
 * - source phrase: what stands before the source ("according to");
 * - light verb: lends a cue noun its subject ("voiced concern");
 * - make complement, hold complement: "made clear that …", "held X responsible";
 * - adverb: says that somebody says so ("reportedly"); adjective: of a mind ("confident that …");
 * - idiom: a verb and its fixed company ("put it").
 */
export type CuePos =
  | "verb"
  | "noun"
  | "source phrase"
  | "light verb"
  | "make complement"
  | "hold complement"
  | "adverb"
  | "adjective"
  | "idiom";

export interface Cue {
  readonly cue: string;
  readonly pos: CuePos;
  readonly stance: Stance;
  /**
   * What the cue governs: `clause` (also questions), `quote`, `infinitive` (of the source itself or
   * of an object), `person-infinitive` (of somebody told to, who is no part of the content),
   * `gerund`, `object`, `complement` (an object and what it is called), and prepositions: after
   * `object` they go on the object ("accused X *of* Y"), alone they head the content ("spoke *of*").
   * `topic`: its object, and what stands behind about, on or over, is what is talked about, and not
   * said ("discussed"). `speaker`: its subject must be able to speak, or be a document. `as-object`: an object only with an as-phrase ("see X as Y"); `person`: its object is who is
   * told, not what. A source phrase takes `source`, or the nouns it stands before ("poll").
   */
  readonly takes: ReadonlySet<string>;
  readonly example: string;
  readonly expect: Expectation | undefined;
  readonly at: RowAt;
}

/** What the example of a row must give; `undefined` source: nobody is named. */
export interface Expectation {
  readonly source: string | undefined;
  readonly content: readonly string[];
}

export interface Cues {
  readonly all: readonly Cue[];
  /** The row of a lemma in one part of speech; `undefined` when the lists do not have it. */
  of(pos: CuePos, lemma: string): Cue | undefined;
  /** Whether some source phrase begins with a word: asked of every token, so it is a set. */
  opensPhrase(word: string): boolean;
  /** What part a word plays that is no cue itself: who names nobody, what is a document. */
  role(word: string): CueRole | undefined;
  /** Verb rows that begin with this lemma and go on ("point out" for "point"), longest first. */
  longer(lemma: string): readonly Cue[];
}

export type CueRole = "unnamed source" | "document" | "no cue";

const positions: ReadonlySet<string> = new Set<CuePos>([
  "verb",
  "noun",
  "source phrase",
  "light verb",
  "make complement",
  "hold complement",
  "adverb",
  "adjective",
  "idiom",
]);
const stances: ReadonlySet<string> = new Set<Stance>([
  "neutral",
  "assertive",
  "conceding",
  "doubting",
  "denying",
]);

const columns = ["cue", "pos", "stance", "takes", "example", "expect"] as const;
type Row = TableRow<(typeof columns)[number]>;

/** Reads all tables under `cues/`; what is wrong goes to `problems` and its row is left out. */
export function readCues(files: readonly KnowledgeFile[], problems: Problem[]): Cues {
  const all: Cue[] = [];
  const byKey = new Map<string, Cue>();
  const longer = new Map<string, Cue[]>();
  const own = new Set<string>();
  for (const row of files
    .filter(({ path }) => path.startsWith("cues/") && path.endsWith(".tsv") && path !== rolesPath)
    .flatMap((file) => readTable(file, columns, problems))) {
    const key = `${row.pos} ${row.cue}`;
    if (givesWay(own, key, row.at) || (row.at.own && row.stance === switchedOff)) continue;
    const cue = cueOf(row, problems);
    if (!cue) continue;
    const first = byKey.get(key);
    if (first) {
      complain(
        { problems },
        row.at,
        `"${row.cue}" (${row.pos}) is already at ${first.at.file}:${first.at.line}; keep one`,
      );
      continue;
    }
    all.push(cue);
    byKey.set(key, cue);
    const [head, rest] = cue.cue.split(" ");
    if (rest !== undefined && (cue.pos === "verb" || cue.pos === "idiom"))
      longer.set(head!, [...(longer.get(head!) ?? []), cue]);
  }
  for (const list of longer.values()) list.sort((a, b) => b.cue.length - a.cue.length);
  const phrases = all.filter(({ pos }) => pos === "source phrase");
  const phraseWords = new Set(phrases.map(({ cue }) => cue.split(" ")[0]!));
  return {
    all,
    opensPhrase: (word) => phraseWords.has(word),
    role: rolesIn(files, problems),
    of: (pos, lemma) => byKey.get(`${pos} ${lemma}`),
    longer: (lemma) => longer.get(lemma) ?? [],
  };
}

const rolesPath = "cues/roles.tsv";
const roles: ReadonlySet<string> = new Set<CueRole>(["unnamed source", "document", "no cue"]);

function rolesIn(files: readonly KnowledgeFile[], problems: Problem[]): Cues["role"] {
  const byWord = new Map<string, CueRole>();
  const own = new Set<string>();
  for (const file of files.filter(({ path }) => path === rolesPath))
    for (const { word, role, at } of readTable(file, ["word", "role"], problems))
      if (givesWay(own, word, at) || (at.own && role === switchedOff)) continue;
      else if (roles.has(role)) byWord.set(word, role as CueRole);
      else complain({ problems }, at, `"${role}" is no role; use ${[...roles].join(", ")}`);
  return (word) => byWord.get(word);
}

function cueOf(row: Row, problems: Problem[]): Cue | undefined {
  const wrong = (message: string): undefined => {
    complain({ problems }, row.at, message);
    return undefined;
  };
  if (row.cue === "") return wrong("the cue is empty; write a lemma or a phrase");
  if (!positions.has(row.pos))
    return wrong(`"${row.pos}" is no kind of cue; use ${[...positions].join(", ")}`);
  if (!stances.has(row.stance))
    return wrong(`"${row.stance}" is no stance; use ${[...stances].join(", ")}`);
  if (row.takes === "")
    return wrong(`"${row.cue}" takes nothing; say what it governs, as "clause"`);
  return {
    cue: row.cue,
    pos: row.pos as CuePos,
    stance: row.stance as Stance,
    takes: new Set(row.takes.split(/\s+/)),
    example: row.example,
    expect: expectationOf(row, problems),
    at: row.at,
  };
}

/** "source Officials; content the road was closed | and so on"; "-" stands for none. */
function expectationOf(row: Row, problems: Problem[]): Expectation | undefined {
  const match = /^source (.+?); content (.+)$/.exec(row.expect);
  if (row.example === "" || !match) {
    const message = `"${row.cue}" needs an example and what it gives; write it as "source Officials; content the road was closed"`;
    complain({ problems }, row.at, message);
    return undefined;
  }
  const [, source, content] = match;
  return {
    source: source === "-" ? undefined : source!,
    content: content === "-" ? [] : alternatives(content!),
  };
}

/** Runs the example of every row and names each that does not give what its row expects. */
export function checkCues(
  cues: Cues,
  read: (text: string) => Pick<Reading, "statements">,
): Problem[] {
  return cues.all.flatMap((cue) => {
    if (!cue.expect) return [];
    const { statements } = read(cue.example);
    if (statements.some((each) => meets(cue.example, cue, each))) return [];
    const gave =
      statements.map((each) => describe(cue.example, each)).join(" / ") || "no statement";
    const message = `the example of "${cue.cue}" should give ${cue.at.row.split("\t").at(-1)}, but gives ${gave}; mend the row or its example`;
    return [{ file: cue.at.file, line: cue.at.line, message }];
  });
}

const texts = (text: string, spans: readonly Span[]) =>
  spans.map(([from, to]) => text.slice(from, to));

function meets(text: string, { expect, cue }: Cue, { source, content, cue: found }: Statement) {
  const cueText = `${found.lemma} ${texts(text, found.spans).join(" ")}`.toLowerCase();
  return (
    cueText.includes(cue.split(" ").at(-1)!.slice(0, 4)) &&
    texts(text, source.spans).join(" ") === (expect!.source ?? "") &&
    texts(text, content).join(" | ") === expect!.content.join(" | ")
  );
}

const describe = (text: string, { source, cue, content }: Statement): string =>
  `source ${texts(text, source.spans).join(" ") || "-"}; cue ${texts(text, cue.spans).join(" ")}; content ${texts(text, content).join(" | ") || "-"}`;
