/** Amounts in the place of a noun: "scores of civilians", and "thousands marched" where no noun stands. */
import { step, words } from "../../reading/because.ts";
import {
  dependents,
  formOf,
  hasLabel,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokenSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { isCountedFallen } from "../../reading/tolls.ts";
import type { Description } from "./describe.ts";
import { isPlural, type Work } from "./work.ts";

const lemma = (work: Work, token: number): string => lemmaOf(work.at, token).toLowerCase();

const amounts = /^(?:thousand|hundred|million|dozen|score|number|handful|lot|ten|plenty|couple)$/;

const ofPhrase = (work: Work, head: number): number | undefined =>
  dependents(work.at, head, "nmod").find((each) => prepositionOf(work.at, each) === "of");

/** "scores of civilians" are civilians. */
export function counted(work: Work, head: number): number | undefined {
  if (!amounts.test(lemma(work, head))) return undefined;
  const of = ofPhrase(work, head);
  const index = of === undefined ? -1 : work.of[of]!;
  return index >= 0 && !work.drafts[index]!.named && isPlural(work.at, of!) ? index : undefined;
}

/** "Thousands marched", "police arrested 12": an amount of nothing that acts or is acted on is of people. */
export function withPeople(work: Work, head: number, told: Description): Description {
  if (told.role || told.sectors.length > 0 || told.code !== undefined) return told;
  const aged = isAged(work, head);
  if (!aged && (!isAmount(work, head) || isOfThings(work, head) || !isInPlaceOfPeople(work, head)))
    return told;
  const says = aged ? "only people are told of by age" : "an amount of nothing else is of people";
  return {
    ...told,
    isPeople: aged && !/s$/i.test(formOf(work.at, head)) ? "one" : "several",
    sectors: ["CVL"],
    why: [...told.why, step(says, words(tokenSpan(work.at, head)))],
  };
}

/** "a 16-year-old", where no noun follows. */
export const isAged = ({ at }: Work, head: number): boolean =>
  /^(?:\S*year[-‐‑]olds?|\S*-aged)$/i.test(formOf(at, head)) ||
  (/^olds?$/i.test(formOf(at, head)) &&
    /^[-‐‑]$/.test(formOf(at, head - 1)) &&
    /^year$/i.test(formOf(at, head - 2)));

const several = /^(?:many|others|several|dozens|scores|hundreds|thousands|tens|millions)$/i;

const isAmount = ({ at }: Work, head: number): boolean =>
  uposOf(at, head) === "NUM" || several.test(formOf(at, head)) || isCountedFallen(at, head);

/** "Many protested", "12 killed in Mali clash": no noun, yet it stands where people do. */
export const standsForPeople = ({ at }: Work, head: number): boolean =>
  uposOf(at, head) === "NUM"
    ? isHit(at, head)
    : isCountedFallen(at, head) ||
      (uposOf(at, head) === "ADJ" &&
        several.test(formOf(at, head)) &&
        hasLabel(at, head, "nsubj", "nsubj:pass"));

/** In a headline nothing may stand above the number: "12 killed in Mali clash". */
const isHit = (at: Syntax, head: number): boolean =>
  dependents(at, head, "acl").some((each) => each === head + 1 && xposOf(at, each) === "VBN");

/** Sums, shares and parts of something named. */
function isOfThings(work: Work, head: number): boolean {
  const { at } = work;
  const verb = at.tree.head[head]!;
  const of = ofPhrase(work, head);
  if (of !== undefined && !several.test(formOf(at, of))) return true;
  // "Of the 40 houses, 12 burned."
  if (verb >= 0 && dependents(at, verb, "obl").some((each) => prepositionOf(at, each) === "of"))
    return true;
  return (
    /[$€£¥₹%]/.test(formOf(at, head - 1) + formOf(at, head) + formOf(at, head + 1)) ||
    dependents(at, head, "compound", "nmod:desc").length > 0 ||
    /^(?:percent|per|pc|points?|degrees?|cents|a\.m|p\.m|am|pm|dollars|euros)\b/i.test(
      formOf(at, head + 1),
    )
  );
}

function isInPlaceOfPeople(work: Work, head: number): boolean {
  const { at } = work;
  const above = at.tree.head[head]!;
  if (hasLabel(at, head, "nsubj", "nsubj:pass", "obl:agent")) return true;
  // "tear gas at hundreds who rallied"
  if (/^who$/i.test(formOf(at, head + 1))) return true;
  if (isHit(at, head) || isCountedFallen(at, head)) return true;
  if (hasLabel(at, head, "nmod")) return above >= 0 && several.test(formOf(at, above));
  return hasLabel(at, head, "obj") && !ofSums.test(lemma(work, above));
}
/** Verbs whose amounts are sums, goods or points. */
const ofSums =
  /^(?:give|donate|raise|pay|spend|cost|lend|invest|earn|win|score|lose|reach|exceed|total|number|hit|sell|buy|make|take|produce|export|import|receive|offer|pledge|grant|add|save|publish|fire|launch|approve|build|have|see|get|contribute|collect|allocate)$/;
