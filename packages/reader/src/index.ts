/**
 * Reads one report of news: what happened, on whose say-so, in whose words.
 *
 * ```ts
 * const reader = await openReader();
 * const reading = reader.read({ text, published: "2025-06-14", outlet: "…" });
 * ```
 */
import { loadData } from "#data";
import { createReader, type Reader, type ReaderData } from "./reader.ts";

export interface OpenOptions {
  /** In a browser: the address of the folder with `knowledge.json` and the models. */
  readonly from?: string | URL;
  /** Data already at hand; nothing is loaded then. */
  readonly data?: ReaderData;
  /**
   * Own dictionaries, in the formats of the knowledge folder or as PETRARCH and TABARI have them;
   * they stand in front of ours. What cannot be read is told in the reader's `problems`.
   */
  readonly dictionaries?: ReaderData["knowledge"];
}

/** Loads models and knowledge and builds a reader. Rejects when they cannot be had or are damaged. */
export async function openReader(options: OpenOptions = {}): Promise<Reader> {
  const data = options.data ?? (await loadData(options.from));
  const own = (options.dictionaries ?? []).map((file) => ({ ...file, own: true as const }));
  return createReader({ ...data, knowledge: [...own, ...data.knowledge] });
}

export { checkKnowledge } from "./check.ts";
export { type Firing, firingsOn, tooMany } from "./firings.ts";
export type { Ontology } from "./knowledge/ontology.ts";
export type { ForeignFile } from "./knowledge/petrarch/index.ts";
export type { KnowledgeFile, Problem } from "./knowledge/table.ts";
export { createReader, type Reader, type ReaderData, type ReadOptions, version } from "./reader.ts";
export type { Because, Listener, Refusal, RowAt } from "./reading/because.ts";
export { block, conllu, nameLabels, wordLine } from "./reading/conllu.ts";
export type { LayerName, Layers, ReportInput } from "./reading/layers.ts";
export * from "./reading/reading.ts";
export * from "./text/span.ts";
