/**
 * Whom pronouns mean: relative pronouns by the tree; "I" by who speaks; the others by what was
 * spoken of before, near and in a leading place (Hobbs 1978; Lappin & Leass 1994, simplified).
 */
import { step, words } from "../../reading/because.ts";
import { dependents, formOf, hasLabel, lemmaOf, tokenSpan, xposOf } from "../../reading/syntax.ts";
import { groupOf } from "./pairs.ts";
import type { Recent, Spoken } from "./recent.ts";
import { type Draft, mention, type Work } from "./work.ts";

type Sort = "he" | "she" | "it" | "they";
const sorts: Readonly<Record<string, Sort>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  itself: "it",
  they: "they",
  them: "they",
  their: "they",
  theirs: "they",
  themselves: "they",
};

export function resolvePronoun(work: Work, recent: Recent, token: number): void {
  const { at } = work;
  const form = formOf(at, token).toLowerCase();
  const sort = sorts[form];
  if (sort) personal(work, recent, token, sort);
  else if (/^(?:i|me|my|mine|myself)$/.test(form)) speaker(work, token);
  else if (form === "both") both(work, recent, token);
  else if (/^(?:who|whom|whose|which|that)$/.test(form) && /^W/.test(xposOf(at, token)))
    relative(work, token);
}

function say(work: Work, index: number, token: number, says: string): void {
  work.drafts[index]!.why.push(step(says, words(tokenSpan(work.at, token))));
  mention(work, index, token, token, token, "pronoun");
}

/** "officials, who …": the noun whose clause it is, else the phrase that stands right before. */
function relative(work: Work, token: number): void {
  const { at } = work;
  let noun = -1;
  for (let i = token, steps = 0; i >= 0 && steps < 8 && noun < 0; i = at.tree.head[i]!, steps++)
    if (hasLabel(at, i, "acl:relcl", "acl") && at.tree.head[i]! < token) noun = at.tree.head[i]!;
  if (noun < 0 && /^that$/i.test(formOf(at, token))) return;
  if (noun < 0 || work.of[noun]! < 0) noun = formOf(at, token - 1) === "," ? token - 2 : token - 1;
  const index = noun >= at.tokens.first[at.tokens.sentence[token]!]! ? work.of[noun]! : -1;
  if (index >= 0) mention(work, index, token, token, token, "pronoun");
}

const saying =
  /^(?:say|tell|add|state|note|explain|declare|insist|write|ask|claim|warn|argue|recall|stress|announce|reply|continue)$/;

/** The subject of the verb of saying around the clause. */
function speaker(work: Work, token: number): void {
  const { at } = work;
  for (let i = token, steps = 0; i >= 0 && steps < 12; i = at.tree.head[i]!, steps++) {
    const verbs = [...dependents(at, i, "parataxis"), at.tree.head[i]!];
    for (const verb of verbs) {
      if (verb < 0 || !saying.test(lemmaOf(at, verb))) continue;
      const subject = dependents(at, verb, "nsubj").find((each) => work.of[each]! >= 0);
      const index = subject === undefined ? -1 : work.of[subject]!;
      if (index >= 0 && work.drafts[index]!.kind === "person") {
        say(work, index, token, "the one who speaks");
        return;
      }
    }
  }
}

function both(work: Work, recent: Recent, token: number): void {
  const found = recent.together
    .slice(-30)
    .findLast(
      ({ members }) =>
        new Set(members).size === 2 && members.every((each) => work.drafts[each]!.kind !== "other"),
    );
  if (found)
    say(work, groupOf(work, found.members, "those told of together", token), token, "both");
}

const sentencesBack = 3;
const mentionsBack = 60;

function personal(work: Work, recent: Recent, token: number, sort: Sort): void {
  const { at } = work;
  if (hasLabel(at, token, "expl") || (sort === "it" && isEmpty(work, token))) return;
  const says = `"${formOf(at, token)}" for the most prominent one before that agrees`;
  const best = mostSalient(work, recent, token, sort);
  const pair = sort === "they" ? pairNear(work, recent, at.tokens.sentence[token]!) : undefined;
  if (pair && (!best || pair.score > best.score)) {
    const index = groupOf(work, pair.members, "those told of together", token);
    say(work, index, token, says);
    return;
  }
  if (!best) return;
  const draft = work.drafts[best.index]!;
  if ((sort === "he" || sort === "she") && best.margin >= clear)
    draft.gender ??= sort === "he" ? "m" : "f";
  say(work, best.index, token, says);
}

