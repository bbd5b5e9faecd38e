/** Phrases that stand for several at once: "the two leaders", "the Russian and US presidents". */
import { step, words } from "../../reading/because.ts";
import { dependents, formOf, lemmaOf, tokenSpan } from "../../reading/syntax.ts";
import { holds } from "./offices.ts";
import type { Recent, Together } from "./recent.ts";
import { type Draft, draftUnder, isPlural, type Work } from "./work.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const forStates = set(
  "country nation state side government neighbour neighbor capital power foe rival ally adversary party people",
);
const forAnyone = set(
  "man woman side suspect rival friend person politician candidate party lawmaker official",
);
const counts: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4, five: 5 };

/** The entity that stands for several others. */
export function groupOf(
  work: Work,
  members: readonly number[],
  why: string,
  token: number,
): number {
  const single = members.flatMap((each) => work.drafts[each]!.members ?? [each]);
  const ordered = [...new Set(single)].sort((a, b) => a - b);
  if (ordered.length === 1) return ordered[0]!;
  const drafts = ordered.map((each) => work.drafts[each]!);
  const countries = new Set(drafts.map((each) => each.country));
  const shared = drafts[0]!.sectors.filter((sector) =>
    drafts.every((each) => each.sectors.includes(sector)),
  );
  const index = draftUnder(work, `group ${ordered.join("+")}`, () => ({
    name: "",
    kind: "group",
    country: countries.size === 1 ? [...countries][0] : undefined,
    sectors: shared,
    plural: true,
    why: [step(why, words(tokenSpan(work.at, token)))],
  }));
  work.drafts[index]!.members = ordered;
  return index;
}

/** "the two leaders": who were last told of together and fit the word. */
export function pairFor(
  work: Work,
  recent: Recent,
  head: number,
  first: number,
): number | undefined {
  const { at } = work;
  const noun = lemmaOf(at, head).toLowerCase();
  const wanted = countOf(work, head, first, noun);
  if (wanted === undefined) return undefined;
  const found = lastTogether(work, recent, wanted, (draft) => mayBe(draft, noun));
  return found && groupOf(work, found.members, "those told of together", head);
}

function countOf(work: Work, head: number, first: number, noun: string): number | undefined {
  const { at } = work;
  if (noun === "both") return 2;
  if (/^(?:pair|duo)$/.test(noun) && formOf(at, first).toLowerCase() === "the") return 2;
  if (!isPlural(at, head)) return undefined;
  const number = dependents(at, head, "nummod", "det", "det:predet").find(
    (each) => counts[formOf(at, each).toLowerCase()] !== undefined,
  );
  if (number === undefined) return undefined;
  const definite = /^(?:the|these|those|both|their)$/i.test(formOf(at, first));
  return definite ? counts[formOf(at, number).toLowerCase()] : undefined;
}

function mayBe(draft: Draft, noun: string): boolean {
  if (draft.plural) return false;
  if (noun === "both" || noun === "pair" || noun === "duo")
    return draft.named && (draft.kind === "person" || draft.kind === "state");
  if (draft.kind === "state" && forStates.has(noun)) return true;
  if (draft.kind === "person")
    return holds(draft.offices, noun) || (forAnyone.has(noun) && draft.named);
  return (
    (draft.kind === "organisation" || draft.kind === "group") &&
    (noun === "side" || noun === "group" || noun === "party" || noun === "organisation")
  );
}

const reach = 60;

export function lastTogether(
  work: Work,
  recent: Recent,
  wanted: number,
  fits: (draft: Draft) => boolean,
): Together | undefined {
  const ok = (each: Together): boolean =>
    new Set(each.members).size === wanted && each.members.every((k) => fits(work.drafts[k]!));
  const near = recent.together.slice(-reach);
  return near.findLast((each) => each.coordinated && ok(each)) ?? near.findLast((each) => ok(each));
}
