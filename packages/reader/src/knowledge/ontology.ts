/**
 * What can happen: PLOVER's event types, modes, contexts and sectors, and CAMEO's codes with the
 * PLOVER type each maps to, read from the tables in `knowledge/ontology/`. After the PLOVER manual
 * 2.0 (Open Event Data Alliance, 2024) and CAMEO 1.1b3; definitions are our own.
 */

import type { RowAt } from "../reading/because.ts";
import type { EventStatus } from "../reading/reading.ts";
import { eventStatuses } from "../reading/statuses.ts";
import { complain, type Desk, isNew, numberOf, oneOf, switchedOff, tableOf } from "./checks.ts";
import { PhraseIndex } from "./phrases.ts";
import { alternatives, type KnowledgeFile, type Problem } from "./table.ts";

export interface EventType {
  /** "CONSULT". */
  readonly type: string;
  /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
  readonly quad: 1 | 2 | 3 | 4;
  readonly quadName: string;
  /** From -10 (conflict) to 10 (cooperation). */
  readonly score: number;
  readonly needsRecipient: boolean;
  /** Where nobody is named whom it befalls, the place is the recipient: "a curfew in Kisumu". */
  readonly befallsPlaces: boolean;
  /** A place may be the recipient that a frame names: "threatened to shell Haifa". */
  readonly takesPlaces: boolean;
  /** No event among private people alone. */
  readonly needsPublic: boolean;
  readonly modes: ReadonlyMap<string, Mode>;
  readonly definition: string;
  readonly at: RowAt;
}

export interface Mode {
  readonly mode: string;
  readonly score: number;
  /** As the type's, where the row does not say otherwise. */
  readonly befallsPlaces: boolean | undefined;
  readonly definition: string;
  readonly at: RowAt;
}

/** A context ("cbrn") or a sector ("GOV") and what it means. */
export interface Term {
  readonly name: string;
  readonly definition: string;
  readonly at: RowAt;
}

export interface Sector extends Term {
  /** Acts in public affairs: who deals with it, deals in politics. */
  readonly public: boolean;
}

export interface Cameo {
  readonly code: string;
  readonly name: string;
  /** Absent for CAMEO 01 and 02, statements and appeals, which PLOVER leaves out. */
  readonly type?: string;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** The code's own value on Goldstein's scale; ask `Ontology.goldstein` for that of any code. */
  readonly goldstein?: number;
  readonly note: string;
  readonly at: RowAt;
}

/** What an event of a type becomes when it did not simply happen. */
export interface StatusRule {
  readonly type: string;
  /** Absent: whatever the mode. */
  readonly mode?: string;
  readonly status: EventStatus;
  readonly becomes: string;
  readonly becomesMode?: string;
  readonly cameo?: string;
  readonly note: string;
  readonly at: RowAt;
}

export interface ContextWord {
  readonly context: string;
  readonly word: string;
  readonly at: RowAt;
}

export interface Ontology {
  readonly types: ReadonlyMap<string, EventType>;
  readonly contexts: ReadonlyMap<string, Term>;
  readonly sectors: ReadonlyMap<string, Sector>;
  readonly cameo: ReadonlyMap<string, Cameo>;
  /** Lemmas and phrases that show a context; look them up in lower-case lemmas. */
  readonly contextWords: PhraseIndex<ContextWord>;
  /**
   * What an event of a CAMEO code does to relations on Goldstein's scale, from -10 (conflict) to 10
   * (cooperation): the code's own value, or that of the code above it.
   */
  goldstein(code: string): number | undefined;
  /** The rule for a type and mode with a status; a rule for the mode goes before one for any. */
  statusRule(type: string, mode: string | undefined, status: EventStatus): StatusRule | undefined;
}

/**
 * Reads all tables of `ontology/` among the files. Rows that cannot be read, and references to what
 * is not there, are named in `problems`.
 */
