/** CoNLL-U out (https://universaldependencies.org/format.html), names in the last column. */
import type { Layers } from "./layers.ts";

type Parsed = Pick<
  Layers,
  "report" | "sentences" | "tokens" | "tags" | "lemmas" | "tree" | "names"
>;

/** The sentences of a report that have words, each as a block of CoNLL-U. */
export function* conllu(parsed: Parsed): Generator<string> {
  const { report, sentences, tokens } = parsed;
  const labels = nameLabels(parsed);
  let number = 0;
  let paragraph = -1;
  for (let s = 0; s < sentences.count; s++) {
    const [first, end] = [tokens.first[s]!, tokens.first[s + 1]!];
    if (first === end) continue;
    const lines: string[] = [];
    if (number === 0) lines.push(`# newdoc id = ${field(report.id)}`);
    if (sentences.paragraph[s] !== paragraph) lines.push("# newpar");
    paragraph = sentences.paragraph[s]!;
    number++;
    let text = "";
    const words: string[] = [];
    for (let i = first; i < end; i++) {
      const spaced = i + 1 === end || tokens.to[i] !== tokens.from[i + 1];
      text += field(tokens.form[i]) + (spaced ? " " : "");
      words.push(wordLine(parsed, i, first, [...labels[i]!, ...(spaced ? [] : ["SpaceAfter=No"])]));
    }
    lines.push(`# sent_id = ${number}`, `# text = ${text.trimEnd()}`, ...words);
    yield block(lines);
  }
}

/** A sentence's lines as one block. */
export const block = (lines: readonly string[]): string => `${lines.join("\n")}\n\n`;

/** A word's line; `first` is the first word of its sentence. */
export function wordLine(
  { tokens, tags, lemmas, tree }: Parsed,
  i: number,
  first: number,
  misc: readonly string[],
): string {
  const head = tree.head[i]!;
  return [
    i - first + 1,
    field(tokens.form[i]),
    field(lemmas[i]),
    tags.uposNames[tags.upos[i]!] ?? "X",
    field(tags.xposNames[tags.xpos[i]!]),
    "_",
    head < 0 ? 0 : head - first + 1,
    head < 0 ? "root" : (tree.labelNames[tree.label[i]!] ?? "dep"),
    "_",
    misc.join("|") || "_",
  ].join("\t");
}

/** "NER=B-PER" of every word that is in a name, none of the others. */
export function nameLabels({ tokens, names }: Parsed): string[][] {
  const labels = Array.from({ length: tokens.count }, (): string[] => []);
  for (const { first, last, kind } of names)
    for (let i = first; i <= last; i++) labels[i] = [`NER=${i === first ? "B" : "I"}-${kind}`];
  return labels;
}

const field = (text = ""): string => text.replace(/\s+/g, " ").trim() || "_";
