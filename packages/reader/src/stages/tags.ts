import type { English } from "../model/english.ts";
import { tagsOf } from "../model/english.ts";
import { withFiniteVerbs } from "../reading/finite.ts";
import { stage } from "../reading/stage.ts";

/** Universal and Penn tags, both at once, by an averaged perceptron; full sentences get their verb. */
export const tags = (english: English, verbs: ReadonlySet<string>) =>
  stage({
    name: "tags",
    needs: ["sentences", "tokens"],
    gives: ["tags"],
    run: ({ tokens, sentences }) => ({
      tags: withFiniteVerbs(tokens, sentences, tagsOf(english, tokens), verbs),
    }),
  });
