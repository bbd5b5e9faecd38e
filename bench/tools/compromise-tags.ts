/** compromise marks a word with many tags at once; which of them says the universal tag. */

/** In order: the first that a word has decides. */
const table: readonly (readonly [tag: string, upos: string])[] = [
  ["Emoji", "SYM"],
  ["Emoticon", "SYM"],
  ["Url", "X"],
  ["Email", "X"],
  ["HashTag", "X"],
  ["AtMention", "PROPN"],
  ["Negative", "PART"],
  ["Pronoun", "PRON"],
  ["ProperNoun", "PROPN"],
  ["Month", "PROPN"],
  ["WeekDay", "PROPN"],
  ["Ordinal", "ADJ"],
  ["Cardinal", "NUM"],
  ["Determiner", "DET"],
  ["There", "PRON"],
  ["Modal", "AUX"],
  ["Auxiliary", "AUX"],
  ["Copula", "AUX"],
  ["Conjunction", "SCONJ"],
  ["Preposition", "ADP"],
  ["Particle", "ADP"],
  ["QuestionWord", "PRON"],
  ["Adjective", "ADJ"],
  ["Adverb", "ADV"],
  ["Verb", "VERB"],
  ["Acronym", "PROPN"],
  ["Expression", "INTJ"],
  ["Value", "NUM"],
  ["Noun", "NOUN"],
];

/** What the tags do not tell apart and the universal ones do. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SCONJ: { and: "CCONJ", or: "CCONJ", but: "CCONJ", nor: "CCONJ", "&": "CCONJ", to: "PART" },
  VERB: { be: "AUX", been: "AUX", being: "AUX" },
  NOUN: { my: "PRON", our: "PRON", its: "PRON", something: "PRON", anyone: "PRON" },
  PRON: { when: "ADV", where: "ADV", how: "ADV", why: "ADV" },
  PART: { no: "DET", never: "ADV", nothing: "PRON", none: "NOUN", nobody: "PRON" },
};

export function universalTag(tags: ReadonlySet<string>, word: string): string {
  const upos = table.find(([tag]) => tags.has(tag))?.[1] ?? "X";
  return words[upos]?.[word.toLowerCase()] ?? upos;
}
