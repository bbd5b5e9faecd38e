/**
 * A pattern ("- $ * {HUMANITARIAN AID} (FOR +)") as conditions and places of a frame. Words are looked
 * for in the verb's clause, whatever their order; "$" and "+" say where the parties stand.
 */
import { lemmaGuesses } from "./guesses.ts";
import { wordsOf } from "./lines.ts";

/** Why a verb or pattern cannot be a frame: "needs …". */
export class Unreadable extends Error {}

/** Sets of words by name ("&currency"); a member that starts with "&" is another set. */
export type Sets = ReadonlyMap<string, readonly string[]>;

export interface PatternMeaning {
  /** Lines of a frame: "if clause has aid". */
  readonly conditions: readonly string[];
  /** "out" of "* OUT". */
  readonly particle: string;
  readonly actor?: string;
  readonly recipient?: string;
  readonly equals: boolean;
  /** Its words say themselves whether it happened ("WILL *"), so that nothing over it does. */
  readonly settled: boolean;
}

/** One place of a pattern: a sign ("*", "$", "+", "%", "^"), or phrases of which one must stand there. */
interface Part {
  readonly sign?: string;
  readonly phrases: readonly string[];
}

const split = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const articles = split("a an the");
const auxiliaries = split("was were is are be been being am have has had having");
const modals = split("will would shall may might could should must can cannot wo ca");
const negations = split("not n't never no neither nor");
const particles = split("out up down off back away forward aside apart together");
const prepositions = split(
  "about above across after against along amid among around as at before behind below beneath beside between beyond by despite during for from in inside into near of on onto over past since through throughout to toward towards under until upon via with within without",
);

export function conditionsOf(
  pattern: string,
  sets: Sets,
  over: ReadonlySet<string>,
): PatternMeaning {
  const parts = partsOf(pattern, sets);
  const verb = parts.findIndex(({ sign }) => sign === "*");
  if (verb < 0) throw new Unreadable('has no "*" for its verb');
  const before = beforeVerb(parts.slice(0, verb), over);
  const behind = behindVerb(parts.slice(verb + 1), before.target);
  const actor = before.actor ?? behind.actor;
  const recipient = before.recipient ?? behind.recipient;
  return {
    conditions: [...new Set([...before.conditions, ...behind.conditions])],
    particle: behind.particle,
    ...(actor === undefined ? {} : { actor }),
    ...(recipient === undefined ? {} : { recipient }),
    equals: parts.some(({ sign }) => sign === "%"),
    settled: before.settled,
  };
}

const signs = /^[*$+%^]$/;

/** Cuts a pattern at its signs and brackets; round brackets only hold together and are let go. */
function partsOf(pattern: string, sets: Sets): Part[] {
  const tokens = pattern
    .replace(/([*{}()|$%^])/g, " $1 ")
    .replace(/(^|[\s_])\+(?=[\s_]|$)/g, "$1 + ")
    .trim()
    .split(/\s+/)
    .map((each) => each.replace(/^_+(?=.)/, ""));
  const parts: Part[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token === "{") {
      const end = tokens.indexOf("}", i);
      if (end < 0) throw new Unreadable('has a "{" that is not closed');
      parts.push(bracketed(tokens.slice(i + 1, end), sets));
      i = end;
    } else if (signs.test(token)) parts.push({ sign: token, phrases: [] });
    else if (!/^[()|}_]*$/.test(token)) parts.push(...wordParts(token, sets));
  }
  return parts;
}

/** "{ A | B }" is one or the other; "{A B}" is a phrase. */
function bracketed(tokens: readonly string[], sets: Sets): Part {
  if (tokens.some((each) => signs.test(each)))
    throw new Unreadable("needs one of several signs at a place");
  if (!tokens.includes("|"))
    return { phrases: joined(tokens.map((each) => phrasesOf(each, sets))) };
  const choices = tokens.join(" ").split("|");
  return {
    phrases: choices.flatMap((choice) =>
      joined(
        choice
          .trim()
          .split(/\s+/)
          .map((each) => phrasesOf(each, sets)),
      ),
    ),
  };
}

/** "NEW_&TIES" or "TO_" or "AIR_STRIKE": words that follow each other. */
function wordParts(token: string, sets: Sets): Part[] {
  const words = token.split("_").filter((each) => each !== "");
  const [first = ""] = words;
  // "FOR_ASYLUM": the preposition still says where the word stands.
  if (words.length > 1 && isFunction(first.toLowerCase()))
    return [{ phrases: [first.toLowerCase()] }, ...wordParts(words.slice(1).join("_"), sets)];
  const phrases = joined(words.map((each) => phrasesOf(each, sets)));
  return phrases.length === 0 ? [] : [{ phrases }];
}

const isFunction = (word: string): boolean =>
  prepositions.has(word) || auxiliaries.has(word) || modals.has(word) || negations.has(word);

const mostPhrases = 2_000;

/** Every way to go on from one place to the next: "military aid", "army aid". */
function joined(places: readonly (readonly string[])[]): string[] {
  let found = [""];
  for (const place of places) {
    found = found.flatMap((each) => place.map((word) => (each === "" ? word : `${each} ${word}`)));
    if (found.length > mostPhrases)
      throw new Unreadable(`stands for more than ${mostPhrases} different phrases`);
  }
  return found.filter((each) => each !== "");
}

