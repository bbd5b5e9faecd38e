/**
 * Agent dictionaries: "POLICE {} [~COP]". They become rows of `actors/roles.tsv` with a code, which
 * goes behind or before that of the country: Norwegian police are NORCOP.
 */
import { switchedOff } from "../checks.ts";
import { roleColumns } from "../roles.ts";
import { type Problem, problemAt } from "../table.ts";
import { type Line, Sheet, wordsOf } from "./lines.ts";
import type { Translation } from "./translation.ts";

const agentLine = /^\s*([^[{]+?)\s*(?:\{([^}]*)\})?\s*\[\s*(~?[A-Z-]+~?)\s*\]\s*$/;

export function translateAgents(lines: readonly Line[], problems: Problem[]): Translation {
  const sets = new Map<string, readonly string[]>();
  const sheet = new Sheet("actors/roles.tsv");
  let agents = 0;
  let leftOut = 0;
  for (const line of lines) {
    if (line.text.trim() === "") continue;
    const set = /^\s*(![^!]+!)\s*=\s*(.+)$/.exec(line.text);
    if (set) {
      sets.set(
        set[1]!,
        set[2]!.split(",").map((each) => each.trim()),
      );
      continue;
    }
    const row = rowOf(line, sets);
    if (typeof row === "string") {
      leftOut++;
      problems.push(problemAt(line.at, row));
      continue;
    }
    agents++;
    if (sheet.isEmpty) sheet.add(line.at, roleColumns.join("\t"));
    sheet.add(line.at, row.join("\t"));
  }
  return { files: sheet.isEmpty ? [] : [sheet.file()], counts: { agents }, leftOut };
}

/** Cells of a row, or what is wrong. */
function rowOf({ text }: Line, sets: ReadonlyMap<string, readonly string[]>): string[] | string {
  const parts = agentLine.exec(text);
  if (!parts) return `"${text.trim()}" is no agent; write e.g. "POLICE {} [~COP]"`;
  const [, phrase = "", plural = "", code = ""] = parts;
  const unknown = /![^!]*!/.exec(
    phrase.replace(/![^!]+!/g, (each) => (sets.has(each) ? "" : each)),
  );
  if (unknown) return `${unknown[0]} is defined nowhere above; write "${unknown[0]} = MAN, WOMAN"`;
  const phrases = [...substituted(phrase, sets), plural]
    .map((each) => wordsOf(each).join(" "))
    .filter((each) => each !== "");
  const isNull = /^~?-+~?$/.test(code);
  const whole = code.includes("~") ? code : `~${code}`;
  return [
    [...new Set(phrases)].join(" | "),
    "",
    isNull ? switchedOff : "",
    "",
    "",
    isNull ? "" : whole,
  ];
}

/** "FISHER!PERSON!" as FISHERMAN, FISHERWOMAN, … */
function substituted(phrase: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const marker = /![^!]+!/.exec(phrase)?.[0];
  if (marker === undefined) return [phrase];
  return (sets.get(marker) ?? []).flatMap((each) =>
    substituted(phrase.replace(marker, each), sets),
  );
}
