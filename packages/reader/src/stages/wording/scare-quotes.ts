/** Words that the outlet itself puts between quotation marks, with nobody there to say them. */
import { type Because, type Refusal, step, words } from "../../reading/because.ts";
import type { Quotation } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import { type Syntax, tokensIn, xposOf } from "../../reading/syntax.ts";
import { overlaps, type Span, spanText } from "../../text/span.ts";

export interface ScareQuotes {
  readonly span: Span;
  readonly why: Because;
}

interface Beside {
  readonly at: Syntax;
  readonly statements: readonly Statement[];
}

/** Longer ones are speech, whoever said it. */
const mostWords = 8;
const naming =
  /\b(?:called|name|named|titled|entitled|dubbed|nicknamed|known as|codenamed|code-named|term|word|words|phrase|slogan|song|film|book|album|novel|series|programme|program|exhibition|operation)\s*:?\s*$/i;

/** What scare quotes the report holds, and which quotations look like them but are not. */
export function scareQuotes(
  quotations: readonly Quotation[],
  beside: Beside,
  refused: (span: Span, because: Refusal["because"]) => void,
): ScareQuotes[] {
  return quotations.flatMap((quotation) => {
    if (quotation.kind !== "words") return [];
    const said = statementOver(beside.statements, quotation.span);
    if (said) return [];
    const reason = whyNot(quotation, beside);
    if (reason !== undefined) {
      refused(quotation.span, step(reason, words(quotation.span)));
      return [];
    }
    const why = step(
      "words between quotation marks that no statement gives to anybody",
      words(quotation.span),
    );
    return [{ span: quotation.span, why }];
  });
}

const statementOver = (statements: readonly Statement[], span: Span): Statement | undefined =>
  statements.find(({ content, source, cue }) =>
    [...content, ...source.spans, ...cue.spans].some((each) => overlaps(each, span)),
  );

function whyNot({ span, inner, open }: Quotation, { at, statements }: Beside): string | undefined {
  // First, for an open one runs on to the end of its paragraph.
  if (open) return "the quotation has no closing mark";
  const { text } = at;
  const quoted = spanText(text, inner);
  const parts = quoted.split(/\s+/).filter((each) => /\p{L}/u.test(each));
  const before = text.slice(Math.max(0, span[0] - 40), span[0]);
  if (parts.length === 0) return "there are no words between the quotation marks";
  if (parts.length > mostWords || hasFiniteVerb(at, inner))
    return "the quotation holds a clause: it is somebody's speech";
  if (/[:(]\s*$/.test(before)) return "behind a colon or a bracket it is speech or a translation";
  if (isName(parts, before, text.slice(span[1], span[1] + 3)) || naming.test(before))
    return "the quotation marks hold a name, a title or a word as such";
  if (reportsSpeech(at, statements, span))
    return "the sentence reports what somebody says: the words may be theirs";
  return undefined;
}

function hasFiniteVerb(at: Syntax, inner: Span): boolean {
  const [first, last] = tokensIn(at.tokens, inner) ?? [0, -1];
  for (let token = first; token <= last; token++)
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(xposOf(at, token))) return true;
  return false;
}

/** All capitals inside a sentence ("Marigol"), or “Che” Guevara: one inside and one behind. */
function isName(parts: readonly string[], before: string, after: string): boolean {
  if (!parts.every((each) => capital.test(each) || small.test(each))) return false;
  const begins = /(?:^|[.!?\n])\s*$/.test(before);
  return parts.length > 1 || !begins || /^ \p{Lu}/u.test(after);
}

const capital = /^[^\p{L}]*\p{Lu}/u;
const small = /^(?:of|the|and|for|in|to|on|a|an|de|del|la|las|el|los|le|les|du|des|y|et|al)$/;

function reportsSpeech(at: Syntax, statements: readonly Statement[], span: Span): boolean {
  const [first] = tokensIn(at.tokens, span) ?? [-1];
  if (first < 0) return true;
  const sentence = at.tokens.sentence[first]!;
  const around: Span = [at.sentences.from[sentence]!, at.sentences.to[sentence]!];
  return statements.some(({ cue }) => cue.spans.some((each) => overlaps(each, around)));
}