function phrasesOf(token: string, sets: Sets, depth = 0): string[] {
  const name = token.toLowerCase().replace(/_$/, "");
  if (!name.startsWith("&")) return [wordsOf(token).join(" ")];
  const set = sets.get(name);
  if (!set)
    throw new Unreadable(
      `needs the words of ${name.toUpperCase()}, which the file does not define`,
    );
  if (depth > 5)
    throw new Unreadable(`needs the words of ${name.toUpperCase()}, which holds itself`);
  return set.flatMap((each) => (each.startsWith("&") ? phrasesOf(each, sets, depth + 1) : [each]));
}

const has = (phrases: readonly string[]): string =>
  `if clause has ${[...new Set(phrases)].join(" | ")}`;

const every = (phrases: readonly string[], among: ReadonlySet<string>): boolean =>
  phrases.length > 0 && phrases.every((each) => each.split(" ").every((word) => among.has(word)));

interface BeforeVerb {
  readonly conditions: string[];
  settled: boolean;
  /** The target stands before the verb. */
  readonly target: boolean;
  /** "REFUGEES FROM + *": where a party stands that a preposition before the verb names. */
  actor?: string;
  recipient?: string;
}

function beforeVerb(parts: readonly Part[], over: ReadonlySet<string>): BeforeVerb {
  const target = parts.some(({ sign }) => sign === "+");
  const found: BeforeVerb = { conditions: [], settled: false, target };
  let preposition: string | undefined;
  for (const { sign, phrases } of parts) {
    if (every(phrases, articles) || every(phrases, auxiliaries) || phrases[0] === "to") continue;
    if (sign === undefined && every(phrases, prepositions)) preposition = phrases.join("/");
    else {
      if (sign === undefined) wordBefore(found, phrases, over);
      else if (preposition !== undefined) partyBefore(found, sign, preposition);
      preposition = undefined;
    }
  }
  if (preposition !== undefined)
    throw new Unreadable(`needs "${preposition}" straight before its verb`);
  return found;
}

/** A word before the verb: one that denies it, one it stands under, or one anywhere in its clause. */
function wordBefore(
  found: BeforeVerb,
  phrases: readonly string[],
  over: ReadonlySet<string>,
): void {
  const isModal = (word: string): boolean => negations.has(word) || modals.has(word);
  const lemmas = phrases.flatMap(lemmaGuesses);
  if (phrases.some((each) => each.split(" ").some(isModal))) {
    found.settled = true;
    found.conditions.push(has(phrases.flatMap(modalForms)));
  } else if (lemmas.some((each) => over.has(each))) {
    found.settled = true;
    found.conditions.push(`if over is ${[...new Set(lemmas)].join(" | ")}`);
  } else found.conditions.push(has(phrases));
}

function partyBefore(found: BeforeVerb, sign: string, preposition: string): void {
  const place = `subject > oblique ${preposition} | object > oblique ${preposition}`;
  if (sign === "+") found.recipient ??= place;
  else if (sign === "$") found.actor ??= place;
}

/** "wo n't" and "did not", which parse trees take apart. */
const modalForms = (phrase: string): string[] =>
  phrase === "not" ? ["not", "n't", "never"] : phrase.split(" ").filter((each) => isFunction(each));

interface BehindVerb {
  readonly conditions: string[];
  readonly particle: string;
  actor?: string;
  recipient?: string;
}

function behindVerb(parts: readonly Part[], targetBefore: boolean): BehindVerb {
  const conditions: string[] = [];
  const first = parts[0]?.phrases[0] ?? "";
  const particle = parts[0]?.phrases.length === 1 && particles.has(first) ? first : "";
  const found: BehindVerb = { conditions, particle };
  let preposition: string | undefined;
  for (const part of particle === "" ? parts : parts.slice(1)) {
    const { sign, phrases } = part;
    if (sign === undefined && every(phrases, prepositions)) {
      if (preposition !== undefined) conditions.push(stands(preposition));
      preposition = phrases.join("/");
    } else if (sign === undefined && (every(phrases, articles) || every(phrases, auxiliaries)))
      continue;
    else {
      if (sign === undefined) conditions.push(within(preposition, phrases));
      else takeSign(found, sign, preposition, targetBefore);
      preposition = undefined;
    }
  }
  if (preposition !== undefined) conditions.push(stands(preposition));
  return found;
}

/** Something stands behind this preposition. "To" may open an infinitive: any clause has it. */
const stands = (preposition: string): string =>
  preposition === "to" ? "if clause has to" : `unless oblique ${preposition} is @none`;

/** Single words are asked for behind their preposition; longer phrases only in the clause. */
const within = (preposition: string | undefined, phrases: readonly string[]): string =>
  preposition === undefined || preposition === "to" || phrases.some((each) => each.includes(" "))
    ? has(phrases)
    : `if oblique ${preposition} is ${[...new Set(phrases)].join(" | ")}`;

function takeSign(
  found: BehindVerb,
  sign: string,
  preposition: string | undefined,
  targetBefore: boolean,
): void {
  const place = preposition === undefined ? undefined : `oblique ${preposition}`;
  if (sign === "+" && place !== undefined) found.recipient ??= `${place} | object > ${place}`;
  else if (sign === "+") found.recipient ??= "object | indirect";
  else if (sign === "$" && place !== undefined && preposition !== "by") {
    // "+ WAS * IN $": whoever did it stands behind the preposition.
    found.actor ??= `by-agent | ${place}${targetBefore ? "" : " | subject"}`;
    if (targetBefore) found.recipient ??= "object | subject";
  } else if (sign === "^" && place !== undefined) found.conditions.push(stands(preposition!));
}
