/**
 * One of each of several nations: "the Russian and American presidents", "the leaders of Chile and
 * Peru", "Kenyan, Ethiopian officials". The nations are read off the words in their order, since
 * parsers often hang the second of two names by the wrong word.
 */
import type { Role } from "../../knowledge/actor.ts";
import { withCountryCode } from "../../knowledge/codes.ts";
import { step, words } from "../../reading/because.ts";
import { formOf, isAbove, tokensSpan } from "../../reading/syntax.ts";
import { incumbentNamed } from "./incumbents.ts";
import { holderOf } from "./offices.ts";
import { groupOf } from "./pairs.ts";
import type { Recent } from "./recent.ts";
import { draftOf, draftUnder, isPlural, namedAt, sentenceStart, type Work } from "./work.ts";

export interface OfNations {
  readonly members: readonly number[];
  /** The entity that stands for all of them. */
  readonly index: number;
  /** Tokens that the mention takes in, inclusive. */
  readonly first: number;
  readonly last: number;
}

interface Nations {
  readonly drafts: readonly number[];
  readonly first: number;
  readonly last: number;
}

export function rolesOfNations(
  work: Work,
  recent: Recent,
  head: number,
  first: number,
): OfNations | undefined {
  const { at, actors } = work;
  if (!isPlural(at, head)) return undefined;
  const found = actors.roles.at(at.lemmas, at.tokens.form, head);
  if (!found) return undefined;
  const nations =
    nationsBefore(work, Math.min(first, found.first), head) ?? nationsBehind(work, found.last);
  if (!nations) return undefined;
  const members = nations.drafts.map((nation) => memberOf(work, recent, nation, found.role, head));
  return {
    members,
    index: groupOf(work, members, `"${found.role.phrase}" of each nation`, head),
    first: Math.min(first, nations.first),
    last: nations.last,
  };
}

/** "Russian and American", "Kenyan, Ethiopian", "Senate and House", all before the noun. */
function nationsBefore(work: Work, first: number, head: number): Nations | undefined {
  const { at } = work;
  const start = sentenceStart(at, head);
  let from = first;
  while (isNation(work, from) && isJoint(work, from - 1) && from - 2 >= start) {
    const before = namedAt(work, from - 2);
    if (!before?.demonyms.some((each) => each.adjective) && !isAttached(work, from, head)) break;
    from = before?.first ?? from - 2;
  }
  const drafts = new Set<number>();
  for (let i = from; i < head; i++) if (isNation(work, i)) drafts.add(work.of[i]!);
  return drafts.size < 2 ? undefined : { drafts: [...drafts], first: from, last: head };
}

/** "of Chile and Peru", "of Egypt, Jordan and the Sudan", straight behind the noun. */
function nationsBehind(work: Work, head: number): Nations | undefined {
  const { at } = work;
  const end = at.tokens.first[at.tokens.sentence[head]! + 1]!;
  const drafts = new Set<number>();
  let last = head;
  let i = head + 1;
  if (!/^(?:of|from)$/i.test(formOf(at, i))) return undefined;
  for (i++; i < end; i++) {
    if (/^the$/i.test(formOf(at, i))) i++;
    const name = namedAt(work, i);
    if (!name || !isNation(work, i) || name.demonyms.length > 0) break;
    drafts.add(work.of[i]!);
    last = name.last;
    i = last + 1;
    if (formOf(at, i) === "," && /^and$/i.test(formOf(at, i + 1))) i++;
    if (!isJoint(work, i)) break;
  }
  return drafts.size < 2 ? undefined : { drafts: [...drafts], first: head, last };
}

const isNation = (work: Work, token: number): boolean => {
  const draft = draftOf(work, token);
  return draft?.kind === "state" || (draft?.kind === "organisation" && draft.named);
};

/** Names by an "and" belong to the noun only where the tree hangs the first of them below it. */
const isAttached = (work: Work, second: number, head: number): boolean =>
  /^(?:and|&)$/i.test(formOf(work.at, second - 1)) &&
  isNation(work, second - 2) &&
  isAbove(work.at, head, second - 2);

const isJoint = (work: Work, token: number): boolean =>
  /^(?:,|and|&)$/i.test(formOf(work.at, token));

/** Of these a nation has one that its word names, so that each member is one person. */
const single =
  /(?:president|minister|leader|premier|chancellor|king|queen|emir|sultan|monarch|secretary|ambassador|envoy|speaker|head|chief)$/;

/** The one of a nation: whoever holds the office, or a new one. */
function memberOf(
  work: Work,
  recent: Recent,
  nation: number,
  { phrase, sectors, kind, code }: Role,
  head: number,
): number {
  const { country, name, code: own } = work.drafts[nation]!;
  const one = kind === "person" && single.test(phrase);
  const holder = one ? holderOf(work, recent, phrase, country) : undefined;
  const incumbent = one && country ? incumbentNamed(work, country, phrase, head) : undefined;
  return (
    holder ??
    incumbent ??
    draftUnder(work, `role ${country ?? name} ${one ? "" : "many "}${phrase}`, () => ({
      name: one || kind === "organisation" ? `${phrase} of ${name}` : manyOf(work, head, name),
      kind: one ? "person" : kind === "person" ? "group" : kind,
      country,
      sectors,
      ...(code ? { code: withCountryCode(country, code) } : {}),
      ...(!code && country === undefined ? { code: own } : {}),
      named: false,
      plural: !one && kind !== "organisation",
      why: [step("one of each nation", words(tokensSpan(work.at, head, head)))],
    }))
  );
}

/** "soldiers of Thailand" */
const manyOf = (work: Work, head: number, nation: string): string =>
  `${formOf(work.at, head).toLowerCase()} of ${nation}`;
