import { stage } from "../reading/stage.ts";
import { layersFromTokens } from "../reading/tokens.ts";
import { hash } from "../text/hash.ts";

/** In place of the stages that part a text: sentences whose words somebody else has told apart. */
export const givenWords = (words: readonly (readonly string[])[]) =>
  stage({
    name: "given words",
    needs: [],
    gives: ["report", "paragraphs", "sentences", "tokens"],
    run() {
      const { text, sentences, tokens } = layersFromTokens(words);
      return {
        report: { id: hash(text), language: "en", text },
        paragraphs: [{ span: [0, text.length] as const, kind: "body" as const }],
        sentences,
        tokens,
      };
    },
  });
