/**
 * Dictionaries of PETRARCH and TABARI, read as they are: pure, from text to our own formats. Each row
 * that comes out points at the file and line it came from; what has no place here is told by line.
 */

import { codedFile } from "../coded.ts";
import {
  alternatives,
  type KnowledgeFile,
  lineAt,
  type Problem,
  problemAt,
  readTable,
} from "../table.ts";
import { translateActors } from "./actors.ts";
import { translateAgents } from "./agents.ts";
import { type ForeignKind, foreignKind, isFrames } from "./detect.ts";
import { linesOf } from "./lines.ts";
import type { Counts, Translation } from "./translation.ts";
import { translateVerbs, type VerbKnowledge } from "./verbs.ts";

/** A file of another program, and what was made of it. */
export interface ForeignFile {
  /** As the user calls it. */
  readonly file: string;
  readonly kind: ForeignKind;
  readonly taken: Counts;
  /** Entries that have no place here; each is among the problems. */
  readonly leftOut: number;
}

export interface Translated {
  /** In our formats alone. */
  readonly files: readonly KnowledgeFile[];
  readonly foreign: readonly ForeignFile[];
}

/**
 * Puts in place of the user's own files in other formats what they say in ours, and own frames where
 * frames stand. What cannot be read, and files that no reader would open, are told in `problems`.
 */
export function translated(files: readonly KnowledgeFile[], problems: Problem[]): Translated {
  if (!files.some(({ own }) => own)) return { files, foreign: [] };
  const paths = new Set([...files.filter(({ own }) => !own).map(({ path }) => path), codedFile]);
  const foreign: ForeignFile[] = [];
  let known: VerbKnowledge | undefined;
  const all = files.flatMap((file) => {
    if (!file.own || isOurs(file, paths)) return [file];
    if (isFrames(file.text))
      return [{ ...file, shown: file.shown ?? file.path, path: `frames/${file.path}` }];
    const kind = file.path.endsWith(".tsv") ? undefined : foreignKind(file.text);
    if (!kind) {
      problems.push(problemAt(lineAt(file, 1, ""), unknown(file.path, paths)));
      return [];
    }
    known ??= verbKnowledge(files);
    const { files: made, counts, leftOut } = translate(file, kind, known, problems);
    foreign.push({ file: file.shown ?? file.path, kind, taken: counts, leftOut });
    return made;
  });
  return { files: all, foreign };
}

const isOurs = ({ path, text }: KnowledgeFile, paths: ReadonlySet<string>): boolean =>
  paths.has(path) ||
  /^cues\/.*\.tsv$/.test(path) ||
  (/^frames\/.*\.txt$/.test(path) && isFrames(text));

function unknown(path: string, paths: ReadonlySet<string>): string {
  const name = path.split("/").at(-1)!;
  const place = [...paths].find((each) => each.endsWith(`/${name}`));
  const next = place
    ? `put it at ${place} of your folder`
    : "see docs/own-dictionaries.md for the files that are";
  return `this is no dictionary that hearsay knows by its place or content; ${next}`;
}

function translate(
  file: KnowledgeFile,
  kind: ForeignKind,
  known: VerbKnowledge,
  problems: Problem[],
): Translation {
  const lines = linesOf(file);
  switch (kind) {
    case "actors":
      return translateActors(lines, problems);
    case "agents":
      return translateAgents(lines, problems);
    case "verbs":
      return translateVerbs(file.path, lines, known, problems);
    default: {
      const entries = lines.filter(({ text }) => text.trim() !== "");
      const [first] = entries;
      if (first)
        problems.push(
          problemAt(first.at, `${entries.length} lines from here on are ${otherwise[kind]}`),
        );
      return { files: [], counts: {}, leftOut: entries.length };
    }
  }
}

const otherwise = {
  issues:
    "of an issues file, which is not read; write words that show a context into ontology/context-words.tsv",
  discards:
    "of a list of discards, or of nothing that is known; hearsay leaves out no sentence for a word, so leave such reports out before",
} as const;

/** The codes and verbs that our tables have, for reading verbs. */
function verbKnowledge(files: readonly KnowledgeFile[]): VerbKnowledge {
  const cells = <Column extends string>(path: string, columns: readonly Column[]) =>
    files.filter((each) => each.path === path).flatMap((file) => readTable(file, columns, []));
  const codes = cells("ontology/cameo.tsv", ["code", "type"]).filter(
    ({ code, type }) => type !== "" || code.startsWith("02"),
  );
  const governors = cells("frames/governors.tsv", ["word", "pos"]).filter(
    ({ pos }) => pos === "verb",
  );
  const cues = cells("cues/verbs.tsv", ["cue"]).map(({ cue }) => cue);
  return {
    codes: new Set(codes.map(({ code }) => code)),
    over: new Set([...governors.flatMap(({ word }) => alternatives(word)), ...cues]),
  };
}
