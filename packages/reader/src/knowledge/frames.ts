/**
 * Reads `frames/*.txt`: what verbs, nouns and adjectives mean as political events. The format is
 * told in docs/knowledge.md; the stage `events` matches it on the tree.
 */
import type { RowAt } from "../reading/because.ts";
import type { EventStatus } from "../reading/reading.ts";
import { eventStatuses } from "../reading/statuses.ts";
import { switchedOff } from "./checks.ts";
import type { Cameo } from "./ontology.ts";
import { alternatives, type KnowledgeFile, lineAt, type Problem, problemAt } from "./table.ts";

export type FramePos = "verb" | "noun" | "adjective" | "auxiliary";

/** One step through the tree, from a word to its place: "subject", "oblique on/against". */
export type Step =
  | {
      readonly to:
        | "subject"
        | "object"
        | "indirect"
        | "possessor"
        | "modifier"
        | "complement"
        | "within"
        | "over"
        | "teller";
    }
  | { readonly to: "oblique"; readonly prepositions: readonly string[] };

/** Steps one after the other: "object > oblique with". */
export type Path = readonly Step[];

export interface Condition {
  /** `if` must hold, `unless` must not. */
  readonly holds: boolean;
  /** Where to look: a place, the words of the trigger's clause, or the whole sentence. */
  readonly path: Path | "clause" | "sentence";
  readonly words: ReadonlySet<string>;
  /** In a clause or sentence, also words that follow each other: "debt relief". */
  readonly phrases: readonly (readonly string[])[];
  /** Sectors ("MIL"), and "@person", "@state", "@party", "@known", "@thing", "@none" without the at sign. */
  readonly classes: ReadonlySet<string>;
  readonly at: RowAt;
}

export interface Code {
  readonly type: string;
  readonly mode?: string;
  readonly cameo?: string;
  readonly contexts: readonly string[];
}

/** A code that words in the clause make more exact: "mode aerial when airstrike | warplane". */
export interface Refinement {
  readonly mode?: string;
  readonly cameo?: string;
  readonly context?: string;
  readonly words: ReadonlySet<string>;
  readonly at: RowAt;
}

export interface Example {
  readonly text: string;
  /** Nothing expected of a `not` example: this frame must not fire. */
  readonly fires: boolean;
  readonly expected: readonly { readonly what: string; readonly value: string }[];
  readonly at: RowAt;
}

export interface Frame {
  /** Trigger words: alternatives, each one or more lemmas, the head's first for verbs, last for nouns. */
  readonly triggers: readonly (readonly string[])[];
  readonly pos: FramePos;
  /** A second word that must stand at a place of the first: "sign + agreement (verb + object)". */
  readonly companion?: { readonly path: Path; readonly lemmas: ReadonlySet<string> };
  readonly code: Code;
  /** "→ none": here the word means no event, and no further frame of it is asked. */
  readonly silent?: true;
  readonly actor: readonly Path[];
  readonly recipient: readonly Path[];
  /** Between equals: all parties are listed as actors. */
  readonly equals: boolean;
  /** Roles without which the frame does not fire. */
  readonly needs: ReadonlySet<"actor" | "recipient">;
  /** Roles that only a party (somebody who can act) may fill; other fillers are left out. */
  readonly partiesOnly: boolean;
  readonly status?: EventStatus;
  readonly conditions: readonly Condition[];
  readonly refinements: readonly Refinement[];
  readonly examples: readonly Example[];
  readonly at: RowAt;
}

export interface FrameCodes {
  /** Type to its modes. */
  readonly modes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly contexts: ReadonlySet<string>;
  /** Code to what it maps to. */
  readonly cameo: ReadonlyMap<string, Pick<Cameo, "type" | "mode" | "contexts">>;
  readonly sectors: ReadonlySet<string>;
}

/** What a condition may name in capitals beside sectors: bodies that work in many countries. */
const bodies: ReadonlySet<string> = new Set(["IGO", "NGO", "MNC"]);

