/** Which date tells when something was said, and which when what is said took place. */
import { dependents, hasLabel, headOf, type Syntax, uposOf } from "../../reading/syntax.ts";

/** The verb (or noun) that a word hangs under in its own clause, or -1. */
function verbOver(at: Syntax, token: number): number {
  for (let next = headOf(at, token); next >= 0; next = headOf(at, next))
    if (uposOf(at, next) === "VERB") return next;
  return -1;
}

/** The verbs that tell the clause around a word: "said" of "said that …" and of "…, officials said". */
export function tellersOf(at: Syntax, token: number): number[] {
  let top = token;
  for (let next = token; next >= 0; next = headOf(at, next)) {
    if (hasLabel(at, next, "ccomp")) return [headOf(at, next)];
    if (uposOf(at, next) === "VERB") top = next;
  }
  return dependents(at, top, "parataxis");
}

/** Of dates at these words the one that tells when the clause around `token` was told; -1 for none. */
export function toldOn(at: Syntax, token: number, dates: readonly number[]): number {
  const tellers = tellersOf(at, token);
  if (tellers.length === 0) return -1;
  return dates.findIndex((each) => each !== token && tellers.includes(verbOver(at, each)));
}
