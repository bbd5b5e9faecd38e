import type { Cue } from "../../knowledge/cues.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  prepositionOf,
  tokensIn,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { aroundAside, isMedial } from "./aside.ts";
import { clauseBehind, cut, restOfClause } from "./clause.ts";
import { objectOf, phrase, withoutAside } from "./objects.ts";
import { below, formIs, isPunct, isVerb, lower, range, type Scene, sentenceOf } from "./scene.ts";
import { isPassive } from "./sources.ts";

/** What a cue governs: tokens of the content, tokens that join the cue, and how it was found. */
export interface Governed {
  readonly content: readonly number[];
  readonly cue: readonly number[];
  readonly how: string;
}

type Finder = (at: Scene, verb: number, takes: ReadonlySet<string>) => Governed | undefined;

/** What a verb governs, by the first of its patterns that the tree bears out. */
export function governed(
  at: Scene,
  verb: number,
  { takes }: Pick<Cue, "takes">,
): Governed | undefined {
  for (const find of finders) {
    const found = find(at, verb, takes);
    if (found && found.content.length > 0) return found;
  }
  return undefined;
}

const isClause = (at: Scene, token: number): boolean =>
  uposOf(at, token) === "VERB" ||
  uposOf(at, token) === "AUX" ||
  dependent(at, token, "cop", "nsubj", "csubj", "aux") >= 0;

/** "said that …", "said …", "asked whether …"; passive "it was reported that …". */
const clause: Finder = (at, verb, takes) => {
  if (!takes.has("clause") && !takes.has("question")) return undefined;
  const wanted = isPassive(at, verb) ? (["ccomp", "csubj"] as const) : (["ccomp"] as const);
  const heads = dependents(at, verb, ...wanted).filter(
    (each) =>
      each > verb &&
      isClause(at, each) &&
      !isGerund(at, each) &&
      !isToInfinitive(at, each) &&
      !standsBeside(at, each),
  );
  const person = takes.has("person") || takes.has("person-infinitive");
  const content = clauseBehind(at, verb, heads.slice(0, 1), person);
  return content.length === 0 ? undefined : { content, cue: [], how: "a clause it governs" };
};

/** ", while the army denied it": a clause that tells of something beside what is said. */
const standsBeside = (at: Scene, head: number): boolean =>
  dependents(at, head, "mark").some(
    (mark) =>
      /^(?:while|whereas|although|though|because)$/.test(lower(at, mark)) ||
      (isPunct(at, mark - 1) && /^(?:as|after|before|since|until|unless)$/.test(lower(at, mark))),
  );

const isGerund = (at: Scene, token: number): boolean =>
  xposOf(at, token) === "VBG" && dependent(at, token, "nsubj", "aux") < 0;

/** "The talks had failed, he said": the verb stands aside in the clause it governs. */
const aside: Finder = (at, verb, takes) => {
  if (!takes.has("clause") && !takes.has("quote")) return undefined;
  if (!/^VB[DZPN]$/.test(xposOf(at, verb)) || isBareParticiple(at, verb)) return undefined;
  if (!takes.has("clause") && isPassive(at, verb)) return undefined;
  const content = aroundAside(at, verb);
  return content.length === 0 ? undefined : { content, cue: [], how: "the clause it stands in" };
};

const isBareParticiple = (at: Scene, verb: number): boolean =>
  xposOf(at, verb) === "VBN" && dependent(at, verb, "aux") < 0;

/** The same where only the tree shows it. */
const around: Finder = (at, verb, takes) => {
  if (!takes.has("clause") && !takes.has("quote")) return undefined;
  const before = dependents(at, verb, "ccomp").filter((each) => each < verb && isClause(at, each));
  const host = before[0] ?? (hasLabel(at, verb, "parataxis") ? headOf(at, verb) : -1);
  if (host < 0 || sentenceOf(at, host) !== sentenceOf(at, verb) || !isParted(at, verb))
    return undefined;
  const content = below(at, host, (each) => each === verb);
  return { content, cue: [], how: "the clause it stands in" };
};

/** Parted by a comma or a dash from what comes before its subject. */
function isParted(at: Scene, verb: number): boolean {
  const all = below(at, verb, (each) => hasLabel(at, each, "ccomp"));
  const first = all.find((each) => !isPunct(at, each)) ?? verb;
  return first > 0 && isPunct(at, first - 1);
}

const isToInfinitive = (at: Scene, token: number): boolean =>
  dependents(at, token, "mark").some((mark) => formIs(at, mark, "to")) ||
  xposOf(at, token) === "TO";

/** "promised to go", "wants them to go", "is expected to go". */
const infinitive: Finder = (at, verb, takes) => {
  const ownOnly = takes.has("person-infinitive") && !takes.has("infinitive");
  if (!takes.has("infinitive") && !ownOnly) return undefined;
  const object = dependent(at, verb, isPassive(at, verb) ? "nsubj:pass" : "obj");
  const head = [
    ...dependents(at, verb, "xcomp", "ccomp", "advcl"),
    ...(object > verb ? dependents(at, object, "acl") : []),
  ].find((each) => each > verb && isToInfinitive(at, each));
  if (head === undefined) return undefined;
  const content = below(at, head, (each) => each === verb);
  const raised = object >= 0 && (isPassive(at, verb) || !ownOnly);
  return {
    content: raised ? [...phrase(at, object, verb), ...content] : content,
    cue: [],
    how: "an infinitive it governs",
  };
};

