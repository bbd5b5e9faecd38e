/** The cards of the models: what they were made from, what they may be used for, how good they are. */
import type { LanguageScores } from "@hearsay/evaluation/language";
import type { NameScores } from "@hearsay/evaluation/names";

export interface CardFacts {
  readonly date: string;
  readonly bytes: Readonly<Record<string, number>>;
  /** By name of the treebank. */
  readonly scores: Readonly<Record<string, LanguageScores>>;
  /** By file. */
  readonly names: Readonly<Record<string, NameScores>>;
}

const treebanks = `UD English EWT (CC BY-SA 4.0, train) and the openly licensed documents of UD English GUM (CC BY and
CC BY-SA, train; its genre "conversation" left out); Universal Dependencies, universaldependencies.org`;
const clusters = `Brown clusters induced from openly licensed text (MASC, public-domain speeches, factbook, Wikinews
and the treebanks)`;

const names = `UNER English EWT (CC BY-SA 4.0), GUM (the open documents without the genre "conversation"; CC BY, CC BY-SA), WikiGold (CC BY 4.0) and the open part of re3d
(public domain, Open Government Licence, CC BY, CC BY-SA); some sentences with other names put in, of
people of our own tables and of places and parties of all countries (World Factbook, public domain)`;
const lexicon = `WordNet 3.1 (Princeton University; free to use, copy, modify and distribute with its notice, see NOTICE)`;
const speeches = `addresses of US presidents 1945-2006 (public domain)`;

const purposes: Readonly<Record<string, readonly [says: string, data: string]>> = {
  "english.clusters": [
    "256 Brown clusters of 25,000 words: a feature of words for the network and the splitter.",
    clusters,
  ],
  "english.lexicon": [
    "Which parts of speech 83,000 words may be, how often each is met, and the sort of their first sense: a feature of words for the network.",
    lexicon,
  ],
  "english.lemmas": ["Lemmas by the longest known ending of a word and its Penn tag.", treebanks],
  "english.network": [
    "Universal and Penn tags and Universal Dependencies trees: vectors of words, two layers of bidirectional memory (LSTM with coupled gates), arcs scored biaffinely (Dozat & Manning 2017). It learned from the data and from what two networks trained before it said of them (Hinton et al. 2015).",
    `${treebanks}; some sentences again as headlines are put and set; as bare text ${speeches}, and the words
of WikiGold and re3d (see english.names); ${clusters}; ${lexicon}`,
  ],
  "english.names": [
    "Names of people (PER), organisations (ORG) and places (LOC), over units: names that the tables of `knowledge/actors/` know are one unit, however long, and show only their kind, so that no weight turns on which one it is. Vectors of units and of the lists they are on, two layers of bidirectional memory, the best sequence of labels.",
    `${names}; ${clusters}; ${lexicon}; lists of our own: given and family names, familiar bodies and places,
common nouns`,
  ],
};

const measures: Readonly<Record<string, readonly (keyof LanguageScores["gold"])[]>> = {
  "english.lemmas": ["lemma"],
  "english.network": ["upos", "xpos", "uas", "las"],
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

const languageScores = (name: string, facts: CardFacts): string => `
Percentages on the development sets, on given words, with tags and lemmas of these models; relations
without subtypes, as in the CoNLL 2018 shared task.

${table(name, facts)}

From running text, all models together (F1):

${raw(facts)}
`;

function nameTable({ names: scores }: CardFacts): string {
  const rows = Object.entries(scores).map(([file, { p, r, f1, by }]) => {
    const values = [p, r, f1, by.PER.f1, by.ORG.f1, by.LOC.f1];
    return `| ${file} | ${values.map((each) => each.toFixed(1)).join(" | ")} |`;
  });
  return `
Names, with the tables of actors and the consistency of a report, as \`hearsay evaluate names\` counts:
whole spans with the right kind. Of the newspapers of 60 countries (world) nothing was learnt.

| held out | p | r | F1 | PER | ORG | LOC |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

/** Markdown. */
export function cardOf(name: string, facts: CardFacts): string {
  const [says, data] = purposes[name]!;
  return `# ${name}

${says}

- **Data.** ${data.replace(/\n/g, " ")}.
- **Licence of the model.** ${name === "english.lexicon" ? "That of WordNet" : "CC BY-SA 4.0"}.
- **File.** ${name}.model, ${facts.bytes[name]} bytes; ${facts.date}.
- **Made by.** \`node --conditions=hearsay-source packages/trainer/src/main.ts --data DATA --out packages/reader/models\`

## Scores
${name === "english.names" ? nameTable(facts) : languageScores(name, facts)}
Measured by \`packages/trainer/src/score.ts --cards\`.
`;
}
