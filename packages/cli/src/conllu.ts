import type { Layers } from "@hearsay/reader";

type Parsed = Pick<Layers, "report" | "sentences" | "tokens" | "tags" | "lemmas" | "tree">;

/** The sentences of a report that have words, each as a block of CoNLL-U. */
export function* conllu(parsed: Parsed): Generator<string> {
  const { report, sentences, tokens } = parsed;
  let number = 0;
  let paragraph = -1;
  for (let s = 0; s < sentences.count; s++) {
    if (tokens.first[s] === tokens.first[s + 1]) continue;
    const lines: string[] = [];
    if (number === 0) lines.push(`# newdoc id = ${report.id}`);
    if (sentences.paragraph[s] !== paragraph) lines.push("# newpar");
    paragraph = sentences.paragraph[s]!;
    number++;
    const text = report.text.slice(sentences.from[s], sentences.to[s]);
    lines.push(`# sent_id = ${number}`, `# text = ${text.replace(/\s+/g, " ").trim()}`);
    for (let i = tokens.first[s]!; i < tokens.first[s + 1]!; i++)
      lines.push(wordLine(parsed, i, tokens.first[s]!, tokens.first[s + 1]!));
    yield `${lines.join("\n")}\n\n`;
  }
}

function wordLine({ tokens, tags, lemmas, tree }: Parsed, i: number, first: number, end: number) {
  const head = tree.head[i]!;
  const spaced = i + 1 === end || tokens.to[i] !== tokens.from[i + 1];
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
    spaced ? "_" : "SpaceAfter=No",
  ].join("\t");
}

const field = (text = ""): string => text.replace(/[\t\n\r]+/g, " ") || "_";
