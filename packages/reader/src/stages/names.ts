import type { Actors } from "../knowledge/actors.ts";
import { step, words } from "../reading/because.ts";
import { stage } from "../reading/stage.ts";
import { findNames, type NameModel } from "./names/find.ts";

export { type NameModel, readNameModel } from "./names/find.ts";

/**
 * Finds the names of people, organisations and places: those the actor tables know, those a model
 * recognises by their looks and their sentence, and those that stand again. The model never sees which
 * state, people or known organisation a name is.
 */
export const names = (model: NameModel, actors: Actors) =>
  stage({
    name: "names",
    needs: ["sentences", "tokens"],
    gives: ["names"],
    run({ tokens }) {
      const found = findNames(model, actors, tokens.form, tokens.first);
      return {
        names: found.map((each) => {
          const span = [tokens.from[each.first]!, tokens.to[each.last]!] as const;
          return { ...each, why: step(`a name (${each.kind})`, words(span), each.why) };
        }),
      };
    },
  });
