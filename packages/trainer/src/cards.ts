/** The cards of the models: what they were made from, what they may be used for, how good they are. */
import type { LanguageScores } from "@hearsay/evaluation/language";

export interface CardFacts {
  readonly date: string;
  readonly bytes: Readonly<Record<string, number>>;
  /** By name of the treebank. */
  readonly scores: Readonly<Record<string, LanguageScores>>;
}

const treebanks = `UD English EWT (CC BY-SA 4.0, train) and the openly licensed documents of UD English GUM (CC BY and
CC BY-SA, train; its genre "conversation" left out); Universal Dependencies, universaldependencies.org`;
const clusters = `Brown clusters induced from openly licensed text (MASC, public-domain speeches, factbook, Wikinews
and the treebanks)`;

const purposes: Readonly<Record<string, readonly [says: string, data: string]>> = {
  "english.clusters": [
    "256 Brown clusters of 25,000 words: a feature for the other models.",
    clusters,
  ],
  "english.lemmas": ["Lemmas by the longest known ending of a word and its Penn tag.", treebanks],
  "english.tagger": [
    "Universal and Penn part-of-speech tags in one decision: averaged perceptron with a margin, left to right.",
    `${treebanks}; some sentences again in title case, capitals or small letters, as headlines are set;
${clusters}`,
  ],
  "english.parser": [
    "Universal Dependencies trees: greedy arc-hybrid transitions with a dynamic oracle (Goldberg & Nivre 2013), averaged perceptrons with a margin for moves and for relations, on jackknifed tags.",
    `${treebanks}; ${clusters}`,
  ],
};

const measures: Readonly<Record<string, readonly (keyof LanguageScores["gold"])[]>> = {
  "english.lemmas": ["lemma"],
  "english.tagger": ["upos", "xpos"],
  "english.parser": ["uas", "las"],
};

function table(name: string, { scores }: CardFacts): string {
  const wanted = measures[name];
  if (!wanted) return "Not measured by itself.";
  const head = `| treebank, dev | ${wanted.join(" | ")} |\n|---|${wanted.map(() => "---|").join("")}`;
  const rows = Object.entries(scores).map(
    ([treebank, { gold }]) => `| ${treebank} | ${wanted.map((each) => gold[each]).join(" | ")} |`,
  );
  return `${head}\n${rows.join("\n")}`;
}

const raw = ({ scores }: CardFacts): string =>
  Object.entries(scores)
    .map(([treebank, { raw: each }]) => {
      const values = Object.entries(each).map(([measure, value]) => `${measure} ${value}`);
      return `- ${treebank}: ${values.join(", ")}`;
    })
    .join("\n");

/** Markdown. */
export function cardOf(name: string, facts: CardFacts): string {
  const [says, data] = purposes[name]!;
  return `# ${name}

${says}

- **Data.** ${data.replace(/\n/g, " ")}.
- **Licence of the model.** CC BY-SA 4.0.
- **File.** ${name}.model, ${facts.bytes[name]} bytes; ${facts.date}.
- **Made by.** \`node --conditions=hearsay-source packages/trainer/src/main.ts --data DATA --out packages/reader/models\`

## Scores

Percentages on the development sets, on given words, with tags and lemmas of these models; relations
without subtypes, as in the CoNLL 2018 shared task.

${table(name, facts)}

From running text, all models together (F1):

${raw(facts)}

Measured by \`packages/trainer/src/score.ts --cards\`.
`;
}
