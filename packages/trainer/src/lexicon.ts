/** The lexicon from the files of WordNet (Fellbaum 1998): `index.sense` has all that is asked of it. */
import {
  hashString,
  type LexiconEntry,
  normalised,
  packEntry,
  writeModel,
} from "@hearsay/reader/model";

/** WordNet's sense types 1 to 5: noun, verb, adjective, adverb, adjective satellite. */
const partOf = [0, 0, 1, 2, 3, 2];
const firstVerbFile = 29;

interface Word {
  readonly counts: [number, number, number, number];
  /** Lexicographer file of the first sense and that sense's number, as noun and as verb. */
  readonly first: [[file: number, sense: number], [file: number, sense: number]];
}

/** Words without spaces, from lines "dog%1:05:00:: 02086723 1 42". Throws on a line unlike that. */
export function readSenses(text: string): Map<string, Word> {
  const words = new Map<string, Word>();
  text.split("\n").forEach((line, at) => {
    if (line === "") return;
    const parts = /^([^%]+)%(\d):(\d\d):\S* \d+ (\d+) (\d+)$/.exec(line);
    if (!parts)
      throw new Error(`index.sense:${at + 1}: ${JSON.stringify(line)} is no sense; fetch it again`);
    const lemma = normalised(parts[1]!);
    if (lemma.includes("_")) return;
    const [type, file, sense, count] = parts.slice(2).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const part = partOf[type]!;
    const word = words.get(lemma) ?? {
      counts: [0, 0, 0, 0],
      first: [
        [0, 99],
        [0, 99],
      ],
    };
    words.set(lemma, word);
    // A tenth for each sense, so that what was never counted still is one.
    word.counts[part]! += count + 0.1;
    const first = part < 2 ? word.first[part]! : undefined;
    if (first && sense < first[1]) {
      first[0] = part === 0 ? file + 1 : file - firstVerbFile + 1;
      first[1] = sense;
    }
  });
  return words;
}

const entryOf = ({ counts, first }: Word): LexiconEntry => ({
  often: counts.map((count) =>
    count === 0 ? 0 : Math.min(15, 1 + Math.floor(Math.log2(1 + count))),
  ) as unknown as LexiconEntry["often"],
  noun: first[0][0],
  verb: first[1][0],
});

export function makeLexicon(senses: string): Uint8Array {
  const byHash = new Map<number, number>();
  for (const [lemma, word] of readSenses(senses))
    byHash.set(hashString(lemma), packEntry(entryOf(word)));
  const sorted = [...byHash].sort((a, b) => a[0] - b[0]);
  const entries = [...new Set(sorted.map(([, entry]) => entry))].sort((a, b) => a - b);
  const indexOf = new Map(entries.map((entry, k) => [entry, k]));
  const facts = { license: "WordNet 3.1, Princeton University" };
  const bytes = (numbers: Int32Array | Uint16Array): Uint8Array => new Uint8Array(numbers.buffer);
  return writeModel(
    { kind: "lexicon", name: "english.lexicon", version: 1, facts },
    {
      hashes: bytes(Int32Array.from(sorted, ([hash]) => hash)),
      indices: bytes(Uint16Array.from(sorted, ([, entry]) => indexOf.get(entry)!)),
      entries: bytes(Int32Array.from(entries)),
    },
  );
}
