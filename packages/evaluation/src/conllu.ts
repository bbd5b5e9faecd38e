/** CoNLL-U in: sentences of words with tags, heads and relations (universaldependencies.org). */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

export interface ConlluSentence {
  readonly id: string;
  /** As printed, without the words parted. */
  readonly text: string;
  readonly document: string;
  /** Number of the paragraph within the file. */
  readonly paragraph: number;
  readonly words: readonly ConlluWord[];
  /** Surface tokens: a multiword token is one with several words. */
  readonly tokens: readonly ConlluToken[];
}

export interface ConlluToken {
  readonly form: string;
  readonly spaceAfter: boolean;
  /** Indices of its words, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/**
 * Reads CoNLL-U. Empty nodes are left out. Throws `line N: …` on a line that is none of comment,
 * word, or empty.
 */
export function readConllu(content: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let lines: string[] = [];
  const place = { document: "", paragraph: 0 };
  const all = content.split("\n");
  for (let at = 0; at <= all.length; at++) {
    const line = (all[at] ?? "").replace(/\r$/, "");
    if (line !== "") lines.push(line);
    else if (lines.length > 0) {
      const sentence = readSentence(lines, at - lines.length + 1, place);
      if (sentence.words.length > 0) sentences.push(sentence);
      lines = [];
    }
  }
  return sentences;
}

function readSentence(
  lines: readonly string[],
  firstLine: number,
  place: { document: string; paragraph: number },
): ConlluSentence {
  const comments = new Map<string, string>();
  const words: ConlluWord[] = [];
  const tokens: ConlluToken[] = [];
  lines.forEach((line, k) => {
    if (line.startsWith("#")) {
      const [, key = "", value = ""] = /^#\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(line) ?? [];
      comments.set(key, value);
    } else readLine(line, firstLine + k, words, tokens);
  });
  const newDocument = comments.get("newdoc id");
  if (newDocument !== undefined) place.document = newDocument;
  if (newDocument !== undefined || comments.has("newpar") || comments.has("newpar id"))
    place.paragraph++;
  return {
    id: comments.get("sent_id") ?? "",
    text: comments.get("text") ?? words.map(({ form }) => form).join(" "),
    ...place,
    words,
    tokens,
  };
}

function readLine(line: string, number: number, words: ConlluWord[], tokens: ConlluToken[]): void {
  const cells = line.split("\t");
  const id = cells[0]!;
  if (cells.length < 8 || !/^\d+([-.]\d+)?$/.test(id))
    throw new Error(
      `line ${number}: ${JSON.stringify(line.slice(0, 60))} is no CoNLL-U word; write ten columns parted by tabs`,
    );
  if (id.includes(".")) return;
  const spaceAfter = !/(^|\|)SpaceAfter=No(\||$)/.test(cells[9] ?? "");
  const form = cells[1]!;
  if (id.includes("-")) {
    const [first, last] = id.split("-").map(Number);
    tokens.push({ form, spaceAfter, first: first! - 1, last: last! - 1 });
    return;
  }
  const index = words.length;
  words.push({
    form,
    lemma: cells[2]!,
    upos: cells[3]!,
    xpos: cells[4]!,
    head: Number(cells[6]) - 1,
    relation: cells[7]!,
  });
  if ((tokens.at(-1)?.last ?? -1) < index)
    tokens.push({ form, spaceAfter, first: index, last: index });
}

/** The running text of sentences as CoNLL 2018 made it: paragraphs parted by an empty line. */
export function rawText(sentences: readonly ConlluSentence[]): string {
  let text = "";
  sentences.forEach((sentence, s) => {
    if (s > 0 && sentences[s - 1]!.paragraph !== sentence.paragraph) text = `${text.trimEnd()}\n\n`;
    for (const { form, spaceAfter } of sentence.tokens) text += form + (spaceAfter ? " " : "");
  });
  return text.trimEnd();
}
