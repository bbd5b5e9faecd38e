/**
 * Noun phrases that describe rather than name: "Israeli officials", "the ministry", "a convoy".
 * Each is somebody already spoken of, or somebody new with what its words say.
 */
import type { RoleKind } from "../../knowledge/actor.ts";
import { step, words } from "../../reading/because.ts";
import type { EntityKind } from "../../reading/reading.ts";
import {
  dependents,
  formOf,
  hasLabel,
  lemmaOf,
  prepositionOf,
  subtree,
  tokenSpan,
  tokensSpan,
  uposOf,
} from "../../reading/syntax.ts";
import { holderFor, indefinite, spokenOf } from "./again.ts";
import { counted, isAged, standsForPeople, withPeople } from "./amounts.ts";
import { afterOffice, codeTold, type Description, describe } from "./describe.ts";
import { withHome } from "./home.ts";
import { incumbentFor } from "./incumbents.ts";
import { rolesOfNations } from "./nations.ts";
import { pairFor } from "./pairs.ts";
import type { Recent } from "./recent.ts";
import { lastPerson } from "./titles.ts";
import { draftOf, draftUnder, isPlural, mention, namedAt, roleKey, type Work } from "./work.ts";

const argument =
  /^(?:nsubj|obj|iobj|obl|nmod|conj|appos|root|parataxis|xcomp|ccomp|advcl|dep|list|vocative|dislocated|orphan)/;
const inside = /^(?:compound|flat|fixed|goeswith|amod|det|nummod|case|cc|punct|advmod|nmod:desc)/;

/** Whether a token heads a phrase that could be a party. */
export function isNominalHead(work: Work, i: number): boolean {
  const { at } = work;
  if (work.of[i]! >= 0 || work.dated[i] || namedAt(work, i)) return false;
  const label = at.tree.labelNames[at.tree.label[i]!] ?? "";
  const upos = uposOf(at, i);
  if (hasLabel(at, i, "nmod") && isInRoleOf(work, i, at.tree.head[i]!)) return false;
  if (upos === "NOUN" || upos === "PROPN")
    return !inside.test(label) ? !/^obl:(?:tmod|npmod|unmarked)/.test(label) : isOwnRole(work, i);
  if (isArticle(formOf(at, i))) return false;
  if (standsForPeople(work, i) || (upos === "ADJ" && isAged(work, i) && argument.test(label)))
    return true;
  const people = upos === "NUM" || upos === "DET" || isOfThem(work, i, upos);
  if (!people || !argument.test(label) || clausal.test(label)) return false;
  // Digits count people only where something is done to or by them: "at least 40 were killed".
  return !/^[\d.,%$€£]+$/.test(formOf(at, i)) || /^(?:nsubj|obj)/.test(label);
}

/** "state" in "secretary of state" */
function isInRoleOf({ at, actors }: Work, i: number, head: number): boolean {
  const role = head < i ? actors.roles.at(at.lemmas, at.tokens.form, head) : undefined;
  return role !== undefined && i <= role.last;
}

const clausal = /^(?:root|xcomp|ccomp|advcl|parataxis)/;

/** "the injured", "the poor": an adjective or participle behind an article, without a noun. */
const isOfThem = (work: Work, i: number, upos: string): boolean =>
  (upos === "ADJ" || upos === "VERB") && /^(?:the|those)$/i.test(formOf(work.at, i - 1));

/** "rebel attack", "army offensive": a modifier that is a party, before a noun that is none. */
function isOwnRole(work: Work, i: number): boolean {
  const { at, actors } = work;
  if (!hasLabel(at, i, "compound")) return false;
  const role = actors.roles.at(at.lemmas, at.tokens.form, i);
  const head = at.tree.head[i]!;
  if (!role || role.role.sectors.length === 0 || head < 0) return false;
  const whole = actors.roles.at(at.lemmas, at.tokens.form, head);
  return whole === undefined;
}

const outer = [
  "acl",
  "acl:relcl",
  "appos",
  "conj",
  "cc",
  "parataxis",
  "punct",
  "nsubj",
  "cop",
  "aux",
  "advcl",
  "ccomp",
  "xcomp",
  "csubj",
  "mark",
  "obl",
  "obj",
  "advmod",
  "discourse",
  "nmod",
  "list",
] as const;

