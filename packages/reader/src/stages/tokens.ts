import { storyKinds } from "../reading/layers.ts";
import { stage } from "../reading/stage.ts";
import { tokenColumns } from "../reading/tokens.ts";
import { splitWords } from "../text/tokens.ts";

/** Parts the sentences of the story into words, by rules (`text/tokens.ts`). English only. */
export const tokens = () =>
  stage({
    name: "tokens",
    needs: ["report", "paragraphs", "sentences"],
    gives: ["tokens"],
    run({ report, paragraphs, sentences }) {
      const english = report.language === "en";
      const words = Array.from({ length: sentences.count }, (_, s) =>
        english && storyKinds.has(paragraphs[sentences.paragraph[s]!]!.kind)
          ? splitWords(report.text, sentences.from[s]!, sentences.to[s]!)
          : [],
      );
      return { tokens: tokenColumns(report.text, words) };
    },
  });
