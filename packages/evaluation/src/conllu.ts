/** CoNLL-U in: sentences of words with tags, heads and relations (universaldependencies.org). */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head within the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** The last column as it stands, "_" for nothing. */
  readonly misc: string;
}

export interface ConlluSentence {
  /** Lines that begin with "#", as they stand. */
  readonly comments: readonly string[];
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
  readonly misc: string;
  readonly spaceAfter: boolean;
  /** Indices of its words, `last` inclusive. */
  readonly first: number;
  readonly last: number;
}

/** A line that is no CoNLL-U. The message says what is wrong with it and what to do next. */
export class ConlluError extends Error {
  override readonly name = "ConlluError";
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.line = line;
  }
}

/**
 * Reads CoNLL-U. Empty nodes are left out.
 *
 * @throws ConlluError on a line that is none of comment, word, or empty, or a word out of order
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
  const values = new Map<string, string>();
  const draft: Draft = { comments: [], words: [], tokens: [] };
  lines.forEach((line, k) => {
    if (line.startsWith("#")) {
      const [, key = "", value = ""] = /^#\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(line) ?? [];
      values.set(key, value);
      draft.comments.push(line);
    } else readLine(line, firstLine + k, draft);
  });
  const { comments, words, tokens } = draft;
  const open = tokens.at(-1)?.last ?? -1;
  if (open >= words.length)
    throw new ConlluError(
      firstLine + lines.length - 1,
      `the sentence ends before word ${open + 1} of a token of several; add it, or mend the range`,
    );
  const newDocument = values.get("newdoc id");
  if (newDocument !== undefined) place.document = newDocument;
  if (newDocument !== undefined || values.has("newpar") || values.has("newpar id"))
    place.paragraph++;
  return {
    comments,
    id: values.get("sent_id") ?? "",
    text: values.get("text") ?? words.map(({ form }) => form).join(" "),
    ...place,
    words,
    tokens,
  };
}

interface Draft {
  readonly comments: string[];
  readonly words: ConlluWord[];
  readonly tokens: ConlluToken[];
}

function readLine(line: string, number: number, { words, tokens }: Draft): void {
  const cells = line.split("\t");
  const [id = "", form = "", lemma = "", upos = "", xpos = "", , head = "", relation = ""] = cells;
  const misc = cells[9] ?? "_";
  if (cells.length < 8 || !/^\d+([-.]\d+)?$/.test(id) || form === "")
    throw new ConlluError(
      number,
      `${JSON.stringify(line.slice(0, 60))} is no CoNLL-U word; write ten columns parted by tabs`,
    );
  if (id.includes(".")) return;
  const [first = 0, last = first] = id.split("-").map(Number);
  const next = words.length + 1;
  const covered = (tokens.at(-1)?.last ?? -1) + 1;
  const isRange = id.includes("-");
  if (first !== next || last < first || (isRange && covered >= next))
    throw new ConlluError(number, `the word is numbered ${id}, after ${next - 1}; write ${next}`);
  const index = first - 1;
  const spaceAfter = !/(^|\|)SpaceAfter=No(\||$)/.test(misc);
  if (isRange || covered <= index)
    tokens.push({ form, misc, spaceAfter, first: index, last: last - 1 });
  if (!isRange) words.push({ form, lemma, upos, xpos, head: Number(head) - 1, relation, misc });
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
