/** Whose words a stretch of text is: the outlet's, or those of the innermost statement around it. */
import { type Because, step, words } from "../../reading/because.ts";
import type { Quotation } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import { covers, type Span } from "../../text/span.ts";

export interface Voice {
  /** "outlet", or a statement's id. */
  readonly voice: string;
  readonly paraphrased: boolean;
  readonly why: Because;
}

const length = ([from, to]: Span): number => to - from;

/** The statement whose content lies closest around a span, with that piece of its content. */
function innermost(
  statements: readonly Statement[],
  span: Span,
): { statement: Statement; piece: Span } | undefined {
  let best: { statement: Statement; piece: Span } | undefined;
  for (const statement of statements)
    for (const piece of statement.content)
      if (covers(piece, span) && isCloser(best, statement, piece)) best = { statement, piece };
  return best;
}

const isCloser = (
  best: { statement: Statement; piece: Span } | undefined,
  statement: Statement,
  piece: Span,
): boolean =>
  !best ||
  length(piece) < length(best.piece) ||
  (length(piece) === length(best.piece) && statement.within === best.statement.id);

export function voiceOf(
  statements: readonly Statement[],
  quotations: readonly Quotation[],
  span: Span,
): Voice {
  const found = innermost(statements, span);
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