export function loadOntology(files: readonly KnowledgeFile[], problems: Problem[]): Ontology {
  const desk = { files, problems };
  const contexts = readTerms(desk, "ontology/contexts.tsv", "context");
  const sectors = readSectors(desk);
  const types = readTypes(desk, readModes(desk));
  const rules = readRules(desk, types);
  const cameo = readCameo(desk, types, contexts);
  for (const { code, at } of cameo.values())
    if (goldsteinOf(cameo, code) === undefined)
      complain(desk, at, `${code} has no value in "goldstein", and no code above it has; add one`);
  return {
    types,
    contexts,
    sectors,
    cameo,
    goldstein: (code) => goldsteinOf(cameo, code),
    contextWords: readContextWords(desk, contexts),
    statusRule: (type, mode, status) =>
      (mode === undefined ? undefined : rules.get(ruleKey(type, mode, status))) ??
      rules.get(ruleKey(type, undefined, status)),
  };
}

type Tables = Pick<Desk, "files" | "problems">;

function readSectors(desk: Tables): Map<string, Sector> {
  const sectors = new Map<string, Sector>();
  const seen = new Map<string, RowAt>();
  const columns = ["sector", "public", "definition"] as const;
  for (const row of tableOf(desk, "ontology/sectors.tsv", columns)) {
    const { sector: name, definition, at } = row;
    if (!isNew(desk, seen, name, at)) continue;
    const acts = oneOf(desk, row.public, ["yes", "no"], at) === "yes";
    sectors.set(name, { name, public: acts, definition, at });
  }
  return sectors;
}

function readTerms(desk: Tables, path: string, key: string): Map<string, Term> {
  const terms = new Map<string, Term>();
  const seen = new Map<string, RowAt>();
  for (const row of tableOf(desk, path, [key, "definition"])) {
    const name = row[key]!;
    if (isNew(desk, seen, name, row.at))
      terms.set(name, { name, definition: row.definition!, at: row.at });
  }
  return terms;
}

/** The modes by type. */
function readModes(desk: Tables): Map<string, Map<string, Mode>> {
  const byType = new Map<string, Map<string, Mode>>();
  const seen = new Map<string, RowAt>();
  const columns = ["type", "mode", "score", "definition", "place"] as const;
  for (const row of tableOf(desk, "ontology/modes.tsv", columns)) {
    const { type, mode, definition, at } = row;
    const modes = byType.get(type) ?? new Map<string, Mode>();
    if (!isNew(desk, seen, `${type}/${mode}`, at)) continue;
    modes.set(mode, {
      mode,
      score: numberOf(desk, row.score, -10, 10, at),
      befallsPlaces:
        row.place === "" ? undefined : oneOf(desk, row.place, ["yes", "no"], at) === "yes",
      definition,
      at,
    });
    byType.set(type, modes);
  }
  return byType;
}

function readTypes(desk: Tables, modes: Map<string, Map<string, Mode>>): Map<string, EventType> {
  const types = new Map<string, EventType>();
  const seen = new Map<string, RowAt>();
  const columns = [
    "type",
    "quad",
    "quad_name",
    "score",
    "recipient",
    "place",
    "public",
    "definition",
  ] as const;
  for (const row of tableOf(desk, "ontology/types.tsv", columns)) {
    const { type, definition, at } = row;
    if (!isNew(desk, seen, type, at)) continue;
    types.set(type, {
      type,
      quad: Number(oneOf(desk, row.quad, ["1", "2", "3", "4"], at)) as EventType["quad"],
      quadName: row.quad_name,
      score: numberOf(desk, row.score, -10, 10, at),
      needsRecipient: oneOf(desk, row.recipient, ["optional", "required"], at) === "required",
      takesPlaces: oneOf(desk, row.place, ["yes", "named", "no"], at) !== "no",
      befallsPlaces: row.place === "yes",
      needsPublic: oneOf(desk, row.public, ["yes", "no"], at) === "yes",
      modes: modes.get(type) ?? new Map(),
      definition,
      at,
    });
  }
  for (const [type, ofType] of modes)
    for (const { mode, at } of types.has(type) ? [] : ofType.values())
      complain(desk, at, `the mode "${mode}" is of ${type}, which is no type of types.tsv`);
  return types;
}

