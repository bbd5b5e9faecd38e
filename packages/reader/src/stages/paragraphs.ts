import type { ReportInput } from "../reading/layers.ts";
import type { Paragraph, ParagraphKind } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { blocks, trimmed } from "../text/blocks.ts";
import { datelineOf } from "../text/dateline.ts";
import { bySpan, type Span } from "../text/span.ts";

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
  if (!drafts.some(({ kind }) => kind === "title")) markTitle(input, drafts);
  if (!drafts.some(({ kind }) => kind === "standfirst")) markStandfirst(input.text, drafts);
  return drafts;
}

interface Draft {
  readonly span: Span;
  kind: ParagraphKind;
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

/**
 * Signs of paragraphs that are not the story; the first that fits decides. Case matters where a
 * name must follow, so the openings there are spelled in each case.
 */
const furniture: readonly (readonly [kind: ParagraphKind, sign: RegExp])[] = [
  // Nothing but marks: "-", "***", "• • •".
  ["other", /^[^\p{L}\p{N}]+$/u],
  ["other", /^(?:https?:\/\/|www\.)\S+$/i],
  ["link", /^\S*https?:\/\/\S+$/i],
  // Links to other reports: "Read more: …", "Also read | …", "RELATED", "Watch: …".
  [
    "link",
    /^(?:>+\s*|[•▪–—-]\s*)?(?:read (?:more|also|next|here|the full \p{L}+)|also read|see also|see more|related(?: (?:stories|articles?|news|coverage|topics?|links?))?|more (?:on|from|about) (?:this|the|our)|more stories|more from|recommended|editor['’]s picks?|most (?:read|popular)|you (?:may|might) also like|watch(?: (?:live|now|more))?|listen(?: (?:now|here))?|click here|keep reading|continue reading|don['’]t miss|trending|in case you missed it|further reading|explained)\s*(?:[:|»>–—-]|\.{3}|…|$)/iu,
  ],
  [
    "link",
    /^(?:read|watch|see|listen|click|tap|visit|download|sign up|subscribe|follow|join|like) (?:us|our|here|the app|now|to (?:our|the|read|watch|listen|get|receive))\b[^"“”]{0,200}$/iu,
  ],
  ["link", /^(?:READ|ALSO READ|WATCH|SEE ALSO|RELATED|MORE)\s*[:|»>–—-]/u],
  // Captions: "In this photo …", "File photo", "Photo: …", "… (AP)", "… is seen in this …".
  [
    "caption",
    /^(?:in this|this)(?: (?:file|undated|handout|aerial|combination|screen|satellite|frame|video|still|archive|pool|courtesy))*[ -]?(?:photo(?:graph)?|image|picture|frame ?grab|screen ?grab|screenshot|handout|video grab|grab)\b/iu,
  ],
  [
    "caption",
    /^(?:(?:file|archive|handout|representative|representational|stock|courtesy|illustrative) (?:photo|picture|image|pic)|(?:photo|image|picture|pic|video|photograph|illustration|graphic|map|infographic)(?: (?:credit|courtesy|by|source))?)\s*(?:[:|(/]|\s[–—-]\s|$)/iu,
  ],
  ["caption", /^(?:Photo(?:graph)?|Image|Picture|PHOTO|IMAGE) (?:by|BY) \p{Lu}/u],
  [
    "caption",
    /[([][^()[\]\n]*\b(?:photo|image|pic|picture|handout|screengrab)s?\b[^()[\]\n]*[)\]]\.?$/iu,
  ],
  [
    "caption",
    /^[^\n]{10,}\((?:AP|AFP|Reuters|EPA|EFE|ANI|PTI|DPA|Xinhua|TASS|IRNA|WAFA|SANA|NurPhoto)(?:[/ ,-][^()]*)?\)\.?$/u,
  ],
  ["caption", /^[^\n]{5,}[©[][^\n]{0,80}\b(?:Getty|Reuters|AFP|AP|EPA|EFE|Photo)\b[^\n]{0,60}$/u],
  [
    "caption",
    /^[^\n]{5,}\s\/\s?(?:AP|AFP|Reuters|EPA|EFE|Getty(?: Images)?|Anadolu(?: Agency)?|Xinhua|Bloomberg|NurPhoto|Shutterstock)(?:\/[\p{L} ]+)?\.?$/u,
  ],
  [
    "caption",
    /\b(?:is|are|was|were) (?:seen|pictured|shown|photographed) in (?:this|a (?:file|handout)) (?:(?:file|undated|handout|aerial|satellite) )*(?:photo|image|picture|frame|screengrab)/iu,
  ],
  // A credit behind the last stop: "… on Friday. Photo: Jane Doe", "… (Courtesy of the museum)".
  [
    "caption",
    /(?:[.!?…"”’)]\s+|\s[|–—]\s*)(?:photo(?:graph)?|image|picture|pic|credit|photo credit|photo courtesy)(?:\s*:| by | courtesy)\s*\p{L}[^\n.!?]{1,80}\.?$/iu,
  ],
  [
    "caption",
    /[([]\s*(?:courtesy|credit|photo|image|supplied|handout)\b[^()[\]\n]{0,80}[)\]]\.?$/iu,
  ],
  // By-lines: "By Jane Doe", "BY JANE DOE", "Reporting by …; editing by …", "Staff writer".
  [
    "byline",
    /^(?:By|Words by|Written by|Text by|Story by|Report by|Posted by|Author)\s*:?\s+(?:(?:and|in|of|de|del|la|van|von|bin|al|el|the|for|with|our|staff|[&|/]|\p{Lu}[\p{L}.'’-]*)(?:[\s,|/]+|$)){1,14}$/u,
  ],
  ["byline", /^BY:? [\p{Lu}\s.'’,&|-]{3,80}$/u],
  [
    "byline",
    /^\(?(?:(?:[Aa]dditional|[Ww]ith) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ee]dited|[Ww]ritten|[Rr]eported)(?: and (?:writing|editing))?(?: by|:)\s+\p{Lu}/u,
  ],
  [
    "byline",
    /^\(?\p{Lu}[\p{L}.'’ -]{2,60} (?:contributed to this (?:report|story|article)|reporting)\b[^\n]{0,80}$/u,
  ],
  [
    "byline",
    /^(?:our |the )?(?:staff (?:writers?|reporters?|correspondents?)|web ?desk|news ?desk|(?:special |our |own |foreign )?correspondents?|agencies|agency reports?|news agencies|monitoring desk|reporters?|editorial (?:team|staff|board))\.?$/iu,
  ],
  [
    "byline",
    /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}is an? [^\n]{0,120}\b(?:correspondent|reporter|editor|journalist|columnist|writer|contributor)\b[^\n]{0,160}$/u,
  ],
  // What a page says about itself: "Advertisement", "Share", "© …", "12 comments", tags, dates.
  [
    "other",
    /^(?:advertisements?|advertising|ads?|sponsored(?: content)?|promoted|loading|share(?: this(?: article| story)?)?|print|email|comments?|save|copy link|whats ?app|facebook|twitter|x|telegram|linkedin|reddit|tags?|topics?|disclaimer|end(?:s|item)?|more|menu|home|news|world|politics|sport|business|opinion)\s*[.:]?$/iu,
  ],
  ["other", /^(?:tags?|keywords|topics|filed under|categories|category)\s*:\s/iu],
  [
    "other",
    /^[\d.,]+\s?[km]?\s+(?:comments?|shares?|likes?|views?|reads?|reactions?|retweets?|min(?:ute)?s? read)\b[^\n]{0,60}$/iu,
  ],
  ["other", /^(?:©|\(c\)|copyright\b)[^\n]*$/iu],
  ["other", /^[^\n]{0,160}\ball rights reserved\b[^\n]{0,160}$/iu],
  ["other", /^[–—-]{1,3}\s?(?:(?:with|from) )?(?:\p{Lu}[\p{L}.]+(?:[\s/,]+|$)){1,5}$/u],
  [
    "other",
    /^\(?(?:(?:AP|AFP|Reuters|EPA|EFE|ANI|PTI|IANS|DPA|Xinhua|TASS|IRNA|WAFA|SANA|Bernama|KUNA|QNA|WAM|APP|UNB|BSS|ANSA|Kyodo)[/ ,&]*)+\)?\.?$/u,
  ],
  [
    "other",
    /^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified|edited)|date|issued|modified)(?: (?:on|at))?\s*:?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}(?:[\s,|–—-]+(?:at )?\d{1,2}[:.]\d{2}[^\n]{0,40})?[.,]?$/iu,
  ],
  [
    "other",
    /^(?:(?:published|updated|posted|last updated)[^\n]{0,20}\s)?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[\sT,|]+\d{1,2}:\d{2}[^\n]{0,40})?$/iu,
  ],
];

/** Past this length a paragraph is taken for story, whatever it starts with (UTF-16 units). */
const longest = 700;

function furnitureKind(paragraph: string): ParagraphKind | undefined {
  if (paragraph.length > longest) return undefined;
  return furniture.find(([, sign]) => sign.test(paragraph))?.[0];
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
