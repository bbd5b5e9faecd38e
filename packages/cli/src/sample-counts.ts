/** The committed counts of how often rows of the knowledge fire on the sample, beside those of now. */
import { access, readFile, writeFile } from "node:fs/promises";
import { type Firing, firingsOn, type Problem, type Reader, tooMany } from "@hearsay/reader";

const examples = new URL("../../../examples/", import.meta.url);
const sample = new URL("sample-sentences.txt", examples);
const counts = new URL("sample-counts.tsv", examples);

const head = `# How often each row of frames, cues and wording fires on the sentences of sample-sentences.txt, as
# "hearsay check" counts them; rows go by a label, not by their line. Do not edit: hearsay check
# --update-counts writes this file anew, and the difference is there to be read.
file\trow\tcount
`;

/** A row whose count has changed; one that fires no more stands on line 1. */
export interface Change extends Firing {
  readonly before: number;
}

/** Whether there is a sample: an installed package comes without. */
export const isThere = (): Promise<boolean> =>
  access(sample).then(
    () => true,
    () => false,
  );

async function firings(reader: Reader): Promise<Firing[]> {
  const lines = (await readFile(sample, "utf8")).split("\n");
  return firingsOn(
    lines.filter((line) => line.trim() !== "" && !line.startsWith("#")),
    reader,
  );
}

/** By "file TAB row". A line that is no count has none: its row shows as new. */
async function committed(): Promise<Map<string, number>> {
  const text = await readFile(counts, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const rows = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
  return new Map(
    rows
      .slice(1)
      .map(([file = "", row = "", count = ""]) => [`${file}\t${row}`, Number(count) || 0]),
  );
}

/** Every row that fires more or less often than the committed counts say. */
export async function changes(reader: Reader): Promise<Change[]> {
  const before = await committed();
  const now = await firings(reader);
  const still = new Set(now.map(({ file, row }) => `${file}\t${row}`));
  const gone = [...before].flatMap(([key, count]): Change[] => {
    const [file = "", row = ""] = key.split("\t");
    return still.has(key) ? [] : [{ file, row, line: 1, count: 0, before: count, example: "–" }];
  });
  const changed = now
    .map((each) => ({ ...each, before: before.get(`${each.file}\t${each.row}`) ?? 0 }))
    .filter((each) => each.count !== each.before);
  return [...changed, ...gone];
}

export const problemsAmong = (changed: readonly Change[]): Problem[] =>
  changed
    .filter(({ before, count }) => count > tooMany(before))
    .map(({ file, line, row, before, count, example }) => ({
      file,
      line,
      message: `"${row}" fires ${count} times on the sample, ${before} times before, as in "${example}"; add conditions, or, if it is meant, run hearsay check --update-counts`,
    }));

/** Says in one line what was written. */
export async function writeCounts(reader: Reader): Promise<string> {
  const now = await firings(reader);
  const rows = now.map(({ file, row, count }) => `${file}\t${row}\t${count}\n`);
  await writeFile(counts, head + rows.join(""));
  return `wrote the counts of ${now.length} rows to examples/sample-counts.tsv`;
}
