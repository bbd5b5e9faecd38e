/** Which frame a trigger word calls up: the most exact one whose conditions hold. */
import type { Condition, Frame, FramePos, Step } from "../../knowledge/frames.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import {
  dependents,
  formOf,
  lemmaOf,
  type Syntax,
  tokenSpan,
  uposOf,
} from "../../reading/syntax.ts";
import type { Scopes, Words } from "./clause.ts";
import type { Places } from "./light-verbs.ts";
import { type Cast, counted, isKnownParty, isParty } from "./parties.ts";
import { isInfinitive } from "./passives.ts";
import { fillers } from "./paths.ts";

/** Frames by "lemma/pos" of the trigger's head word, the most exact first. */
export type FrameIndex = ReadonlyMap<string, readonly Candidate[]>;

interface Candidate {
  readonly frame: Frame;
  /** The trigger's words beside its head, to be met among the head's dependents. */
  readonly rest: readonly string[];
}

/** More conditions, more words: more exact. */
const exactness = ({ frame, rest }: Candidate): number =>
  rest.length * 2 +
  (frame.companion ? 3 : 0) +
  // A pattern that says itself whether it happened ("refused to *") goes before one that does not.
  (frame.at.own && frame.status ? 1 : 0) +
  frame.conditions.filter((each) => each.holds).reduce((sum, each) => sum + wordsAsked(each), 0);

/** One, or as many words as a phrase has that must stand there. */
const wordsAsked = ({ words, phrases, classes }: Condition): number =>
  phrases.length > 0 && phrases.length === words.size + classes.size
    ? Math.min(...phrases.map((each) => each.length))
    : 1;

/** The user's own frames are all asked before ours. */
const owned = ({ frame }: Candidate): number => (frame.at.own ? 1 : 0);

export function indexFrames(frames: readonly Frame[]): FrameIndex {
  const index = new Map<string, Candidate[]>();
  for (const frame of frames)
    for (const trigger of frame.triggers) {
      const head = frame.pos === "noun" ? trigger.at(-1)! : trigger[0]!;
      const rest = frame.pos === "noun" ? trigger.slice(0, -1) : trigger.slice(1);
      const key = `${head}/${frame.pos}`;
      const list = index.get(key) ?? [];
      list.push({ frame, rest });
      index.set(key, list);
    }
  for (const list of index.values())
    list.sort((a, b) => owned(b) - owned(a) || exactness(b) - exactness(a));
  return index;
}

const partOfSpeech: Readonly<Record<string, FramePos>> = {
  VERB: "verb",
  NOUN: "noun",
  PROPN: "noun",
  ADJ: "adjective",
  AUX: "auxiliary",
};

export const candidatesAt = (
  index: FrameIndex,
  at: Syntax,
  token: number,
): readonly Candidate[] => {
  const pos = partOfSpeech[uposOf(at, token)];
  if (!pos) return [];
  const lemma = lemmaOf(at, token);
  return (
    index.get(`${lemma}/${pos}`) ??
    (uposOf(at, token) === "PROPN" ? index.get(`${lemma.toLowerCase()}/noun`) : undefined) ??
    []
  );
};

/** The other words of a trigger of several ("carry out", "press conference"), or `undefined`. */
function restOf(at: Syntax, token: number, rest: readonly string[]): number[] | undefined {
  if (rest.length === 0) return [];
  const found: number[] = [];
  const near = dependents(at, token);
  // A verb's particle hangs on it or follows it; "called him on Sunday" is no "call on".
  const below =
    uposOf(at, token) === "VERB"
      ? [...near, token + 1]
      : near.flatMap((each) => [each, ...dependents(at, each, "compound", "amod")]);
  for (const word of rest) {
    const match = below.find(
      (each) =>
        (lemmaOf(at, each) === word || formOf(at, each).toLowerCase() === word) &&
        !found.includes(each),
    );
    if (match === undefined) return undefined;
    found.push(match);
  }
  return found;
}

const inClass = (cast: Cast, token: number, name: string): boolean => {
  const entity = cast.entities.list[cast.entities.of[token] ?? -1];
  if (name === "thing") return !entity || !isParty(entity);
  if (!entity) return false;
  if (name === "party") return isParty(entity);
  if (name === "known") return isKnownParty(entity);
  // "IGO UN": bodies of many states have a code of their own in place of a sector.
  return (
    entity.kind === name || entity.sectors.includes(name) || entity.code.split(" ")[0] === name
  );
};

const saysAs = (at: Syntax, token: number, word: string): boolean =>
  lemmaOf(at, token).toLowerCase() === word || formOf(at, token).toLowerCase() === word;

/** A condition's word in a clause or sentence, or -1. Own dictionaries may name forms ("troops"). */
function inScope(at: Syntax, words: Words, condition: Condition): number {
  const known = words.asked.get(condition);
  if (known !== undefined) return known;
  const found = wordIn(at, words, condition);
  words.asked.set(condition, found);
  return found;
}