/** "It is easy to blame …", "it is surprising that …" */
function isEmpty(work: Work, token: number): boolean {
  const { at } = work;
  const head = at.tree.head[token]!;
  if (head < 0 || !hasLabel(at, token, "nsubj")) return false;
  if (dependents(at, head, "cop").length === 0) return false;
  return dependents(at, head, "csubj", "ccomp", "xcomp", "advcl", "acl").some(
    (each) => each > head,
  );
}

interface Scored {
  readonly index: number;
  readonly score: number;
  /** By how much the next best one is behind. */
  readonly margin: number;
}

/** By how much the best has to lead for a pronoun to tell its gender. */
const clear = 1;

function mostSalient(
  work: Work,
  { spoken }: Recent,
  token: number,
  sort: Sort,
): Scored | undefined {
  const sentence = work.at.tokens.sentence[token]!;
  const barred = coArguments(work, token);
  let best = subjectBehind(work, token, sort);
  for (let k = spoken.length - 1; k >= 0 && k >= spoken.length - mentionsBack; k--) {
    const each = spoken[k]!;
    if (sentence - each.sentence > sentencesBack) break;
    const draft = work.drafts[each.index]!;
    if (barred.has(each.index) || !agrees(draft, sort)) continue;
    if (isInside(work, each.head, token)) continue;
    const nearness = (spoken.length - k) * 0.005;
    const score = salience(work, each, draft, token, sentence, sort) - nearness;
    if (best?.index === each.index) {
      if (score > best.score) best = { ...best, score };
    } else if (!best || score > best.score) {
      best = { index: each.index, score, margin: best ? score - best.score : clear };
    } else if (best.score - score < best.margin) best = { ...best, margin: best.score - score };
  }
  return best;
}

/** "Following her promotion, Brigadier Kioko …": the subject that the opening phrase leads up to. */
function subjectBehind(work: Work, token: number, sort: Sort): Scored | undefined {
  const { at } = work;
  for (let i = token, steps = 0; i >= 0 && steps < 8; i = at.tree.head[i]!, steps++) {
    if (!hasLabel(at, i, "obl", "advcl")) continue;
    const subject = dependents(at, at.tree.head[i]!, "nsubj").find((each) => each > token);
    const index = subject === undefined ? -1 : work.of[subject]!;
    if (index >= 0 && agrees(work.drafts[index]!, sort))
      return { index, score: cataphoric, margin: 0 };
  }
  return undefined;
}
const cataphoric = 5;

/** Several told of together as subject or nearby, for "they". */
function pairNear(work: Work, recent: Recent, sentence: number) {
  const found = recent.together
    .slice(-12)
    .findLast(
      ({ coordinated, members }) =>
        coordinated && members.every((each) => work.drafts[each]!.kind !== "other"),
    );
  if (!found || sentence - found.sentence > 1) return undefined;
  const first = work.at.tree.head[found.head]!;
  const subject = hasLabel(work.at, first, "nsubj") ? 1.5 : 0;
  return { members: found.members, score: 3 - (sentence - found.sentence) + subject };
}

/** "Putin told him": who stands beside a pronoun under one verb is not meant by it. */
function coArguments(work: Work, token: number): ReadonlySet<number> {
  const { at } = work;
  const found = new Set<number>();
  if (hasLabel(at, token, "nmod:poss") || /sel(?:f|ves)$/i.test(formOf(at, token))) return found;
  const verb = at.tree.head[token]!;
  if (verb < 0) return found;
  for (const each of dependents(at, verb, "nsubj", "obj", "iobj", "obl"))
    if (each !== token && work.of[each]! >= 0) found.add(work.of[each]!);
  return found;
}

/** "Iranian officials denied it": nor is one inside such a phrase. */
function isInside(work: Work, head: number, token: number): boolean {
  const { at } = work;
  if (!hasLabel(at, head, "amod", "compound", "nmod") || hasLabel(at, token, "nmod:poss"))
    return false;
  const above = at.tree.head[head]!;
  return above >= 0 && at.tree.head[above]! === at.tree.head[token]! && at.tree.head[token]! >= 0;
}

