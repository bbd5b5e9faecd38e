/** The reports in examples/, as the reader takes them, in the order of the table in its README. */
import { readFileSync } from "node:fs";
import { readSource } from "@hearsay/archive";
import type { ReportInput } from "@hearsay/reader";

export interface Example {
  /** The file's name without its ending; also the report's id. */
  readonly name: string;
  readonly input: ReportInput;
}

const folder = new URL("../examples/", import.meta.url);

/** `| [phone-call.json](…) | what it shows | 2025-09-16 | Rift Valley Wire |` */
const row = /^\| \[([^\]]+)\]\([^)]*\) \| [^|]* \| ([\d-]+) \| ([^|]+) \|$/gm;

/** Plain text does not say when and where it was published: the table does. */
async function load([, file = "", published = "", outlet = ""]: RegExpExecArray): Promise<Example> {
  const name = file.replace(/\.\w+$/, "");
  const told = file.endsWith(".txt") ? { published, outlet } : {};
  const bytes = readFileSync(new URL(file, folder));
  return { name, input: await readSource(bytes, { name: file, id: name, ...told }) };
}

export const examples: readonly Example[] = await Promise.all(
  [...readFileSync(new URL("README.md", folder), "utf8").matchAll(row)].map(load),
);
