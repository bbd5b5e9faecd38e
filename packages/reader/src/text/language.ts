/**
 * Which language a text is in. By script first. In Latin script English is told from the rest by what
 * speaks for it and against it, word by word; which other language it is, by the function words of
 * each.
 */
import { functionWords } from "./function-words.ts";
import { languageByScript } from "./scripts.ts";

/** How much of a text is looked at, in UTF-16 units. */
const sample = 20_000;

const languages = Object.keys(functionWords);
const english = languages.indexOf("en");

/** The languages, by their place in `languages`, that have a word among their commonest. */
const spokenIn = new Map<string, number[]>();
languages.forEach((language, k) => {
  for (const word of new Set(functionWords[language]!.split(/\s+/)))
    spokenIn.set(word, [...(spokenIn.get(word) ?? []), k]);
});

/** The language of a text as an ISO 639-1 code, or "und" when it cannot be told. */
export const languageOf = (text: string): string =>
  foreignLanguage(text) ?? (/\p{L}/u.test(startOf(text)) ? "en" : "und");

/**
 * The language of a text that is clearly not English ("und": some other); nothing where there is no
 * clear sign against English. A headline or a single sentence may hold hardly a word that tells, and
 * is then taken for English, the language the reader is made for.
 */
export function foreignLanguage(text: string): string | undefined {
  const start = startOf(text);
  return languageByScript(start) ?? foreignInLatin(start);
}

/** Addresses have words of any language, spelt together. */
const startOf = (text: string): string =>
  text.slice(0, sample).replace(/(?:https?:|www\.)\S+|\S*@\S*|#\S+/g, " ");

/** A word, without those behind a hyphen (half of many names), and what an apostrophe joins to it. */
const words = /(?<![\p{L}\p{N}][-_])(\p{L}+)(?:['’](?:(s|t|re|ve|ll|d|m)(?!\p{L}))?)?/gu;

/** By what speaks for English, and against it, word by word. */
function foreignInLatin(text: string): string | undefined {
  // Where all is in capitals, names look like words, and it takes more to speak against English.
  const shouted = !/\p{Ll}/u.test(text);
  let count = 0;
  let pro = 0;
  let contra = 0;
  const hits = new Int32Array(languages.length);
  for (const [found, word = "", joined] of text.matchAll(words)) {
    count++;
    // French and Italian cut short what English never does: l', qu'.
    const spoken = spokenIn.get((word.length <= 2 && !joined ? found : word).toLowerCase());
    if (spoken) for (const k of spoken) hits[k]!++;
    if (spoken?.[0] === english || (joined && joined !== "s")) pro += spoken?.[1] ? 0.5 : 1;
    // A capital within a sentence is a name's, and names are of any language.
    else if (spoken) contra += count > 1 && !shouted && capital.test(word) ? 0.5 : 1;
    else if (looksForeign(word)) contra++;
  }
  if (contra < (shouted ? 4 : 3) || contra < 2 * pro + 1) return undefined;
  hits[english] = 0;
  const best = hits.indexOf(hits.reduce((a, b) => Math.max(a, b)));
  // Running text of any of these languages has more of its words; of others, less.
  return hits[best]! / count >= 0.15 ? languages[best]! : "und";
}

const capital = /^\p{Lu}/u;

/** Letters that English spells no word with, but for a few that it has borrowed. */
const foreignLetter = /[^a-z'’]/;

/** Ends and beginnings that English words hardly have. */
const foreignShape =
  /[aiouqvj]$|aa|ii|uu|[jq][^aeou]|cz|sz|zs|dz|hj|tj|gj|lj|vl|vr|zw|^(?:mb|nd|ng|nk|nt|mp|hl|kw|mw|ny|sv|fj|hv|kj|zl|zd)/;

/** By its spelling alone, and only in small letters: names are of any language. */
const looksForeign = (word: string): boolean =>
  /^\p{Ll}{3}/u.test(word) && (foreignLetter.test(word) || foreignShape.test(word));
