/**
 * Reads `frames/governors.tsv` (words that stand over an event and decide whether it happened:
 * "plan to", "refuse to", "alleged") and `frames/verb-classes.tsv` (light verbs, object control).
 */
import type { RowAt } from "../reading/because.ts";
import type { EventStatus } from "../reading/reading.ts";
import { eventStatuses } from "../reading/statuses.ts";
import { givesWay, switchedOff } from "./checks.ts";
import { alternatives, type KnowledgeFile, type Problem, problemAt, readTable } from "./table.ts";

/** Where the event stands under the governing word. */
export type GovernorPlace =
  | "complement"
  | "present"
  | "own"
  | "object"
  | "subject"
  | "oblique"
  | "modifier"
  | "condition";

export interface Governor {
  readonly word: string;
  readonly pos: "verb" | "noun" | "adjective" | "adverb";
  readonly status: EventStatus;
  readonly places: ReadonlySet<GovernorPlace>;
  /** For obliques; empty for any. */
  readonly prepositions: ReadonlySet<string>;
  readonly example: string;
  readonly at: RowAt;
}

const statuses: ReadonlySet<string> = new Set(eventStatuses);
const places: ReadonlySet<string> = new Set([
  "complement",
  "present",
  "own",
  "object",
  "subject",
  "oblique",
  "modifier",
  "condition",
]);
const parts: ReadonlySet<string> = new Set(["verb", "noun", "adjective", "adverb"]);

/** Governors by "lemma/pos". */
export type Governors = ReadonlyMap<string, readonly Governor[]>;

function readPlaces(
  cell: string,
): { places: Set<GovernorPlace>; prepositions: Set<string> } | string {
  const found = { places: new Set<GovernorPlace>(), prepositions: new Set<string>() };
  for (const each of alternatives(cell)) {
    const [place = "", ...prepositions] = each.split(/\s+/);
    if (!places.has(place))
      return `"${place}" is no place; write one of ${[...places].join(", ")}, parted by " | "`;
    found.places.add(place as GovernorPlace);
    for (const preposition of prepositions.join(" ").split("/"))
      if (preposition !== "") found.prepositions.add(preposition);
  }
  return found;
}

/** Reads the files as one table: an own row takes the place of all of ours for the same word. */
export function readGovernors(files: readonly KnowledgeFile[], problems: Problem[]): Governors {
  const governors = new Map<string, Governor[]>();
  const own = new Set<string>();
  const wrong = (at: RowAt, message: string) => problems.push(problemAt(at, message));
  const columns = ["word", "pos", "status", "place", "example"] as const;
  for (const row of files.flatMap((file) => readTable(file, columns, problems))) {
    const off = row.at.own === true && row.status === switchedOff;
    const where = off ? readPlaces("") : readPlaces(row.place);
    if (typeof where === "string") wrong(row.at, where);
    else if (!off && !statuses.has(row.status))
      wrong(row.at, `"${row.status}" is no status; write one of ${[...statuses].join(", ")}`);
    else if (!parts.has(row.pos))
      wrong(row.at, `"${row.pos}" is no part of speech; write one of ${[...parts].join(", ")}`);
    else
      for (const word of alternatives(row.word)) {
        const key = `${word}/${row.pos}`;
        if (givesWay(own, key, row.at) || off) continue;
        const governor = {
          word,
          pos: row.pos as Governor["pos"],
          status: row.status as EventStatus,
          ...where,
          example: row.example,
          at: row.at,
        };
        governors.set(key, [...(governors.get(key) ?? []), governor]);
      }
  }
  return governors;
}

/** Verbs by class; each maps the lemma (with its particle: "carry out") to its row. */
export interface VerbClasses {
  readonly light: ReadonlyMap<string, RowAt>;
  readonly objectControl: ReadonlyMap<string, RowAt>;
  /** What an event does when it comes about: "take place". */
  readonly occurrence: ReadonlyMap<string, RowAt>;
  /** Verbs whose infinitive is done by whom they address with a preposition: "called on Iran to stop". */
  readonly obliqueControl: ReadonlyMap<string, RowAt>;
  /** Verbs whose object does what the gerund behind "for", "of" or "from" says: "accused Iran of attacking". */
  readonly gerundControl: ReadonlyMap<string, RowAt>;
  /** Nouns for words that somebody issues: what they do ("a letter threatening …") their author does. */
  readonly documents: ReadonlyMap<string, RowAt>;
}

export function readVerbClasses(files: readonly KnowledgeFile[], problems: Problem[]): VerbClasses {
  const light = new Map<string, RowAt>();
  const objectControl = new Map<string, RowAt>();
  const obliqueControl = new Map<string, RowAt>();
  const gerundControl = new Map<string, RowAt>();
  const documents = new Map<string, RowAt>();
  const occurrence = new Map<string, RowAt>();
  const classes = new Map([
    ["light", light],
    ["object-control", objectControl],
    ["oblique-control", obliqueControl],
    ["gerund-control", gerundControl],
    ["document", documents],
    ["occurrence", occurrence],
  ]);
  const own = new Set<string>();
  const rows = files.flatMap((file) => readTable(file, ["verb", "class"], problems));
  for (const row of rows) {
    if (givesWay(own, row.verb, row.at)) continue;
    const members = classes.get(row.class);
    if (members) members.set(row.verb, row.at);
    else if (!row.at.own || row.class !== switchedOff)
      problems.push(
        problemAt(
          row.at,
          `"${row.class}" is no class of words; write ${[...classes.keys()].join(", ")}`,
        ),
      );
  }
  return { light, objectControl, obliqueControl, gerundControl, documents, occurrence };
}
