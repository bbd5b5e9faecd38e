/**
 * The edge of the reader in a browser: fetches the knowledge and the models from the folder that
 * `npm run pack:web -w @hearsay/reader` writes (`knowledge.json` and the model files).
 */
import type { KnowledgeFile } from "./knowledge/table.ts";
import type { ReaderData } from "./reader.ts";

/** What `knowledge.json` holds. */
export interface Packed {
  readonly knowledge: readonly KnowledgeFile[];
  /** Model names; each is a file `NAME.model` beside it. */
  readonly models: readonly string[];
}

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(
      `${url}: answered ${response.status}; the folder made by pack:web should be served there`,
    );
  return response;
}

export async function loadData(from: string | URL = "hearsay/"): Promise<ReaderData> {
  const base = new URL(
    String(from).replace(/\/?$/, "/"),
    (globalThis as { location?: { href: string } }).location?.href,
  );
  const packed = (await (await fetched(new URL("knowledge.json", base))).json()) as Packed;
  const models = await Promise.all(
    packed.models.map(async (name) => {
      const response = await fetched(new URL(`${name}.model`, base));
      return [name, new Uint8Array(await response.arrayBuffer())] as const;
    }),
  );
  return { knowledge: packed.knowledge, models: Object.fromEntries(models) };
}