/** "seems to hold", "appears weak": the subject belongs to what is said. */
const raising: Finder = (at, verb, takes) => {
  if (!takes.has("complement") || !takes.has("infinitive")) return undefined;
  const head = dependent(at, verb, "xcomp");
  const subject = dependent(at, verb, "nsubj");
  if (head < 0 || subject < 0 || head < verb) return undefined;
  return {
    content: [...phrase(at, subject, verb), ...below(at, head, () => false)],
    cue: [],
    how: "its subject and what it is said to be or do",
  };
};

const gerund: Finder = (at, verb, takes) => {
  if (!takes.has("gerund")) return undefined;
  const head = dependents(at, verb, "xcomp", "ccomp", "advcl").find(
    (each) => each > verb && xposOf(at, each) === "VBG" && !isPunct(at, each - 1),
  );
  return head === undefined
    ? undefined
    : { content: below(at, head, () => false), cue: [], how: "an action it governs" };
};

/** "called the vote a fraud". */
const complement: Finder = (at, verb, takes) => {
  if (!takes.has("complement")) return undefined;
  const passive = isPassive(at, verb);
  const object = objectOf(at, verb, passive);
  const predicate = dependents(at, verb, "xcomp").find(
    (each) => each > verb && !isToInfinitive(at, each),
  );
  if (predicate === undefined) return calledInMarks(at, verb) ?? twoNouns(at, verb, object);
  const named = below(at, predicate, () => false);
  if (object < 0)
    return passive ? undefined : { content: named, cue: [], how: "what it is called" };
  return {
    content: [...phrase(at, object, verb), ...named],
    cue: [],
    how: "an object and what it is called",
  };
};

/** "called the vote a farce", where the parser hung the second noun on the first. */
function twoNouns(at: Scene, verb: number, object: number): Governed | undefined {
  if (object < verb) return undefined;
  const end = phrase(at, object, verb).at(-1)!;
  const next = end + 1;
  if (/^(?:a|an)$/.test(lower(at, next)) && sentenceOf(at, next) === sentenceOf(at, verb))
    return {
      content: restOfClause(at, verb, verb + 1),
      cue: [],
      how: "an object and what it is called",
    };
  const second = dependents(at, object, "obj", "xcomp", "appos", "dep", "conj", "nmod").find(
    (each) => each > object && dependent(at, each, "case", "cc") < 0 && !isPunct(at, each - 1),
  );
  if (second === undefined) return undefined;
  return {
    content: below(at, object, () => false),
    cue: [],
    how: "an object and what it is called",
  };
}

/** "called the suspension “arbitrary”", where the tree does not show it: all up to the closing mark. */
function calledInMarks(at: Scene, verb: number): Governed | undefined {
  const opening = range(verb + 1, verb + 14).find(
    (each) =>
      each >= at.tokens.count || at.quoted[each]! >= 0 || isPunct(at, each) || isVerb(at, each),
  );
  if (opening === undefined || opening <= verb + 1 || opening >= at.tokens.count) return undefined;
  const quotation = at.quotations[at.quoted[opening]!];
  const inside = quotation && tokensIn(at.tokens, quotation.span);
  if (!inside || at.quoted[verb]! === at.quoted[opening]! || quotation.kind === "title")
    return undefined;
  return {
    content: range(verb + 1, inside[1]),
    cue: [],
    how: "an object and what it is called in marks",
  };
}

const prepositions = [
  "of",
  "for",
  "as",
  "on",
  "with",
  "to",
  "against",
  "about",
  "at",
  "in",
  "over",
];

/** "condemned the killings", "accused him of theft", "the killings were condemned". */
const object: Finder = (at, verb, takes) => {
  const onlyAs = takes.has("as-object");
  if (!takes.has("object") && !onlyAs) return undefined;
  const passive = isPassive(at, verb);
  const head = objectOf(at, verb, passive);
  if (head < 0 || isReflexive(at, head)) return undefined;
  const found = new Set(passive ? withoutAside(at, head, verb) : phrase(at, head, verb));
  for (const each of dependents(at, verb, "obl", "advcl", "xcomp", "ccomp", "conj")) {
    const before = prepositionOf(at, each) || markOf(at, each);
    const wanted = takes.has(before) || (onlyAs && before === "as");
    const ownNoun = nominal.has(before) && follows(at, each, found);
    if (each > verb && ownNoun) for (const token of below(at, each, () => false)) found.add(token);
    if (each > verb && wanted && prepositions.includes(before))
      for (const token of below(at, each, () => false)) found.add(token);
  }
  const sorted = [...found].sort((a, b) => a - b);
  if (onlyAs && !sorted.some((each) => each > verb && formIs(at, each, "as"))) return undefined;
  const first = sorted.find((each) => each > verb);
  const kept = new Set(first === undefined ? [] : cut(at, verb, first, sorted.at(-1)!));
  return {
    content: sorted.filter((each) => each < verb || kept.has(each)),
    cue: [],
    how: "the object of its attitude",
  };
};

