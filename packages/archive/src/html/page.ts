import type { Paragraph, ParagraphKind, ReportInput } from "@hearsay/reader";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom/worker";
import { printedDate } from "../dates.ts";
import { InputError } from "../errors.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { type DomDocument, type DomElement, type DomNode, textIn, tidy, walk } from "./dom.ts";
import { type Metadata, metadataOf } from "./metadata.ts";

/** More tags, and tags inside tags, than any page of one article has: bounds on the work. */
const mostTags = 150_000;
const deepest = 400;

/** Below this many words there is no article: a menu, a consent form, a page of links. */
const fewestWords = 25;

/**
 * The article of a page: its title and paragraphs as text, a blank line between any two, with what
 * the page says of each paragraph beside it.
 *
 * @param address where the page came from
 * @throws InputError `no-article`, `too-long`
 */
export function readPage(html: string, address?: string): ReportInput {
  const document = parsed(html);
  const metadata = metadataOf(document, address);
  const standfirst = standfirstOf(document, metadata);
  const article = articleOf(document);
  const body = article.blocks.length > 0 ? article.blocks : linesOf(metadata.body);
  if (!isArticle(body))
    throw new InputError(
      "no-article",
      "no article was found in this HTML page; give the page of one report, or its text",
    );
  const { title, outlet, url } = metadata;
  const published = metadata.published ?? printedDate(body.map(({ text }) => text));
  const byline = metadata.byline ?? article.byline;
  return {
    ...assembled(withHead(title, standfirst, body)),
    ...present({ title, published, outlet, url, byline }),
  };
}

function parsed(html: string): DomDocument {
  let tags = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) tags++;
  if (tags > mostTags) throw tooMuch(`${tags} tags`, mostTags);
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: DomDocument };
  const depth = depthOf(document);
  if (depth > deepest) throw tooMuch(`tags ${depth} deep`, deepest);
  return document;
}

const tooMuch = (what: string, most: number): InputError =>
  new InputError(
    "too-long",
    `this HTML page has ${what}, and the page of one report at most ${most}; give the report's text`,
  );

function depthOf(root: DomNode): number {
  let depth = 0;
  let most = 0;
  const enter = () => {
    depth++;
    most = Math.max(most, depth);
    return true;
  };
  walk(root, enter, () => {
    depth--;
  });
  return most;
}

function articleOf(document: DomDocument): { blocks: Block[]; byline: string | undefined } {
  // biome-ignore lint/suspicious/noExplicitAny: Readability is typed for the browser's Document
  const readability = new Readability<DomNode>(document as any, {
    charThreshold: 250,
    keepClasses: true,
    // biome-ignore lint/suspicious/noExplicitAny: as above
    serializer: (node: any) => node,
  });
  const article = readability.parse();
  return {
    blocks: article?.content ? blocksOf(article.content) : [],
    byline: article?.byline?.replace(/^\s*by:?\s+/i, "") || undefined,
  };
}

const linesOf = (text = ""): Block[] =>
  text
    .split(/\n+/)
    .map((line) => ({ text: tidy(line).trim(), kind: "body" as const }))
    .filter((block) => block.text !== "");

const wordsIn = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

/** Enough words outside links, and somewhere a sentence. */
function isArticle(blocks: readonly Block[]): boolean {
  const body = blocks.filter(({ kind }) => kind === "body");
  const count = body.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return (
    count >= fewestWords && body.some(({ text }) => wordsIn(text) >= 8 && /[.!?。؟]/.test(text))
  );
}

/** The sentence below the title: the page's description, where the page itself prints it. */
function standfirstOf(
  document: DomDocument,
  { description }: Metadata,
): { text: string; marked: boolean } | undefined {
  if (!description || description.length < 20) return undefined;
  for (const element of document.querySelectorAll(`h2, h3, p, ${subtitles}`)) {
    const text = textIn(element);
    const marked = element.nodeName !== "P" || /stand|sub|summary|dek/i.test(classOf(element));
    if (text === description) return { text, marked };
  }
  return undefined;
}

const subtitles = ".standfirst, .subtitle, .subheadline, .summary, .dek";
const classOf = (element: DomElement): string => element.getAttribute("class") ?? "";

/**
 * Title and standfirst in front of the body. A plain first paragraph that is also the page's
 * description is a lead, part of the body.
 */
function withHead(
  title: string | undefined,
  standfirst: { text: string; marked: boolean } | undefined,
  body: readonly Block[],
): Block[] {
  const isRepeated = ({ text }: Block, k: number) =>
    k < 4 && (text === title || (standfirst?.marked === true && text === standfirst.text));
  const isLead =
    !standfirst?.marked && body.slice(0, 4).some(({ text }) => text === standfirst?.text);
  return [
    ...(title ? [{ text: title, kind: "title" as const }] : []),
    ...(standfirst && !isLead ? [{ text: standfirst.text, kind: "standfirst" as const }] : []),
    ...body.filter((block, k) => !isRepeated(block, k)),
  ];
}

function assembled(blocks: readonly Block[]): { text: string; paragraphs: Paragraph[] } {
  const parts: string[] = [];
  const paragraphs: { span: [number, number]; kind: ParagraphKind }[] = [];
  let from = 0;
  for (const { text, kind } of blocks) {
    parts.push(text);
    paragraphs.push({ span: [from, from + text.length], kind });
    from += text.length + 2;
  }
  return { text: parts.join("\n\n"), paragraphs };
}

const present = (fields: Record<string, string | undefined>): Partial<ReportInput> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
