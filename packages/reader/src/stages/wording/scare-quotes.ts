/** Words that the outlet itself puts between quotation marks, with nobody there to say them. */
import { type Because, type Refusal, step, words } from "../../reading/because.ts";
import type { Quotation, Tokens } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import { overlaps, type Span, spanText } from "../../text/span.ts";

export interface ScareQuotes {
  readonly span: Span;
  readonly why: Because;
}

interface Beside {
  readonly text: string;
  readonly tokens: Tokens;
  readonly statements: readonly Statement[];
}

/** Longer ones are speech, whoever said it. */
const mostWords = 8;
const naming =
  /\b(?:called|name|named|titled|entitled|dubbed|nicknamed|known as|codenamed|code-named|term|word|words|phrase|slogan|song|film|book|album|novel|series|programme|program|exhibition|operation)\s*:?\s*$/i;

/** “Che” Guevara: one capital inside, one behind. */
const nickname = /^\p{Lu}\S*\n \p{Lu}/u;

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

function whyNot({ span, inner, open }: Quotation, { text }: Beside): string | undefined {
  const quoted = spanText(text, inner);
  const parts = quoted.split(/\s+/).filter((each) => /\p{L}/u.test(each));
  if (open) return "the quotation has no closing mark";
  if (parts.length === 0) return "there are no words between the quotation marks";
  if (parts.length > mostWords) return "this is too long for scare quotes: it is somebody's speech";
  if (nickname.test(`${quoted}\n${text.slice(span[1], span[1] + 3)}`))
    return "the quotation marks hold a nickname";
  if (naming.test(text.slice(Math.max(0, span[0] - 40), span[0])))
    return "the quotation marks give a name or a word as such";
  if (
    parts.length > 1 &&
    parts.every((each) => /^[^\p{L}]*(?:\p{Lu}|(?:of|the|and|for|in|to|on|a)$)/u.test(each))
  )
    return "the quotation marks hold a name or a title";
  return undefined;
}
