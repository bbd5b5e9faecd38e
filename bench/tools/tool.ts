/** What `bench/language` asks of a tool that reads English: ours, and each of its peers. */
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Analysis } from "@hearsay/evaluation/language";

export interface Tool {
  /** As the table prints it. */
  readonly name: string;
  /** Loads the tool's code and its models. */
  readonly open: () => Promise<OpenTool>;
}

export interface OpenTool {
  readonly version: string;
  /** Everything the tool has to say about a text, as it says it itself: this is what is timed. */
  readonly work: (text: string) => unknown;
  /** Its sentences and words, put into our terms: this is what is scored. */
  readonly analyse: (text: string) => Analysis;
  /** Whether `analyse` gives trees. */
  readonly parses: boolean;
  /** Names of people, organisations and places, for tools that find them. */
  readonly names?: (text: string) => readonly FoundName[];
  /** Bytes of the files that its knowledge of English is in. */
  readonly bytes: number;
}

/** Spans count UTF-16 units into the text. */
export interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly kind: "PER" | "ORG" | "LOC";
}

/** No head, no relation: for words of tools that do not parse. */
export const unparsed = { xpos: "_", head: -1, relation: "_" } as const;

/** Bytes of a file, or of all files in a folder. */
export function bytesAt(place: URL | string): number {
  const path = fileURLToPath(place);
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0);
}
