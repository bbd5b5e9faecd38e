import type { English } from "../model/english.ts";
import { tagsOf } from "../model/english.ts";
import { stage } from "../reading/stage.ts";
import { withVerbs } from "../reading/verbs.ts";

/** Universal and Penn tags, both at once, by the network; full sentences get their verb. */
export const tags = (english: English, verbs: ReadonlySet<string>) =>
  stage({
    name: "tags",
    needs: ["sentences", "tokens"],
    gives: ["tags"],
    run: ({ tokens, sentences }) => ({
      tags: withVerbs(tokens, sentences, tagsOf(english, tokens), verbs),
    }),
  });
