/** What the trainer and the scorers need of the models; the reader's own face is `../index.ts`. */

export type { Lemmas, Sentences, Tags, Tokens, Tree } from "../reading/layers.ts";
export * from "../reading/tokens.ts";
export { splitWords } from "../text/tokens.ts";
export * from "./arithmetic.ts";
export * from "./clusters.ts";
export * from "./container.ts";
export * from "./encoder.ts";
export * from "./english.ts";
export * from "./hash.ts";
export * from "./lemmatiser.ts";
export * from "./lexicon.ts";
export * from "./linear.ts";
export * from "./namer.ts";
export * from "./network.ts";
export * from "./parser.ts";
export * from "./recurrent.ts";
export * from "./splitter.ts";
export * from "./tagger.ts";
export * from "./templates.ts";
export * from "./vocabulary.ts";
export * from "./words.ts";
