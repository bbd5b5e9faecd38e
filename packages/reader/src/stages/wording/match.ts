/** Finds the phrases of the wording tables in the tokens of a report. */
import type { Phrase, Place, WordingKnowledge, WordingRow } from "../../knowledge/wording.ts";
import {
  formOf,
  hasLabel,
  headOf,
  labelOf,
  lemmaOf,
  type Syntax,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";

/** A row whose words stand there; tokens inclusive. Whether its conditions hold is not yet asked. */
export interface Match {
  readonly row: WordingRow;
  readonly first: number;
  readonly last: number;
  /** The token that the others hang on. */
  readonly head: number;
  /** 2: the head has the row's part of speech; 1: it may pass for it. */
  readonly fit: 1 | 2;
}

const dash = /^[-‐‑–]$/;
const longestGap = 3;

/** Every match that begins at a token, in the order of the tables. */
export function matchesAt(at: Syntax, known: WordingKnowledge, token: number): Match[] {
  const form = formOf(at, token).toLowerCase();
  const lemma = lemmaOf(at, token).toLowerCase();
  const rows = known.byFirst.get(lemma) ?? [];
  const others = form === lemma ? [] : (known.byFirst.get(form) ?? []);
  if (rows.length === 0 && others.length === 0) return [];
  const limit = at.tokens.first[at.tokens.sentence[token]! + 1]!;
  const found: Match[] = [];
  for (const { row, phrase } of [...rows, ...others]) {
    if (found.some((each) => each.row === row)) continue;
    const end = measure(at, phrase, 0, token, limit);
    if (end < 0) continue;
    const head = headWithin(at, token, end - 1);
    const fit = fitOf(at, row, phrase, head);
    if (fit !== 0) found.push({ row, first: token, last: end - 1, head, fit });
  }
  return found;
}

/** The token after the phrase when its places from `place` on stand at `token`; else -1. */
function measure(at: Syntax, phrase: Phrase, place: number, token: number, limit: number): number {
  const next = phrase[place];
  if (!next) return token;
  if (next.kind === "gap") {
    for (let skipped = 0; skipped <= longestGap; skipped++) {
      const end = measure(at, phrase, place + 1, token + skipped, limit);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (token >= limit || !stands(at, next, token)) return -1;
  return measure(at, phrase, place + 1, token + 1, limit);
}

function stands(at: Syntax, place: Exclude<Place, { kind: "gap" }>, token: number): boolean {
  const form = formOf(at, token);
  if (place.kind === "tag") return uposOf(at, token) === place.tag;
  if (place.words.has("-") && dash.test(form)) return true;
  if (place.kind === "form") return place.words.has(form);
  return place.words.has(lemmaOf(at, token).toLowerCase()) || place.words.has(form.toLowerCase());
}

/** The token of a run whose own head lies outside it. */
function headWithin(at: Syntax, first: number, last: number): number {
  for (let token = first; token <= last; token++) {
    const head = headOf(at, token);
    if (head < first || head > last) return token;
  }
  return first;
}

/**
 * How well the word fits the part of speech that the row asks for: 2 it has it, 1 it may pass for
 * it, 0 it does not. Participles count as adjectives where they stand like one; so do nouns before
 * a noun ("a sham election"), and rare adjectives are often taken for nouns. Phrases that serve as adverbs and words that the tokenizer cut at a
 * hyphen are taken as they are.
 */
function fitOf(at: Syntax, row: WordingRow, phrase: Phrase, head: number): 0 | 1 | 2 {
  if (row.pos === undefined || phrase.some(isHyphen)) return 2;
  const upos = uposOf(at, head);
  const isModifier = hasLabel(at, head, "amod", "compound");
  switch (row.pos) {
    case "ADV":
      return phrase.length > 1 || upos === "ADV" || labelOf(at, head) === "advmod" ? 2 : 0;
    case "ADJ":
      if (phrase.length > 1 || upos === "ADJ" || isModifier) return upos === "ADV" ? 0 : 2;
      if (upos === "NOUN" || onlyAdjective.test(formOf(at, head))) return 1;
      return isParticiple(at, head, upos) ? 1 : 0;
    case "NOUN":
      if (upos === "NOUN") return isModifier ? 1 : 2;
      return upos === "PROPN" || phrase.length > 1 ? 1 : 0;
    case "VERB":
      if (upos === "VERB" || upos === "AUX") return isModifier ? 1 : 2;
      return upos === "ADJ" && /ed$/.test(formOf(at, head)) ? 1 : 0;
  }
}

const isHyphen = (place: Place): boolean => place.kind === "lemma" && place.words.has("-");

/** Endings of adjectives alone: here a tagger's mistake is told from another sense. */
const onlyAdjective = /(?:less|ous|ful|able|ible|ish|ical|istic)$/i;

/** A participle that stands like an adjective: by its relation, behind an article, before a noun. */
const isParticiple = (at: Syntax, token: number, upos: string): boolean =>
  upos === "VERB" &&
  /^VB[GND]$/.test(xposOf(at, token)) &&
  (!hasLabel(at, token, "acl", "advcl", "ccomp", "xcomp") ||
    uposOf(at, token - 1) === "DET" ||
    uposOf(at, token + 1) === "NOUN");
