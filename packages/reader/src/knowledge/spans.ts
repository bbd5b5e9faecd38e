/**
 * The spans of the names layer made fit for looking up: without articles, titles and possessive
 * marks, cut at commas, and with the proper nouns that the tree counts to a person's name.
 */
import type { NameSpan } from "../reading/layers.ts";
import { formOf, labelOf, type Syntax, uposOf } from "../reading/syntax.ts";
import type { Actors } from "./actor.ts";
import { inRole, titleAt, titleLength } from "./titles.ts";

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);
const isPossessive = (form: string): boolean => /^['’]s?$/.test(form);

/** In text order. */
export function cleanedSpans(
  at: Syntax,
  actors: Actors,
  names: readonly NameSpan[],
): readonly NameSpan[] {
  const covered = new Uint8Array(at.tokens.count);
  for (const { first, last } of names) covered.fill(1, first, last + 1);
  return names
    .flatMap((each) => pieces(at, actors, each))
    .map((each) => trimmed(at, actors, each))
    .map((each) => extended(at, actors, each, covered))
    .filter((each) => each.first <= each.last && !isNoName(at, actors, each))
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

/** What a model or a table takes for a name and is none: "I", "Prime Minister", "Let". */
function isNoName(at: Syntax, actors: Actors, { first, last, kind }: NameSpan): boolean {
  if (isDescription(at, actors, { first, last })) return true;
  if (kind === "PER" && titleLength(at, actors, first, last + 1) === last - first + 1) return true;
  if (first < last) return false;
  // "china and silver": what no table has in small letters is no name by a model's word alone.
  if (!/\p{Lu}|\p{N}/u.test(formOf(at, first)) && /\p{Ll}/u.test(formOf(at, first))) return true;
  const rows = actors.names.find(at.tokens.form, first, last + 1);
  const form = formOf(at, first);
  if (rows.length > 0 && !rows.some((each) => sameCapitals(each.phrase, form))) return true;
  return uposOf(at, first) === "PRON" || form === "I";
}

/** "Israeli military": a nation's word and a common noun are no name, whatever a table lists. */
export const isDescription = (
  at: Syntax,
  actors: Actors,
  { first, last }: { readonly first: number; readonly last: number },
): boolean => {
  const nation = actors.demonyms.find(at.tokens.form, first, last)[0];
  return nation !== undefined && /^\p{Ll}/u.test(formOf(at, last));
};

/** A span of a model over "Tripoli, Lebanon" or "President Petrenko of Ukraine" is two names. */
function pieces(at: Syntax, actors: Actors, span: NameSpan): NameSpan[] {
  const titled =
    titleAt(at, actors, span.first, span.last) !== undefined || opensWithPerson(at, actors, span);
  const cut = titled ? /^(?:[,;()]|of)$/ : /^[,;()]$/;
  const found: NameSpan[] = [];
  let { first } = span;
  for (let i = span.first; i <= span.last + 1; i++) {
    if (i <= span.last && !cut.test(formOf(at, i)) && !isVerbInside(at, span, i)) continue;
    // What a title stands before is somebody, whatever the model took it for.
    const kind = titled && first === span.first ? "PER" : span.kind;
    if (first < i) found.push({ ...span, kind, first, last: i - 1 });
    first = i + 1;
  }
  return found;
}

function trimmed(at: Syntax, actors: Actors, span: NameSpan): NameSpan {
  let { first, last } = span;
  while (last > first && isPossessive(formOf(at, last))) last--;
  while (first < last && /^(?:the|a|an)$/i.test(formOf(at, first))) first++;
  const known = whole(actors.names.find(at.tokens.form, first, last + 1), first, last).length > 0;
  while (!known && first < last && uposOf(at, first) === "NUM") first++;
  const body = isBodyName(at, first, last);
  if (
    span.kind === "PER" &&
    !body &&
    whole(actors.names.find(at.tokens.form, first, last + 1), first, last).length === 0
  )
    first = behindTitles(at, actors, first, last);
  return { ...span, first, last };
}

/** "Rosa Quispe left Lima": no verb is part of somebody's name. */
const isVerbInside = (at: Syntax, { kind }: NameSpan, token: number): boolean =>
  kind === "PER" &&
  /^\p{Ll}{3,}/u.test(formOf(at, token)) &&
  /^(?:VERB|AUX|ADV|SCONJ)$/.test(uposOf(at, token));

/** "Ruler of Dubai": a role that a model took into the name. */
const opensWithPerson = (at: Syntax, actors: Actors, { first, last }: NameSpan): boolean =>
  first < last && actors.roles.at(at.lemmas, at.tokens.form, first)?.role.kind === "person";

/** "al-" before a name in capitals, which the tokenizer takes off. */
export const isArabicArticle = (at: Syntax, token: number): boolean =>
  /^(?:al|el|as|ash|ad|an|ar|at|az)$/i.test(formOf(at, token)) &&
  /^[-‐‑]$/.test(formOf(at, token + 1)) &&
  isCapital(formOf(at, token + 2));

/** A person's name with the proper nouns beside it that the tree counts to the same name. */
function extended(at: Syntax, actors: Actors, span: NameSpan, covered: Uint8Array): NameSpan {
  let { first, last } = span;
  // "New Jersey" is not Jersey.
  const isNew = span.kind === "LOC" && first > 0 && formOf(at, first - 1) === "New";
  if (isNew && covered[first - 1] === 0) return { ...span, first: first - 1 };
  if (first > 1 && covered[first - 2] === 0 && isArabicArticle(at, first - 2))
    return { ...span, first: first - 2 };
  const next = last + 1;
  const goesOn = span.kind === "ORG" && covered[next] === 0 && bodyWords.test(formOf(at, next));
  if (goesOn && at.tree.head[last] === next && uposOf(at, next) === "PROPN")
    return { ...span, last: next };
  const body = bodyBehind(at, actors, last);
  if (body > last) return { ...span, kind: "ORG", last: body };
  if (span.kind !== "PER") return span;
  const floor = at.tokens.first[at.tokens.sentence[first]!]!;
  const limit = at.tokens.first[at.tokens.sentence[last]! + 1]!;
  const isFree = (i: number): boolean =>
    covered[i] === 0 &&
    uposOf(at, i) === "PROPN" &&
    isCapital(formOf(at, i)) &&
    titleLength(at, actors, i, i + 1) === 0 &&
    !inRole(at, actors, i) &&
    actors.demonyms.find(at.tokens.form, i, i + 1).length === 0;
  const isFlat = (i: number, head: number): boolean =>
    at.tree.head[i] === head && /^(?:flat|goeswith)/.test(labelOf(at, i));
  while (first > floor && isFree(first - 1) && isFlat(first, first - 1)) first--;
  // "Li Na said": a short word in a capital that a tagger takes for a particle.
  const odd = last + 1;
  if (odd < limit && first === last && covered[odd] === 0 && isOddlyTagged(at, odd)) last = odd;
  while (
    last + 1 < limit &&
    isFree(last + 1) &&
    at.tree.head[last + 1]! >= first &&
    isFlat(last + 1, at.tree.head[last + 1]!)
  )
    last++;
  return { ...span, first, last };
}

/** "Rundu Magistrate's Court", "Kivu People's Front": what the body is called belongs to its name. */
function bodyBehind(at: Syntax, actors: Actors, last: number): number {
  const isOne = bodyWords.test(formOf(at, last + 2)) && isPossessive(formOf(at, last + 1));
  if (!isOne || /^(?:Government|Parliament)$/.test(formOf(at, last + 2))) return last;
  const role = actors.roles.at(at.lemmas, at.tokens.form, last);
  return role || /^(?:People|Women|Men|Children|King|Queen)$/.test(formOf(at, last))
    ? last + 2
    : last;
}

const isOddlyTagged = (at: Syntax, token: number): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(formOf(at, token)) && /^(?:PART|X|INTJ)$/.test(uposOf(at, token));

/** The first token of a person's name behind the titles and roles that a span may start with. */
function behindTitles(at: Syntax, actors: Actors, first: number, last: number): number {
  let start = first;
  for (let i = first; i < last; ) {
    const length = titleLength(at, actors, i, last);
    i += Math.max(1, length);
    if (length > 0) start = i;
  }
  return start;
}

/** What was found over the whole of a name. */
export const whole = <T>(
  found: readonly { readonly length: number; readonly value: T }[],
  first: number,
  last: number,
): T[] => found.filter((each) => each.length === last - first + 1).map((each) => each.value);

/** "LeT" is a name where "Let" is a word; "NATO" may be "Nato". */
export const sameCapitals = (phrase: string, form: string): boolean =>
  form === form.toUpperCase() ||
  phrase === phrase.toUpperCase() ||
  !/\p{Lu}/u.test(phrase.slice(1)) ||
  phrase === form;

/** Words that close the names of bodies, or stand before their "of". */
const bodyWords =
  /^(?:Board|Commission|Committee|Department|Ministry|Agency|Council|Authority|Authorities|Office|Service|Services|Association|Union|Party|Patrol|Police|Army|Navy|Forces?|Guards?|Brigades?|Battalion|Court|Tribunal|University|College|School|Hospital|Bank|Institute|Institution|Foundation|Fund|Cent(?:er|re)|Company|Corporation|Corp|Inc|Ltd|Group|Front|Movement|Federation|League|Organi[sz]ation|Congress|Parliament|Senate|Assembly|Bureau|Administration|Network|Church|Society|Alliance|Coalition|Club|Airlines?|Airways|Militia|Resistance)$/;

export const isBodyName = (at: Syntax, first: number, last: number): boolean => {
  if (first === last) return false;
  if (bodyWords.test(formOf(at, last))) return true;
  for (let i = first; i < last; i++)
    if (/^(?:of|for)$/.test(formOf(at, i + 1)) && bodyWords.test(formOf(at, i))) return true;
  return false;
};
