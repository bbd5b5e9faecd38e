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
import { isClauseTop, phraseBelow } from "./clause.ts";
import type { Places } from "./light-verbs.ts";
import { fillers } from "./paths.ts";

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

/** What was found for one setting in one sentence, so that nothing is looked at once a trigger. */
interface Seen {
  sentence?: readonly number[];
  against?: boolean;
  readonly clause: Map<number, readonly number[]>;
  readonly named: Map<number, number>;
  readonly told: Map<number, number>;
  readonly below: Map<number, number>;
}

/** One sentence. */
interface Scene {
  readonly places: Places;
  readonly tokens: readonly number[];
  readonly published: string | undefined;
  readonly tops: Map<number, number>;
  readonly years: Map<number, number>;
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = find();
    known.set(key, value);
  }
  return value;
}

/** Goes up the tree until `look` answers: with a token, with -1 for nothing, or `undefined` to go on. */
function climb(
  at: Syntax,
  known: Map<number, number>,
  from: number,
  look: (token: number) => number | undefined,
): number {
  const path: number[] = [];
  let answer: number | undefined;
  for (let token = from; token >= 0 && answer === undefined; token = headOf(at, token)) {
    answer = known.get(token);
    if (answer !== undefined) break;
    path.push(token);
    answer = look(token);
  }
  for (const token of path) known.set(token, answer ?? -1);
  return answer ?? -1;
}

const subject = readPath("subject");
const object = readPath("object");

/** More words than these stand before no name and no work. */
const mostBefore = 3;

/**
 * A sign that is the subject or the object of a trigger ("a typhoon", "oil traders") or part of its
 * name ("Typhoon Mirasol"); what only describes it does not count ("a sugar mill"), nor initials.
 */
function besideTrigger(places: Places, setting: Setting, trigger: number, seen: Seen): number[] {
  const paths = setting.where === "subject" ? [subject] : [subject, object];
  for (const path of paths)
    for (const token of fillers(places, trigger, path)) {
      const sign = remembered(seen.named, token, () => signAt(places.at, setting, token));
      if (sign >= 0) return [sign];
    }
  return [];
}

function signAt(at: Syntax, { signs }: Setting, token: number): number {
  if (/^\p{Lu}{2,}$/u.test(formOf(at, token))) return -1;
  const before = dependents(at, token, "compound", "amod", "flat")
    .filter((each) => each < token)
    .slice(-mostBefore);
  const found = phrasesAmong(at, signs, [...before, token], isWord).find(
    ({ last }) => last === token || uposOf(at, token) === "PROPN",
  );
  return found?.first ?? -1;
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
const toldBy = (at: Syntax, setting: Setting, trigger: number, { told }: Seen): number =>
  climb(at, told, trigger, (token) => {
    const within = uposOf(at, token) === "VERB" ? setIn(at, setting, token) : -1;
    if (within >= 0) return within;
    const head = headOf(at, token);
    if (head < 0 || startsAnew(at, token)) return -1;
    if (isContentOf(at, token) && workAt(at, setting, head)) return head;
    return !hasLabel(at, token, "nsubj") && tells(at, setting, head) ? head : undefined;
  });

const lyingBelow = (at: Syntax, { signs }: Setting, trigger: number, { below }: Seen): number =>
  climb(at, below, trigger, (token) => {
    const head = headOf(at, token);
    if (head < 0 || startsAnew(at, token)) return -1;
    return hasAny(at, signs, [head]) ? head : undefined;
  });

/** "A court can order …": what the law allows, and nobody has done. */
function generally(places: Places, { signs, hints }: Setting, trigger: number): readonly number[] {
  const { at } = places;
  const can = dependents(at, trigger, "aux").find((each) => hints.has(lemmaOf(at, each)));
  if (can === undefined) return [];
  const articles = fillers(places, trigger, subject).flatMap((each) =>
    dependents(at, each, "det").filter((article) => signs.has(shape(formOf(at, article)))),
  );
  return articles.length > 0 ? [articles[0]!, can] : [];
}

const topOf = ({ places, tops }: Scene, trigger: number): number =>
  climb(places.at, tops, trigger, (token) => (isClauseTop(places.at, token) ? token : undefined));

/** The year of the event's own date, or a bare "in 1211" of its clause, or NaN. */
function yearOf(scene: Scene, { trigger, when }: Fired): number {
  if (when && when.basis !== "dateline") return Number(when.to.slice(0, 4));
  const { at } = scene.places;
  const top = topOf(scene, trigger);
  return remembered(scene.years, top, () => {
    const year = phraseBelow(at, top).find(
      (token) =>
        /^[1-9]\d{2,3}$/.test(formOf(at, token)) && formOf(at, token - 1).toLowerCase() === "in",
    );
    return year === undefined ? Number.NaN : Number(formOf(at, year));
  });
}

/** What news tells of its own time is no history: old reports are read as of their day. */
function isHistory(year: number, { before }: Setting, published: string | undefined): boolean {
  if (!(year < before)) return false;
  return published === undefined || Number(published.slice(0, 4)) >= before + 10;
}

function evidence(scene: Scene, setting: Setting, fired: Fired, seen: Seen): readonly number[] {
  const { places, tokens, published } = scene;
  const { at } = places;
  const { trigger } = fired;
  const one = (token: number) => (token < 0 ? [] : [token]);
  switch (setting.where) {
    case "sentence":
      seen.sentence ??= shownBy(at, setting, tokens);
      return seen.sentence;
    case "clause": {
      const top = topOf(scene, trigger);
      return remembered(seen.clause, top, () => shownBy(at, setting, phraseBelow(at, top)));
    }
    case "sides":
    case "subject":
      return besideTrigger(places, setting, trigger, seen);
    case "told":
      return one(toldBy(at, setting, trigger, seen));
    case "below":
      return one(lyingBelow(at, setting, trigger, seen));
    case "date":
      return isHistory(yearOf(scene, fired), setting, published) ? [trigger] : [];
    case "general":
      return generally(places, setting, trigger);
  }
}

/**
 * Looks at one sentence. What it gives answers for each frame that has fired there: the reason why it
 * is no news of politics, or `undefined`.
 */
export function settingsIn(
  places: Places,
  settings: readonly Setting[],
  tokens: readonly number[],
  published: string | undefined,
): (fired: Fired) => Because | undefined {
  const { at } = places;
  const scene: Scene = { places, tokens, published, tops: new Map(), years: new Map() };
  const seenOf = new Map<Setting, Seen>();
  const nothing = (): Seen => ({
    clause: new Map(),
    named: new Map(),
    told: new Map(),
    below: new Map(),
  });
  return (fired) => {
    for (const setting of settings) {
      if (setting.silences && !setting.silences.has(fired.type)) continue;
      const seen = remembered(seenOf, setting, nothing);
      const shown = evidence(scene, setting, fired, seen);
      if (shown.length === 0) continue;
      seen.against ??= hasAny(at, setting.against, tokens);
      if (seen.against) continue;
      return step(
        `not news of politics: the words show ${setting.name}`,
        row(setting.at),
        ...shown.map((token) => words(tokenSpan(at, token))),
      );
    }
    return undefined;
  };
}
