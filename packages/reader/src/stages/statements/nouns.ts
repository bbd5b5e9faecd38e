import type { Cue } from "../../knowledge/cues.ts";
import { row, step, words } from "../../reading/because.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  tokenSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { restOfClause } from "./clause.ts";
import { sourceTokens } from "./description.ts";
import { verbGroup } from "./group.ts";
import { below, type Draft, formIs, isPunct, isVerb, lower, range, type Scene } from "./scene.ts";
import { isPassive, type Source, sourceOf } from "./sources.ts";
import { piecesOf } from "./spans.ts";

/** Statements whose cue is a noun: "Oman's announcement that …", "voiced concern about …". */
export function nounDrafts(at: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < at.tokens.count; noun++) {
    if (uposOf(at, noun) !== "NOUN") continue;
    const cue = at.cues.of("noun", lemmaOf(at, noun));
    if (!cue) continue;
    const draft = nounDraft(at, noun, cue);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

interface Holds {
  readonly content: readonly number[];
  readonly lead: readonly number[];
  readonly clause: boolean;
}

function nounDraft(at: Scene, noun: number, cue: Cue): Draft | undefined {
  const light = lightVerb(at, noun);
  const source = sourceOfNoun(at, noun, light);
  const holds = heldBy(at, noun, cue, light);
  if (!holds || (source.head < 0 && !holds.clause)) return refuse(at, noun, cue);
  const content = light >= 0 && holds.clause ? toItsEnd(at, light, holds.content) : holds.content;
  const who = source.head;
  const sourceAll =
    who < 0
      ? []
      : sourceTokens(at, who, light >= 0 ? light : noun).filter(
          (each) => !holds.content.includes(each),
        );
  const cueTokens = cueOf(at, noun, light, holds).filter((each) => !sourceAll.includes(each));
  const taken = new Set([...cueTokens, ...sourceAll]);
  return {
    anchor: noun,
    cue: cueTokens,
    lemma: light >= 0 ? `${lemmaOf(at, light)} ${cue.cue}` : cue.cue,
    stance: stanceOf(at, cue, light),
    source: sourceAll,
    who,
    content: piecesOf(
      at,
      content.filter((each) => !taken.has(each)),
    ),
    why: [
      step(
        `"${formOf(at, noun)}" names something said or thought`,
        words(tokenSpan(at, noun)),
        row(cue.at),
      ),
      step(`the content is what stands behind it`),
      step(`the source is ${source.how}`),
    ],
    spoken: false,
  };
}

/** "expressed readiness to resume the talks “soon”": on over what the parser hung elsewhere. */
const toItsEnd = (at: Scene, light: number, content: readonly number[]): number[] => [
  ...content.slice(0, -1),
  ...restOfClause(at, light, content.at(-1)!),
];

function refuse(at: Scene, noun: number, cue: Cue): undefined {
  const span = tokenSpan(at, noun);
  const because = step(
    `"${formOf(at, noun)}" has neither content nor somebody who says it`,
    words(span),
    row(cue.at),
  );
  at.refused({ stage: "statements", span, because });
  return undefined;
}

/** The light verb whose object the noun is ("issued a warning"), -1 for none. */
function lightVerb(at: Scene, noun: number): number {
  const head = headOf(at, noun);
  if (head < 0 || !hasLabel(at, noun, "obj", "nsubj:pass")) return -1;
  return at.cues.of("light verb", lemmaOf(at, head)) ? head : -1;
}

/** A light verb of another stance than neutral gives it to the whole: "rejected the accusation". */
function stanceOf(at: Scene, cue: Cue, light: number): Cue["stance"] {
  const lent = light < 0 ? undefined : at.cues.of("light verb", lemmaOf(at, light));
  return lent && lent.stance !== "neutral" ? lent.stance : cue.stance;
}

function sourceOfNoun(at: Scene, noun: number, light: number): Source {
  const owner = dependent(at, noun, "nmod:poss");
  if (owner >= 0 && !(light >= 0 && refersBack(at, owner)))
    return { head: owner, how: "its possessor" };
  if (light >= 0) {
    const { head } = sourceOf(at, light);
    if (head >= 0) return { head, how: "the subject of the verb it goes with" };
  }
  const from = dependents(at, noun, "nmod", "obl").find((each) =>
    ["by", "from"].includes(prepositionOf(at, each)),
  );
  if (from !== undefined) return { head: from, how: "who it comes from" };
  return { head: -1, how: "nobody: none is named" };
}

/** "renewed its call": the possessor only points back at the subject. */
const refersBack = (at: Scene, owner: number): boolean => uposOf(at, owner) === "PRON";

function heldBy(at: Scene, noun: number, { takes }: Cue, light: number): Holds | undefined {
  const hosts = light >= 0 ? [noun, light] : [noun, ...copulaHost(at, noun)];
  if (takes.has("clause"))
    for (const host of hosts)
      for (const each of dependents(at, host, "acl", "ccomp", "advcl", "appos")) {
        if (
          each < noun ||
          !dependents(at, each, "mark").some((mark) => formIs(at, mark, "that", "whether"))
        )
          continue;
        return {
          content: beforeMainVerb(
            at,
            below(at, each, () => false),
          ),
          lead: [],
          clause: true,
        };
      }
  if (takes.has("infinitive"))
    for (const host of hosts)
      for (const each of dependents(at, host, "acl", "xcomp", "advcl")) {
        if (each < noun || !dependents(at, each, "mark").some((mark) => formIs(at, mark, "to")))
          continue;
        if (host !== noun && each - noun > 4) continue;
        return { content: below(at, each, () => false), lead: [], clause: true };
      }
  return (
    thatBehind(at, noun, takes) ??
    toBehind(at, noun, takes) ??
    heldByPreposition(at, noun, takes, hosts)
  );
}

/** "the announcement that …", where the tree hangs the clause elsewhere: up to the main verb. */
function thatBehind(at: Scene, noun: number, takes: ReadonlySet<string>): Holds | undefined {
  const that = noun + 1;
  if (
    !takes.has("clause") ||
    !formIs(at, that, "that") ||
    at.tokens.sentence[that] !== at.tokens.sentence[noun]
  )
    return undefined;
  const head = headOf(at, that);
  // "messages that showed" describes the messages
  if (/^(?:VB[DZ]|MD)$/.test(xposOf(at, that + 1))) return undefined;
  if (head <= that)
    return { content: beforeMainVerb(at, restOfClause(at, noun, that)), lead: [], clause: true };
  const host = headOf(at, noun);
  const all = below(at, head, () => false).filter((each) => each >= that);
  const end = host > head ? Math.min(all.at(-1)!, host - 1) : all.at(-1)!;
  return { content: beforeMainVerb(at, range(that, end)), lead: [], clause: true };
}

/** "ignored the order to leave", where the parser hung the infinitive on the verb. */
function toBehind(at: Scene, noun: number, takes: ReadonlySet<string>): Holds | undefined {
  const head = headOf(at, noun + 1);
  if (!takes.has("infinitive") || !formIs(at, noun + 1, "to") || head <= noun + 1) return undefined;
  return isVerb(at, head)
    ? { content: below(at, head, () => false), lead: [], clause: true }
    : undefined;
}

/** "that the valve failed | ended the debate": a finite verb right behind another is the main one. */
function beforeMainVerb(at: Scene, tokens: readonly number[]): number[] {
  let finite = false;
  for (const [k, each] of tokens.entries()) {
    const tensed = /^(?:VB[DPZ]|MD)$/.test(xposOf(at, each));
    const behindVerb =
      /^(?:VB[DNP]?|JJ|RB|RP)$/.test(xposOf(at, each - 1)) && !isAuxiliary(at, each - 1);
    if (finite && tensed && behindVerb && k > 2) return tokens.slice(0, k);
    finite ||= tensed;
  }
  return [...tokens];
}

const isAuxiliary = (at: Scene, token: number): boolean => uposOf(at, token) === "AUX";

/** "his view is that …": the clause is the predicate. */
const copulaHost = (at: Scene, noun: number): number[] =>
  hasLabel(at, noun, "nsubj") && lemmaOf(at, headOf(at, noun)) === "be" ? [headOf(at, noun)] : [];

function heldByPreposition(
  at: Scene,
  noun: number,
  takes: ReadonlySet<string>,
  hosts: readonly number[],
): Holds | undefined {
  const head = headOf(at, noun);
  // "ignored the call for a truce": what stands right behind the noun is its, whatever the parser says.
  const above = head >= 0 && hasLabel(at, noun, "obj") && !hosts.includes(head) ? [head] : [];
  for (const host of [...hosts, ...above])
    for (const each of dependents(at, host, "nmod", "obl", "acl", "advcl")) {
      const lead = dependents(at, each, "case", "mark").filter((mark) =>
        takes.has(lower(at, mark)),
      );
      const farthest = host === head ? 1 : 3;
      if (
        each < noun ||
        lead.length === 0 ||
        lead[0]! - noun > farthest ||
        isPunct(at, lead[0]! - 1)
      )
        continue;
      const inLead = new Set(lead);
      return {
        content: below(at, each, () => false).filter((token) => !inLead.has(token)),
        lead,
        clause: false,
      };
    }
  return undefined;
}

/** The noun with its adjectives and preposition, or from the light verb on through them. */
function cueOf(at: Scene, noun: number, light: number, { lead }: Holds): number[] {
  const modifiers = dependents(at, noun, "amod", "compound").filter((each) => each < noun);
  const core = light >= 0 ? dependents(at, noun, "det") : [];
  const group = new Set([...modifiers, ...core, noun, ...lead]);
  if (light < 0 || isPassive(at, light)) return [...group].sort((a, b) => a - b);
  for (const each of verbGroup(at, light)) group.add(each);
  const [first, last] = [Math.min(light, noun), noun];
  if (last - first <= 6) for (const each of range(first, last)) group.add(each);
  return [...group].sort((a, b) => a - b);
}
