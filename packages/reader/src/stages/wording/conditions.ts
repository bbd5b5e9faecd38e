/** The conditions under which a row of the wording tables counts, asked of the tree. */
import type { Condition } from "../../knowledge/wording.ts";
import type { Entities, NameSpan, Quotation } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import {
  dependents,
  formOf,
  hasLabel,
  headOf,
  labelOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokensSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { covers, overlaps, type Span } from "../../text/span.ts";
import type { Match } from "./match.ts";

export interface Ground {
  readonly at: Syntax;
  readonly statements: readonly Statement[];
  readonly quotations: readonly Quotation[];
  readonly entities: Entities;
  /** For each token the name it is part of. */
  readonly nameOf: readonly (NameSpan | undefined)[];
  /** Sentences of headlines, where capitals mean nothing. */
  readonly titles: ReadonlySet<number>;
}

/** The first condition of a match that does not hold. */
export const unmet = (ground: Ground, match: Match): Condition | undefined =>
  match.row.when.find((each) => holds(ground, match, each) === each.not);

function holds(ground: Ground, match: Match, condition: Condition): boolean {
  const { at } = ground;
  const { head, first, last } = match;
  const some = (tokens: readonly number[]) => tokens.some((each) => among(ground, each, condition));
  switch (condition.test) {
    case "modifies":
      return some([...modified(at, head), ...neighbour(at, last, last + 1)]);
    case "modified by":
      return some(dependents(at, head, "amod", "compound", "nmod", "acl", "det"));
    case "of":
      return some(dependents(at, head, "nmod").filter((each) => prepositionOf(at, each) === "of"));
    case "subject":
      return some(subjects(at, head));
    case "object":
      return some(objects(at, head, last));
    case "near":
      return some(sentenceWithout(at, first, last));
    case "preceded by":
      return some(neighbour(at, first, first - 1));
    case "followed by":
      return some(neighbour(at, last, last + 1));
    case "is subject":
      return hasLabel(at, head, "nsubj");
    case "attributive":
      return hasLabel(at, head, "amod", "compound", "det");
    case "reports":
      return reports(ground, match);
    case "has clause":
      return hasClause(at, head, last);
    case "no agent":
      return verbsOf(at, first, last).every((each) => agents(at, each).length === 0);
    case "passive":
      return verbsOf(at, first, last).some((each) => isPassive(at, each));
    case "bare":
      return isBare(ground, match);
  }
}

/** A clause hangs on the word, or one begins right behind it. */
const hasClause = (at: Syntax, head: number, last: number): boolean =>
  dependents(at, head, "ccomp", "acl", "parataxis").length > 0 ||
  neighbour(at, last, last + 1).some((each) => /^(?:that|how|whether|why)$/.test(formOf(at, each)));

const pronouns: ReadonlySet<string> = new Set(
  "he him she her they them we us i me who whom everyone nobody".split(" "),
);

/** Whether a token is one of the words of a condition, or names somebody of one of its classes. */
function among({ at, entities, nameOf }: Ground, token: number, condition: Condition): boolean {
  if (condition.words.has("any")) return true;
  if (condition.words.has(lemmaOf(at, token).toLowerCase())) return true;
  if (condition.words.has(formOf(at, token).toLowerCase())) return true;
  if (condition.classes.size === 0) return false;
  const kind = entities.list[entities.of[token] ?? -1]?.kind;
  const named = nameOf[token]?.kind;
  if (condition.classes.has("person"))
    if (
      kind === "person" ||
      kind === "group" ||
      named === "PER" ||
      pronouns.has(formOf(at, token).toLowerCase())
    )
      return true;
  if (!condition.classes.has("body")) return false;
  return kind === "state" || kind === "organisation" || named === "ORG" || named === "LOC";
}

/** The words that a modifier goes with, or that a predicate is said of. */
function modified(at: Syntax, token: number): number[] {
  const head = headOf(at, token);
  if (head < 0) return dependents(at, token, "nsubj");
  if (hasLabel(at, token, "conj")) return modified(at, head);
  if (hasLabel(at, token, "amod", "compound", "advmod", "nmod", "acl", "appos", "nummod"))
    return hasLabel(at, token, "nmod", "compound")
      ? [head, ...compoundsOf(at, head, token)]
      : [head];
  const said = dependents(at, token, "nsubj");
  if (said.length > 0) return said;
  return hasLabel(at, token, "xcomp", "obl", "ccomp")
    ? dependents(at, head, "obj", "nsubj:pass")
    : [];
}

/** In "terror threat level", "terror" also goes with "threat". */
const compoundsOf = (at: Syntax, head: number, after: number): number[] =>
  dependents(at, head, "compound").filter((each) => each > after);

function subjects(at: Syntax, verb: number): number[] {
  const own = [
    ...dependents(at, verb, "nsubj").filter((each) => labelOf(at, each) !== "nsubj:pass"),
    ...agents(at, verb),
  ];
  if (own.length > 0) return own;
  if (hasLabel(at, verb, "acl") && xposOf(at, verb) !== "VBN") return [headOf(at, verb)];
  return hasLabel(at, verb, "conj", "xcomp", "advcl") ? subjects(at, headOf(at, verb)) : [];
}

function objects(at: Syntax, verb: number, last: number): number[] {
  const own = dependents(at, verb, "obj", "nsubj:pass");
  if (own.length > 0 || dependents(at, verb, "ccomp").length > 0) return own;
  if (hasLabel(at, verb, "acl", "amod")) return [headOf(at, verb)];
  if (isPassive(at, verb))
    return hasLabel(at, verb, "conj") ? dependents(at, headOf(at, verb), "nsubj:pass") : [];
  return following(at, last);
}

/** What stands right behind a verb that the tree gives no object: an article, a modifier, a noun. */
function following(at: Syntax, verb: number): number[] {
  const found: number[] = [];
  const end = at.tokens.first[at.tokens.sentence[verb]! + 1]!;
  for (let token = verb + 1; token < Math.min(end, verb + 4); token++) {
    if (/^(?:PUNCT|ADP|SCONJ|CCONJ|AUX|PART)$/.test(uposOf(at, token))) break;
    found.push(token);
  }
  return found;
}

const agents = (at: Syntax, verb: number): number[] =>
  dependents(at, verb, "obl").filter(
    (each) => labelOf(at, each) === "obl:agent" || prepositionOf(at, each) === "by",
  );

const isPassive = (at: Syntax, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  !dependents(at, verb, "aux").some(
    (each) => lemmaOf(at, each) === "have" && dependents(at, verb, "aux:pass").length === 0,
  );

function verbsOf(at: Syntax, first: number, last: number): number[] {
  const found: number[] = [];
  for (let token = first; token <= last; token++)
    if (uposOf(at, token) === "VERB" || xposOf(at, token) === "VBN") found.push(token);
  return found;
}

function sentenceWithout(at: Syntax, first: number, last: number): number[] {
  const sentence = at.tokens.sentence[first]!;
  const found: number[] = [];
  for (let token = at.tokens.first[sentence]!; token < at.tokens.first[sentence + 1]!; token++)
    if (token < first || token > last) found.push(token);
  return found;
}

const neighbour = (at: Syntax, token: number, beside: number): number[] =>
  at.tokens.sentence[beside] === at.tokens.sentence[token] ? [beside] : [];

/** The cue of a statement, or a verb with a clause or with speech beside it. */
function reports({ at, statements, quotations }: Ground, { head, first, last }: Match): boolean {
  const span = tokensSpan(at, first, last);
  if (statements.some(({ cue }) => cue.spans.some((each) => overlaps(each, span)))) return true;
  if (dependents(at, head, "ccomp", "parataxis").length > 0) return true;
  const sentence = at.tokens.sentence[first]!;
  const around: Span = [at.sentences.from[sentence]!, at.sentences.to[sentence]!];
  return quotations.some((each) => covers(around, each.span) && isBeside(each.span, span));
}

/** Room for a comma and a short subject between speech and its verb. */
const nearBy = 40;
const isBeside = (quotation: Span, verb: Span): boolean =>
  (verb[0] >= quotation[1] && verb[0] - quotation[1] <= nearBy) ||
  (quotation[0] >= verb[1] && quotation[0] - verb[1] <= nearBy);

/** No article, possessor, name or description says who they are: "analysts say". */
function isBare({ at, nameOf }: Ground, { first, last }: Match): boolean {
  for (let token = first; token <= last; token++) {
    if (uposOf(at, token) !== "NOUN" && uposOf(at, token) !== "PROPN") continue;
    const about = dependents(at, token, "det", "nmod", "acl", "appos");
    const named = dependents(at, token, "amod", "compound").some((each) => nameOf[each]);
    return about.length === 0 && !named;
  }
  return true;
}
