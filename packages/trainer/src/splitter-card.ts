/** The card of the sentence splitter: what it was made from and how good it is. */
export interface SplitterScores {
  readonly treebank: string;
  /** F1 of sentences in running text, in per cent: on the development set. */
  readonly dev: number;
  /** The same on the training set, each part by a splitter that has not seen it. */
  readonly train: number;
}

/** Markdown. */
export function splitterCard(bytes: number, scores: readonly SplitterScores[]): string {
  const rows = scores.map(({ treebank, dev, train }) => `| ${treebank} | ${dev} | ${train} |`);
  return `# english.splitter

Where sentences end: an averaged perceptron over the pieces of text around each place where one may.
Of a capitalised word it sees only that it is one, unless the word opens sentences ("The", "However"),
is a day or a month, or a short form ("Dr.").

- **Data.** UD English EWT (CC BY-SA 4.0, train) and the openly licensed documents of UD English GUM (CC BY and CC BY-SA, train; its genre "conversation" left out), as running text; Universal Dependencies, universaldependencies.org; Brown clusters (english.clusters).
- **Licence of the model.** CC BY-SA 4.0.
- **File.** english.splitter.model, ${bytes} bytes.
- **Made by.** \`node --conditions=hearsay-source packages/trainer/src/splitter-main.ts --data DATA --out packages/reader/models\`

## Scores

F1 of sentences in running text, in per cent, as in the CoNLL 2018 shared task (both ends right).

| treebank | dev | train, in five parts, each unseen |
|---|---|---|
${rows.join("\n")}

EWT is e-mail, forums, reviews and weblogs, where many sentences end without a mark. Clean news text of
our own writing (\`test/cases/sentences.txt\`) is a test of its own, with its figure.
`;
}
