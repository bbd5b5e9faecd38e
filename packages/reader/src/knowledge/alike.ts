/**
 * What the models of the language read in place of a state's name, its people's or its capital's:
 * the same word for every state. A model has met some names more often than others; so that no tag
 * and no tree can turn on which state it is, it is shown none.
 */
import type { Actors } from "./actor.ts";

/** One word for each use, of the looks that such words have. Any would do: it is the same for all. */
const standIns = { state: "Iran", capital: "Tehran", people: "Iranian", peoples: "Iranians" };

const isName = /^\p{Lu}/u;
const isAllUpper = (form: string): boolean => form.length > 1 && form === form.toUpperCase();

/** Forms as the models are to see them. */
export function alikeOf(actors: Actors): (form: string) => string {
  const known = new Map<string, string>();
  const standIn = (form: string): string | undefined => {
    // First, for "US" and "UK" are nouns also where press style has them before another ("US troops").
    if (actors.names.find([form], 0).some(({ value }) => value.kind === "state"))
      return standIns.state;
    const demonym = actors.demonyms.find([form], 0)[0]?.value;
    if (demonym) return demonym.adjective || demonym.singular ? standIns.people : standIns.peoples;
    return actors.metonyms.find([form], 0).some(({ value }) => value.place)
      ? standIns.capital
      : undefined;
  };
  return (form) => {
    if (!isName.test(form)) return form;
    const before = known.get(form);
    if (before !== undefined) return before;
    const found = standIn(form) ?? form;
    const shown = found !== form && isAllUpper(form) ? found.toUpperCase() : found;
    if (known.size > 20_000) known.clear();
    known.set(form, shown);
    return shown;
  };
}
