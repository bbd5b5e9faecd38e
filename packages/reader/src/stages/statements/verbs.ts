import type { Cue } from "../../knowledge/cues.ts";
import { row, step, words } from "../../reading/because.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  lemmaOf,
  tokenSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { type Governed, governed, throughPronoun } from "./content.ts";
import { sourceTokens } from "./description.ts";
import { manner, verbGroup } from "./group.ts";
import { phrase } from "./objects.ts";
import { type Draft, formIs, isVerb, lower, type Scene, verbCue } from "./scene.ts";
import { canSpeak, isPassive, type Source, sourceBeside, sourceOf } from "./sources.ts";
import { carved, piecesOf, spanOfTokens } from "./spans.ts";

/** Statements whose cue is a verb: what the verb governs, and who it is said of. */
export function verbDrafts(at: Scene, spoken: ReadonlyMap<number, readonly number[]>): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < at.tokens.count; verb++) {
    if (!isVerb(at, verb) || spoken.has(verb)) continue;
    const draft = verbDraft(at, verb);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function verbDraft(at: Scene, verb: number): Draft | undefined {
  const cue = verbCue(at, verb) ?? unlisted(at, verb);
  if (!cue || isModifier(at, verb) || isState(at, verb)) return undefined;
  const found =
    governed(at, verb, cue) ??
    (hasLabel(at, verb, "acl:relcl") ? relative(at, verb, cue) : undefined);
  if (!found) {
    if ("at" in cue && cue.at.line > 0)
      refuse(at, verb, cue, "governs nothing of what its row takes");
    return undefined;
  }
  const source = found.how === throughPronoun ? sourceBeside(at, verb) : sourceOf(at, verb);
  if (!fits(at, verb, cue, found, source)) {
    refuse(at, verb, cue, "has no one for a source who could say or think it");
    return undefined;
  }
  return draftOf(at, verb, cue, found, source);
}

/** "the so-called state": a participle before its noun is no cue. */
const isModifier = (at: Scene, verb: number): boolean =>
  hasLabel(at, verb, "amod", "compound") ||
  (/^VB[DN]$/.test(xposOf(at, verb)) &&
    /^(?:before|after|despite|amid|of|for|with|on|in|over|about|the|a|an)$/.test(
      lower(at, verb - 1),
    ) &&
    /^(?:NOUN|ADJ|PROPN)$/.test(uposOf(at, verb + 1)));

/** "the ban that he called for": the content is the relative pronoun. */
function relative(at: Scene, verb: number, { takes }: Pick<Cue, "takes">): Governed | undefined {
  if (!takes.has("object")) return undefined;
  const pronoun = dependents(at, verb, "obj").find((each) => each < verb);
  return pronoun === undefined
    ? undefined
    : { content: phrase(at, pronoun, verb), cue: [], how: "the relative pronoun it governs" };
}

/** "are worried that …": a participle listed as an adjective is one where nobody is the agent. */
const isState = (at: Scene, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  at.cues.of("adjective", lower(at, verb)) !== undefined &&
  isPassive(at, verb) &&
  sourceOf(at, verb).head < 0;

const clauseTakes: ReadonlySet<string> = new Set(["clause"]);

/** A verb of no row counts as a cue when somebody who can speak governs a clause with "that" by it. */
function unlisted(at: Scene, verb: number): Cue | undefined {
  const lemma = lemmaOf(at, verb);
  if (at.cues.role(lemma) === "no cue") return undefined;
  const head = dependent(at, verb, "ccomp");
  if (head <= verb || !dependents(at, head, "mark").some((mark) => formIs(at, mark, "that")))
    return undefined;
  return {
    cue: lemma,
    pos: "verb",
    stance: "neutral",
    takes: clauseTakes,
    example: "",
    expect: undefined,
    at: { file: "", line: 0, row: "" },
  };
}

function refuse(at: Scene, verb: number, cue: Cue, says: string): void {
  const span = tokenSpan(at, verb);
  const because = step(`"${formOf(at, verb)}" ${says}`, words(span), row(cue.at));
  at.refused({ stage: "statements", span, because });
}

/** Clauses may have any source; attitudes and intentions need somebody who can have them. */
function fits(at: Scene, verb: number, cue: Cue, found: Governed, { head }: Source): boolean {
  if (cue.at.line === 0) return canSpeak(at, head);
  if (cue.takes.has("speaker") && !isVoice(at, verb, head)) return false;
  if (cue.takes.has("topic") && head >= 0 && isInfinitive(at, verb) && !canSpeak(at, head))
    return false;
  if (isPurpose(at, verb) && at.quoted[verb]! >= 0) return false;
  const raised = cue.cue === "seem" || cue.cue === "appear";
  if (raised) return found.how !== "a clause it governs" || head < 0;
  if (found.how.startsWith("a clause") || found.how.startsWith("the clause")) return true;
  if (head < 0)
    return (
      !xposOf(at, verb).startsWith("VBG") &&
      (isPassive(at, verb) || hasLabel(at, verb, "root", "xcomp", "advcl", "acl", "conj", "ccomp"))
    );
  return uposOf(at, head) !== "NUM";
}

/** Somebody who speaks, or a document that speaks for somebody; a participle needs one named. */
function isVoice(at: Scene, verb: number, head: number): boolean {
  if (head < 0) return xposOf(at, verb) !== "VBG";
  return canSpeak(at, head) || at.cues.role(lemmaOf(at, head)) === "document";
}

const isInfinitive = (at: Scene, verb: number): boolean =>
  dependents(at, verb, "mark").some((mark) => formIs(at, mark, "to"));

/** "left to seek shelter": what for, in somebody's speech, is no attitude of its own. */
const isPurpose = (at: Scene, verb: number): boolean =>
  isInfinitive(at, verb) && hasLabel(at, verb, "advcl", "acl");

const raisers = new Set(["seem", "appear"]);

function draftOf(at: Scene, verb: number, cue: Cue, found: Governed, source: Source): Draft {
  const raised = raisers.has(cue.cue);
  const who = raised ? -1 : source.head;
  const particles = cue.cue.split(" ").length > 1 ? [verb + 1] : [];
  const group = verbGroup(at, verb, [...particles, ...found.cue]);
  const described =
    who < 0 ? [] : sourceTokens(at, who, verb, source.shared ? undefined : group[0]);
  const how = manner(at, group.at(-1)! + 1);
  const cueTokens = [...group, ...how];
  const pronoun = found.how === throughPronoun ? found.content[0]! : -1;
  const sourceAll = described.filter((each) => each > pronoun);
  const holes = spanOfTokens(at, [...cueTokens, ...sourceAll]);
  const taken = new Set([...cueTokens, ...sourceAll]);
  const content = piecesOf(
    at,
    [...new Set(found.content)].filter((each) => !taken.has(each)).sort((a, b) => a - b),
  );
  return {
    anchor: verb,
    cue: cueTokens,
    lemma: cue.cue,
    stance: cue.stance,
    source: sourceAll,
    who,
    content: carved(at, content, holes),
    ...(isTopic(at, cue, found) ? { topic: true as const } : {}),
    why: reasons(at, verb, cue, found.how, raised ? "nobody: it only seems so" : source.how),
    spoken: false,
  };
}

/** "discussed the war", "talked about how it began": nobody is given a claim, only a subject. */
function isTopic(at: Scene, { takes }: Cue, { content, cue }: Governed): boolean {
  if (!takes.has("topic")) return false;
  if (cue.length > 0) return cue.every((each) => formIs(at, each, "about", "on", "over", "upon"));
  return !formIs(at, content[0]!, "that");
}

export function reasons(at: Scene, verb: number, cue: Cue, content: string, source: string) {
  const listed = cue.at.line > 0 ? [row(cue.at)] : [];
  const kind =
    listed.length > 0
      ? "is a listed cue"
      : "is not listed, but somebody who can speak governs a clause by it";
  return [
    step(`"${formOf(at, verb)}" ${kind}`, words(tokenSpan(at, verb)), ...listed),
    step(`the content is ${content}`),
    step(`the source is ${source}`),
  ];
}
