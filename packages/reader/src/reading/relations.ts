/**
 * Trees mended where the words around a relation tell better:
 *
 * - where there is neither a passive's auxiliary nor a participle, a subject is no passive's ("The
 *   airline apologized");
 * - who is named before a finite verb that has no subject is not called upon, and no part of the
 *   verb, but its subject ("Lula, Macron discuss trade", "Army attacks village");
 * - what stands before and behind a verb that was taken for a noun is its subject and its object
 *   ("Police arrest 12");
 * - of two nouns side by side, both the subject of one verb, the first belongs to the second ("aid
 *   workers");
 * - a particle that the parser took for a preposition belongs to its verb, and the noun is its object
 *   ("handed over the base");
 * - of what somebody is accused, suspected or told is the verb's, no part of who is ("accused the army
 *   of torture");
 * - a "that" before a verb with a subject and an object of its own opens a clause, and is neither
 *   ("charges that it tortured a priest");
 * - a weekday behind a common noun is when it happened, no name of it ("A judge Thursday approved");
 * - "at least" and the like between a verb and a number hedge the number, and what is counted is the
 *   object ("wounded at least 12 civilians");
 * - a verb with the auxiliary of what is told, or a modal one, is told too, and not coordinated with
 *   the telling ("said it was wrong and must stop", "said he had come and had asked").
 */
import type { Tags, Tree } from "./layers.ts";

const finite = new Set(["VBD", "VBZ", "VBP"]);
const active = new Set([...finite, "VB", "VBG"]);

/** Questions that the rules ask of a tree while it is mended. */
class Draft {
  readonly head: Int32Array;
  readonly label: Uint8Array;
  readonly tree: Tree;
  readonly tags: Tags;
  readonly forms: readonly string[];
  changed = false;

  constructor(tree: Tree, tags: Tags, forms: readonly string[]) {
    this.forms = forms;
    this.tree = tree;
    this.tags = tags;
    this.head = tree.head.slice();
    this.label = tree.label.slice();
  }

  tagOf(token: number): string {
    return this.tags.xposNames[this.tags.xpos[token]!] ?? "";
  }

  is(token: number, ...names: readonly string[]): boolean {
    return names.includes(this.tree.labelNames[this.label[token]!]!);
  }

  dependents(token: number, ...names: readonly string[]): number[] {
    const { firstChild, child } = this.tree;
    const all = Array.from(child.subarray(firstChild[token]!, firstChild[token + 1]!));
    return names.length === 0 ? all : all.filter((each) => this.is(each, ...names));
  }

  /** Auxiliaries in small letters. */
  helpersOf(verb: number): string[] {
    return this.dependents(verb, "aux", "aux:pass", "cop").map((each) =>
      this.forms[each]!.toLowerCase(),
    );
  }

  call(token: number, name: string): void {
    this.label[token] = this.tree.labelNames.indexOf(name);
    this.changed = true;
  }

  hang(token: number, head: number): void {
    this.head[token] = head;
    this.changed = true;
  }
}

/** The tree with its subjects, objects and coordinations mended; `childrenOf` as in the parser. */
export function withBetterRelations(
  tree: Tree,
  tags: Tags,
  forms: readonly string[],
  childrenOf: (head: Int32Array) => Pick<Tree, "firstChild" | "child">,
): Tree {
  const draft = new Draft(tree, tags, forms);
  for (let i = 0; i < tree.head.length; i++) {
    if (isActiveSubject(draft, i) || isNamedSubject(draft, i)) draft.call(i, "nsubj");
    if (isFirstOfTwo(draft, i)) {
      draft.hang(i, i + 1);
      draft.call(i, "compound");
    }
    mendParticle(draft, i);
    if (isCharge(draft, i)) {
      draft.hang(i, draft.head[draft.head[i]!]!);
      draft.call(i, "obl");
    }
    if (isOpening(draft, i)) draft.call(i, "mark");
    mendWeekday(draft, i);
    mendHedge(draft, i);
    const told = toldClause(draft, i);
    if (told >= 0) draft.hang(i, told);
  }
  for (const verb of tags.main ?? []) mendAround(draft, verb);
  if (!draft.changed) return tree;
  return { ...tree, head: draft.head, label: draft.label, ...childrenOf(draft.head) };
}

