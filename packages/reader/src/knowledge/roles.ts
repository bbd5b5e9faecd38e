/** What people are called beside their names: roles, titles, given names. */
import type { RowAt } from "../reading/because.ts";
import type { Gender, Role, RoleKind, RoleMatch, Roles, Title } from "./actor.ts";
import { type Desk, isNew, oneOf, sectorsOf, switchedOff, tableOf } from "./checks.ts";
import type { Codes } from "./codes.ts";
import { folded, PhraseIndex } from "./phrases.ts";
import { alternatives, type TableRow } from "./table.ts";

interface Pattern {
  readonly words: readonly string[];
  /** Which of the words is the head of the phrase. */
  readonly head: number;
  readonly role: Role;
}

/** The head of "ministry of defence" is the word before "of"; of all else, the last word. */
const headOf = (words: readonly string[]): number => {
  const preposition = words.findIndex((each, i) => i > 0 && prepositions.has(each));
  if (preposition < 1) return words.length - 1;
  return words[preposition - 1] === "-" ? preposition - 2 : preposition - 1;
};

/** Behind these parsers take either word for the head: "attorney general", "president-elect". */
const behindHead = /^(?:general|elect|designate)$/;

/** The words as a tokenizer cuts them: "farmers' union" is three, "vice-president" three or one. */
const cutWords = (phrase: string): string[] =>
  phrase
    .split(/\s+/)
    .flatMap((word) => word.replace(/['’]s?$/, " 's").split(" "))
    .flatMap((word) => word.split(/(-)/));
const prepositions = new Set(["of", "for", "to", "in", "on", "at", "from", "without"]);

/** The columns of `actors/roles.tsv`; own tables may have `code`, that of an agent: "~COP". */
export const roleColumns = [
  "roles",
  "sectors",
  "kind",
  "government",
  "note",
  "code",
  "example",
] as const;
const ownRoleColumns = ["code", "example"] as const;
type RoleRow = TableRow<(typeof roleColumns)[number]>;

const roleKinds: readonly RoleKind[] = ["person", "group", "organisation"];

/** Kind and government by phrase and by head, of the rows that say it: for those that do not. */
function kindsOf(rows: readonly RoleRow[]): (phrase: string) => Pick<Role, "kind" | "government"> {
  const byPhrase = new Map<string, Pick<Role, "kind" | "government">>();
  for (const { roles, kind, government } of rows) {
    const known = roleKinds.find((each) => each === kind);
    if (!known) continue;
    const found = { kind: known, government: government === "yes" };
    for (const phrase of alternatives(roles))
      if (!byPhrase.has(phrase)) byPhrase.set(phrase, found);
  }
  return (phrase) => {
    const words = phrase.split(" ");
    const same = byPhrase.get(phrase);
    const head = byPhrase.get(words[headOf(words)]!);
    return same ?? { kind: head?.kind ?? "person", government: false };
  };
}

export function readRoles(desk: Desk, codes: Codes): Roles {
  const all: Role[] = [];
  const byHead = new Map<string, Pattern[]>();
  const seen = new Map<string, RowAt>();
  const rows = tableOf(desk, "actors/roles.tsv", roleColumns, ownRoleColumns);
  const kindOf = kindsOf(rows);
  for (const { roles, sectors: cell, kind, government, note, code, example, at } of rows) {
    const off = at.own === true && kind === switchedOff;
    const told = off || (at.own === true && kind === "");
    const shared = {
      sectors: cell === "" && code !== "" ? codes(code).sectors : sectorsOf(desk, cell, at),
      ...(code === "" ? {} : { code }),
      kind: told ? "person" : oneOf<RoleKind>(desk, kind, roleKinds, at),
      government: told ? false : oneOf(desk, government, ["no", "yes"], at) === "yes",
      note,
      ...(example === "" ? {} : { example }),
      at,
    };
    for (const phrase of alternatives(roles)) {
      if (!isNew(desk, seen, phrase, at) || off) continue;
      const role: Role = {
        phrase: phrase.toLowerCase(),
        ...shared,
        ...(told ? kindOf(phrase) : {}),
      };
      all.push(role);
      addPattern(byHead, phrase, role);
    }
  }
  for (const patterns of byHead.values()) patterns.sort((a, b) => b.words.length - a.words.length);
  return { all, at: (lemmas, forms, head) => roleAt(byHead, lemmas, forms, head) };
}

function addPattern(byHead: Map<string, Pattern[]>, phrase: string, role: Role): void {
  const written = phrase.split(/\s+/);
  const cut = cutWords(phrase);
  const ways = cut.length === written.length ? [written] : [written, cut];
  for (const words of ways) {
    const last = words.length - 1;
    const heads = new Set([headOf(words)]);
    if (last > 0 && behindHead.test(words[last]!))
      heads.add(words[last - 1] === "-" ? last - 2 : last - 1);
    for (const head of heads) {
      const key = words[head]!.toLowerCase();
      const others = byHead.get(key) ?? [];
      others.push({ words, head, role });
      byHead.set(key, others);
    }
  }
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
      // "the West" is a role, "west" a direction.
      if (word !== word.toLowerCase()) return word === forms[token];
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
    const off = at.own === true && sectors === switchedOff;
    const known = off ? [] : sectorsOf(desk, sectors, at);
    const sex =
      gender === "" ? {} : { gender: oneOf<Gender>(desk, gender, ["f", "m", "both"], at) };
    for (const title of alternatives(titles))
      if (isNew(desk, seen, title, at) && !off)
        index.add(title, { title, sectors: known, ...sex, at });
  }
  return index;
}

export function readGivenNames(desk: Desk): ReadonlyMap<string, Gender> {
  const names = new Map<string, Gender>();
  const seen = new Map<string, RowAt>();
  for (const { name, gender, at } of tableOf(desk, "actors/given-names.tsv", ["name", "gender"])) {
    const key = folded(name);
    if (isNew(desk, seen, key, at) && !(at.own && gender === switchedOff))
      names.set(key, oneOf<Gender>(desk, gender, ["f", "m", "both"], at));
  }
  return names;
}
