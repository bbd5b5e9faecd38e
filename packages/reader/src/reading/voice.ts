/** Whose words a stretch of text is: the one answer that events, figures and wording share. */
import { covers, type Span } from "../text/span.ts";
import type { Statement } from "./reading.ts";

/** A statement, and the piece of its content that holds the words. */
export interface Told {
  readonly statement: Statement;
  readonly piece: Span;
}

const length = ([from, to]: Span): number => to - from;

/**
 * The statement whose content lies closest around a span; of two that hold the same words, the
 * inner one. What was only talked about is nobody's claim, so topics give no voice, unless they are
 * asked for.
 */
export function innermost(
  statements: readonly Statement[],
  span: Span,
  topics: "topics too" | "no topics" = "no topics",
): Told | undefined {
  let best: Told | undefined;
  for (const statement of statements)
    for (const piece of statement.topic && topics === "no topics" ? [] : statement.content)
      if (covers(piece, span) && isCloser(best, statement, piece)) best = { statement, piece };
  return best;
}

const isCloser = (best: Told | undefined, statement: Statement, piece: Span): boolean =>
  !best ||
  length(piece) < length(best.piece) ||
  (length(piece) === length(best.piece) && statement.within === best.statement.id);
