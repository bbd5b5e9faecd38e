import { row, step, words } from "../../reading/because.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  isAbove,
  lemmaOf,
  tokenSpan,
  tokensSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { governed } from "./content.ts";
import { sourceTokens } from "./description.ts";
import { phrase } from "./objects.ts";
import {
  below,
  type Draft,
  firstOf,
  formIs,
  isPunct,
  isVerb,
  lastOf,
  lower,
  range,
  type Scene,
  sentenceOf,
} from "./scene.ts";
import { isPassive, sourceOf } from "./sources.ts";
import { piecesOf } from "./spans.ts";

/** Statements whose cue is a phrase, an adverb or an adjective. */
export function phraseDrafts(at: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (let token = 0; token < at.tokens.count; token++) {
    const draft =
      sourcePhrase(at, token) ??
      adverb(at, token) ??
      adjective(at, token) ??
      verbWithPredicate(at, token);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** The source phrase that begins at a token, as its row and last token. */
function phraseAt(at: Scene, token: number) {
  if (!at.cues.opensPhrase(lower(at, token))) return undefined;
  const end = lastOf(at, sentenceOf(at, token));
  for (let length = 4; length >= 1; length--) {
    if (token + length - 1 >= end) continue;
    const said = range(token, token + length - 1)
      .map((each) => lower(at, each))
      .join(" ");
    const cue = at.cues.of("source phrase", said);
    if (cue?.takes.has("source")) return { cue, last: token + length - 1 };
  }
  return undefined;
}

/** "…, according to the police": the noun phrase behind it is the source, its sentence the content. */
function sourcePhrase(at: Scene, token: number): Draft | undefined {
  const found = phraseAt(at, token) ?? inDocument(at, token);
  if (!found) return undefined;
  const { cue, last } = found;
  const who = nounBehind(at, last);
  if (who < 0) return undefined;
  if (cue.cue === "per" && uposOf(at, who) === "NOUN" && !isPunct(at, token - 1)) return undefined;
  const cueTokens = range(token, last);
  const inCue = new Set(cueTokens);
  const whole = sourceTokens(at, who, token).filter((each) => each > last && !inCue.has(each));
  const source = startsSentence(at, token) ? upToComma(at, whole) : whole;
  const content = contentOfPhrase(at, token, new Set([...cueTokens, ...source]));
  return {
    anchor: token,
    cue: cueTokens,
    lemma: cue.cue,
    stance: cue.stance,
    source,
    who,
    content: piecesOf(at, content),
    why: [
      step(`"${cue.cue}" puts a source behind it`, words(tokensSpan(at, token, last)), row(cue.at)),
      step("the source is the noun phrase behind it"),
      step("the content is the rest of what it stands in"),
    ],
    spoken: false,
  };
}

/** "in a poll released on Sunday": what a survey finds. */
function inDocument(at: Scene, token: number) {
  if (!formIs(at, token, "in", "In")) return undefined;
  const cue = at.cues.of("source phrase", "in");
  const head = headOf(at, token);
  return cue && head > token && cue.takes.has(lemmaOf(at, head)) && hasLabel(at, head, "obl")
    ? { cue, last: token }
    : undefined;
}

/** The head of the noun phrase that begins behind a token. */
function nounBehind(at: Scene, token: number): number {
  const end = lastOf(at, sentenceOf(at, token));
  for (let each = token + 1; each <= Math.min(end, token + 8); each++) {
    if (!/^(?:NOUN|PROPN|PRON|NUM)$/.test(uposOf(at, each))) continue;
    let head = each;
    for (let above = headOf(at, head); above > token && above <= end; above = headOf(at, above)) {
      if (
        !hasLabel(
          at,
          head,
          "compound",
          "nmod:poss",
          "flat",
          "amod",
          "nummod",
          "nsubj",
          "obl",
          "nmod",
          "det",
        ) ||
        isVerb(at, above)
      )
        break;
      head = above;
    }
    return head;
  }
  return -1;
}

const startsSentence = (at: Scene, token: number): boolean =>
  token <= firstOf(at, sentenceOf(at, token)) + 1;

/** A phrase that opens a sentence ends at its comma, where it would otherwise swallow the sentence. */
function upToComma(at: Scene, tokens: readonly number[]): number[] {
  const finite = (each: number) => /^(?:VB[DPZ]|MD)$/.test(xposOf(at, each));
  const comma = tokens.findIndex((each) => formIs(at, each, ","));
  const verb = tokens.findIndex(finite);
  const end = lastOf(at, sentenceOf(at, tokens[0] ?? 0));
  const first = tokens[0] ?? end;
  const mark = range(first, Math.min(end, first + 16)).find((each) => formIs(at, each, ","));
  if (mark !== undefined && !range(first, mark).some(finite) && mark > (tokens.at(-1) ?? mark))
    return range(first, mark - 1);
  const swallows = range((tokens.at(-1) ?? end) + 1, end).every((each) => isPunct(at, each));
  return comma >= 0 && (swallows || verb > comma) ? tokens.slice(0, comma) : [...tokens];
}

/** The whole sentence where the phrase opens or closes it; else the clause it stands in. */
function contentOfPhrase(at: Scene, token: number, taken: ReadonlySet<number>): number[] {
  const sentence = sentenceOf(at, token);
  const [first, last] = [firstOf(at, sentence), lastOf(at, sentence)];
  const rest = range(first, last).filter((each) => !taken.has(each));
  const end = Math.max(...taken);
  const opens = token <= first + 2;
  if (opens || end >= last - 1) return rest;
  if (onlyWhen(at, end + 1, last)) return rest.filter((each) => each < token);
  const top = Math.max(
    ...[...taken].map((each) => headOf(at, each)).filter((each) => each >= 0 && !taken.has(each)),
    -1,
  );
  if (top < 0) return rest;
  const host = clauseOf(at, top);
  return below(at, host, (each) => taken.has(each)).filter((each) => !taken.has(each));
}

/** Whether a sentence ends with no more than a day: ", according to the army on Monday." */
const onlyWhen = (at: Scene, from: number, last: number): boolean =>
  last - from <= 3 &&
  formIs(at, from, "on", "earlier", "late", "early", "last") &&
  range(from, last).every((each) => !isVerb(at, each) && !formIs(at, each, ","));

/** The nearest clause above a token. */
function clauseOf(at: Scene, token: number): number {
  let each = token;
  while (
    headOf(at, each) >= 0 &&
    !hasLabel(at, each, "ccomp", "advcl", "acl:relcl", "parataxis", "conj") &&
    !isRootLike(at, each)
  )
    each = headOf(at, each);
  return each;
}
const isRootLike = (at: Scene, token: number): boolean => headOf(at, token) < 0;

/** "The general has reportedly fled": nobody is named; the clause without the adverb is the content. */
function adverb(at: Scene, token: number): Draft | undefined {
  if (uposOf(at, token) !== "ADV") return undefined;
  const cue = at.cues.of("adverb", lower(at, token));
  const host = headOf(at, token);
  if (!cue || host < 0) return undefined;
  const clause = isVerb(at, host) || dependent(at, host, "cop") >= 0 ? host : clauseOf(at, host);
  return {
    anchor: token,
    cue: [token],
    lemma: cue.cue,
    stance: cue.stance,
    source: [],
    who: -1,
    content: piecesOf(
      at,
      below(at, clause, (each) => each === token),
    ),
    why: [
      step(
        `"${formOf(at, token)}" says that somebody says so, and not who`,
        words(tokenSpan(at, token)),
        row(cue.at),
      ),
    ],
    spoken: false,
  };
}

/** "The coach is confident that …". */
function adjective(at: Scene, token: number): Draft | undefined {
  if (uposOf(at, token) !== "ADJ" && !(uposOf(at, token) === "VERB" && xposOf(at, token) === "VBN"))
    return undefined;
  const cue =
    at.cues.of("adjective", lower(at, token)) ?? at.cues.of("adjective", lemmaOf(at, token));
  if (!cue || hasLabel(at, token, "amod")) return undefined;
  if (cue.takes.has("raised")) return raised(at, token);
  const found = governed(at, token, cue);
  const subject = dependent(at, token, "nsubj");
  const { head, how } = subject < 0 ? sourceOf(at, token) : { head: subject, how: "its subject" };
  if (!found || head < 0 || lower(at, head) === "it") return undefined;
  const helpers = dependents(at, token, "cop", "aux", "advmod").filter((each) => each < token);
  const cueTokens = [...helpers, token, ...found.cue].sort((a, b) => a - b);
  const source = sourceTokens(at, head, token);
  const taken = new Set([...cueTokens, ...source]);
  return {
    anchor: token,
    cue: cueTokens,
    lemma: cue.cue,
    stance: cue.stance,
    source,
    who: head,
    content: piecesOf(
      at,
      found.content.filter((each) => !taken.has(each)),
    ),
    why: [
      step(`"${formOf(at, token)}" tells of a mind`, words(tokenSpan(at, token)), row(cue.at)),
      step(`the content is ${found.how}`),
      step(`the source is ${how}`),
    ],
    spoken: false,
  };
}

/** "The truce is likely to hold": the subject belongs to what is said. */
function raised(at: Scene, token: number): Draft | undefined {
  const cue = at.cues.of("adjective", lower(at, token));
  const head = dependents(at, token, "xcomp", "advcl", "ccomp").find(
    (each) => each > token && dependents(at, each, "mark").some((mark) => formIs(at, mark, "to")),
  );
  const subject = dependent(at, token, "nsubj");
  if (!cue || head === undefined || subject < 0) return undefined;
  const helpers = dependents(at, token, "cop", "aux", "advmod").filter((each) => each < token);
  return {
    anchor: token,
    cue: [...helpers, token],
    lemma: cue.cue,
    stance: cue.stance,
    source: [],
    who: -1,
    content: piecesOf(at, [...phrase(at, subject, token), ...below(at, head, () => false)]),
    why: [
      step(
        `"${formOf(at, token)}" weighs what may happen, and not who does`,
        words(tokenSpan(at, token)),
        row(cue.at),
      ),
    ],
    spoken: false,
  };
}

/** "made clear that …", "held the governor responsible for …". */
function verbWithPredicate(at: Scene, token: number): Draft | undefined {
  const lemma = lemmaOf(at, token);
  if ((lemma !== "make" && lemma !== "hold") || !isVerb(at, token)) return undefined;
  const kind = lemma === "make" ? "make complement" : "hold complement";
  const predicate =
    dependents(at, token, "xcomp", "advcl", "acl", "amod", "obj").find(
      (each) => each > token && at.cues.of(kind, lower(at, each)),
    ) ??
    range(token + 1, token + 12).find(
      (each) =>
        each < at.tokens.count &&
        sentenceOf(at, each) === sentenceOf(at, token) &&
        isAbove(at, token, each) &&
        at.cues.of(kind, lower(at, each)),
    );
  const cue = predicate === undefined ? undefined : at.cues.of(kind, lower(at, predicate));
  if (predicate === undefined || !cue) return undefined;
  const content =
    lemma === "make" ? clauseBehind(at, token, predicate) : objectAndReason(at, token, predicate);
  if (content.length === 0) return undefined;
  const { head, how } = sourceOf(at, token);
  const source = head < 0 ? [] : sourceTokens(at, head, token);
  const helpers = dependents(at, token, "aux").filter((each) => each < token);
  const cueTokens =
    lemma === "make" ? [...helpers, ...range(token, predicate)] : [...helpers, token];
  const taken = new Set([...cueTokens, ...source]);
  return {
    anchor: token,
    cue: cueTokens,
    lemma: `${lemma} ${cue.cue}`,
    stance: cue.stance,
    source,
    who: head,
    content: piecesOf(
      at,
      content.filter((each) => !taken.has(each)),
    ),
    why: [
      step(
        `"${formOf(at, token)} … ${formOf(at, predicate)}" gives a view`,
        words(tokensSpan(at, token, predicate)),
        row(cue.at),
      ),
      step(`the source is ${how}`),
    ],
    spoken: false,
  };
}

function clauseBehind(at: Scene, verb: number, predicate: number): number[] {
  const head = [...dependents(at, predicate), ...dependents(at, verb)].find(
    (each) =>
      each > predicate &&
      hasLabel(at, each, "ccomp", "advcl", "csubj", "acl", "nsubj", "xcomp") &&
      !isPunct(at, each),
  );
  return head === undefined ? [] : below(at, head, () => false);
}

function objectAndReason(at: Scene, verb: number, predicate: number): number[] {
  const passive = isPassive(at, verb);
  const object = passive ? dependent(at, verb, "nsubj:pass") : dependent(at, verb, "obj");
  const subject = object >= 0 ? object : dependent(at, predicate, "nsubj");
  if (subject < 0) return [];
  return [...new Set([...phrase(at, subject, verb), ...below(at, predicate, () => false)])].sort(
    (a, b) => a - b,
  );
}
