import type { Quotation, Sentences, Tags, Tokens } from "../reading/layers.ts";
import { storyKinds } from "../reading/layers.ts";
import { type Marked, marksIn } from "../reading/marks.ts";
import type { Paragraph } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { tokensIn } from "../reading/syntax.ts";
import type { Span } from "../text/span.ts";

/**
 * Finds words between quotation marks and says what they are: whole speech, words taken into
 * somebody else's sentence, or the title of a work. Marks are paired inside a paragraph; a
 * quotation that a paragraph leaves open is `open`.
 */
export const quotations = () =>
  stage({
    name: "quotations",
    needs: ["report", "paragraphs", "sentences", "tokens", "tags"],
    gives: ["quotations"],
    run({ report, paragraphs, sentences, tokens, tags }) {
      const at: At = { text: report.text, sentences, tokens, tags };
      const story = paragraphs.filter(({ kind }) => storyKinds.has(kind));
      return {
        quotations: story.flatMap((paragraph, p) => inParagraph(at, paragraph, story[p + 1])),
      };
    },
  });

interface At {
  readonly text: string;
  readonly sentences: Sentences;
  readonly tokens: Tokens;
  readonly tags: Tags;
}

function inParagraph(at: At, { span }: Paragraph, next: Paragraph | undefined): Quotation[] {
  return marksIn(at.text, span[0], span[1]).flatMap((marked) => {
    const runsOn = marked.close === 0;
    const goesOn = runsOn && next !== undefined && startsWithMark(at.text, next, marked);
    const to = runsOn && !goesOn && marked.from > span[0] ? sentenceEnd(at, marked) : marked.to;
    const inner: Span = [marked.from + marked.open, to - marked.close];
    if (inner[1] <= inner[0]) return [];
    return [{ span: [marked.from, to], inner, open: runsOn, kind: kindOf(at, inner) }];
  });
}

const startsWithMark = (text: string, paragraph: Paragraph, marked: Marked): boolean =>
  text.startsWith(text.slice(marked.from, marked.from + marked.open), paragraph.span[0]);

/** A mark that nothing closes and no paragraph takes up again reaches to the end of its sentence. */
function sentenceEnd({ sentences }: At, { from, to }: Marked): number {
  for (let s = 0; s < sentences.count; s++)
    if (sentences.from[s]! <= from && from < sentences.to[s]!)
      return Math.min(to, sentences.to[s]!);
  return to;
}

const finite = new Set(["VBD", "VBZ", "VBP", "MD"]);
const endsClause = /[.,!?…;—–-]$/u;

/** Small words that stand in lower case inside titles. */
const smallInTitles = /^(?:the|a|an|of|and|or|in|on|to|for|from|with|at|by|as|de|la|le|el|al)$/i;

function kindOf(at: At, inner: Span): Quotation["kind"] {
  const range = tokensIn(at.tokens, inner);
  if (!range) return "words";
  const forms = at.tokens.form.slice(range[0], range[1] + 1);
  const text = at.text.slice(inner[0], inner[1]).trim();
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text);
  const ends = endsClause.test(text);
  if (!ends && capital && isTitle(forms)) return "title";
  const clause = hasFinite(at.tags, range);
  if (clause && capital && (ends || forms.length >= 4)) return "speech";
  if (clause && ends && forms.length >= 5 && !afterWord(at, inner)) return "speech";
  return capital && ends && standsFirst(at, inner) ? "speech" : "words";
}

function isTitle(forms: readonly string[]): boolean {
  const words = forms.filter((form) => /\p{L}/u.test(form));
  const large = words.filter((form) => !smallInTitles.test(form) && !/^[’']/.test(form));
  return large.length >= 2 && large.length <= 9 && large.every((form) => /^[\p{Lu}\d]/u.test(form));
}

function hasFinite({ xpos, xposNames }: Tags, [first, last]: readonly [number, number]): boolean {
  for (let i = first; i <= last; i++) if (finite.has(xposNames[xpos[i]!] ?? "")) return true;
  return false;
}

/** Words in lower case behind a word go on with somebody else's sentence. */
const afterWord = ({ text }: At, inner: Span): boolean =>
  /[\p{L}\p{N}]\s*$/u.test(text.slice(0, inner[0]).replace(/[\s"“„«‘'`]+$/u, ""));

/** Whether the quotation opens a sentence or follows a comma or a colon, as speech does. */
function standsFirst({ text, sentences }: At, inner: Span): boolean {
  const before = text.slice(0, inner[0]).replace(/[\s"“„«‘'`]+$/u, "");
  if (/[:,]$/.test(before)) return true;
  for (let s = 0; s < sentences.count; s++)
    if (sentences.from[s]! >= before.length && sentences.from[s]! <= inner[0]) return true;
  return before === "";
}
