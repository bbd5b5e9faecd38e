/**
 * How often each row of the knowledge fires on a sample of sentences: a row that is too greedy shows
 * at once. Rows go by a label, not by their line, so that counts outlive lines that move.
 */
import type { Reader } from "./reader.ts";
import type { Because, RowAt } from "./reading/because.ts";

export interface Firing {
  /** Relative to the knowledge folder. */
  readonly file: string;
  /** What the row is known by: "attack (verb) → ASSAULT", "say, verb". */
  readonly row: string;
  /** Items of the readings that rest on it. */
  readonly count: number;
  /** Where it stands now. */
  readonly line: number;
  /** A sentence in which it fires. */
  readonly example: string;
}

/** Rows that decide by themselves that there is an item, or what becomes of it. */
const counted = /^(?:frames|cues|wording)\//;

const frameHead = /^(.+?)\((\w+)[^)]*\)\s*(?:→|->)\s*([^\s,]+)/;

/** The first trigger with its second word, its part of speech and its code; of a table two cells. */
export function labelOf({ file, row }: Pick<RowAt, "file" | "row">): string | undefined {
  if (!counted.test(file)) return undefined;
  const first = (cell: string): string => cell.split("|")[0]!.trim();
  if (file.endsWith(".tsv")) {
    const [word = "", second = ""] = row.split("\t");
    return [first(word), first(second)].filter((each) => each !== "").join(", ");
  }
  const head = frameHead.exec(row);
  if (!head) return undefined;
  const [, words = "", pos = "", code = ""] = head;
  return `${words.split("+").map(first).join(" + ")} (${pos}) → ${code}`;
}

/** Every row that a reason rests on, each once. */
function rowsOf(why: Because, found = new Map<string, RowAt>()): Map<string, RowAt> {
  if (why.kind === "row") found.set(`${why.file}:${why.line}`, why);
  if (why.kind === "step") for (const each of why.from) rowsOf(each, found);
  return found;
}

/** Reads each sentence by itself and counts, by file and label, the items that rest on each row. */
export function firingsOn(sentences: readonly string[], reader: Pick<Reader, "read">): Firing[] {
  const firings = new Map<string, Firing>();
  for (const text of sentences) {
    const reasons: Because[] = [];
    const refused = ({ because }: { because: Because }) => {
      if ([...rowsOf(because).values()].some(isSetting)) reasons.push(because);
    };
    const { events, statements, wording } = reader.read({ text }, { refused });
    reasons.push(...[...events, ...statements, ...wording].map(({ why }) => why));
    for (const why of reasons) {
      const silenced = [...rowsOf(why).values()].find(isSetting);
      for (const at of silenced ? [silenced] : rowsOf(why).values()) count(firings, at, text);
    }
  }
  return [...firings.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.row.localeCompare(b.row),
  );
}

/** What a setting silences counts for the setting, and not for the frame. */
const isSetting = ({ file }: RowAt): boolean => file === "frames/settings.tsv";

function count(firings: Map<string, Firing>, at: RowAt, example: string): void {
  const row = labelOf(at);
  if (row === undefined) return;
  const key = `${at.file}\t${row}`;
  const before = firings.get(key);
  const { file, line } = at;
  firings.set(
    key,
    before ? { ...before, count: before.count + 1 } : { file, row, count: 1, line, example },
  );
}

/** From how many firings on a row is too greedy, for one that fired `before` times. */
export const tooMany = (before: number): number => before + Math.max(3, before / 2);
