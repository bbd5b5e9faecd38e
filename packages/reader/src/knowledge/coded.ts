/**
 * `actors/coded.tsv`: names with the code that a dictionary gives them, for some time or always. Only
 * own dictionaries have this table; files of PETRARCH and TABARI are read into it.
 */
import type { RowAt } from "../reading/because.ts";
import type { Actor, ActorKind, Gender, Title } from "./actor.ts";
import { complain, type Desk, dateOf, namesOf, oneOf, switchedOff, tableOf } from "./checks.ts";
import type { Codes } from "./codes.ts";
import { folded, type PhraseIndex } from "./phrases.ts";

export const codedFile = "actors/coded.tsv";
export const codedColumns = ["name", "names", "code", "from", "to", "kind"] as const;

export interface Coded {
  readonly actors: readonly Actor[];
  /** Names that are nobody's, as `nameKey` has them: whoever had them in our tables has them no more. */
  readonly nobody: ReadonlySet<string>;
}

/** What a name is compared by: "U.N." and "UN" differ, "Al-Shabaab" and "Al Shabaab" do not. */
export const nameKey = (name: string): string =>
  folded(name)
    .replace(/[-_\s]+/g, " ")
    .trim();

/** What of our tables the reading of codes rests on. */
export interface Known {
  readonly states: ReadonlyMap<string, Actor>;
  readonly codes: Codes;
  readonly givenNames: ReadonlyMap<string, Gender>;
  readonly titles: PhraseIndex<Title>;
  /** Whether our tables have a name as a state's, its people's or that of a place in it. */
  ofCountry(name: string, country: string): boolean;
}

export function readCoded(desk: Desk, known: Known): Coded {
  const nobody = new Set<string>();
  const actors: Actor[] = [];
  if (!desk.files.some(({ path }) => path === codedFile)) return { actors, nobody };
  for (const row of tableOf(desk, codedFile, codedColumns)) {
    const names = namesOf(desk, row.name, row.names, row.at);
    if (row.code === switchedOff) for (const name of names) nobody.add(nameKey(name));
    else actors.push(...actorOf(desk, known, { ...row, all: names }));
  }
  return { actors, nobody };
}

interface CodedRow {
  readonly all: readonly string[];
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly at: RowAt;
}

const kinds: readonly (ActorKind | "")[] = ["", "person", "group", "organisation", "state"];

function actorOf(desk: Desk, known: Known, row: CodedRow): Actor[] {
  const { code, at } = row;
  const { country, sectors, wide } = known.codes(code);
  if (country === undefined && sectors.length === 0 && !wide) {
    complain(
      desk,
      at,
      `"${code}" names no country, sector or sort of body that is known; use codes of actors/states.tsv and ontology/cameo-actors.tsv`,
    );
    return [];
  }
  const from = dateOf(desk, row.from, at);
  const to = dateOf(desk, row.to, at);
  const dated = from !== undefined || to !== undefined;
  const given = oneOf(desk, row.kind, kinds, at);
  const kind =
    given !== "" ? given : guessed(known, row.all, { country, sectors, wide, dated, code });
  const state = kind === "state" && country !== undefined ? known.states.get(country) : undefined;
  const names = (
    state ? row.all.filter((each) => !known.ofCountry(each, country!)) : row.all
  ).flatMap((each) => (kind === "person" ? [untitled(known, each)] : [each]));
  if (names.length === 0) return [];
  return [
    {
      ...(state ?? {}),
      kind,
      name: state ? state.name : names[0]!,
      names: [...new Set(names.flatMap(spellings))],
      ...(country === undefined ? {} : { country }),
      sectors,
      code: code.replace(/\s+/g, ""),
      coded: true,
      ...(kind === "person" ? { surname: lastWord(names[0]!) } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      at,
    },
  ];
}

const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

/** "Ansf" of a file in capitals may be "ANSF" in a report. */
const spellings = (name: string): string[] =>
  /^\p{Lu}\p{Ll}+$/u.test(name) ? [name, name.toUpperCase()] : [name];

/** In arms or in parties: groups, as in groups.tsv. */
const ofGroups = new Set(["REB", "PRM", "UAF", "CRM", "PTY", "OPP"]);

/** What sort of actor a code with these names is, where the file does not say. */
function guessed(
  known: Known,
  names: readonly string[],
  code: {
    readonly country: string | undefined;
    readonly sectors: readonly string[];
    readonly wide: boolean;
    readonly dated: boolean;
    readonly code: string;
  },
): ActorKind {
  if (code.sectors.length === 0 && code.country !== undefined && !code.wide)
    return /^[A-Z]{3}$/.test(code.code) && !code.dated ? "state" : "person";
  if (code.dated || names.some((each) => isPerson(known, each))) return "person";
  if (code.sectors.some((each) => ofGroups.has(each))) return "group";
  return "organisation";
}

/** "General Ana Lopez", "Ana Lopez": a given name before another, titles aside. */
function isPerson(known: Known, name: string): boolean {
  const words = untitled(known, name).split(" ");
  return words.length > 1 && known.givenNames.has(folded(words[0]!));
}

function untitled({ titles }: Known, name: string): string {
  const words = name.split(" ");
  const length = titles.find(words, 0)[0]?.length ?? 0;
  return length > 0 && length < words.length ? words.slice(length).join(" ") : name;
}
