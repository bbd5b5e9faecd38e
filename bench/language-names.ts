/** Names found in running text, held against names marked on given words. */
import type { NameFinder, ScoredName } from "@hearsay/evaluation/names";
import type { FoundName } from "./tools/tool.ts";

/** Reads the sentences as one text; a name whose ends are no ends of given words is a wrong one. */
export const nameFinder =
  (find: (text: string) => readonly FoundName[]): NameFinder =>
  (sentences, texts) => {
    const text = texts.join(" ");
    const places = lettersBefore(text);
    const starts = new Map<number, number>();
    const ends = new Map<number, number>();
    let at = 0;
    for (const [i, word] of sentences.flat().entries()) {
      starts.set(at, i);
      at += word.replace(/\s/g, "").length;
      ends.set(at, i);
    }
    return find(text).map(({ from, to, kind }): ScoredName => {
      const first = starts.get(places[from]!);
      const last = ends.get(places[to]!);
      return first === undefined || last === undefined
        ? { first: -1, last: -1, kind }
        : { first, last, kind };
    });
  };

/** How many characters that are no space stand before each place of a text. */
function lettersBefore(text: string): Int32Array {
  const places = new Int32Array(text.length + 1);
  for (let k = 0; k < text.length; k++) places[k + 1] = places[k]! + (/\s/.test(text[k]!) ? 0 : 1);
  return places;
}
