/** "Joan Smith, who heads Médecins Sans Frontières": whose somebody is, by the clause behind the name. */
import { headOfName } from "../../knowledge/named.ts";
import { words } from "../../reading/because.ts";
import { dependents, formOf, hasLabel, lemmaOf, tokenSpan } from "../../reading/syntax.ts";
import { afterOffice, type Description, describe } from "./describe.ts";
import { take } from "./titles.ts";
import { type Draft, draftOf, firstOfMention, type Work } from "./work.ts";

/** Verbs that make their subject one of what they govern. */
const leading =
  /^(?:head|lead|run|chair|command|direct|oversee|manage|represent|preside|found|co-found)$/;
/** With their prepositions: "works for the ministry", "serves as governor". */
const serving = /^(?:work|serve|speak|sit|act)$/;
const past = /^(?:once|previously|formerly|earlier|until|then)$/i;

/** Reads the relative clauses at the names of people whose country or sector is not known. */
export function readRelatives(work: Work, resolve: (token: number) => void): void {
  const { at } = work;
  for (const name of work.named.list) {
    const draft = draftOf(work, headOfName(at, name));
    if (draft?.kind !== "person") continue;
    if (draft.country !== undefined && draft.sectors.length > 0) continue;
    for (let i = firstOfMention(draft, name); i <= name.last; i++)
      for (const verb of dependents(at, i, "acl:relcl")) readClause(work, draft, verb, resolve);
  }
}

function readClause(
  work: Work,
  draft: Draft,
  verb: number,
  resolve: (token: number) => void,
): void {
  const { at } = work;
  if (!dependents(at, verb, "nsubj").some((each) => /^who$/i.test(formOf(at, each)))) return;
  const former = isPast(work, verb);
  const copula = dependents(at, verb, "cop").length > 0;
  const noun = copula ? verb : roleBehind(work, verb);
  if (noun !== undefined) {
    const told = describe(work, noun, resolve);
    if (told.role?.role.kind === "person")
      take(draft, { ...told, former: told.former || former }, [words(tokenSpan(at, noun))]);
    return;
  }
  const body = bodyUnder(work, verb);
  if (body === undefined) return;
  resolve(body);
  const whole = draftOf(work, body);
  if (whole && whole.kind !== "person")
    take(draft, partOf(whole, former), [words(tokenSpan(at, body))]);
}

/** "serves as deputy governor" */
function roleBehind({ at }: Work, verb: number): number | undefined {
  if (!serving.test(lemmaOf(at, verb))) return undefined;
  return dependents(at, verb, "obl").find((each) =>
    dependents(at, each, "case").some((word) => /^as$/i.test(formOf(at, word))),
  );
}

function bodyUnder({ at }: Work, verb: number): number | undefined {
  const lemma = lemmaOf(at, verb);
  if (leading.test(lemma)) return dependents(at, verb, "obj", "obl")[0];
  if (!serving.test(lemma)) return undefined;
  return dependents(at, verb, "obl").find((each) =>
    dependents(at, each, "case").some((word) => /^(?:for|with|in|on)$/i.test(formOf(at, word))),
  );
}

const isPast = ({ at }: Work, verb: number): boolean =>
  dependents(at, verb, "advmod").some((each) => past.test(formOf(at, each))) ||
  dependents(at, verb, "aux").some((each) => /^had$/i.test(formOf(at, each))) ||
  (hasLabel(at, verb, "acl:relcl") &&
    /^(?:led|headed|ran)$/i.test(formOf(at, verb)) &&
    dependents(at, verb, "obl", "advcl").some((each) => past.test(formOf(at, each))));

/** What somebody is who leads or serves a body, a group or a state. */
function partOf(whole: Draft, former: boolean): Description {
  const { country, code, why } = whole;
  const sectors = whole.kind === "state" && whole.sectors.length === 0 ? ["GOV"] : whole.sectors;
  return {
    ...(country === undefined ? { code } : { country }),
    sectors: afterOffice(former, sectors),
    former,
    why: why.slice(0, 1),
  };
}
