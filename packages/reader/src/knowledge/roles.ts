/** What people are called beside their names: roles, titles, given names. */
import type { RowAt } from "../reading/because.ts";
import type { Gender, Role, RoleKind, RoleMatch, Roles, Title } from "./actor.ts";
import { complain, type Desk, isNew, oneOf, sectorsOf, tableOf } from "./checks.ts";
import { folded, PhraseIndex } from "./phrases.ts";
import { alternatives } from "./table.ts";

interface Pattern {
  readonly words: readonly string[];
  /** Which of the words is the head of the phrase. */
  readonly head: number;
  readonly role: Role;
}

/** The head of "ministry of defence" is the word before "of"; of all else, the last word. */
const headOf = (words: readonly string[]): number => {
  const preposition = words.findIndex((each, i) => i > 0 && prepositions.has(each));
  return preposition > 0 ? preposition - 1 : words.length - 1;
};
const prepositions = new Set(["of", "for", "to", "in", "on", "at", "from", "without"]);

export function readRoles(desk: Desk): Roles {
  const all: Role[] = [];
  const byHead = new Map<string, Pattern[]>();
  const seen = new Map<string, RowAt>();
  const columns = ["roles", "sectors", "kind", "government", "note"] as const;
  for (const { roles, sectors: cell, kind, government, note, at } of tableOf(
    desk,
    "actors/roles.tsv",
    columns,
  )) {
    const shared = {
      sectors: sectorsOf(desk, cell, at),
      kind: oneOf<RoleKind>(desk, kind, ["person", "group", "organisation"], at),
      government: oneOf(desk, government, ["no", "yes"], at) === "yes",
      note,
      at,
    };
    for (const phrase of alternatives(roles)) {
      if (phrase !== phrase.toLowerCase())
        complain(desk, at, `"${phrase}" has capitals; write roles in lower case`);
      if (!isNew(desk, seen, phrase, at)) continue;
      const role: Role = { phrase, ...shared };
      all.push(role);
      addPattern(byHead, role);
    }
  }
  for (const patterns of byHead.values()) patterns.sort((a, b) => b.words.length - a.words.length);
  return { all, at: (lemmas, forms, head) => roleAt(byHead, lemmas, forms, head) };
}

function addPattern(byHead: Map<string, Pattern[]>, role: Role): void {
  const words = role.phrase.split(/\s+/);
  const head = headOf(words);
  const others = byHead.get(words[head]!) ?? [];
  others.push({ words, head, role });
  byHead.set(words[head]!, others);
}

function roleAt(
  byHead: ReadonlyMap<string, readonly Pattern[]>,
  lemmas: readonly string[],
  forms: readonly string[],
  head: number,
): RoleMatch | undefined {
  const written = forms[head]?.toLowerCase() ?? "";
  // "ex-minister" is looked up as it stands, then as "minister"; who describes it sees the "ex-".
  const form = byHead.has(written) ? written : written.replace(/^ex[-‐‑]/, "");
  const lemma = lemmas[head]?.toLowerCase() ?? form;
  const meets = ({ words, head: at }: Pattern): boolean =>
    words.every((word, i) => {
      const token = head - at + i;
      return (
        token >= 0 &&
        (word === lemmas[token]?.toLowerCase() ||
          word === (token === head ? form : forms[token]?.toLowerCase()))
      );
    });
  // The form goes first: "forces" is a role where "force" is none.
  const [byForm, byLemma] = [form, lemma].map((key) => byHead.get(key)?.find(meets));
  const longer = (byLemma?.words.length ?? 0) > (byForm?.words.length ?? 0) ? byLemma : byForm;
  if (!longer) return undefined;
  const first = head - longer.head;
  return { role: longer.role, first, last: first + longer.words.length - 1 };
}

export function readTitles(desk: Desk): PhraseIndex<Title> {
  const index = new PhraseIndex<Title>();
  const seen = new Map<string, RowAt>();
  for (const { titles, sectors, gender, at } of tableOf(desk, "actors/titles.tsv", [
    "titles",
    "sectors",
    "gender",
  ])) {
    const known = sectorsOf(desk, sectors, at);
    const sex =
      gender === "" ? {} : { gender: oneOf<Gender>(desk, gender, ["f", "m", "both"], at) };
    for (const title of alternatives(titles))
      if (isNew(desk, seen, title, at)) index.add(title, { title, sectors: known, ...sex, at });
  }
  return index;
}

export function readGivenNames(desk: Desk): ReadonlyMap<string, Gender> {
  const names = new Map<string, Gender>();
  const seen = new Map<string, RowAt>();
  for (const { name, gender, at } of tableOf(desk, "actors/given-names.tsv", ["name", "gender"])) {
    const key = folded(name);
    if (isNew(desk, seen, key, at))
      names.set(key, oneOf<Gender>(desk, gender, ["f", "m", "both"], at));
  }
  return names;
}
