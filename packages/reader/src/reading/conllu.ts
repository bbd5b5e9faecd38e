import type { Layers } from "./layers.ts";

type Parsed = Pick<Layers, "report" | "sentences" | "tokens" | "tags" | "lemmas" | "tree">;

/** Sentences, words, tags and trees as CoNLL-U. Sentences without words are left out. */
export function toConllu({ report, sentences, tokens, tags, lemmas, tree }: Parsed): string {
  const lines: string[] = [];
  for (let s = 0; s < sentences.count; s++) {
    const from = tokens.first[s]!;
    const to = tokens.first[s + 1]!;
    if (from === to) continue;
    const text = report.text.slice(sentences.from[s]!, sentences.to[s]!).replace(/\s+/g, " ");
    lines.push(`# sent_id = ${s + 1}`, `# text = ${text}`);
    for (let i = from; i < to; i++) {
      const glued = i + 1 < to && tokens.to[i] === tokens.from[i + 1];
      const head = tree.head[i]!;
      const cells = [
        i - from + 1,
        tokens.form[i]!,
        lemmas[i] ?? "_",
        tags.uposNames[tags.upos[i]!]!,
        tags.xposNames[tags.xpos[i]!]!,
        "_",
        head < 0 ? 0 : head - from + 1,
        tree.labelNames[tree.label[i]!]!,
        "_",
        glued ? "SpaceAfter=No" : "_",
      ];
      lines.push(cells.join("\t"));
    }
    lines.push("");
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
