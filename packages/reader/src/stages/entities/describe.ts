/**
 * What a description says of somebody: "Kremlin aide", "the Israeli military's chief of staff",
 * "police in Lima". The role gives the sector; demonyms, possessors and "of" give the country.
 */
import type { RoleMatch } from "../../knowledge/actor.ts";
import { withCountryCode } from "../../knowledge/codes.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import {
  dependents,
  formOf,
  hasLabel,
  prepositionOf,
  tokensSpan,
  uposOf,
} from "../../reading/syntax.ts";
import { type Draft, draftOf, namedAt, sentenceStart, type Work } from "./work.ts";

export interface Description {
  readonly country?: string;
  readonly sectors: readonly string[];
  /** An organisation's own code ("IGO UN"), where it is not made of country and sectors. */
  readonly code?: string;
  /** The code of an own dictionary's agent: "~COP". */
  readonly agent?: string;
  readonly role?: RoleMatch;
  readonly former: boolean;
  /** No words say who, but they are people. */
  readonly isPeople?: "one" | "several";
  readonly why: readonly Because[];
}

/** The code that a description gives, where it is more than a country and sectors. */
export function codeTold(
  { code, agent, former }: Description,
  country: string | undefined,
): string | undefined {
  if (agent !== undefined && !former) return withCountryCode(country, agent);
  return country === undefined ? code : undefined;
}

/** Nouns that only count or gather what their "of" names. */
const gathers =
  /^(?:thousand|hundred|million|dozen|score|number|group|majority|minority|handful|pair|couple|crowd|series|team|member|rest|ten|part|lot|plenty|one|two|three|some|many|most|several|few|both|none|each|half|all|any)$/;
const after = /^(?:of|for|from|with|at|to|in)$/;

/** Roles that say nothing of the sector where something beside them does: "party official". */
const isPerson = (role: RoleMatch | undefined): boolean => role?.role.kind === "person";

/** Whoever these are to somebody, they are not of his: "Iran's neighbours". */
const otherSide =
  /^(?:neighbou?r|ally|rival|enemy|foe|adversary|opponent|partner|critic|counterpart|competitor)$/;

interface Found {
  country: string | undefined;
  sectors: readonly string[];
  code: string | undefined;
  /** A named body is in it of which nothing is known but the name. */
  ofUnknown: boolean;
  readonly why: Because[];
}

/**
 * Reads the words around a noun. `resolve` finds the entity of a noun not yet looked at; every word
 * since token `from` is taken to belong, whatever the tree says.
 */
export function describe(
  work: Work,
  head: number,
  resolve: (token: number) => void,
  from = head,
): Description {
  const { at, actors } = work;
  const role = actors.roles.at(at.lemmas, at.tokens.form, head);
  const first = role ? Math.min(role.first, head) : head;
  const last = role ? Math.max(role.last, head) : head;
  const found: Found = {
    country: undefined,
    sectors: [],
    code: undefined,
    ofUnknown: false,
    why: [],
  };
  const others = otherSide.test(at.lemmas[head]?.toLowerCase() ?? "");
  const near = modifiers(work, head, first, last, from).filter(
    (each) => !(others && hasLabel(at, each, "nmod:poss")),
  );
  if (!ofSeveral(work, near))
    for (const each of near) takeModifier(work, found, each, role, resolve);
  for (const each of dependents(at, head, "nmod"))
    if (each > head && !others) takeComplement(work, found, each, head, role, resolve);
  const ofBody = found.ofUnknown && role !== undefined && ofAnyBody.test(role.role.phrase);
  const own = role && found.sectors.length === 0 && !ofBody ? role.role.sectors : found.sectors;
  const why = [
    ...(role ? [step(`the role "${role.role.phrase}"`, row(role.role.at))] : []),
    ...found.why,
  ];
  return {
    ...(found.country === undefined ? {} : { country: found.country }),
    sectors: own,
    ...(found.code === undefined ? {} : { code: found.code }),
    ...(own === role?.role.sectors && role.role.code ? { agent: role.role.code } : {}),
    ...(role ? { role } : {}),
    former: isFormer(work, near, from, first, head),
    why,
  };
}

/** Offices that bodies of all sorts have: a spokesman of who knows whom speaks for no government. */
const ofAnyBody =
  /^(?:(?:chief )?spokes\w+|press secretary|(?:vice |deputy )?(?:president|leader)|(?:senior |top )?official|representative|negotiator|(?:deputy |executive |managing )?director|director[ -]general|secretary[ -]general|chairman|chairwoman|chairperson|chair)$/;

/** "former Malawian president", "ex-general": the tree may hang "former" by the name instead. */
function isFormer(
  { at }: Work,
  near: readonly number[],
  from: number,
  first: number,
  head: number,
): boolean {
  const between = Array.from({ length: Math.max(0, first - from) }, (_, k) => from + k);
  return (
    [...near, ...between].some((each) => formers.test(formOf(at, each))) ||
    /^ex[-‐‑]/i.test(formOf(at, head))
  );
}
const formers = /^(?:former|ex|late|ousted|exiled|deposed|erstwhile|retired|onetime|one-time)$/i;

