/** The plainer word in the form of the word it stands for: "slammed" → "criticised". */

/** Past and participle of the irregular verbs among the plainer words. */
const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ["was", "been"],
  break: ["broke", "broken"],
  cut: ["cut", "cut"],
  do: ["did", "done"],
  fall: ["fell", "fallen"],
  fight: ["fought", "fought"],
  give: ["gave", "given"],
  go: ["went", "gone"],
  lose: ["lost", "lost"],
  make: ["made", "made"],
  pay: ["paid", "paid"],
  put: ["put", "put"],
  rise: ["rose", "risen"],
  say: ["said", "said"],
  see: ["saw", "seen"],
  send: ["sent", "sent"],
  shoot: ["shot", "shot"],
  speak: ["spoke", "spoken"],
  spread: ["spread", "spread"],
  take: ["took", "taken"],
};

/** One stressed syllable that ends in a single consonant: "stop", "stir". */
const doubles = /^[^aeiou]*[aeiou][bdgmnprt]$/;

const withEnding = (verb: string, ending: "ed" | "ing"): string => {
  if (doubles.test(verb)) return `${verb}${verb.at(-1)}${ending}`;
  if (verb.endsWith("ie") && ending === "ing") return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith("ee")) return ending === "ed" ? `${verb}d` : `${verb}ing`;
  if (verb.endsWith("e")) return `${verb.slice(0, -1)}${ending}`;
  return ending === "ed" && /[^aeiou]y$/.test(verb)
    ? `${verb.slice(0, -1)}ied`
    : `${verb}${ending}`;
};

const withS = (word: string): string => {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
};

function verbIn(verb: string, xpos: string): string {
  switch (xpos) {
    case "VBD":
      return irregular[verb]?.[0] ?? withEnding(verb, "ed");
    case "VBN":
      return irregular[verb]?.[1] ?? withEnding(verb, "ed");
    case "VBG":
      return withEnding(verb, "ing");
    case "VBZ":
      return withS(verb);
    default:
      return verb;
  }
}

/**
 * `neutral` is a lemma or a phrase of one; `xpos` the Penn tag of the word that it stands for. Of a
 * verb phrase the first word is inflected; of nouns only a single one ("acts"), since phrases are
 * written as they are to be read.
 */
export function inflected(neutral: string, pos: "NOUN" | "VERB" | undefined, xpos: string): string {
  const [first = "", ...rest] = neutral.split(" ");
  if (pos === "VERB") return [verbIn(first, xpos), ...rest].join(" ");
  if (pos !== "NOUN" || rest.length > 0 || !/^NNP?S$/.test(xpos)) return neutral;
  return /s$|ing$/.test(first) ? neutral : withS(first);
}
