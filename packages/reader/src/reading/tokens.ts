import type { Span } from "../text/span.ts";
import type { Sentences, Tokens } from "./layers.ts";

/** Sentence columns from spans and the paragraph each lies in. */
export const sentenceColumns = (
  spans: readonly { readonly span: Span; readonly paragraph: number }[],
): Sentences => ({
  count: spans.length,
  from: Int32Array.from(spans, ({ span }) => span[0]),
  to: Int32Array.from(spans, ({ span }) => span[1]),
  paragraph: Int32Array.from(spans, ({ paragraph }) => paragraph),
});

/** Token columns from the word spans of each sentence. */
export function tokenColumns(text: string, words: readonly (readonly Span[])[]): Tokens {
  const count = words.reduce((sum, each) => sum + each.length, 0);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const sentence = new Int32Array(count);
  const first = new Int32Array(words.length + 1);
  const form: string[] = [];
  words.forEach((spans, s) => {
    first[s] = form.length;
    for (const [start, end] of spans) {
      from[form.length] = start;
      to[form.length] = end;
      sentence[form.length] = s;
      form.push(text.slice(start, end));
    }
  });
  first[words.length] = count;
  return { count, from, to, sentence, first, form };
}

/**
 * A text, its sentences and tokens from words that are given (a treebank's): words with a space
 * between, sentences with a line break. With these, `tags`, `lemmas` and `tree` run on gold tokens.
 */
export function layersFromTokens(sentences: readonly (readonly string[])[]): {
  text: string;
  sentences: Sentences;
  tokens: Tokens;
} {
  let text = "";
  const words = sentences.map((forms) =>
    forms.map((form, k): Span => {
      if (k > 0) text += " ";
      else if (text !== "") text += "\n";
      text += form;
      return [text.length - form.length, text.length];
    }),
  );
  const spans = words.map((each) => ({
    span: [each[0]?.[0] ?? 0, each.at(-1)?.[1] ?? 0] as Span,
    paragraph: 0,
  }));
  return { text, sentences: sentenceColumns(spans), tokens: tokenColumns(text, words) };
}
