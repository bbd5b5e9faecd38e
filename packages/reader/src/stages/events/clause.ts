/** Which words belong to the same clause as a trigger: what conditions and modes may look at. */
import type { Condition } from "../../knowledge/frames.ts";
import {
  dependent,
  dependents,
  hasLabel,
  headOf,
  lemmaOf,
  type Syntax,
  uposOf,
} from "../../reading/syntax.ts";

/** The words below a word, without clauses that have a subject of their own or a verb beside it. */
export function phraseBelow(at: Syntax, top: number): number[] {
  const found: number[] = [];
  const open = [top];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    found.push(token);
    for (const each of dependents(at, token)) if (!isOwnClause(at, each)) open.push(each);
  }
  return found.sort((a, b) => a - b);
}

const isOwnClause = (at: Syntax, token: number): boolean =>
  (hasLabel(at, token, "advcl", "parataxis", "acl:relcl") && dependent(at, token, "nsubj") >= 0) ||
  (hasLabel(at, token, "conj") && uposOf(at, token) === "VERB");

/** Whether a word is the verb, or the root, that the words of a clause stand under. */
export const isClauseTop = (at: Syntax, token: number): boolean =>
  uposOf(at, token) === "VERB" || headOf(at, token) < 0;

/** The same from the verb that a trigger stands under. */
export function clauseOf(at: Syntax, trigger: number): number[] {
  let top = trigger;
  while (!isClauseTop(at, top)) top = headOf(at, top);
  return phraseBelow(at, top);
}

export interface Words {
  /** Lemmas in lower case to the first token that has them. */
  readonly first: ReadonlyMap<string, number>;
  readonly tokens: readonly number[];
  /** What was looked for here and where it was found, -1 for nowhere: many frames ask for the same. */
  readonly asked: Map<Condition, number>;
}

/** The words that conditions of frames may look at, each gathered once a sentence. */
export interface Scopes {
  /** Of the whole sentence without its verbs: "stormed" is no storm. */
  sentence(): Words;
  /** Of the clause that a trigger stands in. */
  clause(trigger: number): Words;
}

const wordsOf = (at: Syntax, tokens: readonly number[]): Words => {
  const first = new Map<string, number>();
  for (const token of tokens) {
    const lemma = lemmaOf(at, token).toLowerCase();
    if (!first.has(lemma)) first.set(lemma, token);
  }
  return { first, tokens, asked: new Map() };
};

export function scopesOf(at: Syntax, tokens: readonly number[]): Scopes {
  let sentence: Words | undefined;
  const clauses = new Map<number, Words>();
  return {
    sentence() {
      sentence ??= wordsOf(
        at,
        tokens.filter((token) => uposOf(at, token) !== "VERB"),
      );
      return sentence;
    },
    clause(trigger) {
      let words = clauses.get(trigger);
      if (!words) {
        words = wordsOf(at, clauseOf(at, trigger));
        clauses.set(trigger, words);
      }
      return words;
    },
  };
}