function isActiveSubject(draft: Draft, i: number): boolean {
  const verb = draft.head[i]!;
  return (
    verb >= 0 &&
    draft.is(i, "nsubj:pass") &&
    active.has(draft.tagOf(verb)) &&
    draft.dependents(verb, "aux:pass").length === 0
  );
}

function isNamedSubject(draft: Draft, i: number): boolean {
  const verb = draft.head[i]!;
  return (
    verb > i &&
    draft.is(i, "vocative", "compound") &&
    finite.has(draft.tagOf(verb)) &&
    draft.dependents(verb, "nsubj", "nsubj:pass", "expl", "csubj").length === 0
  );
}

function isFirstOfTwo(draft: Draft, i: number): boolean {
  const verb = draft.head[i]!;
  return (
    verb > i + 1 &&
    draft.head[i + 1] === verb &&
    draft.is(i, "nsubj") &&
    draft.is(i + 1, "nsubj") &&
    draft.tagOf(i).startsWith("NN") &&
    draft.tagOf(i + 1).startsWith("NN")
  );
}

/** The clause that a coordinated "must …" belongs to, -1 for none. */
function toldClause(draft: Draft, i: number): number {
  const verb = draft.head[i]!;
  if (verb < 0 || !draft.is(i, "conj") || !finite.has(draft.tagOf(verb))) return -1;
  if (draft.dependents(i, "nsubj", "nsubj:pass").length > 0) return -1;
  const clause = draft.dependents(verb, "ccomp").find((each) => verb < each && each < i) ?? -1;
  const helpers = draft.helpersOf(i);
  if (clause < 0 || helpers.length === 0 || draft.helpersOf(verb).length > 0) return -1;
  const alike = helpers.some((each) => draft.helpersOf(clause).includes(each));
  const modal = draft.dependents(i, "aux").some((each) => draft.tagOf(each) === "MD");
  return alike || modal ? clause : -1;
}

/** "that" taken for the object of a verb which has another behind it. */
function isOpening(draft: Draft, i: number): boolean {
  const verb = draft.head[i]!;
  return (
    verb > i &&
    draft.is(i, "obj") &&
    draft.forms[i]!.toLowerCase() === "that" &&
    draft.dependents(verb, "nsubj").some((each) => each > i) &&
    draft.dependents(verb, "obj").some((each) => each > verb)
  );
}

const phrasal: readonly RegExp[] = [
  /^(?:hand|tak|turn|bl[oe]w|g[ai]v)\w* over$/i,
  /^(?:call|lay|fight|shrug|ward|fend|cut|break|broke|seal|cordon|shut|hold|held|strik|struck)\w* off$/i,
  /^(?:carr|hand|lay|laid|rul|wip|point|bail|call|pull|rol|drive|drove)\w* out$/i,
  /^(?:g[ai]v|set|bl[oe]w|round|step|br[eo]ak|broke|shor|back|hold|held|tak|took|draw|drew|split|patch|clean|pil)\w* up$/i,
  /^(?:lay|laid|tak|took|turn|shut|shoot|shot|br[io]ng|brought|gun|hunt|track|tear|tore|strik|struck|put|play|water)\w* down$/i,
  /^(?:tak|took|hand|turn|call|let|swear|swore|brought|bring|rein)\w* in$/i,
  /^(?:roll|claw|pull|scal|push|win|won|tak|took|fight|fought|give|gave|hand)\w* back$/i,
];

/** "handed over the base": the noun hangs by "over", straight behind the verb. */
function mendParticle(draft: Draft, i: number): void {
  const noun = draft.head[i]!;
  const verb = noun < 0 ? -1 : draft.head[noun]!;
  if (verb !== i - 1 || !draft.is(i, "case") || !draft.is(noun, "obl")) return;
  if (!draft.tagOf(verb).startsWith("VB") || draft.dependents(verb, "obj").length > 0) return;
  // "pulled out of Chad", "went on to": two prepositions together.
  if (["IN", "TO", "RP"].includes(draft.tagOf(i + 1))) return;
  const both = `${draft.forms[verb]} ${draft.forms[i]}`;
  if (!phrasal.some((pattern) => pattern.test(both))) return;
  draft.hang(i, verb);
  draft.call(i, "compound:prt");
  draft.call(noun, "obj");
}

