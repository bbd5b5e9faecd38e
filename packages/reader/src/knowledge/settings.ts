/**
 * Reads `frames/settings.tsv`: settings in which the words of politics and war mean something else
 * (a match, a market, the weather, a film), and by which words each shows.
 */
import type { RowAt } from "../reading/because.ts";
import { alternatives, type KnowledgeFile, type Problem, problemAt, readTable } from "./table.ts";

const scopes = [
  "sentence",
  "clause",
  "sides",
  "subject",
  "told",
  "below",
  "date",
  "general",
] as const;

/** Where the words of a setting stand; `frames/settings.tsv` tells what each means. */
export type SettingScope = (typeof scopes)[number];

/** Phrases of one or more words by their first word. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface Setting {
  readonly name: string;
  readonly where: SettingScope;
  /** One of them shows the setting. */
  readonly signs: PhraseIndex;
  /** Two of them show it together; for `told`, the verbs by which a work tells. */
  readonly hints: PhraseIndex;
  /** One of them in the sentence says that it is politics after all. */
  readonly against: PhraseIndex;
  /** For `date`: events before this year are history. */
  readonly before: number;
  /** Types that are silenced; absent for all. */
  readonly silences?: ReadonlySet<string>;
  readonly example: string;
  readonly not: string;
  readonly at: RowAt;
}

function phraseIndex(cell: string): PhraseIndex {
  const index = new Map<string, string[][]>();
  for (const phrase of alternatives(cell)) {
    const words = phrase.split(/\s+/);
    index.set(words[0]!, [...(index.get(words[0]!) ?? []), words]);
  }
  return index;
}

const columns = [
  "setting",
  "where",
  "signs",
  "hints",
  "against",
  "silences",
  "example",
  "not",
] as const;

/** What is malformed is told in `problems`, and the row is left out. */
export function readSettings(
  files: readonly KnowledgeFile[],
  types: ReadonlySet<string>,
  problems: Problem[],
): Setting[] {
  const rows = files.flatMap((file) => readTable(file, columns, problems));
  return rows.flatMap((row) => {
    const wrong = (message: string): Setting[] => {
      problems.push(problemAt(row.at, message));
      return [];
    };
    const where = scopes.find((each) => each === row.where);
    if (!where) return wrong(`"${row.where}" is no place; write one of ${scopes.join(", ")}`);
    const silences = row.silences === "all" ? undefined : new Set(alternatives(row.silences));
    const unknown = [...(silences ?? [])].find((each) => !types.has(each));
    if (unknown !== undefined || silences?.size === 0)
      return wrong(
        `"${unknown ?? ""}" is no PLOVER type; write types of ontology/types.tsv, or all`,
      );
    const before = where === "date" ? Number(row.signs) : Number.NaN;
    if (where === "date" && !/^\d{4}$/.test(row.signs))
      return wrong(`"${row.signs}" is no year; write four figures`);
    if (row.example === "" || row.not === "")
      return wrong("the row needs an example and a sentence for `not`; write both");
    return [
      {
        name: row.setting,
        where,
        signs: phraseIndex(row.signs),
        hints: phraseIndex(row.hints),
        against: phraseIndex(row.against),
        before,
        ...(silences ? { silences } : {}),
        example: row.example,
        not: row.not,
        at: row.at,
      },
    ];
  });
}
