import type { English } from "../model/english.ts";
import { lemmasOf } from "../model/lemmatiser.ts";
import type { Lemmas, Tags, Tokens } from "../reading/layers.ts";
import { stage } from "../reading/stage.ts";
import { pluralBases, verbBases } from "../text/inflection.ts";

/** Lemmas that the knowledge files speak of, by part of speech. */
export interface Vocabulary {
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

/**
 * Dictionary forms, by the longest known ending; where the knowledge files know a word that the
 * form regularly belongs to ("shelled" to "shell"), that word, since the treebanks hold few words
 * of war and politics.
 */
export const lemmas = (english: English, vocabulary: Vocabulary) =>
  stage({
    name: "lemmas",
    needs: ["tokens", "tags"],
    gives: ["lemmas"],
    run: ({ tokens, tags }) => ({
      lemmas: confirmed(vocabulary, tokens, tags, lemmasOf(english.lemmatiser, tokens.form, tags)),
    }),
  });

function confirmed(known: Vocabulary, tokens: Tokens, tags: Tags, guesses: Lemmas): Lemmas {
  return guesses.map((guess, token) => {
    const upos = tags.uposNames[tags.upos[token]!];
    const xpos = tags.xposNames[tags.xpos[token]!] ?? "";
    const form = tokens.form[token]!;
    if (upos === "VERB" && !known.verbs.has(guess))
      return verbCandidates(form, xpos).find((base) => known.verbs.has(base)) ?? guess;
    if (upos === "NOUN" && xpos === "NNS" && !known.nouns.has(guess))
      return pluralBases(form).find((base) => known.nouns.has(base)) ?? guess;
    return guess;
  });
}

/** A past that is written like no present ("shot") is one, whatever the tag says. */
const verbCandidates = (form: string, xpos: string): string[] =>
  xpos === "VB" || xpos === "VBP" ? [form.toLowerCase(), ...verbBases(form)] : verbBases(form);