/** Prepositions that go on with a noun rather than with its verb. */
const nominal = new Set(["of", "for", "against", "with", "over", "about", "between", "toward"]);

/** Whether a phrase begins right behind the tokens already found. */
const follows = (at: Scene, token: number, found: ReadonlySet<number>): boolean =>
  found.has(below(at, token, () => false)[0]! - 1);

const isReflexive = (at: Scene, token: number): boolean => /sel(?:f|ves)$/.test(lower(at, token));

const markOf = (at: Scene, token: number): string => {
  const mark = dependent(at, token, "mark", "case");
  return mark < 0 ? "" : lower(at, mark);
};

/** "called for a truce", "spoke of a wounded nation": the preposition joins the cue. */
const prepositional: Finder = (at, verb, takes) => {
  const head = dependents(at, verb, "obl", "advcl", "ccomp", "xcomp", "nmod").find((each) => {
    const before = prepositionOf(at, each) || markOf(at, each);
    return (
      each > verb &&
      before !== "" &&
      takes.has(before) &&
      isNear(at, verb, each) &&
      !isCircumstance(at, each)
    );
  });
  if (head === undefined) return undefined;
  const lead = dependents(at, head, "case", "mark").filter((each) =>
    prepositions.includes(lower(at, each)),
  );
  const inLead = new Set(lead.flatMap((each) => below(at, each, () => false)));
  const content = below(at, head, () => false).filter((each) => !inLead.has(each));
  return {
    content,
    cue: [...inLead],
    how: `what stands behind "${lead.map((each) => formOf(at, each)).join(" ")}"`,
  };
};

const circumstances =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|year|morning|afternoon|evening|night|hour|minute|time|phone|telephone|television|radio|stage|camera|behalf|condition|twitter|facebook)$/;

/** When, where or how it was said: "spoke on Saturday", "spoke on the phone". */
const isCircumstance = (at: Scene, head: number): boolean => circumstances.test(lower(at, head));

/** No comma between a verb and its preposition. */
function isNear(at: Scene, verb: number, head: number): boolean {
  const first = below(at, head, () => false)[0]!;
  return first > verb && !isPunct(at, first - 1) && first - verb <= 8;
}

/** How `governed` tells that the source stands between a relative pronoun and the cue. */
export const throughPronoun = "a clause with the relative pronoun before it";

/** "the firm, which officials said will close", "strikes that they admitted caused harm". */
const throughRelative: Finder = (at, verb, takes) => {
  if (!takes.has("clause") || !/^VB[DZPN]$/.test(xposOf(at, verb))) return undefined;
  if (
    !/^(?:VB[DZPN]|MD)$/.test(xposOf(at, verb + 1)) ||
    sentenceOf(at, verb + 1) !== sentenceOf(at, verb)
  )
    return undefined;
  const pronoun = range(Math.max(0, verb - 7), verb - 2).findLast(
    (each) =>
      /^(?:WDT|WP)$/.test(xposOf(at, each)) ||
      (formIs(at, each, "that") && uposOf(at, each) === "PRON"),
  );
  if (pronoun === undefined || sentenceOf(at, pronoun) !== sentenceOf(at, verb)) return undefined;
  const rest = restOfClause(at, verb, verb + 1);
  return {
    content: [pronoun, ...rest],
    cue: [],
    how: throughPronoun,
  };
};

/** "The truce, officials said, would begin": before any clause behind the cue is looked for. */
const medial: Finder = (at, verb, takes) =>
  isMedial(at, verb) ? aside(at, verb, takes) : undefined;

/** "promised to …", "urged people not to …", where the tree shows no infinitive. */
const bareInfinitive: Finder = (at, verb, takes) => {
  const person = takes.has("person-infinitive");
  if ((!takes.has("infinitive") && !person) || takes.has("to")) return undefined;
  const to = toBehind(at, verb, person ? 8 : 1);
  if (to < 0) return undefined;
  const start = formIs(at, to - 1, "not", "never") ? to - 1 : to;
  const content = restOfClause(at, verb, start);
  return content.length < 2 ? undefined : { content, cue: [], how: "an infinitive it governs" };
};

/** A "to" before a verb within some words and no mark, or right behind; -1 for none. */
function toBehind(at: Scene, verb: number, reach: number): number {
  for (let each = verb + 1; each <= verb + reach && each + 1 < at.tokens.count; each++) {
    if (isPunct(at, each) || (isVerb(at, each) && each > verb + 1)) return -1;
    const opens = formIs(at, each, "to") && (reach === 1 || xposOf(at, each + 1) === "VB");
    if (opens && sentenceOf(at, each + 1) === sentenceOf(at, verb)) return each;
  }
  return -1;
}

const finders: readonly Finder[] = [
  medial,
  throughRelative,
  clause,
  aside,
  raising,
  infinitive,
  bareInfinitive,
  gerund,
  complement,
  around,
  object,
  prepositional,
];
