import type {
  Layers,
  Paragraph,
  Reader,
  Reading,
  Refusal,
  ReportInput,
  Span,
} from "@hearsay/reader";
import { overlaps } from "@hearsay/reader";
import { showWhy } from "@hearsay/show";
import { UsageError } from "./command.ts";
import { printable } from "./items.ts";

/**
 * What stopped a phrase from becoming an item, in the words of the stages that refused it; or the
 * items it did become; or that no stage knows any of its words.
 *
 * @throws UsageError when the report does not have the phrase
 */
export function whyNot(reader: Reader, input: ReportInput, phrase: string): string {
  const places = occurrences(input.text, phrase);
  if (places.length === 0)
    throw new UsageError(`the report does not have "${phrase}"; give words as they stand in it`);
  const refusals: Refusal[] = [];
  const refused = (refusal: Refusal) => refusals.push(refusal);
  const layers = reader.layers(input, { refused });
  const reading = reader.read(input);
  const answers = places
    .slice(0, mostPlaces)
    .map((span) => answer(layers, reading, refusals, span));
  const more = places.length - answers.length;
  if (more > 0) answers.push(`It stands in ${more} more places; give more of the words around it.`);
  return answers.join("\n\n");
}

/** Of a phrase that stands in many places, so many are answered for. */
const mostPlaces = 5;

function answer(
  layers: Layers,
  reading: Reading,
  refusals: readonly Refusal[],
  span: Span,
): string {
  const paragraph = reading.paragraphs.find((each) => overlaps(each.span, span));
  const head = headOf(reading, span);
  if (paragraph && !["title", "standfirst", "body"].includes(paragraph.kind))
    return `${head}: its paragraph is not the story, but ${noun(paragraph)}.`;
  const here = refusals.filter((refusal) => overlaps(refusal.span, span));
  const said = here.map(
    ({ stage, because }) =>
      `The stage "${stage}" made nothing of it:\n${showWhy(because, reading)}`,
  );
  const became = itemsAt(reading, span);
  if (said.length === 0 && became.length === 0) return `${head}: ${unknown(layers, span)}`;
  return [`${head}:`, ...became, ...said].join("\n");
}

function headOf({ report, sentences }: Reading, span: Span): string {
  const words = printable(report.text.slice(...span));
  const number = sentences.findIndex((sentence) => overlaps(sentence, span)) + 1;
  return `“${words}”${number > 0 ? ` in sentence ${number} of ${sentences.length}` : ""}`;
}

function noun({ kind, language }: Paragraph): string {
  if (language) return `in another language (${language})`;
  return kind === "other" ? "stands around it (a rule, a date, a notice)" : `a ${kind}`;
}

/** Items whose own words are in the phrase: it did become something. */
function itemsAt(reading: Reading, span: Span): string[] {
  const events = reading.events
    .filter(({ trigger }) => overlaps(trigger, span))
    .map(({ id, type, status }) => `It is part of the event ${id} (${type}, ${status}).`);
  const statements = reading.statements
    .filter(({ cue }) => cue.spans.some((each) => overlaps(each, span)))
    .map(({ id, cue }) => `It is the cue of the statement ${id} (${cue.lemma}).`);
  return [...events, ...statements];
}

function unknown({ tokens, tags, lemmas }: Layers, span: Span): string {
  const looked: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!overlaps([tokens.from[i]!, tokens.to[i]!], span)) continue;
    const tag = tags.uposNames[tags.upos[i]!] ?? "X";
    if (contentTags.has(tag))
      looked.push(`${printable(lemmas[i] ?? "")} (${tagNames[tag] ?? tag})`);
  }
  if (looked.length === 0) return "there is no verb, noun, adjective or adverb in it to look at.";
  return `no frame and no cue knows a word of it. Looked at: ${looked.join(", ")}.`;
}

const tagNames: Readonly<Record<string, string>> = {
  VERB: "verb",
  NOUN: "noun",
  PROPN: "name",
  ADJ: "adjective",
  ADV: "adverb",
};
const contentTags = new Set(Object.keys(tagNames));

/** Where a phrase stands, whatever its capitals, white space and quotation marks. */
export function occurrences(text: string, phrase: string): Span[] {
  const trimmed = phrase.trim();
  if (trimmed === "") return [];
  const pattern = trimmed
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
    .replace(/["“”„«»]/g, '["“”„«»]')
    .replace(/['‘’]/g, "['‘’]");
  return [
    ...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu")),
  ].map((match) => [match.index, match.index + match[0].length]);
}
