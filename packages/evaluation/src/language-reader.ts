import {
  type English,
  layersFromTokens,
  type Parse,
  parseTokens,
  textTokens,
} from "@hearsay/reader/model";
import type { Analysis, LanguageReader } from "./language.ts";

/** The reader's language models as `scoreLanguage` asks for them. */
export const languageReader = (english: English): LanguageReader => ({
  text: (text) => analysisOf(parseTokens(english, textTokens(text, english.splitter))),
  words: (sentences) => analysisOf(parseTokens(english, layersFromTokens(sentences).tokens)),
});

/** What was found, sentence by sentence. */
export function analysisOf({ tokens, tags, lemmas, tree }: Parse): Analysis {
  const sentences = Array.from({ length: tokens.first.length - 1 }, (_, s) => {
    const from = tokens.first[s]!;
    return Array.from({ length: tokens.first[s + 1]! - from }, (_, k) => {
      const i = from + k;
      return {
        from: tokens.from[i]!,
        to: tokens.to[i]!,
        upos: tags.uposNames[tags.upos[i]!]!,
        xpos: tags.xposNames[tags.xpos[i]!]!,
        lemma: lemmas[i]!,
        head: tree.head[i]! < 0 ? -1 : tree.head[i]! - from,
        relation: tree.labelNames[tree.label[i]!]!,
      };
    });
  });
  return { sentences };
}
