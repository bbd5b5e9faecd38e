/** Which words belong to the same clause as a trigger: what conditions and modes may look at. */
import {
  dependent,
  dependents,
  hasLabel,
  headOf,
  type Syntax,
  uposOf,
} from "../../reading/syntax.ts";

/** The words below a word, without clauses that have a subject of their own or a verb beside it. */
export function phraseBelow(at: Syntax, top: number): number[] {
  const found: number[] = [];
  const open = [top];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    found.push(token);
    for (const each of dependents(at, token)) if (!isOwnClause(at, each)) open.push(each);
  }
  return found.sort((a, b) => a - b);
}

const isOwnClause = (at: Syntax, token: number): boolean =>
  (hasLabel(at, token, "advcl", "parataxis", "acl:relcl") && dependent(at, token, "nsubj") >= 0) ||
  (hasLabel(at, token, "conj") && uposOf(at, token) === "VERB");

/** The same from the verb that a trigger stands under. */
export function clauseOf(at: Syntax, trigger: number): number[] {
  let top = trigger;
  while (uposOf(at, top) !== "VERB" && headOf(at, top) >= 0) top = headOf(at, top);
  return phraseBelow(at, top);
}
