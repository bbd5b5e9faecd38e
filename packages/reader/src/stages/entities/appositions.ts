/** "Yuri Ushakov, a Kremlin aide" and "the president, Vladimir Putin": two phrases, one person. */
import { headOfName } from "../../knowledge/named.ts";
import { words } from "../../reading/because.ts";
import { dependents, hasLabel, tokenSpan, tokensSpan, uposOf } from "../../reading/syntax.ts";
import { describe } from "./describe.ts";
import { leftOf, rightOf } from "./nominals.ts";
import { take } from "./titles.ts";
import {
  type Draft,
  draftOf,
  firstOfMention,
  isPlural,
  mention,
  namedAt,
  type Work,
} from "./work.ts";

export function joinAppositions(work: Work, resolve: (token: number) => void): void {
  const { at } = work;
  for (const name of work.named.list) {
    const head = headOfName(at, name);
    const index = work.of[head]!;
    if (index < 0) continue;
    const draft = work.drafts[index]!;
    for (let i = firstOfMention(draft, name); i <= name.last; i++)
      for (const each of dependents(at, i, "appos"))
        if (each > name.last) joinNoun(work, draft, index, each, resolve);
    const top = hasLabel(at, head, "conj") ? at.tree.head[head]! : head;
    const above = nounOver(work, draft, at.tree.head[top]!);
    if (top !== head && above >= 0 && hasLabel(at, top, "appos") && isPlural(at, above)) {
      if (draft.kind === "person") oneOf(work, draft, above, resolve);
    } else if (above >= 0 && above < head && hasLabel(at, head, "appos"))
      joinNoun(work, draft, index, above, resolve);
  }
}

/** "the ambassador to Egypt, Karen Holm": who is in apposition to Egypt is so to its ambassador. */
function nounOver(work: Work, draft: Draft, token: number): number {
  const { at, actors } = work;
  const other = draftOf(work, token);
  if (draft.kind !== "person" || !other?.named || other.kind === "person") return token;
  const above = hasLabel(at, token, "nmod") ? at.tree.head[token]! : -1;
  const role = above >= 0 ? actors.roles.at(at.lemmas, at.tokens.form, above) : undefined;
  return role?.role.kind === "person" ? above : token;
}

/** Lets a noun phrase be the named one's, if it is a role that such a one may have. */
function joinNoun(
  work: Work,
  draft: Draft,
  index: number,
  noun: number,
  resolve: (token: number) => void,
): void {
  const { at, actors } = work;
  if (work.of[noun]! >= 0 || namedAt(work, noun) || !/^(?:NOUN|PROPN)$/.test(uposOf(at, noun)))
    return;
  if (isPlural(at, noun) && draft.kind === "person") {
    oneOf(work, draft, noun, resolve);
    return;
  }
  const role = actors.roles.at(at.lemmas, at.tokens.form, noun);
  const unknown = draft.kind === "other" || (draft.kind === "place" && !draft.country);
  if (role?.role.kind === "person" && unknown && !draft.place) draft.kind = "person";
  const person = draft.kind === "person";
  const body = draft.kind === "organisation" || draft.kind === "group";
  if (!role || (person ? role.role.kind !== "person" : !body || role.role.kind === "person"))
    return;
  const told = describe(work, noun, resolve);
  const span = tokensSpan(at, leftOf(work, noun), rightOf(work, noun));
  mention(work, index, noun, noun, noun, "nominal", span);
  if (person || draft.country === undefined) take(draft, told, [words(tokenSpan(at, noun))]);
}

/** "three ministers, Ali and Musa among them": what they all are, each of them is. */
function oneOf(work: Work, draft: Draft, noun: number, resolve: (token: number) => void): void {
  const told = describe(work, noun, resolve);
  if (told.role?.role.kind !== "person") return;
  const { country, code } = told;
  const sectors = draft.sectors.length > 0 ? [] : told.sectors;
  const evidence = [words(tokenSpan(work.at, noun))];
  take(
    draft,
    {
      ...(country && !draft.country ? { country } : {}),
      ...(code ? { code } : {}),
      sectors,
      former: told.former,
      why: told.why,
    },
    evidence,
  );
}
