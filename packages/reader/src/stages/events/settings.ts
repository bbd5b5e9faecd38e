/**
 * Whether a frame fires in a setting where its words mean something else: a striker attacks, prices
 * retreat, a film's soldiers kill. The settings and their words stand in `frames/settings.tsv`.
 */
import { readPath } from "../../knowledge/frames.ts";
import type { PhraseIndex, Setting } from "../../knowledge/settings.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import type { When } from "../../reading/reading.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  labelOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokenSpan,
  uposOf,
} from "../../reading/syntax.ts";
import { clauseOf } from "./clause.ts";
import { fillers, type Places } from "./paths.ts";

/** A trigger whose frame has fired. */
export interface Fired {
  readonly trigger: number;
  readonly type: string;
  /** The event's own date, where one stands with it. */
  readonly when: When | undefined;
}

const shape = (word: string): string => word.toLowerCase().replace(/\d+/g, "0");

/** A verb counts only in the form that is asked for: "served" is no "serve". */
const isWord = (at: Syntax, token: number, word: string): boolean =>
  shape(formOf(at, token)) === word ||
  (uposOf(at, token) !== "VERB" && shape(lemmaOf(at, token)) === word);

/** The same for words of which any form will do. */
const isAnyForm = (at: Syntax, token: number, word: string): boolean =>
  shape(formOf(at, token)) === word || shape(lemmaOf(at, token)) === word;

/** Where the phrases of the index stand among these tokens, each once: first and last token. */
function phrasesAmong(
  at: Syntax,
  index: PhraseIndex,
  tokens: readonly number[],
  is = isAnyForm,
): { readonly first: number; readonly last: number }[] {
  const found = new Map<readonly string[], number>();
  const here = new Set(tokens);
  for (const token of tokens)
    for (const key of new Set([shape(formOf(at, token)), shape(lemmaOf(at, token))]))
      for (const phrase of index.get(key) ?? [])
        if (
          !found.has(phrase) &&
          phrase.every((word, k) => here.has(token + k) && is(at, token + k, word))
        )
          found.set(phrase, token);
  return [...found].map(([phrase, first]) => ({ first, last: first + phrase.length - 1 }));
}

const hasAny = (at: Syntax, index: PhraseIndex, tokens: readonly number[]): boolean =>
  phrasesAmong(at, index, tokens).length > 0;

/** One sign or two hints. */
function shownBy(at: Syntax, { signs, hints }: Setting, tokens: readonly number[]): number[] {
  const strong = phrasesAmong(at, signs, tokens, isWord);
  if (strong.length > 0) return [strong[0]!.first];
  const weak = new Set(phrasesAmong(at, hints, tokens, isWord).map(({ first }) => first));
  return weak.size > 1 ? [...weak].slice(0, 2) : [];
}

const subject = readPath("subject");
const object = readPath("object");

/**
 * A sign that is the subject or the object of a trigger ("a typhoon", "oil traders") or part of its
 * name ("Typhoon Mirasol"); what only describes it does not count ("a sugar mill"), nor initials.
 */
function besideTrigger(places: Places, { signs, where }: Setting, trigger: number): number[] {
  const { at } = places;
  return (where === "subject" ? [subject] : [subject, object])
    .flatMap((path) => fillers(places, trigger, path))
    .filter((token) => !/^\p{Lu}{2,}$/u.test(formOf(at, token)))
    .flatMap((token) => {
      const before = dependents(at, token, "compound", "amod", "flat").filter((k) => k < token);
      return phrasesAmong(at, signs, [...before, token], isWord)
        .filter(({ last }) => last === token || uposOf(at, token) === "PROPN")
        .map(({ first }) => first);
    })
    .slice(0, 1);
}

/** A work, and its compound: "video game". */
function workAt(at: Syntax, { signs }: Setting, token: number): boolean {
  const before = dependents(at, token, "compound", "amod").filter((each) => each === token - 1);
  return phrasesAmong(at, signs, [...before, token]).some(({ last }) => last === token);
}

/** "The novel follows …": a verb by which a work tells. */
const tells = (at: Syntax, setting: Setting, verb: number): boolean =>
  hasAny(at, setting.hints, [verb]) &&
  dependents(at, verb, "nsubj").some((each) => workAt(at, setting, each));

/** "In her third novel …", beside a verb. */
const setIn = (at: Syntax, setting: Setting, verb: number): number =>
  dependents(at, verb, "obl").find(
    (each) => prepositionOf(at, each) === "in" && workAt(at, setting, each),
  ) ?? -1;

const contentPrepositions = new Set(["about", "of", "on", "with"]);