const hedge = /^(?:at (?:least|most)|(?:more|fewer|less) than|up to|close to)$/i;
const units =
  /^(?:%|percent|per|points?|(?:second|minute|hour|day|night|week|month|year|decade|time|mile|kilomet(?:er|re)|met(?:er|re))s?)$/i;

/** "wounded at least 12 civilians": straight behind the verb, "at" hedges the number, and what is counted is the object. */
function mendHedge(draft: Draft, i: number): void {
  const verb = i - 3;
  if (draft.tagOf(i) !== "CD" || verb < 0 || !/^VB[DGPZ]?$/.test(draft.tagOf(verb))) return;
  if (!hedge.test(`${draft.forms[i - 2]} ${draft.forms[i - 1]}`)) return;
  const noun = draft.is(i, "nummod") ? draft.head[i]! : i;
  if (draft.head[noun] !== verb || !draft.is(noun, "obl") || units.test(draft.forms[noun]!)) return;
  if (units.test(draft.forms[i + 1] ?? "") || draft.dependents(verb, "obj", "aux:pass").length > 0)
    return;
  draft.call(noun, "obj");
  for (const each of [i - 2, i - 1]) {
    draft.hang(each, each === i - 1 ? i - 2 : i);
    draft.call(each, each === i - 1 ? "fixed" : "advmod");
  }
}

const withOf =
  /^(?:accus|suspect|convict|acquit|clear|absolv|depriv|stripp?|robb?|inform|remind|warn|notif|assur|convinc|rid)(?:e|es|ed|ing|s|y|ies|ied)?$/i;

/** "of torture" that hangs on the object of "accuse". */
function isCharge(draft: Draft, i: number): boolean {
  const noun = draft.head[i]!;
  const verb = noun < 0 ? -1 : draft.head[noun]!;
  return (
    verb >= 0 &&
    i > noun &&
    draft.is(i, "nmod") &&
    draft.is(noun, "obj", "nsubj:pass") &&
    withOf.test(draft.forms[verb]!) &&
    draft.tagOf(verb).startsWith("VB") &&
    hasOf(draft, i) &&
    !draft.tagOf(i).startsWith("NNP") &&
    draft.dependents(i, "det").every((each) => draft.forms[each]!.toLowerCase() !== "the") &&
    draft.dependents(verb, "obl").every((each) => each < verb || !hasOf(draft, each))
  );
}

const hasOf = (draft: Draft, i: number): boolean =>
  draft.dependents(i, "case").some((each) => draft.forms[each] === "of");

const weekdays = new Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));

/** Hangs a weekday on the verb of the noun before it, and what hung on the weekday on that noun. */
function mendWeekday(draft: Draft, i: number): void {
  const noun = i - 1;
  if (!weekdays.has(draft.forms[i]!) || noun < 0 || !/^NNS?$/.test(draft.tagOf(noun))) return;
  if (draft.head[noun] === i && draft.is(noun, "compound")) {
    for (const each of draft.dependents(i)) if (each < noun) draft.hang(each, noun);
    draft.hang(noun, draft.head[i]!);
    draft.label[noun] = draft.label[i]!;
  } else if (draft.head[i] !== noun || !draft.is(i, "appos", "flat", "compound", "nmod:unmarked"))
    return;
  if (draft.head[noun]! >= 0) draft.hang(i, draft.head[noun]!);
  draft.call(i, "obl:unmarked");
}

/** A verb that was a noun has the noun's dependents. */
function mendAround(draft: Draft, verb: number): void {
  for (const each of draft.dependents(verb)) {
    const bare = draft.dependents(each, "case").length === 0;
    if (each < verb && bare && draft.is(each, "compound", "nmod", "amod", "dep", "nmod:unmarked"))
      draft.call(each, "nsubj");
    if (each > verb && bare && draft.is(each, "flat", "compound", "nummod", "appos", "dep"))
      draft.call(each, "obj");
  }
}
