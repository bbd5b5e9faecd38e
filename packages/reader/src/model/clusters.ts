/** Brown clusters: words grouped by the company they keep; a feature for words rare in treebanks. */
import { type Model, sectionText } from "./container.ts";
import { hashString } from "./hash.ts";

export interface Clusters {
  /** Hash of the cluster's whole path by lower-cased word; 0 when unknown. */
  readonly whole: ReadonlyMap<string, number>;
  /** The same for the first six and first four turns of the path. */
  readonly six: ReadonlyMap<string, number>;
  readonly four: ReadonlyMap<string, number>;
}

/** From lines `path TAB word`. */
export function clustersFrom(text: string): Clusters {
  const whole = new Map<string, number>();
  const six = new Map<string, number>();
  const four = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [path, word] = line.split("\t");
    if (!path || !word) continue;
    whole.set(word, hashString(path));
    six.set(word, hashString(path.slice(0, 6)));
    four.set(word, hashString(path.slice(0, 4)));
  }
  return { whole, six, four };
}

export const readClusters = (model: Model): Clusters => {
  const paths = sectionText(model.section("words")).split("\n");
  return clustersFrom(
    paths
      .flatMap((line) => {
        const [path, ...words] = line.split(" ");
        return words.map((word) => `${path}\t${word}`);
      })
      .join("\n"),
  );
};
