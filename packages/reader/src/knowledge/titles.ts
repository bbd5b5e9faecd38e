/** Titles and roles before a name: how far they reach. */
import type { Syntax } from "../reading/syntax.ts";
import type { Actors, Title } from "./actor.ts";
import type { PhraseMatch } from "./phrases.ts";

export const longestTitle = 4;

/** "HH", "H.E.": before further titles, saying nothing of the bearer. */
const honour: PhraseMatch<Title> = {
  phrase: "HE",
  length: 1,
  value: { title: "HE", sectors: [], at: { file: "", line: 0, row: "" } },
};

/** A title that starts here, of one bearer or of several ("Presidents Putin and Trump"). */
export const titleAt = (
  at: Syntax,
  actors: Actors,
  first: number,
  limit: number,
): PhraseMatch<Title> | undefined => {
  const { form } = at.tokens;
  const one = actors.titles.find(form, first, limit)[0];
  if (one) return one;
  if (/^(?:H\.?[HEM]|HRH)\.?$/.test(form[first] ?? "") && first < limit) return honour;
  const words = form.slice(first, Math.min(limit, first + longestTitle));
  const plural = words.findIndex((each) => /^\p{Lu}.*s$/u.test(each));
  if (plural < 0) return undefined;
  const singular = words.map((each, i) =>
    i === plural ? each.replace(/(?:(?<=r)ie)?s$/, (end) => (end === "ies" ? "y" : "")) : each,
  );
  const several = actors.titles.find(singular, 0, words.length)[0];
  return several && several.length > plural ? several : undefined;
};

/** Whether a token lies in a role phrase that has begun before it: "Defence" in "Minister of Defence". */
export const inRole = (at: Syntax, actors: Actors, token: number): boolean => {
  for (let i = Math.max(0, token - longestTitle); i < token; i++)
    if ((actors.roles.at(at.lemmas, at.tokens.form, i)?.last ?? -1) >= token) return true;
  return false;
};

/** How many tokens a title or a role takes that starts at `first` and ends before `limit`. */
export function titleLength(at: Syntax, actors: Actors, first: number, limit: number): number {
  const title = titleAt(at, actors, first, limit);
  if (title) return title.length;
  for (let end = Math.min(limit, first + longestTitle) - 1; end >= first; end--) {
    const role = actors.roles.at(at.lemmas, at.tokens.form, end);
    // "Leader" of a "Supreme Leader" whose first word a model has left out.
    if (role && role.first <= first && role.last >= first && role.last < limit)
      return role.last - first + 1;
  }
  return 0;
}
