import type { English } from "../model/english.ts";
import { lemmasOf } from "../model/lemmatiser.ts";
import { stage } from "../reading/stage.ts";

/** Dictionary forms, by the longest known ending. */
export const lemmas = (english: English) =>
  stage({
    name: "lemmas",
    needs: ["tokens", "tags"],
    gives: ["lemmas"],
    run: ({ tokens, tags }) => ({ lemmas: lemmasOf(english.lemmatiser, tokens.form, tags) }),
  });
