import { stage } from "../reading/stage.ts";
import { sentenceColumns } from "../reading/tokens.ts";
import { splitSentences } from "../text/sentences.ts";

/** Parts every paragraph into sentences, by rules (`text/sentences.ts`). */
export const sentences = () =>
  stage({
    name: "sentences",
    needs: ["input", "report", "paragraphs"],
    gives: ["sentences"],
    run({ report, paragraphs }) {
      const found = paragraphs.flatMap(({ span }, paragraph) =>
        splitSentences(report.text, span[0], span[1]).map((each) => ({ span: each, paragraph })),
      );
      return { sentences: sentenceColumns(found) };
    },
  });
