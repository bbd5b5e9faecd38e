/** Which word lists each word is on: what the name model sees beside the words themselves. */
import type { Actors } from "../../knowledge/actors.ts";
import { folded } from "../../knowledge/phrases.ts";
import { mayBeCapital } from "../../model/words.ts";
import { type Units, unitKinds } from "./units.ts";

/** Common nouns by the sort of name they are found in or beside; by name of the list. */
export type WordLists = Readonly<Record<string, string>>;

const bit = (place: number): number => 1 << place;
const givenName = bit(0);
const familyName = bit(1);
const title = bit(2);
/** Names of the familiar: the first word, the words after it. */
const organisation = [bit(3), bit(4)] as const;
const place = [bit(5), bit(6)] as const;
const firstList = 7;
const mostLists = 8;
/** Names that the tables know, by kind. */
const firstKind = firstList + mostLists;

/** How many bits there are. */
export const listBitCount = firstKind + unitKinds.length;

/** The bits of each word, in lower case, of the lists of a model. Throws when they are too many. */
export function listBits(lists: WordLists): ReadonlyMap<string, number> {
  const all = Object.values(lists);
  if (all.length > mostLists)
    throw new Error(`${all.length} word lists are more than ${mostLists}; join some`);
  const bits = new Map<string, number>();
  all.forEach((words, k) => {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | bit(firstList + k));
  });
  return bits;
}

/** For each unit the lists it is on, as bits. */
export function listsOf(
  units: Units,
  actors: Actors,
  bits: ReadonlyMap<string, number>,
): Int32Array {
  const { form, kind, first } = units;
  const lists = new Int32Array(units.count);
  for (let u = 0; u < units.count; u++)
    lists[u] = kind[u] === 0 ? listsOfWord(actors, bits, form[u]!) : bit(firstKind + kind[u]!);
  for (let s = 0; s + 1 < first.length; s++)
    markFamiliar(actors, units, first[s]!, first[s + 1]!, lists);
  return lists;
}

function listsOfWord(actors: Actors, bits: ReadonlyMap<string, number>, form: string): number {
  const common = bits.get(form.toLowerCase()) ?? 0;
  if (!mayBeCapital(form)) return common;
  const key = folded(form);
  return (
    common |
    (actors.givenNames.has(key) ? givenName : 0) |
    (actors.familiar.surnames.has(key) ? familyName : 0) |
    (actors.titles.find([form], 0, 1).length > 0 ? title : 0)
  );
}

/** Marks the words of familiar names; what begins with a known name is left to that. */
function markFamiliar(
  actors: Actors,
  { form, kind }: Units,
  from: number,
  to: number,
  lists: Int32Array,
): void {
  for (let u = from; u < to; u++) {
    if (kind[u] !== 0 || !mayBeCapital(form[u]!)) continue;
    for (const { length, value } of actors.familiar.names.find(form, u, to)) {
      const [opens, goesOn] = value === "organisation" ? organisation : place;
      lists[u]! |= opens;
      for (let k = 1; k < length; k++) lists[u + k]! |= goesOn;
    }
  }
}