/** What "@" may name in a condition. */
const classNames: ReadonlySet<string> = new Set(
  "person state group organisation place party known thing infinitive none".split(" "),
);

const plainSteps = [
  "subject",
  "object",
  "indirect",
  "possessor",
  "modifier",
  "complement",
  "within",
  "over",
  "teller",
] as const;

class Malformed extends Error {}

function readStep(text: string): Step {
  const [to = "", ...rest] = text.trim().split(/\s+/);
  const plain = plainSteps.find((each) => each === to);
  if (plain && rest.length === 0) return { to: plain };
  if (to === "by-agent") return { to: "oblique", prepositions: ["by"] };
  if (to === "of") return { to: "oblique", prepositions: ["of"] };
  const prepositions = rest.join(" ").split("/");
  if (to === "oblique" && rest.length > 0) return { to: "oblique", prepositions };
  throw new Malformed(
    `"${text.trim()}" is no place; write ${plainSteps.join(", ")}, by-agent, of, or oblique with its prepositions ("oblique on/against")`,
  );
}

const pathsByText = new Map<string, Path>();

/** Equal texts give the same path, so that what stands at its end is looked up once a word. */
export function readPath(text: string): Path {
  const key = text.trim().replace(/\s+/g, " ");
  let path = pathsByText.get(key);
  if (!path) {
    path = key.split(">").map(readStep);
    pathsByText.set(key, path);
  }
  return path;
}

const readPaths = (text: string): Path[] => alternatives(text).map(readPath);

function readCode(text: string, codes: FrameCodes): Code {
  const code: { type?: string; mode?: string; cameo?: string; contexts: string[] } = {
    contexts: [],
  };
  for (const part of text.split(",").map((each) => each.trim())) {
    const cameo = /^CAMEO (\d{2,4})$/.exec(part)?.[1];
    const [type = "", mode] = part.split("/");
    if (cameo && codes.cameo.has(cameo)) code.cameo = cameo;
    else if (codes.modes.has(type)) {
      code.type = type;
      if (mode !== undefined && !codes.modes.get(type)!.has(mode))
        throw new Malformed(
          `${type} has no mode "${mode}"; it has ${[...codes.modes.get(type)!].join(", ") || "none"}`,
        );
      if (mode !== undefined) code.mode = mode;
    } else if (codes.contexts.has(part)) code.contexts.push(part);
    else
      throw new Malformed(
        `"${part}" is no PLOVER type, context or CAMEO code; see the files in ontology/`,
      );
  }
  const type = code.type ?? codes.cameo.get(code.cameo ?? "")?.type;
  if (!type) throw new Malformed(`the PLOVER type is missing in "${text}"`);
  return code.type ? { ...code, type } : { ...code, ...mapped(codes, code.cameo!), type };
}

/** Mode and contexts of a frame that names a CAMEO code alone. */
function mapped({ cameo }: FrameCodes, code: string): Pick<Code, "mode" | "contexts"> {
  const { mode, contexts = [] } = cameo.get(code) ?? {};
  return mode === undefined ? { contexts } : { mode, contexts };
}

type Head = Pick<Frame, "triggers" | "pos" | "companion" | "code" | "silent">;

/** `attack | carry out + raid (verb + object) → ASSAULT, CAMEO 190` */
function readHead(line: string, codes: FrameCodes): Head {
  const parts =
    /^(.+?)\s*\((verb|noun|adjective|auxiliary)(?:\s*\+\s*([^)]+))?\)\s*(?:→|->)\s*(.+)$/.exec(
      line,
    );
  if (!parts)
    throw new Malformed(
      `"${line}" does not start a frame; write e.g. "attack | storm (verb) → ASSAULT, CAMEO 190"`,
    );
  const [, left = "", pos, companionPlace, code = ""] = parts;
  const [triggerText = "", companionText] = left.split("+");
  if (/[()]/.test(left))
    throw new Malformed(
      `"${left}" has brackets within; the part of speech stands once, at the end`,
    );
  if ((companionPlace === undefined) !== (companionText === undefined))
    throw new Malformed(`"${left}" and the place in brackets do not agree about a "+"`);
  return {
    triggers: alternatives(triggerText).map((each) => each.split(/\s+/)),
    pos: pos as FramePos,
    ...(companionPlace && companionText
      ? {
          companion: {
            path: readPath(companionPlace),
            lemmas: new Set(alternatives(companionText)),
          },
        }
      : {}),
    ...(code.trim() === switchedOff
      ? { code: { type: "", contexts: [] }, silent: true }
      : { code: readCode(code, codes) }),
  };
}

