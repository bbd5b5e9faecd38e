import type { Layers, Reader, Reading, Refusal, ReportInput, Span } from "@hearsay/reader";
import { overlaps } from "@hearsay/reader";
import { showWhy } from "@hearsay/show";
import { UsageError } from "./command.ts";

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
  return places.map((span) => answer(layers, reading, refusals, span)).join("\n\n");
}

function answer(
  layers: Layers,
  reading: Reading,
  refusals: readonly Refusal[],
  span: Span,
): string {
  const paragraph = reading.paragraphs.find((each) => overlaps(each.span, span));
  const head = `“${layers.report.text.slice(...span).replace(/\s+/g, " ")}” (characters ${span[0]} to ${span[1]})`;
  if (paragraph && !["title", "standfirst", "body"].includes(paragraph.kind))
    return `${head} stands in a paragraph that is not the story: it was taken for ${noun(paragraph.kind)}.`;
  const here = refusals.filter((refusal) => overlaps(refusal.span, span));
  const said = here.map(
    ({ stage, because }) =>
      `The stage "${stage}" made nothing of it:\n${showWhy(because, reading)}`,
  );
  const became = itemsAt(reading, span);
  if (said.length === 0 && became.length === 0) return `${head}: ${unknown(layers, span)}`;
  return [`${head}:`, ...became, ...said].join("\n");
}

const noun = (kind: string): string =>
  kind === "other" ? "matter around it (a rule, a date, a notice)" : `a ${kind}`;

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
    if (contentTags.has(tag)) looked.push(`${lemmas[i]} (${tagNames[tag] ?? tag})`);
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
  return [...text.matchAll(new RegExp(pattern, "giu"))].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
}
