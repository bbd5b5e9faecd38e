import { readFileSync } from "node:fs";

/** A plain-text case: `# name`, the text, `==>`, what is expected, a line each. */
export interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

/** The cases of a file in `test/cases`; a block without `==>` is a comment. */
export const casesOf = (file: string): Case[] =>
  readFileSync(new URL(`../../../test/cases/${file}`, import.meta.url), "utf8")
    .split(/^(?=# )/m)
    .filter((block) => block.includes("\n==>\n"))
    .map((block) => {
      const [head = "", tail = ""] = block.split("\n==>\n");
      const [name = "", ...lines] = head.split("\n");
      const expected = tail.split("\n").filter((line) => line.trim() !== "");
      return { name: name.slice(2), text: lines.join("\n").trim(), expected };
    });