/** "@person", or a sector: "MIL". */
const isClass = (each: string): boolean => each.startsWith("@") || /^[A-Z]{3}$/.test(each);

function readCondition(word: string, text: string, at: RowAt): Condition {
  const parts = /^(.+?)\s+(?:is|has)\s+(.+)$/.exec(text);
  if (!parts)
    throw new Malformed(
      `"${text}" is no condition; write e.g. "object is plan | bill", "clause has troop | army" or "sentence has match | goal"`,
    );
  const listed = alternatives(parts[2]!);
  const words = listed.filter((each) => !isClass(each));
  const isScope = parts[1] === "sentence" || parts[1] === "clause";
  return {
    holds: word === "if",
    path: isScope ? (parts[1] as "sentence" | "clause") : readPath(parts[1]!),
    words: new Set(words),
    phrases: isScope
      ? words.filter((each) => each.includes(" ")).map((each) => each.split(" "))
      : [],
    classes: new Set(listed.filter(isClass).map((each) => each.replace("@", ""))),
    at,
  };
}

function readRefinement(what: string, text: string, at: RowAt): Refinement {
  const [value = "", list] = text.split(/\s+when\s+/);
  if (list === undefined)
    throw new Malformed(`"${what} ${text}" lacks its words: "${what} ${value} when a | b"`);
  return { [what]: value.trim(), words: new Set(alternatives(list)), at };
}

function readExample(fires: boolean, text: string, at: RowAt): Example {
  const [sentence = "", expectation = ""] = text.split("==>").map((each) => each.trim());
  if (fires && expectation === "")
    throw new Malformed(`the example lacks what is expected: "… ==> actor X; recipient Y"`);
  const expected = (fires ? expectation : "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      const [what = "", ...value] = each.split(/\s+/);
      return { what, value: value.join(" ") };
    });
  return { text: sentence, fires, expected, at };
}

type Draft = { -readonly [K in keyof Frame]: Frame[K] } & {
  conditions: Condition[];
  refinements: Refinement[];
  examples: Example[];
};

const emptyDraft = (head: Head, at: RowAt): Draft => ({
  ...head,
  actor: [],
  recipient: [],
  equals: false,
  needs: new Set(),
  partiesOnly: false,
  conditions: [],
  refinements: [],
  examples: [],
  at,
});

function readNeeds(text: string): Set<"actor" | "recipient"> {
  const named = text.split(/\s*(?:,|and)\s*/);
  for (const each of named)
    if (each !== "actor" && each !== "recipient")
      throw new Malformed(
        `"${each}" cannot be needed; write "needs actor", "needs recipient" or both`,
      );
  return new Set(named as ("actor" | "recipient")[]);
}

function readStatus(text: string): EventStatus {
  const status = eventStatuses.find((each) => each === text);
  if (!status)
    throw new Malformed(`"${text}" is no status; write one of ${eventStatuses.join(", ")}`);
  return status;
}

