import type { English } from "../model/english.ts";
import { tagsOf } from "../model/english.ts";
import { stage } from "../reading/stage.ts";

/** Universal and Penn tags, both at once, by an averaged perceptron. */
export const tags = (english: English) =>
  stage({
    name: "tags",
    needs: ["sentences", "tokens"],
    gives: ["tags"],
    run: ({ tokens }) => ({ tags: tagsOf(english, tokens) }),
  });
