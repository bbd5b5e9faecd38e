/** The models of English, read from their files once and shared by the stages. */
import type { Lemmas, Tags, Tokens, Tree } from "../reading/layers.ts";
import { tokenColumns } from "../reading/tokens.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Span } from "../text/span.ts";
import { splitWords } from "../text/tokens.ts";
import { type Clusters, readClusters } from "./clusters.ts";
import { type Model, openModel } from "./container.ts";
import { hashString } from "./hash.ts";
import { type Lemmatiser, lemmasOf, readLemmatiser } from "./lemmatiser.ts";
import { type Parser, type ParserColumns, parseWords, readParser, Surroundings } from "./parser.ts";
import { readTagger, type Tagger, tagWords } from "./tagger.ts";
import { type WordColumns, wordColumns, wordKey } from "./words.ts";

export interface English {
  readonly clusters: Clusters;
  readonly tagger: Tagger;
  readonly lemmatiser: Lemmatiser;
  readonly parser: Parser;
  /** What the models read in place of a form: words that may not make a difference are one. */
  readonly alike?: (form: string) => string;
}

/** Names of the models `readEnglish` needs; the files are NAME.model. */
export const englishModels = [
  "english.clusters",
  "english.tagger",
  "english.lemmas",
  "english.parser",
] as const;

/**
 * From the bytes of the model files, by name ("english.tagger"). Throws when one is missing, of
 * another kind, or damaged.
 */
export function readEnglish(models: { readonly [name: string]: Uint8Array }): English {
  const open = (name: (typeof englishModels)[number]): Model => openModel(models, name);
  return {
    clusters: readClusters(open("english.clusters")),
    tagger: readTagger(open("english.tagger")),
    lemmatiser: readLemmatiser(open("english.lemmas")),
    parser: readParser(open("english.parser")),
  };
}

interface Seen {
  readonly columns: WordColumns;
  /** What the columns of each token follow from: its form, as the models see it, and its case. */
  readonly words: readonly string[];
}

const seenByTokens = new WeakMap<Tokens, Seen>();

/** What the models see of a report's tokens; computed once for all stages that ask. */
function seen({ clusters, alike }: Pick<English, "clusters" | "alike">, tokens: Tokens): Seen {
  let found = seenByTokens.get(tokens);
  if (!found) {
    const forms = alike ? tokens.form.map(alike) : tokens.form;
    const columns = wordColumns(forms, tokens.first, clusters);
    found = { columns, words: forms.map((form, i) => wordKey(columns, i, form)) };
    seenByTokens.set(tokens, found);
  }
  return found;
}

export const columnsOf = (
  english: Pick<English, "clusters" | "alike">,
  tokens: Tokens,
): WordColumns => seen(english, tokens).columns;

export function tagsOf(
  english: Pick<English, "clusters" | "tagger" | "alike">,
  tokens: Tokens,
): Tags {
  const { columns, words } = seen(english, tokens);
  return tagWords(english.tagger, columns, words, tokens.first);
}

/** A column of hashes with a last slot for "no token there". */
export function column(count: number, valueAt: (i: number) => number): Int32Array {
  const values = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) values[i] = valueAt(i);
  values[count] = -7;
  return values;
}

/** All that the parser sees of the words, tags and lemmas. */
export function surroundingsOf(
  words: WordColumns,
  tokens: Pick<Tokens, "form" | "count">,
  tags: Tags,
  lemmas: Lemmas,
): Surroundings {
  const upos = tags.uposNames.map((name) => hashString(name));
  const pairs = new Map<number, number>();
  const pairOf = (i: number): number => {
    const key = tags.upos[i]! * 256 + tags.xpos[i]!;
    let hash = pairs.get(key);
    if (hash === undefined) {
      hash = hashString(`${tags.uposNames[tags.upos[i]!]} ${tags.xposNames[tags.xpos[i]!]}`);
      pairs.set(key, hash);
    }
    return hash;
  };
  const verb = tags.uposNames.indexOf("VERB");
  const columns: ParserColumns = {
    ...words,
    tag: column(tokens.count, pairOf),
    upos: column(tokens.count, (i) => upos[tags.upos[i]!]!),
    lemma: column(tokens.count, (i) => hashString(lemmas[i]!)),
  };
  const verbish = Int32Array.from(tags.upos, (each) => (each === verb ? 1 : 0));
  const commaish = Int32Array.from(tokens.form, (form) => (form === "," ? 1 : 0));
  return new Surroundings(columns, verbish, commaish);
}

export const treeOf = (english: English, tokens: Tokens, tags: Tags, lemmas: Lemmas): Tree =>
  parseWords(
    english.parser,
    surroundingsOf(
      columnsOf(english, tokens),
      tokens,
      tags,
      english.alike ? lemmas.map(english.alike) : lemmas,
    ),
    tokens.first,
  );

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
  return { tokens, tags, lemmas, tree: treeOf(english, tokens, tags, lemmas) };
}

/** Sentences and tokens of running text whose paragraphs are parted by empty lines. */
export function textTokens(text: string): Tokens {
  const words: Span[][] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\n\s*\n/g), { index: text.length, 0: "" }]) {
    for (const [start, end] of splitSentences(text, from, gap.index))
      words.push(splitWords(text, start, end));
    from = gap.index + gap[0].length;
  }
  return tokenColumns(text, words);
}
