/**
 * One report speaks of one world: the same string is the same kind of thing throughout, a surname
 * that was met in a full name is that person's, and a name that was recognised once is one wherever
 * it stands again.
 */
import { type Because, step } from "../../reading/because.ts";
import type { Draft, NameKind } from "./draft.ts";
import type { Units } from "./units.ts";

type Evidence = Map<string, { kind: NameKind; weight: number; from: Because }>;

export function consistent(
  drafts: readonly Draft[],
  forms: readonly string[],
  first: Int32Array,
  units: Units,
): Draft[] {
  const agreed = kindsByString(drafts, forms);
  const people = { surnames: surnamesOf(drafts, forms), alone: aloneOf(drafts, forms) };
  const settled = drafts.map((each) => settle(each, forms, agreed, people));
  return [...settled, ...repeated(settled, forms, first, units)].sort((a, b) => a.first - b.first);
}

const keyOf = (
  forms: readonly string[],
  { first, last }: { first: number; last: number },
): string => forms.slice(first, last + 1).join(" ");

/** For each string the kind with the most weight behind it. */
function kindsByString(drafts: readonly Draft[], forms: readonly string[]): Evidence {
  const weights = new Map<string, Map<NameKind, { weight: number; from: Because }>>();
  for (const each of drafts) {
    const key = keyOf(forms, each);
    const kinds = weights.get(key) ?? new Map();
    weights.set(key, kinds);
    const before = kinds.get(each.kind);
    const weight = (before?.weight ?? 0) + (each.sure ? 1000 : each.margin + 1);
    kinds.set(each.kind, { weight, from: before?.from ?? each.why });
  }
  const agreed: Evidence = new Map();
  for (const [key, kinds] of weights) {
    const [best] = [...kinds].sort((a, b) => b[1].weight - a[1].weight);
    agreed.set(key, { kind: best![0], ...best![1] });
  }
  return agreed;
}

/** The last words of people's full names. */
function surnamesOf(drafts: readonly Draft[], forms: readonly string[]): Map<string, Draft> {
  const surnames = new Map<string, Draft>();
  for (const each of drafts) {
    const form = forms[each.last]!;
    if (each.kind === "PER" && each.last > each.first && form.length > 2 && /^\p{Lu}/u.test(form))
      if (!surnames.has(form)) surnames.set(form, each);
  }
  return surnames;
}

/** People who are named by one word. */
function aloneOf(drafts: readonly Draft[], forms: readonly string[]): Map<string, Draft> {
  const single = drafts.filter(({ first, last, kind }) => kind === "PER" && first === last);
  return new Map(single.map((each) => [forms[each.first]!, each]));
}

interface People {
  /** By the last word of a full name. */
  readonly surnames: ReadonlyMap<string, Draft>;
  /** By the one word. */
  readonly alone: ReadonlyMap<string, Draft>;
}

function settle(
  draft: Draft,
  forms: readonly string[],
  agreed: Evidence,
  { surnames, alone }: People,
): Draft {
  if (draft.sure) return draft;
  const single = draft.first === draft.last;
  const person = single ? surnames.get(forms[draft.first]!) : undefined;
  if (person && draft.kind !== "PER") {
    const why = step("the last word of a person's full name in this report", person.why);
    return { ...draft, kind: "PER", why };
  }
  const surname = single || draft.kind !== "LOC" ? undefined : alone.get(forms[draft.last]!);
  if (surname) {
    const why = step("its last word alone names a person in this report", surname.why);
    return { ...draft, kind: "PER", why };
  }
  const best = agreed.get(keyOf(forms, draft));
  if (!best || best.kind === draft.kind || person) return draft;
  const why = step("the same words are this kind of name elsewhere in this report", best.from);
  return { ...draft, kind: best.kind, why };
}

interface Seen {
  readonly words: readonly string[];
  readonly draft: Draft;
}

/** Strings that were names, where they stand again unrecognised. */
function repeated(
  drafts: readonly Draft[],
  forms: readonly string[],
  first: Int32Array,
  units: Units,
): Draft[] {
  const taken = new Uint8Array(forms.length);
  for (const each of drafts) taken.fill(1, each.first, each.last + 1);
  for (let u = 0; u < units.count; u++)
    if (units.kind[u] !== 0) taken.fill(1, units.token[u]!, units.token[u + 1]!);
  const byFirst = seenByFirst(drafts, forms);
  const found: Draft[] = [];
  for (let s = 0; s + 1 < first.length; s++) {
    for (let i = first[s]!; i < first[s + 1]!; i++) {
      const seen = byFirst
        .get(forms[i]!)
        ?.find(({ words }) => standsFree(words, forms, taken, i, first[s + 1]!));
      if (!seen) continue;
      const last = i + seen.words.length - 1;
      const why = step("the same words are a name elsewhere in this report", seen.draft.why);
      found.push({ ...seen.draft, first: i, last, sure: false, why });
      i = last;
    }
  }
  return found;
}

/** Names that are surely names by their looks, the longest first. */
function seenByFirst(drafts: readonly Draft[], forms: readonly string[]): Map<string, Seen[]> {
  const byFirst = new Map<string, Seen[]>();
  const known = new Set<string>();
  const add = (words: readonly string[], draft: Draft): void => {
    const key = words.join(" ");
    if (known.has(key) || !/^\p{Lu}/u.test(words[0]!) || key.length < 3) return;
    known.add(key);
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), { words, draft }]);
  };
  for (const each of drafts) {
    add(forms.slice(each.first, each.last + 1), each);
    if (each.kind === "PER" && each.last > each.first) add([forms[each.last]!], each);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

function standsFree(
  words: readonly string[],
  forms: readonly string[],
  taken: Uint8Array,
  at: number,
  end: number,
): boolean {
  if (at + words.length > end) return false;
  return words.every((word, k) => forms[at + k] === word && taken[at + k] === 0);
}