/** Sectors that somebody leaves with the office: who held one is of the elite. */
const offices: ReadonlySet<string> = new Set(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"]);

/** What is left of an office: "a former minister" speaks for no government. */
export const afterOffice = (former: boolean, sectors: readonly string[]): readonly string[] =>
  former && sectors.some((each) => offices.has(each)) ? ["ELI"] : sectors;

/** The words before a noun or its role phrase that say whose or of what sort it is. */
function modifiers(work: Work, head: number, first: number, last: number, from: number): number[] {
  const { at } = work;
  const found: number[] = [];
  for (let i = first; i <= last; i++)
    for (const each of dependents(at, i, "amod", "compound", "nmod:poss", "nmod:desc", "flat"))
      if (each < first) found.push(each, ...dependents(at, each, "compound", "amod", "conj"));
  // A parse that loses the word just before a role ("US officials") is put right here.
  const before = first - 1;
  if (
    before >= sentenceStart(at, head) &&
    work.of[before]! >= 0 &&
    !found.includes(before) &&
    !hasLabel(at, before, "nsubj", "obj", "obl", "conj", "root", "appos")
  )
    found.push(before);
  for (let i = from; i < first; i++) if (work.of[i]! >= 0) found.push(i);
  return [...new Set(found)].filter((each) => each < first).sort((a, b) => b - a);
}

/** "Israeli and American provocations" are of no one country. */
function ofSeveral(work: Work, near: readonly number[]): boolean {
  const states = near.filter((each) => draftOf(work, each)?.kind === "state");
  return (
    new Set(states.map((each) => work.of[each])).size > 1 &&
    states.some((each) => hasLabel(work.at, each, "conj"))
  );
}

function takeModifier(
  work: Work,
  found: Found,
  token: number,
  role: RoleMatch | undefined,
  resolve: (token: number) => void,
): void {
  const { at, actors } = work;
  if (work.of[token]! < 0 && hasLabel(at, token, "nmod:poss")) resolve(token);
  const owner = draftOf(work, token);
  // "Lima-based" says where somebody works, not whose he is.
  const base = namedAt(work, token)?.last ?? token;
  if (/^[-‐‑–]$/.test(formOf(at, base + 1)) && /^(?:based|born)$/i.test(formOf(at, base + 2)))
    return;
  if (owner) {
    takeOwner(found, owner, role, work, token);
    return;
  }
  const own = actors.roles.at(at.lemmas, at.tokens.form, token);
  if (!own || own.role.sectors.length === 0 || found.sectors.length > 0) return;
  // "an official announcement" is nobody's, "suspected militants" are militants; "military", "rebel" do say whose.
  if (own.role.kind === "person" && /^(?:ADJ|VERB)$/.test(uposOf(at, token))) return;
  found.sectors = own.role.sectors;
  found.why.push(step(`"${formOf(at, token)}" says of what sort`, row(own.role.at)));
}

function takeOwner(
  found: Found,
  owner: Draft,
  role: RoleMatch | undefined,
  work: Work,
  token: number,
): void {
  const name = namedAt(work, token);
  const span = tokensSpan(work.at, name?.first ?? token, name?.last ?? token);
  const said = work.at.text.slice(...span);
  const evidence = words(span);
  if (found.country === undefined && owner.country !== undefined) {
    found.country = owner.country;
    found.why.push(step(`"${said}": of ${owner.name}`, evidence, ...owner.why.slice(0, 1)));
  }
  const shares = owner.kind === "organisation" || owner.kind === "group" || owner.kind === "person";
  const isBody = owner.named && owner.kind !== "person" && owner.kind !== "state";
  if (isBody && (shares || owner.kind === "other") && owner.sectors.length === 0)
    found.ofUnknown ||= owner.code === (owner.country ?? "");
  if (!shares || owner.sectors.length + owner.code.length === 0) return;
  if (found.sectors.length > 0 || !(isPerson(role) || role === undefined)) return;
  // "Hamas leader": the organisation's sector; "the president's lawyer" keeps the lawyer's.
  if (owner.kind === "person" && (role?.role.sectors.length ?? 0) > 0) return;
  found.sectors = owner.sectors;
  if (owner.country === undefined) found.code = owner.code;
  found.why.push(step(`belongs to ${owner.name}`, evidence, ...owner.why.slice(0, 1)));
}

/** "president of Iran", "spokesman for the army", "thousands of protesters", "police in Lima". */
function takeComplement(
  work: Work,
  found: Found,
  token: number,
  head: number,
  role: RoleMatch | undefined,
  resolve: (token: number) => void,
): void {
  const { at } = work;
  const preposition = prepositionOf(at, token);
  if (!after.test(preposition)) return;
  if (role && token <= role.last) return;
  const lemma = (at.lemmas[head] ?? "").toLowerCase();
  const transparent =
    (preposition === "of" && gathers.test(lemma)) || (preposition === "from" && lemma === "member");
  if (!transparent && !role) return;
  resolve(token);
  const whole = draftOf(work, token);
  if (!whole) return;
  if (preposition === "to" || preposition === "with" || preposition === "at")
    if (whole.kind === "state" || whole.kind === "place") return;
  if (preposition === "in" && whole.kind !== "place" && whole.kind !== "state") return;
  if (transparent && found.sectors.length === 0 && whole.sectors.length > 0) {
    found.sectors = whole.sectors;
    found.why.push(step(`"${lemma} of"`, ...whole.why.slice(0, 2)));
  }
  takeOwner(found, whole, role, work, token);
}
