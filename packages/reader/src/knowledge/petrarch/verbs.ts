/**
 * Verb dictionaries: blocks of verbs with a code, and patterns that give a more exact one. A verb and
 * each pattern become a frame; docs/own-dictionaries.md tells how each part is read.
 */
import { type Problem, problemAt } from "../table.ts";
import { type Line, Sheet, wordsOf } from "./lines.ts";
import { conditionsOf, type Sets, Unreadable } from "./patterns.ts";
import type { Translation } from "./translation.ts";

export interface VerbKnowledge {
  /** CAMEO codes that map to something; those that PLOVER leaves out are absent. */
  readonly codes: ReadonlySet<string>;
  /** Lemmas of verbs that stand over others: "say", "plan". */
  readonly over: ReadonlySet<string>;
}

interface Verb {
  readonly trigger: string;
  /** Also this, where a file cuts its words: "accus" for "accuse". */
  readonly stem?: string;
  readonly code: string;
  readonly line: Line;
}

interface Block {
  readonly code: string;
  readonly verbs: Verb[];
  readonly patterns: Line[];
}

interface Blocks {
  readonly blocks: readonly Block[];
  readonly sets: Sets;
}

const codeOf = /\[\s*([^\]]*?)\s*\]\s*$/;
const header = /^---\s*(.*?)\s*(?:\[([^\]]*)\])?\s*(?:\[[^\]]*\])?\s*---\s*$/;

export function translateVerbs(
  path: string,
  lines: readonly Line[],
  known: VerbKnowledge,
  problems: Problem[],
): Translation {
  const { blocks, sets } = blocksOf(lines, problems);
  const sheet = new Sheet(`frames/${path}.txt`);
  const counts = { verbs: 0, patterns: 0 };
  let leftOut = 0;
  const attempt = (line: Line, what: string, make: () => readonly string[]): boolean => {
    try {
      sheet.add(line.at, ...make());
      return true;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      leftOut++;
      problems.push(problemAt(line.at, `${what} "${line.text.trim()}" ${error.message}; kept out`));
      return false;
    }
  };
  for (const { verbs, patterns } of blocks) {
    const plain = verbs.filter(({ trigger }) => trigger !== "");
    for (const line of patterns)
      if (attempt(line, "pattern", () => patternFrame(plain, line, sets, known))) counts.patterns++;
    for (const verb of verbs)
      if (attempt(verb.line, "verb", () => verbFrame(verb, known))) counts.verbs++;
  }
  return { files: sheet.isEmpty ? [] : [sheet.file()], counts, leftOut };
}

/** The blocks of a file and its sets of words ("&CURRENCY"), which may stand anywhere in it. */
function blocksOf(lines: readonly Line[], problems: Problem[]): Blocks {
  const blocks: Block[] = [];
  const sets = new Map<string, string[]>();
  const headed = lines.some(({ text }) => header.test(text));
  let block: Block | undefined;
  let set: string[] | undefined;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === "") {
      set = undefined;
      if (!headed) block = undefined;
    } else if (header.test(text)) {
      block = { code: header.exec(text)![2] ?? "---", verbs: [], patterns: [] };
      blocks.push(block);
      set = undefined;
    } else if (text.startsWith("&")) {
      set = [];
      sets.set(setName(text), set);
    } else if (set && text.startsWith("+")) {
      const words = text.slice(1);
      set.push(/^&/.test(words) ? setName(words) : wordsOf(words).join(" "));
    } else if (/^-(?!-)/.test(text)) {
      if (block) block.patterns.push(line);
      else problems.push(problemAt(line.at, `pattern "${text}" stands below no verb; kept out`));
    } else {
      set = undefined;
      if (!block || (!headed && startsBlock(block, text))) {
        block = { code: "---", verbs: [], patterns: [] };
        blocks.push(block);
      }
      block.verbs.push(verbOf(line, block.code, headed));
    }
  }
  return { blocks, sets };
}

const setName = (text: string): string =>
  text.trim().split(/\s/)[0]!.replace(/_$/, "").toLowerCase();

/** Without "---" headers a verb begins a block behind patterns, and where it has a code of its own. */
const startsBlock = (block: Block, text: string): boolean =>
  block.patterns.length > 0 || codeOf.test(text);

