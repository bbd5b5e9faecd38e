import { type Splitter, splitSentences } from "../model/splitter.ts";
import type { Paragraph } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { sentenceColumns } from "../reading/tokens.ts";
import { datelineOf } from "../text/dateline.ts";
import type { Span } from "../text/span.ts";

/** Parts every paragraph into sentences, by a small model (`model/splitter.ts`). */
export const sentences = (splitter: Splitter) =>
  stage({
    name: "sentences",
    needs: ["input", "report", "paragraphs"],
    gives: ["sentences"],
    run({ report, paragraphs }) {
      const first = paragraphs.findIndex(({ kind }) => kind === "body");
      const found = paragraphs.flatMap(({ span }, paragraph) =>
        (paragraph === first
          ? opening(splitter, report.text, span)
          : splitSentences(splitter, report.text, span[0], span[1])
        ).map((each) => ({ span: each, paragraph })),
      );
      return { sentences: sentenceColumns(found) };
    },
  });

/** "GENEVA, June 13 (Agency) —" is no part of the sentence behind it. */
function opening(splitter: Splitter, text: string, [from, to]: Paragraph["span"]): Span[] {
  const dateline = datelineOf(text.slice(from, to));
  if (!dateline) return splitSentences(splitter, text, from, to);
  const start = from + dateline.length;
  const end = from + text.slice(from, start).trimEnd().length;
  return [[from, end], ...splitSentences(splitter, text, start, to)];
}
