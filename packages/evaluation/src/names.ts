/** Scores name spans against IOB2 files: span and kind both exactly right. */

/** One document: its sentences' words and gold labels ("B-PER", "I-PER", "O"). */
export interface NameDocument {
  readonly words: readonly (readonly string[])[];
  readonly labels: readonly (readonly string[])[];
  /** Each sentence as printed, where the file says it ("# text = …"), else its words with spaces. */
  readonly texts: readonly string[];
}

/** Words counted through the document, `last` inclusive. */
export interface ScoredName {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** Percentages. */
export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface NameScores extends Score {
  readonly by: Readonly<Record<"PER" | "ORG" | "LOC", Score>>;
}

/** Finds names in a document: in the words of its sentences, or in the sentences as printed. */
export type NameFinder = (
  sentences: readonly (readonly string[])[],
  texts: readonly string[],
) => readonly ScoredName[];

/**
 * Documents of an IOB2 file: `index TAB form TAB label`, sentences parted by empty lines, documents
 * by "# newdoc" comments. Throws on a line with too few columns.
 */
export function readNameDocuments(iob2: string, file = "iob2"): NameDocument[] {
  const documents: { words: string[][]; labels: string[][]; texts: string[] }[] = [];
  let open = false;
  let printed: string | undefined;
  iob2.split("\n").forEach((line, at) => {
    if (line.startsWith("# newdoc") || documents.length === 0)
      documents.push({ words: [], labels: [], texts: [] });
    if (line.trim() === "" || line.startsWith("#")) {
      if (!line.startsWith("#")) printed = undefined;
      else if (line.startsWith("# text = ")) printed = line.slice("# text = ".length);
      open = false;
      return;
    }
    const [, form, label] = line.split("\t");
    if (form === undefined || label === undefined)
      throw new Error(
        `${file}:${at + 1}: ${JSON.stringify(line)} is no IOB2 line; write INDEX, FORM and LABEL with tabs between`,
      );
    const document = documents.at(-1)!;
    if (!open) {
      document.words.push([]);
      document.labels.push([]);
      document.texts.push(printed ?? "");
      open = true;
    }
    document.words.at(-1)!.push(form);
    document.labels.at(-1)!.push(label.trim());
  });
  return documents
    .filter(({ words }) => words.length > 0)
    .map(({ words, labels, texts }) => ({
      words,
      labels,
      texts: texts.map((text, s) => text || words[s]!.join(" ")),
    }));
}

/** The spans of one sentence's labels; an I that continues nothing opens one. */
export function spansOf(labels: readonly string[], offset = 0): ScoredName[] {
  const spans: ScoredName[] = [];
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (!/^[BI]-/.test(label)) continue;
    const kind = label.slice(2);
    let last = i;
    while (labels[last + 1] === `I-${kind}`) last++;
    spans.push({ first: offset + i, last: offset + last, kind });
    i = last;
  }
  return spans;
}

const scoredKinds = ["PER", "ORG", "LOC"] as const;
type ScoredKind = (typeof scoredKinds)[number];

interface Counts {
  gold: number;
  found: number;
  right: number;
}

/** Gold labels other than PER, ORG and LOC, and names of other kinds, are left out of account. */
export function scoreNames(iob2: string, find: NameFinder, file = "iob2"): NameScores {
  const counts: Record<ScoredKind, Counts> = {
    PER: { gold: 0, found: 0, right: 0 },
    ORG: { gold: 0, found: 0, right: 0 },
    LOC: { gold: 0, found: 0, right: 0 },
  };
  for (const document of readNameDocuments(iob2, file))
    count(document, find(document.words, document.texts), counts);
  const all = scoredKinds.map((kind) => counts[kind]);
  const sum = (key: keyof Counts): number => all.reduce((total, each) => total + each[key], 0);
  const total = { gold: sum("gold"), found: sum("found"), right: sum("right") };
  const by = { PER: scoreOf(counts.PER), ORG: scoreOf(counts.ORG), LOC: scoreOf(counts.LOC) };
  return { ...scoreOf(total), by };
}

const isScored = (kind: string): kind is ScoredKind => kind in { PER: 0, ORG: 0, LOC: 0 };
const keyOf = ({ first, last, kind }: ScoredName): string => `${first} ${last} ${kind}`;

function count(
  document: NameDocument,
  found: readonly ScoredName[],
  counts: Record<ScoredKind, Counts>,
): void {
  const gold = new Set<string>();
  let offset = 0;
  for (const labels of document.labels) {
    for (const span of spansOf(labels, offset))
      if (isScored(span.kind)) {
        counts[span.kind].gold++;
        gold.add(keyOf(span));
      }
    offset += labels.length;
  }
  for (const span of found)
    if (isScored(span.kind)) {
      counts[span.kind].found++;
      if (gold.has(keyOf(span))) counts[span.kind].right++;
    }
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;

function scoreOf({ gold, found, right }: Counts): Score {
  return {
    p: percent(right, found),
    r: percent(right, gold),
    f1: percent(2 * right, gold + found),
  };
}