/** "+ASK_FOR {+ASKS_FOR}" is to ask for; in "WIRE_+TAP" the verb is the second word. */
function verbOf(line: Line, code: string, headed: boolean): Verb {
  const own = codeOf.exec(line.text)?.[1];
  const written = line.text
    .replace(/\{.*?\}/g, " ")
    .replace(/[[{].*$/, "")
    .trim();
  const words = written.split(/[_\s]+/).filter((each) => each !== "");
  const marked = Math.max(
    0,
    words.findIndex((each) => each.startsWith("+")),
  );
  const plain = words.map((each) => each.replace(/^\+/, "").toLowerCase());
  const ordered = [plain[marked] ?? "", ...plain.filter((_, i) => i !== marked)];
  const trigger = ordered.join(" ").trim();
  const cut = !headed && ordered.length === 1 && /[^aeiouy]$/.test(trigger);
  return { trigger, code: own ?? code, line, ...(cut ? { stem: `${trigger}e` } : {}) };
}

const triggersOf = (verbs: readonly Verb[], particle: string): string =>
  [
    ...new Set(
      verbs
        .flatMap(({ trigger, stem }) => (stem === undefined ? [trigger] : [trigger, stem]))
        .filter((each) => particle === "" || !each.includes(" "))
        .map((each) => (particle === "" ? each : `${each} ${particle}`)),
    ),
  ].join(" | ");

/** Where whoever is acted on stands when a dictionary does not say: PETRARCH takes either. */
const recipients = "object | oblique against/on/with/at/to/from/for";

function verbFrame(verb: Verb, known: VerbKnowledge): string[] {
  if (!isWords(verb.trigger)) throw new Unreadable("is no word or words");
  const meaning = meaningOf(verb.code, known);
  // Nothing by itself: its patterns say what it means, and our own frames are asked behind them.
  if (meaning.silent) return [];
  return [
    `${triggersOf([verb], "")} (verb) → ${meaning.head}`,
    "  actor subject",
    `  recipient ${recipients}`,
    `  needs ${meaning.needs}`,
    ...(meaning.equals ? ["  equals"] : []),
  ];
}

const isWords = (text: string): boolean => /^[\p{L}\p{N}'’. -]+$/u.test(text);

function patternFrame(
  verbs: readonly Verb[],
  { text }: Line,
  sets: Sets,
  known: VerbKnowledge,
): string[] {
  const code = codeOf.exec(text)?.[1];
  if (code === undefined) throw new Unreadable("has no code in [brackets] at its end");
  const meaning = meaningOf(code, known);
  const found = conditionsOf(text.trim().replace(codeOf, "").slice(1), sets, known.over);
  const triggers = triggersOf(
    verbs.filter(({ trigger }) => isWords(trigger)),
    found.particle,
  );
  if (triggers === "") throw new Unreadable("stands below no verb that can be read");
  const head = `${triggers} (verb) → ${meaning.head}`;
  const conditions = found.conditions.map((each) => `  ${each}`);
  if (meaning.silent) return [head, ...conditions];
  const [actor, recipient] = [found.actor ?? "subject", found.recipient ?? recipients];
  return [
    head,
    `  actor ${meaning.swapped ? recipient : actor}`,
    `  recipient ${meaning.swapped ? actor : recipient}`,
    `  needs ${meaning.needs}`,
    ...(meaning.equals || found.equals ? ["  equals"] : []),
    ...(found.settled ? ["  status happened"] : []),
    ...conditions,
  ];
}

interface Meaning {
  readonly head: string;
  readonly silent: boolean;
  readonly swapped: boolean;
  readonly equals: boolean;
  readonly needs: string;
}

/**
 * "042:043" is what the first does and what the second does at the same time: the first is taken.
 * ":173" is only done to whoever stands first. "046:046" is between equals.
 */
function meaningOf(code: string, { codes }: VerbKnowledge): Meaning {
  const [first = "", second = ""] = code.split(":").map((each) => each.trim());
  const swapped = first === "" && second !== "";
  const written = swapped ? second : first;
  const equals = first !== "" && first === second;
  const none = { head: "none", silent: true, swapped, equals, needs: "" };
  // What PLOVER has no type for, statements, is an event to nobody here.
  if (/^-*$/.test(written) || /^01\d/.test(written)) return none;
  const known = [written, written.slice(0, 3)].find((each) => codes.has(each));
  if (!known)
    throw new Unreadable(`has the code "${code}", which ontology/cameo.tsv does not have`);
  const needs = /^1[45]/.test(known) ? "actor" : "actor, recipient";
  // CAMEO's appeals are requests: PLOVER's crosswalk leaves them out, its manual counts them.
  const head = known.startsWith("02") ? `REQUEST, CAMEO ${known}` : `CAMEO ${known}`;
  return { head, silent: false, swapped, equals, needs };
}