/** "a play about the killing of …", "the thriller, in which agents kill …": not what befalls it. */
function isContentOf(at: Syntax, token: number): boolean {
  if (hasLabel(at, token, "nmod", "obl", "acl", "advcl") && labelOf(at, token) !== "acl:relcl")
    return contentPrepositions.has(prepositionOf(at, token));
  return (
    labelOf(at, token) === "acl:relcl" &&
    dependents(at, token, "obl", "advmod").some(
      (each) =>
        formOf(at, each).toLowerCase() === "where" ||
        (formOf(at, each).toLowerCase() === "which" && prepositionOf(at, each) === "in"),
    )
  );
}

/** A second sentence after "and" is not told by what tells the first. */
const startsAnew = (at: Syntax, token: number): boolean =>
  hasLabel(at, token, "conj", "parataxis") && dependent(at, token, "nsubj") >= 0;

/** The word by which a trigger lies in what a work tells, or -1. */
function toldBy(at: Syntax, setting: Setting, trigger: number): number {
  for (let token = trigger; token >= 0; token = headOf(at, token)) {
    const within = uposOf(at, token) === "VERB" ? setIn(at, setting, token) : -1;
    if (within >= 0) return within;
    const head = headOf(at, token);
    if (head < 0 || startsAnew(at, token)) return -1;
    if (workAt(at, setting, head) && isContentOf(at, token)) return head;
    if (!hasLabel(at, token, "nsubj") && tells(at, setting, head)) return head;
  }
  return -1;
}

function lyingBelow(at: Syntax, { signs }: Setting, trigger: number): number {
  for (let token = trigger; token >= 0 && !startsAnew(at, token); ) {
    token = headOf(at, token);
    if (token >= 0 && hasAny(at, signs, [token])) return token;
  }
  return -1;
}

/** "A court can order …": what the law allows, and nobody has done. */
function generally(places: Places, { signs, hints }: Setting, trigger: number): readonly number[] {
  const { at } = places;
  const can = dependents(at, trigger, "aux").find((each) => hints.has(lemmaOf(at, each)));
  if (can === undefined) return [];
  const articles = fillers(places, trigger, subject).flatMap((each) =>
    dependents(at, each, "det").filter((article) => signs.has(shape(formOf(at, article)))),
  );
  return articles.length > 0 ? [...articles, can] : [];
}

/** The year of the event's own date, or a bare "in 1211" of its clause, or NaN. */
function yearOf(at: Syntax, { trigger, when }: Fired): number {
  if (when && when.basis !== "dateline") return Number(when.to.slice(0, 4));
  const year = clauseOf(at, trigger).find(
    (token) =>
      /^[1-9]\d{2,3}$/.test(formOf(at, token)) && formOf(at, token - 1).toLowerCase() === "in",
  );
  return year === undefined ? Number.NaN : Number(formOf(at, year));
}

/** What news tells of its own time is no history: old reports are read as of their day. */
function isHistory(year: number, { before }: Setting, published: string | undefined): boolean {
  if (!(year < before)) return false;
  return published === undefined || Number(published.slice(0, 4)) >= before + 10;
}

function evidence(
  places: Places,
  setting: Setting,
  fired: Fired,
  sentence: readonly number[],
  published: string | undefined,
): readonly number[] {
  const { at } = places;
  const { trigger } = fired;
  const one = (token: number) => (token < 0 ? [] : [token]);
  switch (setting.where) {
    case "sentence":
      return shownBy(at, setting, sentence);
    case "clause":
      return shownBy(at, setting, clauseOf(at, trigger));
    case "sides":
    case "subject":
      return besideTrigger(places, setting, trigger);
    case "told":
      return one(toldBy(at, setting, trigger));
    case "below":
      return one(lyingBelow(at, setting, trigger));
    case "date":
      return isHistory(yearOf(at, fired), setting, published) ? [trigger] : [];
    case "general":
      return generally(places, setting, trigger);
  }
}

/** The reason why what fired is no news of politics, or `undefined`. */
export function notNews(
  places: Places,
  settings: readonly Setting[],
  fired: Fired,
  sentence: readonly number[],
  published: string | undefined,
): Because | undefined {
  const { at } = places;
  for (const setting of settings) {
    if (setting.silences && !setting.silences.has(fired.type)) continue;
    const shown = evidence(places, setting, fired, sentence, published);
    if (shown.length === 0 || hasAny(at, setting.against, sentence)) continue;
    return step(
      `not news of politics: the words show ${setting.name}`,
      row(setting.at),
      ...shown.map((token) => words(tokenSpan(at, token))),
    );
  }
  return undefined;
}
