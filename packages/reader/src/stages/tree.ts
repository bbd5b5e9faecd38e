import type { English } from "../model/english.ts";
import { treeOf } from "../model/english.ts";
import { childrenOf } from "../model/parser.ts";
import { withBetterRelations } from "../reading/relations.ts";
import { stage } from "../reading/stage.ts";

/** A Universal Dependencies tree for each sentence, by a parser that scores arcs. */
export const tree = (english: English) =>
  stage({
    name: "tree",
    needs: ["sentences", "tokens", "tags"],
    gives: ["tree"],
    run: ({ tokens, tags }) => ({
      tree: withBetterRelations(treeOf(english, tokens, tags), tags, tokens.form, childrenOf),
    }),
  });