const lineReaders: Readonly<Record<string, (draft: Draft, text: string, at: RowAt) => void>> = {
  actor: (draft, text) => {
    draft.actor = readPaths(text);
  },
  recipient: (draft, text) => {
    draft.recipient = readPaths(text);
  },
  equals: (draft) => {
    draft.equals = true;
  },
  parties: (draft) => {
    draft.partiesOnly = true;
  },
  needs: (draft, text) => {
    draft.needs = readNeeds(text);
  },
  status: (draft, text) => {
    draft.status = readStatus(text);
  },
  if: (draft, text, at) => draft.conditions.push(readCondition("if", text, at)),
  unless: (draft, text, at) => draft.conditions.push(readCondition("unless", text, at)),
  mode: (draft, text, at) => draft.refinements.push(readRefinement("mode", text, at)),
  cameo: (draft, text, at) => draft.refinements.push(readRefinement("cameo", text, at)),
  context: (draft, text, at) => draft.refinements.push(readRefinement("context", text, at)),
  "e.g.": (draft, text, at) => draft.examples.push(readExample(true, text, at)),
  not: (draft, text, at) => draft.examples.push(readExample(false, text, at)),
};

function readInnerLine(draft: Draft | undefined, line: string, at: RowAt): void {
  const [word = "", ...rest] = line.trim().split(/\s+/);
  const reader = lineReaders[word];
  if (!reader)
    throw new Malformed(
      `"${word}" starts no line of a frame; the lines are ${Object.keys(lineReaders).join(", ")}`,
    );
  if (!draft) throw new Malformed(`"${word}" stands before any frame`);
  const text =
    word === "e.g." || word === "not" ? line.trim().slice(word.length).trim() : rest.join(" ");
  reader(draft, text, at);
}

/** What a frame names and nobody has defined, with the line that names it. */
function undefinedIn({ code, conditions, refinements }: Frame, codes: FrameCodes): Problem[] {
  const modes = codes.modes.get(code.type);
  return [
    ...conditions.flatMap(({ at, classes }) =>
      [...classes]
        .filter((each) => ![classNames, bodies, codes.sectors].some((names) => names.has(each)))
        .map((each) => ({
          ...at,
          message: `"${each}" is no class and no sector; write ${[...classNames].map((name) => `@${name}`).join(", ")}, ${[...bodies].join(", ")} or a sector of ontology/sectors.tsv`,
        })),
    ),
    ...refinements.flatMap(({ at, mode, cameo, context }) => [
      ...(mode === undefined || modes?.has(mode)
        ? []
        : [{ ...at, message: `${code.type} has no mode "${mode}"; see ontology/modes.tsv` }]),
      ...(cameo === undefined || codes.cameo.has(cameo)
        ? []
        : [{ ...at, message: `there is no CAMEO code "${cameo}"; see ontology/cameo.tsv` }]),
      ...(context === undefined || codes.contexts.has(context)
        ? []
        : [{ ...at, message: `there is no context "${context}"; see ontology/contexts.tsv` }]),
    ]),
  ].map(({ file, line, message }) => ({ file, line, message }));
}

/** Reads one file of frames. What is malformed is told in `problems`; the rest is read. */
export function readFrames(file: KnowledgeFile, codes: FrameCodes, problems: Problem[]): Frame[] {
  const frames: Draft[] = [];
  let current: Draft | undefined;
  file.text.split("\n").forEach((raw, index) => {
    const line = raw.replace(/\s+$/, "");
    if (line === "" || line.trimStart().startsWith("#")) return;
    const at = lineAt(file, index + 1, line.trim());
    try {
      if (/^\s/.test(line)) readInnerLine(current, line, at);
      else {
        current = undefined;
        current = emptyDraft(readHead(line, codes), at);
        frames.push(current);
      }
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      problems.push(problemAt(at, error.message));
    }
  });
  for (const frame of frames) problems.push(...undefinedIn(frame, codes));
  // An example is what we owe for our own frames; nobody else has to.
  for (const { at, examples, silent } of frames)
    if (!file.own && !silent && !examples.some((each) => each.fires))
      problems.push(
        problemAt(at, `the frame "${at.row}" has no example; add a line "e.g. … ==> actor …"`),
      );
  return frames;
}
