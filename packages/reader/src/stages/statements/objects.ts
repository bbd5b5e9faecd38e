/** What a verb of an attitude is about: its object, or the subject of its passive, as a phrase. */
import { dependent, dependents, hasLabel, headOf, xposOf } from "../../reading/syntax.ts";
import { below, formIs, isPunct, lower, type Scene } from "./scene.ts";

/** "The strikes, which hit a school, were condemned": what is told in passing is not condemned. */
export function withoutAside(at: Scene, head: number, verb: number): number[] {
  const aside = new Set(
    dependents(at, head, "acl:relcl", "appos")
      .map((each) => below(at, each, () => false))
      .filter((told) => formIs(at, told.find((each) => !isPunct(at, each))! - 1, ",", "—", "–"))
      .flat(),
  );
  return phrase(at, head, verb).filter((each) => !aside.has(each));
}

export function objectOf(at: Scene, verb: number, passive: boolean): number {
  if (!passive) {
    const object = dependents(at, verb, "obj").find(
      (each) => each > verb || hasLabel(at, verb, "acl:relcl"),
    );
    return object ?? behindParticle(at, verb);
  }
  const subject = dependent(at, verb, "nsubj:pass");
  if (subject >= 0) return subject;
  return hasLabel(at, verb, "acl") ? headOf(at, verb) : besideRelative(at, verb);
}

/** "The raids, which killed ten, were condemned", where the parser gave both subjects to "killed". */
function besideRelative(at: Scene, verb: number): number {
  const relative = dependents(at, verb, "advcl").find((each) => each < verb) ?? -1;
  const subjects = relative < 0 ? [] : dependents(at, relative, "nsubj");
  const pronoun = subjects.some((each) => /^(?:WDT|WP)$/.test(xposOf(at, each)));
  return pronoun && subjects.length > 1 ? subjects[0]! : -1;
}

/** "brushed off the criticism", where the parser took the particle for a preposition. */
const behindParticle = (at: Scene, verb: number): number =>
  dependents(at, verb, "obl").find(
    (each) =>
      headOf(at, verb + 1) === each && /^(?:off|aside|out|down|up)$/.test(lower(at, verb + 1)),
  ) ?? -1;

/** A noun phrase as content: all of it, without the verb that hangs on it. */
export const phrase = (at: Scene, head: number, verb: number): number[] =>
  below(
    at,
    head,
    (each) =>
      each === verb ||
      (headOf(at, each) === head &&
        hasLabel(at, each, "case") &&
        each < head &&
        !formIs(at, each, "'s", "’s")),
  );
