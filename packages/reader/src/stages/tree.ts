import type { English } from "../model/english.ts";
import { treeOf } from "../model/english.ts";
import { stage } from "../reading/stage.ts";

/** A Universal Dependencies tree for each sentence, by a greedy transition parser. */
export const tree = (english: English) =>
  stage({
    name: "tree",
    needs: ["sentences", "tokens", "tags", "lemmas"],
    gives: ["tree"],
    run: ({ tokens, tags, lemmas }) => ({ tree: treeOf(english, tokens, tags, lemmas) }),
  });
