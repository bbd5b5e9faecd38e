import { type ReportInput, storyKinds } from "../reading/layers.ts";
import type { Paragraph, ParagraphKind } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { blocks, trimmed } from "../text/blocks.ts";
import { datelineOf } from "../text/dateline.ts";
import { furnitureKind } from "../text/furniture.ts";
import { foreignLanguage } from "../text/language.ts";
import { bySpan, overlaps, type Span } from "../text/span.ts";

/**
 * Splits the text into paragraphs and tells the story (title, standfirst, body) from what stands
 * around it. What the source format said of a paragraph wins over its words, except that "body"
 * only says where it begins and ends.
 */
export const paragraphs = () =>
  stage({
    name: "paragraphs",
    needs: ["input"],
    gives: ["paragraphs"],
    run: ({ input }) => ({ paragraphs: paragraphsOf(input) }),
  });

function paragraphsOf(input: ReportInput): Paragraph[] {
  const drafts = spansOf(input).map((draft) => ({
    ...draft,
    kind: draft.kind ?? furnitureKind(input.text.slice(...draft.span)) ?? "body",
  }));
  unmarkLast(input, drafts);
  if (!drafts.some(({ kind }) => kind === "title")) markTitle(input, drafts);
  markAuthors(input.text, drafts);
  if (!drafts.some(({ kind }) => kind === "standfirst")) markStandfirst(input.text, drafts);
  markForeign(input.text, drafts);
  return drafts;
}

/** Wire copy ends in the agency's name: there "(AP)" makes no caption. */
function unmarkLast({ text, paragraphs: given }: ReportInput, drafts: readonly Draft[]): void {
  const last = drafts.findLast(({ kind }) => kind === "body" || kind === "caption");
  if (last?.kind !== "caption" || given?.some(({ span }) => overlaps(span, last.span))) return;
  const before = drafts[drafts.indexOf(last) - 1];
  if (before?.kind === "body" && /[.”"] ?\(\p{Lu}[^()]*\)\.?$/u.test(text.slice(...last.span)))
    last.kind = "body";
}

interface Draft {
  readonly span: Span;
  kind: ParagraphKind;
  language?: string;
}

/** Paragraphs the input names, and the blocks of the text between them. */
function spansOf({ text, paragraphs: given = [] }: ReportInput): {
  span: Span;
  kind: ParagraphKind | undefined;
}[] {
  const found: { span: Span; kind: ParagraphKind | undefined }[] = [];
  const between = (from: number, to: number) => {
    if (from >= to) return;
    for (const [start, end] of blocks(text.slice(from, to)))
      found.push({ span: [from + start, from + end], kind: undefined });
  };
  let done = 0;
  for (const { span, kind } of [...given].sort((a, b) => bySpan(a.span, b.span))) {
    const inside = trimmed(text, [Math.max(span[0], done), Math.min(span[1], text.length)]);
    if (!inside) continue;
    between(done, inside[0]);
    found.push({ span: inside, kind: kind === "body" ? undefined : kind });
    done = inside[1];
  }
  between(done, text.length);
  return found;
}

const longestTitle = 200;
const longestStandfirst = 400;

/** The title is the paragraph that says what the input calls its title, or a first short line. */
function markTitle({ text, title }: ReportInput, drafts: readonly Draft[]): void {
  const story = drafts.filter(({ kind }) => kind === "body");
  const first = story[0];
  if (!first) return;
  const named =
    title === undefined
      ? undefined
      : story.slice(0, 3).find(({ span }) => sameTitle(text.slice(...span), title));
  if (named) named.kind = "title";
  else if (story.length > 1) markFirst(text, first);
}

function markFirst(text: string, first: Draft): void {
  const line = text.slice(...first.span);
  if (nameAlone.test(line)) first.kind = "byline";
  else if (looksLikeTitle(line)) first.kind = "title";
}

/** Two words in capitals: the author's name. A title in capitals is longer. */
const nameAlone = /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*)$/u;

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Also without the outlet's name behind it: "Talks resume | The Courier". */
function sameTitle(paragraph: string, title: string): boolean {
  const [a, b] = [plain(paragraph), plain(title)];
  return (
    a !== "" && (a === b || (a.length >= 20 && (b.startsWith(`${a} `) || b.endsWith(` ${a}`))))
  );
}

function looksLikeTitle(line: string): boolean {
  if (line.length > longestTitle || datelineOf(line)?.length) return false;
  return !endsSentence(line) && !/^["“].*[,.]["”]/.test(line);
}

/** Ends in a stop that is neither an abbreviation's ("U.S.") nor one of three. */
const endsSentence = (line: string): boolean =>
  /(?<!\b\p{Lu}\.\p{Lu})(?<!\.\.)[.:;,]$/u.test(line.replace(/["'”’)\]]+$/, ""));

/** Nothing but a name between the title and the first sentence: whoever wrote it. */
function markAuthors(text: string, drafts: readonly Draft[]): void {
  const title = drafts.findIndex(({ kind }) => kind === "title");
  if (title < 0) return;
  for (const draft of drafts.slice(title + 1)) {
    const line = text.slice(...draft.span);
    if (draft.kind === "body" && (line.length > 120 || endsSentence(line) || datelineOf(line)))
      return;
    if (draft.kind === "body" && authorAlone.test(line)) draft.kind = "byline";
  }
}

const authorAlone = /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u;

/** One short paragraph between the title and a caption, by-line, rule or dateline, or no sentence. */
function markStandfirst(text: string, drafts: readonly Draft[]): void {
  const title = drafts.findIndex(({ kind }) => kind === "title");
  const candidate = drafts[title + 1];
  const next = drafts[title + 2];
  if (title < 0 || candidate?.kind !== "body" || !next) return;
  const [from, to] = candidate.span;
  if (to - from > longestStandfirst || datelineOf(text.slice(from, to))) return;
  if (!drafts.slice(title + 2).some(({ kind }) => kind === "body")) return;
  const bodyBegins =
    next.kind === "caption" ||
    next.kind === "byline" ||
    next.kind === "other" ||
    (next.kind === "body" && !endsSentence(text.slice(from, to))) ||
    (next.kind === "body" && datelineOf(text.slice(...next.span)) !== undefined);
  if (bodyBegins) candidate.kind = "standfirst";
}

/** A statement in the original, a verse: in an English report, what is not English is not its story. */
function markForeign(text: string, drafts: readonly Draft[]): void {
  const story = drafts.filter(({ kind }) => storyKinds.has(kind));
  const foreign = story.flatMap((draft) => {
    const language = foreignLanguage(text.slice(...draft.span));
    return language === undefined ? [] : [{ draft, language }];
  });
  if (foreign.length === 0 || foreign.length === story.length) return;
  if (foreignLanguage(story.map(({ span }) => text.slice(...span)).join("\n")) !== undefined)
    return;
  for (const { draft, language } of foreign) {
    draft.kind = "other";
    draft.language = language;
  }
}
