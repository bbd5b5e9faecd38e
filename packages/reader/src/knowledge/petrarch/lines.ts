/**
 * Lines of dictionaries as TABARI and PETRARCH have them: without their comments (";", "#" and
 * "<!-- -->"), with their number; and the words of phrases that are joined by underscores.
 */
import type { RowAt } from "../../reading/because.ts";
import { type KnowledgeFile, lineAt } from "../table.ts";

export interface Line {
  /** Without comments and white space at its end. */
  readonly text: string;
  readonly at: RowAt;
}

/** "[###]" is a code in TABARI, and no comment. */
const nullCodes = /\[\s*#+\s*\]/g;

/** All lines, the empty ones too, since some formats end a block with one. */
export function linesOf(file: KnowledgeFile): Line[] {
  let inComment = false;
  return file.text.split(/\r?\n/).map((raw, index) => {
    let text = raw.replace(nullCodes, "[---]");
    if (inComment) {
      const end = text.indexOf("-->");
      inComment = end < 0;
      text = end < 0 ? "" : text.slice(end + 3);
    }
    text = text.replace(/<!--.*?-->/g, " ");
    const opened = text.indexOf("<!--");
    if (opened >= 0) {
      inComment = true;
      text = text.slice(0, opened);
    }
    text = text.replace(/[;#].*$/, "").trimEnd();
    return { text, at: lineAt(file, index + 1, raw.trim()) };
  });
}

/** "AIR_FORCE_" as words in lower case. */
export const wordsOf = (phrase: string): string[] =>
  phrase
    .toLowerCase()
    .split(/[_\s]+/)
    .filter((each) => each !== "");

const small = new Set(
  "a al and da de del der des di do du e el en et for from i in la le of on or the to und van von y".split(
    " ",
  ),
);

const capital = (word: string): string =>
  word.replace(
    /(^|[-/.(])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/**
 * "AFGHAN_NATIONAL_ARMY_" as a report writes it: "Afghan National Army". A short word alone ("UN",
 * "UAE") keeps its capitals, since it may be a common word without them.
 */
export function nameOf(phrase: string): string {
  const words = wordsOf(phrase.replace(/[()]/g, " "));
  const [only = ""] = words;
  if (words.length === 1 && only.length <= 3) return only.toUpperCase();
  return words.map((word, i) => (i > 0 && small.has(word) ? word : capital(word))).join(" ");
}

/** "FREE_AFRICA_FRONT_(FAF)" is two names: the words, and the short form in brackets. */
export function namesOf(phrase: string): string[] {
  const short = /[_\s]?\(([A-Z][A-Z-]{1,7})\)_?\s*$/.exec(phrase);
  const whole = nameOf(short ? phrase.slice(0, short.index) : phrase);
  return [whole, ...(short ? [short[1]!] : [])].filter((each) => each !== "");
}

/** One of our files, made from lines of another program's. */
export class Sheet {
  private readonly lines: string[] = [];
  private readonly origins: RowAt[] = [];
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  add(at: RowAt, ...lines: readonly string[]): void {
    for (const line of lines) {
      this.lines.push(line);
      this.origins.push(at);
    }
  }

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  file(): KnowledgeFile {
    return { path: this.path, text: this.lines.join("\n"), own: true, origins: this.origins };
  }
}
