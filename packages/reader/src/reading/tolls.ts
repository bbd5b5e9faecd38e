/** "Five dead in Kabul blast": the number and the adjective are all that a headline says of them. */
import { dependents, formOf, lemmaOf, type Syntax, uposOf } from "./syntax.ts";

const fallen = /^(?:dead|injured|wounded|hurt|missing)$/;
const amount = /^(?:many|several|dozens|scores|hundreds|thousands)$/i;

/** Whether an adjective stands for people of whom it says what befell them. */
export const isCountedFallen = (at: Syntax, token: number): boolean =>
  uposOf(at, token) === "ADJ" &&
  fallen.test(lemmaOf(at, token)) &&
  dependents(at, token, "nsubj", "cop").length === 0 &&
  dependents(at, token, "nummod", "amod", "compound", "obl:npmod", "nmod").some(
    (each) => each < token && (uposOf(at, each) === "NUM" || amount.test(formOf(at, each))),
  );
