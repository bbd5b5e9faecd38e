import type { Cue, Cues } from "../../knowledge/cues.ts";
import type { Because, Listener } from "../../reading/because.ts";
import type { Entities, Layers, Quotation } from "../../reading/layers.ts";
import type { Stance } from "../../reading/reading.ts";
import {
  dependents,
  formOf,
  labelOf,
  lemmaOf,
  type Syntax,
  tokensIn,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import type { Span } from "../../text/span.ts";

/** What the parts of this stage look at: the syntax, and what stands between quotation marks. */
export interface Scene extends Syntax {
  readonly cues: Cues;
  readonly entities: Entities;
  /** The outermost quotations, in order. */
  readonly quotations: readonly Quotation[];
  /** All of them, nested ones too. */
  readonly marked: readonly Quotation[];
  /** By token: the index of the outermost quotation it stands in, -1 for none. */
  readonly quoted: Int32Array;
  readonly paragraphs: Layers["paragraphs"];
  readonly refused: Listener;
}

/** A statement before it is numbered and nested. */
export interface Draft {
  /** The token that bears the cue. */
  readonly anchor: number;
  /** Tokens of the cue group, in order. */
  readonly cue: readonly number[];
  readonly lemma: string;
  readonly stance: Stance;
  /** Tokens of the source, in order; none where nobody is named. */
  readonly source: readonly number[];
  /** The token that heads the source, -1 for none. */
  readonly who: number;
  readonly content: readonly Span[];
  readonly why: readonly Because[];
  /** The content is only what was talked about. */
  readonly topic?: true;
  /** Said in words between marks: later free-standing quotations may continue it. */
  readonly spoken: boolean;
}

export type SceneLayers = Pick<
  Layers,
  | "report"
  | "paragraphs"
  | "sentences"
  | "tokens"
  | "tags"
  | "lemmas"
  | "tree"
  | "entities"
  | "quotations"
>;

export function sceneOf(layers: SceneLayers, cues: Cues, refused: Listener): Scene {
  const { tokens, quotations: marked } = layers;
  const outer = marked.filter(
    (each) =>
      !marked.some(
        (other) =>
          other !== each &&
          other.span[0] <= each.span[0] &&
          each.span[1] <= other.span[1] &&
          (other.span[0] < each.span[0] || other.span[1] > each.span[1]),
      ),
  );
  const quoted = new Int32Array(tokens.count).fill(-1);
  outer.forEach(({ span }, q) => {
    const range = tokensIn(tokens, span);
    if (range) quoted.fill(q, range[0], range[1] + 1);
  });
  return {
    text: layers.report.text,
    sentences: layers.sentences,
    tokens,
    tags: layers.tags,
    lemmas: layers.lemmas,
    tree: layers.tree,
    cues,
    entities: layers.entities,
    quotations: outer,
    marked,
    quoted,
    paragraphs: layers.paragraphs,
    refused,
  };
}

export const sentenceOf = (at: Scene, token: number): number => at.tokens.sentence[token]!;
export const firstOf = (at: Scene, sentence: number): number => at.tokens.first[sentence]!;
/** The last token of a sentence, inclusive. */
export const lastOf = (at: Scene, sentence: number): number => at.tokens.first[sentence + 1]! - 1;

export const isVerb = (at: Scene, token: number): boolean => xposOf(at, token).startsWith("VB");
export const isPunct = (at: Scene, token: number): boolean => uposOf(at, token) === "PUNCT";
export const lower = (at: Scene, token: number): string => formOf(at, token).toLowerCase();

/** Whether a paragraph is a headline: written without full stops, "X: Y", "Y - X". */
export const isTitle = (at: Scene, sentence: number): boolean =>
  at.paragraphs[at.sentences.paragraph[sentence]!]?.kind === "title";

export const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);

/** All tokens below and including `token`, but nothing below those in `cut`. */
export function below(at: Scene, token: number, cut: (each: number) => boolean): number[] {
  const found: number[] = [];
  const open = [token];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    for (const each of dependents(at, next)) if (!cut(each)) open.push(each);
  }
  return found.sort((a, b) => a - b);
}

/** The row of a verb, by its lemma and the particles or fixed words that follow it. */
export function verbCue(at: Scene, token: number): Cue | undefined {
  const lemma = lemmaOf(at, token);
  const found = at.cues.longer(lemma).find(({ cue }) => {
    const rest = cue.split(" ").slice(1);
    return rest.every((word) => goesWith(at, token, word));
  });
  return found ?? at.cues.of("verb", lemma);
}

/** A particle or pronoun of an idiom: right behind the verb, or hanging on it as a particle. */
const goesWith = (at: Scene, token: number, word: string): boolean =>
  lower(at, token + 1) === word ||
  dependents(at, token, "compound:prt").some((each) => lower(at, each) === word);

export const formIs = (at: Scene, token: number, ...forms: readonly string[]): boolean =>
  forms.includes(formOf(at, token));

/** A verb in a tense of its own, also where the tagger took its past for a participle. */
export const isTensed = (at: Scene, token: number): boolean =>
  /^VB[DPZ]$/.test(xposOf(at, token)) ||
  (xposOf(at, token) === "VBN" &&
    dependents(at, token, "aux").length === 0 &&
    dependents(at, token, "nsubj").some((each) => labelOf(at, each) === "nsubj"));
