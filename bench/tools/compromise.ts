/**
 * compromise (MIT). It keeps marks of punctuation with the word beside them and clitics inside it;
 * both are made words of their own here, as in the treebank, for its words to be comparable.
 */
import type { AnalysedWord, Analysis } from "@hearsay/evaluation/language";
import { universalTag } from "./compromise-tags.ts";
import { bytesAt, type FoundName, type Tool, unparsed } from "./tool.ts";

/** A word as compromise holds it. A clitic is an empty word after the one it is in. */
interface Term {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly normal: string;
  readonly root?: string;
  readonly implicit?: string;
  readonly tags: ReadonlySet<string>;
}

interface Found {
  json(options: object): { text: string; offset: { start: number } }[];
}

interface Document extends Found {
  readonly document: readonly (readonly Term[])[];
  compute(what: string[]): Document;
  people(): Found;
  organizations(): Found;
  places(): Found;
}

export const compromise: Tool = {
  name: "compromise",
  async open() {
    const { default: nlp } = await import("compromise");
    const read = (text: string) => (nlp(text) as unknown as Document).compute(["offset", "root"]);
    return {
      version: nlp.version,
      work(text) {
        const document = read(text);
        return [document, namesIn(document)];
      },
      analyse: (text) => analysisOf(read(text)),
      parses: false,
      names: (text) => namesIn(read(text)),
      // Its words are in its code.
      bytes: bytesAt(
        new URL("../builds/three/compromise-three.mjs", import.meta.resolve("compromise")),
      ),
    };
  },
};

function namesIn(document: Document): FoundName[] {
  const of = (found: Found, kind: FoundName["kind"]): FoundName[] =>
    found.json({ offset: true }).map(({ text, offset }) => {
      // A stop or comma behind it, the possessive and the article before are no part of a name.
      const name = text.replace(/(?:['’]s)?[\s.,;:!?"”)]*$/, "");
      const article = /^the\s+/i.exec(name)?.[0].length ?? 0;
      return { from: offset.start + article, to: offset.start + name.length, kind };
    });
  return [
    ...of(document.people(), "PER"),
    ...of(document.organizations(), "ORG"),
    ...of(document.places(), "LOC"),
  ];
}

function analysisOf({ document }: Document): Analysis {
  let at = 0;
  return {
    sentences: document.map((terms) => {
      const words: AnalysedWord[] = [];
      for (const [i, term] of terms.entries()) {
        marks(term.pre, at, words);
        at += term.pre.length;
        const end = at + term.text.length;
        const short = term.tags.has("Abbreviation") && term.post.startsWith(".") ? 1 : 0;
        parts(term, terms[i + 1], at, end + short, words);
        marks(term.post.slice(short), end + short, words);
        at = end + term.post.length;
      }
      return words;
    }),
  };
}

/** Every run of the same mark is a word. */
function marks(text: string, offset: number, words: AnalysedWord[]): void {
  for (const { 0: mark, index } of text.matchAll(/\.+|-+|([^\s.-])\1*/gu)) {
    const [from, to] = [offset + index, offset + index + mark.length];
    const upos = /^[$€£%+=<>*#]/.test(mark) ? "SYM" : "PUNCT";
    words.push({ from, to, upos, lemma: mark, ...unparsed });
  }
}

const clitic = /(?:n['’]t|['’](?:s|re|ve|ll|d|m)|(?<=s)['’])$/i;
const glued: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, wanna: 3, gotta: 3 };

/** A word, and the clitic in it: "did" and "n't", "minister" and "'s". */
function parts(
  term: Term,
  next: Term | undefined,
  from: number,
  to: number,
  words: AnalysedWord[],
): void {
  if (term.text === "") return;
  const cut = glued[term.text.toLowerCase()] ?? clitic.exec(term.text)?.index ?? 0;
  const upos = universalTag(term.tags, term.implicit ?? term.text);
  const lemma = lemmaOf(term, upos, cut > 0 ? term.text.slice(0, cut) : term.text);
  if (cut <= 0) {
    words.push({ from, to, upos, lemma, ...unparsed });
    return;
  }
  words.push({ from, to: from + cut, upos, lemma, ...unparsed });
  const inside = next?.text === "" ? next : undefined;
  const second = inside ? universalTag(inside.tags, inside.implicit ?? "") : "PART";
  const said = term.text.slice(cut);
  words.push({
    from: from + cut,
    to,
    upos: second,
    lemma: inside ? lemmaOf(inside, second, said) : said,
    ...unparsed,
  });
}

function lemmaOf(term: Term, upos: string, text: string): string {
  if (upos === "PROPN" || text === "I") return text;
  const base = (term.root ?? term.implicit ?? text).toLowerCase();
  return term.tags.has("Copula") || base === "am" ? "be" : base;
}