/** The leftmost token of the phrase a noun heads. */
export function leftOf(work: Work, head: number): number {
  const { at } = work;
  let first = head;
  for (const each of dependents(at, head, ...before)) {
    if (each >= head) continue;
    if (hasLabel(at, each, "advmod") && !isHedge(formOf(at, each))) continue;
    first = Math.min(first, subtree(at, each, "punct", "acl", "advcl")[0]!);
  }
  for (let i = head - 1; i >= first; i--) if (isBreak(work, i)) first = i + 1;
  while (
    first < head &&
    /^(?:of|with|in|on|by|for|from|to|and|or|but|than|as)$/i.test(formOf(at, first))
  )
    first++;
  return first;
}

const before = ["det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "advmod"] as const;

/** What no noun phrase runs over, whatever the parse: a comma, a quotation mark, a verb. */
function isBreak(work: Work, i: number): boolean {
  const { at } = work;
  const upos = uposOf(at, i);
  if (upos === "PUNCT") return !/^[-‐‑–'’.]$/.test(formOf(at, i)) && !isBetweenAdjectives(work, i);
  if (upos === "ADP" && /^(?:in|on|by|from|with|after|during|amid)$/i.test(formOf(at, i)))
    return !/^[-‐‑–]$/.test(formOf(at, i - 1)) && !/^[-‐‑–]$/.test(formOf(at, i + 1));
  return (
    upos === "AUX" || upos === "SCONJ" || (upos === "VERB" && !hasLabel(at, i, "amod", "compound"))
  );
}

/** "injured, young and ill detainees" */
const isBetweenAdjectives = (work: Work, i: number): boolean =>
  formOf(work.at, i) === "," &&
  uposOf(work.at, i - 1) === "ADJ" &&
  uposOf(work.at, i + 1) === "ADJ";

const isHedge = (form: string): boolean =>
  /^(?:at|about|around|nearly|almost|some|over|more|up)$/i.test(form);

/** Up to its own "of" phrase, if that is short: "members of the group". */
export function rightOf(work: Work, head: number): number {
  const { at } = work;
  let last = head;
  for (const each of dependents(at, head, "flat", "compound", "fixed", "goeswith", "nmod")) {
    if (each < head) continue;
    if (hasLabel(at, each, "nmod") && prepositionOf(at, each) !== "of") continue;
    const end = subtree(at, each, ...outer).at(-1)!;
    if (end - head <= longest) last = Math.max(last, end);
  }
  for (let i = head + 1; i <= last; i++) if (isBreak(work, i)) return i - 1;
  return last;
}
const longest = 8;

/** Finds or makes the entity of the phrase that token `head` heads. */
export function resolveNominal(work: Work, recent: Recent, head: number, depth = 0): void {
  if (!isNominalHead(work, head)) return;
  const { at } = work;
  const first = leftOf(work, head);
  const last = rightOf(work, head);
  const pair = pairFor(work, recent, head, first);
  const nations = pair === undefined ? rolesOfNations(work, recent, head, first) : undefined;
  const index = pair ?? nations?.index ?? entityFor(work, recent, head, first, depth);
  const span = tokensSpan(at, nations?.first ?? first, Math.max(last, nations?.last ?? last));
  mention(work, index, head, head, head, "nominal", span);
  // Whoever is told of in no other words is told of in these.
  for (const member of nations?.members ?? []) {
    const { mentions } = work.drafts[member]!;
    if (mentions.length === 0) mentions.push({ span, form: "nominal", head, first });
  }
}

/** "met his Somali counterpart": whoever has there the office that the one named before has here. */
function asPeer(work: Work, head: number, first: number, told: Description): Description {
  if (lemma(work, head) !== "counterpart") return told;
  const peer = lastPerson(work, first, isPlural(work.at, head));
  if (!peer || told.sectors.length > 0) return told;
  const why = step("a counterpart is of the same sort", words(tokenSpan(work.at, head)));
  return { ...told, sectors: afterOffice(told.former, peer.sectors), why: [...told.why, why] };
}

function entityFor(work: Work, recent: Recent, head: number, first: number, depth: number): number {
  const deeper = (token: number) => {
    if (depth < deepest) resolveNominal(work, recent, token, depth + 1);
  };
  const told = asPeer(work, head, first, withPeople(work, head, describe(work, head, deeper)));
  const known =
    counted(work, head) ??
    placeNoun(work, head) ??
    bodyNoun(work, head) ??
    spokenOf(work, recent, head, first, told);
  if (known !== undefined) return known;
  const incumbent = incumbentFor(work, head, first, rightOf(work, head), told);
  if (incumbent !== undefined) return incumbent;
  const home = withHome(work, head, first, told);
  const holder = home === told ? undefined : holderFor(work, recent, head, first, home);
  return holder ?? fresh(work, head, first, home);
}
const deepest = 6;

/** "the city of Goma" is Goma. */
function placeNoun(work: Work, head: number): number | undefined {
  const { at } = work;
  if (
    !/^(?:city|town|village|state|province|region|district|port|island|republic|kingdom)$/.test(
      lemma(work, head),
    )
  )
    return undefined;
  if (dependents(at, head, "amod", "compound").length > 0) return undefined;
  const of = dependents(at, head, "nmod").find((each) => prepositionOf(at, each) === "of");
  const named = of === undefined ? undefined : namedAt(work, of);
  const index = named ? work.of[of!]! : -1;
  if (index < 0) return undefined;
  const draft = work.drafts[index]!;
  if (draft.kind === "other" && draft.named) draft.kind = "place";
  return draft.kind === "place" || draft.kind === "state" ? index : undefined;
}

const lemma = (work: Work, token: number): string => lemmaOf(work.at, token).toLowerCase();

/** "Wagner group", "Reuters news agency": the noun only says what the named one is. */
function bodyNoun(work: Work, head: number): number | undefined {
  if (
    !/^(?:group|movement|militia|network|company|firm|agency|newspaper|magazine|militants?)$/.test(
      lemma(work, head),
    )
  )
    return undefined;
  for (const each of dependents(work.at, head, "compound", "amod")) {
    const draft = draftOf(work, each);
    if (draft?.named && (draft.kind === "group" || draft.kind === "organisation"))
      return draft.code.startsWith("IGO") ? undefined : work.of[each]!;
  }
  return undefined;
}

/** Somebody or something new. What a country has one of is the same wherever it is named. */
function fresh(work: Work, head: number, first: number, told: Description): number {
  const { at } = work;
  const isPeer = lemma(work, head) === "counterpart" && told.sectors.length > 0;
  const { role, country, sectors, why } = told;
  const code = codeTold(told, country);
  const plural = isPlural(at, head);
  const unique =
    role !== undefined &&
    country !== undefined &&
    !told.former &&
    !indefinite.test(formOf(at, first)) &&
    (role.role.kind === "organisation" ||
      (role.role.kind === "person" && !plural && role.role.government));
  const key = unique ? roleKey(country, role.role.phrase) : `nominal ${head}`;
  const named = tokensSpan(
    at,
    isArticle(formOf(at, first)) && first < head ? first + 1 : first,
    rightOf(work, head),
  );
  const index = draftUnder(work, key, () => ({
    name: at.text.slice(...named),
    kind: told.isPeople
      ? peopleKind[told.isPeople]
      : kindOf(
          isPeer ? "person" : role?.role.kind,
          plural || collective.test(lemma(work, head)),
          lemma(work, head),
        ),
    country,
    sectors: afterOffice(told.former, sectors),
    ...(code === undefined ? {} : { code }),
    named: false,
    plural:
      told.isPeople === "several" ||
      ((plural || collective.test(lemma(work, head))) && role?.role.kind !== "organisation"),
    gender: genderedNoun(at.lemmas[head] ?? ""),
    why: [step("a description", words(tokenSpan(at, head)), ...why)],
  }));
  if (role && !told.former) work.drafts[index]!.offices.add(role.role.phrase);
  return index;
}

const collective =
  /^(?:family|couple|crowd|crew|team|gang|trio|duo|pair|youth|public|staff|delegation|squad|band|mob)$/;

const isArticle = (form: string): boolean => /^(?:the|an?)$/i.test(form);

const peopleKind = { one: "person", several: "group" } as const;

const kindOf = (kind: RoleKind | undefined, plural: boolean, noun: string): EntityKind => {
  if (noun === "member") return plural ? "group" : "person";
  if (kind === undefined) return "other";
  if (kind === "person") return plural ? "group" : "person";
  return kind;
};

const genderedNoun = (noun: string): "f" | "m" | undefined => {
  if (
    /^(?:\w*woman|girl|mother|wife|daughter|sister|queen|princess|actress|widow|aunt|grandmother|nun|lady)$/i.test(
      noun,
    )
  )
    return "f";
  if (
    /^(?:(?!wo)\w*(?<!wo)man|boy|father|husband|son|brother|king|prince|actor|widower|uncle|grandfather|monk)$/i.test(
      noun,
    )
  )
    return "m";
  return undefined;
};