function wordIn(at: Syntax, { first, tokens }: Words, condition: Condition): number {
  for (const [lemma, token] of first) if (condition.words.has(lemma)) return token;
  if (condition.at.own)
    for (const token of tokens)
      if (condition.words.has(formOf(at, token).toLowerCase())) return token;
  for (const phrase of condition.phrases)
    for (const token of tokens)
      if (phrase.every((word, i) => saysAs(at, token + i, word))) return token;
  return -1;
}

/** What is found at a condition's place, -1 for nothing. `none` holds when the place is empty. */
function meets(
  places: Places,
  cast: Cast,
  scopes: Scopes,
  trigger: number,
  condition: Condition,
): number {
  const { at } = places;
  if (condition.path === "sentence" || condition.path === "clause") {
    const scope = condition.path === "clause" ? scopes.clause(trigger) : scopes.sentence();
    return inScope(at, scope, condition);
  }
  const reached = fillers(places, trigger, condition.path);
  // "freed eleven of the prisoners": what is counted is what stands there.
  const found = [...reached, ...reached.flatMap((each) => counted(at, each))];
  if (condition.classes.has("none") && found.length === 0) return trigger;
  if (condition.classes.has("infinitive"))
    return found.find((each) => isInfinitive(at, each)) ?? -1;
  return (
    found.find(
      (token) =>
        isSaid(at, cast, token, condition) ||
        [...condition.classes].some((name) => inClass(cast, token, name)),
    ) ?? -1
  );
}

/** Whether one of a condition's words stands there; an "it" that stands for a party is no mere "it". */
function isSaid(at: Syntax, cast: Cast, token: number, { words }: Condition): boolean {
  const form = formOf(at, token).toLowerCase();
  if (form === "it" && inClass(cast, token, "known")) return false;
  return words.has(lemmaOf(at, token).toLowerCase()) || words.has(form);
}

export interface Match {
  readonly frame: Frame;
  readonly trigger: number;
  /** The trigger's words, the companions' too. */
  readonly tokens: readonly number[];
  /** The frame's second words that stand there ("sent food and aid"). */
  readonly companions: readonly number[];
  /** Words it stands under that its conditions ask for: they are part of it, and no event beside it. */
  readonly over: readonly number[];
  /** Obliques that its conditions ask for: "killed in a strike" tells of the strike too. */
  readonly asked: readonly number[];
  readonly because: readonly Because[];
}

/** The frame's second word ("sign" + "agreement"); `undefined` when it is asked for and missing. */
function companionsOf(places: Places, trigger: number, frame: Frame): number[] | undefined {
  if (!frame.companion) return [];
  const { path, lemmas } = frame.companion;
  const reached = fillers(places, trigger, path);
  // "pulled most of its troops out": what is counted is what is pulled.
  const inner = reached.flatMap((each) => counted(places.at, each));
  const found = [...reached, ...inner, ...inner.flatMap((each) => counted(places.at, each))].filter(
    (token) => lemmas.has(lemmaOf(places.at, token).toLowerCase()),
  );
  return found.length > 0 ? found : undefined;
}

/** The reasons for all conditions, or `undefined` with a refusal for the first that does not hold. */
function conditionsOf(
  places: Places,
  cast: Cast,
  scopes: Scopes,
  trigger: number,
  frame: Frame,
  refuse: (because: Because) => void,
): Because[] | undefined {
  const because: Because[] = [];
  for (const condition of frame.conditions) {
    const met = meets(places, cast, scopes, trigger, condition);
    const evidence = met >= 0 ? [words(tokenSpan(places.at, met))] : [];
    if (met >= 0 !== condition.holds) {
      const says = "a condition of the frame does not hold";
      refuse(step(says, row(frame.at), row(condition.at), ...evidence));
      return undefined;
    }
    // In a dictionary of one line a pattern the frame and its condition are the same row.
    const own = condition.at.line === frame.at.line ? [] : [row(condition.at)];
    if (condition.holds) because.push(...own, ...evidence);
  }
  return because;
}

export function matchFrame(
  places: Places,
  cast: Cast,
  scopes: Scopes,
  trigger: number,
  { frame, rest }: Candidate,
  refuse: (because: Because) => void,
): Match | undefined {
  const { at } = places;
  const others = restOf(at, trigger, rest);
  const companions = others && companionsOf(places, trigger, frame);
  if (!companions) return undefined;
  const conditions = conditionsOf(places, cast, scopes, trigger, frame, refuse);
  if (!conditions) return undefined;
  const because: Because[] = [
    row(frame.at),
    words(tokenSpan(at, trigger), "the trigger"),
    ...companions.map((token) => words(tokenSpan(at, token), "its second word")),
    ...conditions,
  ];
  const askedAt = (to: Step["to"]): number[] =>
    frame.conditions
      .filter(({ holds, path }) => holds && typeof path !== "string" && path.at(-1)?.to === to)
      .map((each) => meets(places, cast, scopes, trigger, each));
  const over = askedAt("over");
  const asked = askedAt("oblique");
  const tokens = [trigger, ...others, ...companions];
  return { frame, trigger, tokens, companions, over, asked, because };
}
