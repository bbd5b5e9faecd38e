/** The parts of README.md that are made and not written: between "begin NAME" and "end NAME". */
import { readFileSync, writeFileSync } from "node:fs";

const page = new URL("../README.md", import.meta.url);

const block = (name: string): RegExp =>
  new RegExp(`(<!-- begin ${name}:[^>]*-->\n)([^]*?)(<!-- end ${name} -->)`);

/** What stands in a block now. */
export function readBlock(name: string): string {
  const found = block(name).exec(readFileSync(page, "utf8"));
  if (!found) throw new Error(`README.md: has no block "${name}"; add <!-- begin ${name}: … -->`);
  return found[2]!;
}

export function writeBlock(name: string, text: string): void {
  readBlock(name);
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(block(name), (_, a, __, z) => a + text + z),
  );
}