function agrees(draft: Draft, sort: Sort): boolean {
  if (sort === "he" || sort === "she") {
    if (draft.kind !== "person" || draft.plural) return false;
    return (
      draft.gender === undefined ||
      draft.gender === "both" ||
      draft.gender === (sort === "he" ? "m" : "f")
    );
  }
  if (sort === "it") return draft.kind !== "person" && !draft.plural;
  return (
    draft.plural ||
    draft.kind === "group" ||
    draft.kind === "organisation" ||
    draft.kind === "state"
  );
}

function salience(
  work: Work,
  { head, sentence: told }: Spoken,
  draft: Draft,
  token: number,
  sentence: number,
  sort: Sort,
): number {
  const { at } = work;
  let score = 3 - (sentence - told);
  // "welcomed it": an object takes up an object rather than whoever did something.
  const object = sort === "it" && hasLabel(at, token, "obj");
  if (hasLabel(at, head, "nsubj")) score += object ? 0.7 : 1.5;
  else if (hasLabel(at, head, "obj") && object) score += 1.7;
  else if (hasLabel(at, head, "obj", "iobj", "nmod:poss")) score += 0.5;
  else if (hasLabel(at, head, "amod", "compound", "nmod")) score -= 0.7;
  score += Math.min(5, draft.mentions.length) * 0.1;
  if (draft.named) score += 0.4;
  if (sort === "they") score += draft.plural ? 1 : -1;
  if (draft.kind === "other" && !object) score -= sort === "they" ? 1.2 : 0.8;
  if (sort === "it" && draft.kind === "place") score -= 0.5;
  if (isBlamed(work, head, token)) score += 2;
  if (isBeside(work, head, token)) score += 2.5;
  if (isOwner(work, head, token)) score += 3;
  const clause = at.tree.head[token]!;
  if (
    hasLabel(at, token, "nmod:poss") &&
    hasLabel(at, head, "nsubj") &&
    isOver(work, at.tree.head[head]!, clause)
  )
    score += 1;
  return score;
}

/** "Her lawyer said she was well": she whose lawyer it is. */
function isOwner({ at }: Work, head: number, token: number): boolean {
  if (!hasLabel(at, head, "nmod:poss") || xposOf(at, head) !== "PRP$") return false;
  const owned = at.tree.head[head]!;
  const verb = owned >= 0 && hasLabel(at, owned, "nsubj") ? at.tree.head[owned]! : -1;
  const clause = hasLabel(at, token, "nsubj", "nsubj:pass") ? at.tree.head[token]! : -1;
  return (
    verb >= 0 && clause >= 0 && saying.test(lemmaOf(at, verb)) && at.tree.head[clause] === verb
  );
}

/** "Iran and its neighbours": the one named right before "and". */
function isBeside(work: Work, head: number, token: number): boolean {
  const { at } = work;
  const owned = at.tree.head[token]!;
  if (!hasLabel(at, token, "nmod:poss") || owned < 0) return false;
  const before =
    formOf(at, token - 1).toLowerCase() === "and" && work.of[token - 2] === work.of[head];
  return before || (hasLabel(at, owned, "conj") && at.tree.head[owned] === head);
}

/**
 * "Peru accused Chile, citing its …": after verbs that judge somebody for what he did, the reason
 * that follows is about the one judged (implicit causality, Garvey & Caramazza 1974).
 */
function isBlamed(work: Work, head: number, token: number): boolean {
  const { at } = work;
  const verb = at.tree.head[head]!;
  if (verb < 0 || !hasLabel(at, head, "obj", "nsubj")) return false;
  const held = hasLabel(at, head, "nsubj") ? heldBy(work, verb) : verb;
  if (held < 0 || held > head || !judging.test(lemmaOf(at, held))) return false;
  return at.tree.head[token] !== held && isOver(work, held, token);
}

/** "held Washington responsible": a parse may make the one held the subject of what follows. */
function heldBy(work: Work, predicate: number): number {
  const above = work.at.tree.head[predicate]!;
  return above >= 0 && lemmaOf(work.at, above) === "hold" ? above : -1;
}

const judging =
  /^(?:accuse|blame|criticise|criticize|condemn|denounce|hold|fault|slam|rebuke|chide|punish|sanction|fine|sue|thank|praise|fear|charge|scold|censure|reprimand|lambast|castigate|commend|congratulate)$/;

/** Whether a verb stands above a token, a few steps up. */
function isOver(work: Work, verb: number, token: number): boolean {
  for (let i = token, steps = 0; i >= 0 && steps < 6; i = work.at.tree.head[i]!, steps++)
    if (i === verb) return true;
  return false;
}
