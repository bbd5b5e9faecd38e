/** Whose words a stretch of text is: the outlet's, or those of the innermost statement around it. */
import { type Because, step, words } from "../../reading/because.ts";
import type { Quotation } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import { innermost } from "../../reading/voice.ts";
import { covers, type Span } from "../../text/span.ts";

export interface Voice {
  /** "outlet", or a statement's id. */
  readonly voice: string;
  readonly paraphrased: boolean;
  readonly why: Because;
}

export function voiceOf(
  statements: readonly Statement[],
  quotations: readonly Quotation[],
  span: Span,
): Voice {
  const marked = quotations.some(
    ({ kind, span: marks }) => kind !== "title" && covers(marks, span),
  );
  const found = innermost(statements, span, marked ? "topics too" : "no topics");
  if (!found)
    return {
      voice: "outlet",
      paraphrased: false,
      why: step("they stand in no statement: the outlet's own voice", words(span)),
    };
  const { statement, piece } = found;
  const quotation = quotations.find((each) => isOwnQuotation(each, statement, span));
  return {
    voice: statement.id,
    paraphrased: !quotation,
    why: quotation
      ? step(`they stand between quotation marks in ${statement.id}`, words(quotation.span))
      : step(
          `they stand in what ${statement.id} says, outside quotation marks: the choice of words may be the reporter's`,
          words(piece),
        ),
  };
}

/** Marks around the cue as well are those of whoever quotes the whole statement. */
const isOwnQuotation = (quotation: Quotation, statement: Statement, span: Span): boolean =>
  quotation.kind !== "title" &&
  covers(quotation.span, span) &&
  !statement.cue.spans.some((each) => covers(quotation.span, each));
