/** The models of English, read from their files once and shared by the stages. */
import type { Lemmas, Tags, Tokens, Tree } from "../reading/layers.ts";
import { tokenColumns } from "../reading/tokens.ts";
import type { Span } from "../text/span.ts";
import { splitWords } from "../text/tokens.ts";
import { type Clusters, readClusters } from "./clusters.ts";
import { type Model, openModel } from "./container.ts";
import { type Encoder, encode, readEncoder } from "./encoder.ts";
import { type Lemmatiser, lemmasOf, readLemmatiser } from "./lemmatiser.ts";
import { readLexicon } from "./lexicon.ts";
import { type Parser, parserOf, parseWords } from "./parser.ts";
import { readSplitter, type Splitter, splitSentences } from "./splitter.ts";
import { type Tagger, taggerOf, tagWords } from "./tagger.ts";

export interface English {
  readonly clusters: Clusters;
  readonly splitter: Splitter;
  readonly encoder: Encoder;
  readonly tagger: Tagger;
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
  /** What the models read in place of a form: words that may not make a difference are one. */
  readonly alike?: (form: string) => string;
}

/** Names of the models `readEnglish` needs; the files are NAME.model. */
export const englishModels = [
  "english.clusters",
  "english.splitter",
  "english.lexicon",
  "english.lemmas",
  "english.network",
] as const;

/**
 * From the bytes of the model files, by name ("english.network"). Throws when one is missing, of
 * another kind, or damaged.
 */
export function readEnglish(models: { readonly [name: string]: Uint8Array }): English {
  const open = (name: (typeof englishModels)[number]): Model => openModel(models, name);
  const clusters = readClusters(open("english.clusters"));
  const network = open("english.network");
  const encoder = readEncoder(network, { clusters, lexicon: readLexicon(open("english.lexicon")) });
  return {
    clusters,
    splitter: readSplitter(open("english.splitter"), clusters),
    encoder,
    tagger: taggerOf(encoder, network),
    lemmatiser: readLemmatiser(open("english.lemmas")),
    parser: parserOf(encoder, network),
  };
}

const seenByTokens = new WeakMap<Tokens, Int16Array>();

/** What the encoder makes of a report's tokens; computed once for all stages that ask. */
function seenOf({ encoder, alike }: Pick<English, "encoder" | "alike">, tokens: Tokens) {
  let found = seenByTokens.get(tokens);
  if (!found) {
    found = encode(encoder, alike ? tokens.form.map(alike) : tokens.form, tokens.first);
    seenByTokens.set(tokens, found);
  }
  return found;
}

export const tagsOf = (
  english: Pick<English, "encoder" | "tagger" | "alike">,
  tokens: Tokens,
): Tags => tagWords(english.tagger, seenOf(english, tokens));

export const treeOf = (
  english: Pick<English, "encoder" | "parser" | "alike">,
  tokens: Tokens,
  tags: Tags,
): Tree => parseWords(english.parser, seenOf(english, tokens), tags, tokens.first);

/** All of the syntax at once, outside a pipeline: for scoring and for tools. */
export interface Parse {
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly lemmas: Lemmas;
  readonly tree: Tree;
}

/** Tags, lemmas and trees of given tokens (`layersFromTokens`, `textTokens`). */
export function parseTokens(english: English, tokens: Tokens): Parse {
  const tags = tagsOf(english, tokens);
  const lemmas = lemmasOf(english.lemmatiser, tokens.form, tags);
  return { tokens, tags, lemmas, tree: treeOf(english, tokens, tags) };
}

/** Sentences and tokens of running text whose paragraphs are parted by empty lines. */
export function textTokens(text: string, splitter: Splitter): Tokens {
  const words: Span[][] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g), { index: text.length, 0: "" }]) {
    for (const [start, end] of splitSentences(splitter, text, from, gap.index))
      words.push(splitWords(text, start, end));
    from = gap.index + gap[0].length;
  }
  return tokenColumns(text, words);
}