/** Says so when a type, or a mode of it, does not exist. */
function checkType(
  desk: Tables,
  types: ReadonlyMap<string, EventType>,
  type: string,
  mode: string,
  at: RowAt,
): boolean {
  const known = types.get(type);
  if (!known) complain(desk, at, `"${type}" is no type of types.tsv`);
  else if (mode === "" || known.modes.has(mode)) return true;
  else
    complain(
      desk,
      at,
      `"${mode}" is no mode of ${type}; it has ${[...known.modes.keys()].join(", ") || "none"}`,
    );
  return false;
}

function readCameo(
  desk: Tables,
  types: ReadonlyMap<string, EventType>,
  known: ReadonlyMap<string, Term>,
): Map<string, Cameo> {
  const codes = new Map<string, Cameo>();
  const seen = new Map<string, RowAt>();
  const columns = ["code", "name", "type", "mode", "contexts", "goldstein", "note"] as const;
  for (const row of tableOf(desk, "ontology/cameo.tsv", columns)) {
    const { code, name, type, mode, contexts: cell, note, at } = row;
    if (!/^\d{3,4}$/.test(code))
      complain(desk, at, `"${code}" is no CAMEO code; write three or four digits`);
    if (!isNew(desk, seen, code, at)) continue;
    if (type !== "" && !checkType(desk, types, type, mode, at)) continue;
    const contexts = cell.split(/[\s|]+/).filter((each) => each !== "");
    for (const each of contexts)
      if (!known.has(each)) complain(desk, at, `"${each}" is no context of contexts.tsv`);
    const typed = type === "" ? {} : { type, ...(mode === "" ? {} : { mode }) };
    const value =
      row.goldstein === "" ? {} : { goldstein: numberOf(desk, row.goldstein, -10, 10, at) };
    codes.set(code, { code, name, ...typed, contexts, ...value, note, at });
  }
  return codes;
}

/** 1951 stands below 195, and that below 190, the root. */
function goldsteinOf(cameo: ReadonlyMap<string, Cameo>, code: string): number | undefined {
  const above = [code, code.slice(0, 3), `${code.slice(0, 2)}0`];
  return above
    .map((each) => cameo.get(each)?.goldstein)
    .find((value) => value !== undefined && !Number.isNaN(value));
}

function readContextWords(
  desk: Tables,
  known: ReadonlyMap<string, Term>,
): PhraseIndex<ContextWord> {
  const index = new PhraseIndex<ContextWord>();
  const off = new Set<string>();
  const seen = new Map<string, RowAt>();
  for (const { context, words, at } of tableOf(desk, "ontology/context-words.tsv", [
    "context",
    "words",
  ])) {
    if (!known.has(context) && !(at.own && context === switchedOff))
      complain(desk, at, `"${context}" is no context of contexts.tsv`);
    for (const word of alternatives(words))
      if (off.has(word)) continue;
      else if (at.own && context === switchedOff) off.add(word);
      else if (isNew(desk, seen, `${context}: ${word}`, at)) index.add(word, { context, word, at });
  }
  return index;
}

const ruleKey = (type: string, mode: string | undefined, status: string): string =>
  `${type}/${mode ?? "*"} ${status}`;

function readRules(desk: Tables, types: ReadonlyMap<string, EventType>): Map<string, StatusRule> {
  const rules = new Map<string, StatusRule>();
  const seen = new Map<string, RowAt>();
  const columns = ["type", "mode", "status", "becomes", "becomes_mode", "cameo", "note"] as const;
  for (const row of tableOf(desk, "ontology/status-rules.tsv", columns)) {
    const { type, becomes, cameo, note, at } = row;
    const mode = row.mode === "" ? undefined : row.mode;
    const status = oneOf(desk, row.status, eventStatuses, at);
    const key = ruleKey(type, mode, status);
    if (!checkType(desk, types, type, row.mode, at)) continue;
    if (!checkType(desk, types, becomes, row.becomes_mode, at) || !isNew(desk, seen, key, at))
      continue;
    rules.set(key, {
      type,
      ...(mode === undefined ? {} : { mode }),
      status,
      becomes,
      ...(row.becomes_mode === "" ? {} : { becomesMode: row.becomes_mode }),
      ...(cameo === "" ? {} : { cameo }),
      note,
      at,
    });
  }
  return rules;
}
