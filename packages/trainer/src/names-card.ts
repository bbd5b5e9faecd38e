/** The card that lies beside the name model. */
import type { NameScores } from "@hearsay/evaluation/names";

const row = (file: string, { p, r, f1, by }: NameScores): string =>
  `| ${file} | ${[p, r, f1, by.PER.f1, by.ORG.f1, by.LOC.f1].map((each) => each.toFixed(1)).join(" | ")} |`;

export const nameCard = (bytes: number, scores: Readonly<Record<string, NameScores>>): string =>
  `# english.names.model

Finds the names of people (PER), organisations (ORG) and places (LOC) in English news.

- **What it is.** A linear-chain conditional random field over hashed features of words, shapes,
  prefixes and suffixes, Brown clusters and lists of common nouns; int8 weights; ${Math.round(bytes / 1000)} kB.
- **What it does not see.** Names that the tables of \`knowledge/actors/\` know reach it as their kind
  alone (a state, a place, an organisation, a group, a person, a people), whatever their length: no
  weight turns on which one it is. Names that the tables do not know it sees by their letters, so
  that some are found where others are not.
- **Trained on.** UNER English EWT (CC BY-SA 4.0); GUM, the openly licensed documents without the
  genre "conversation" (CC BY, CC BY-SA); WikiGold (CC BY 4.0); re3d, its open part (public domain,
  Open Government Licence, CC BY, CC BY-SA), of which only names proper, without articles, were kept.
  Seven in ten sentences with names a second time, with other names in them: of people of our own
  tables, of places and parties of all countries from the World Factbook (public domain), and of
  bodies made up of common words.
- **Licence of the model.** CC BY-SA 4.0.
- **Trained by.** \`node --conditions=hearsay-source packages/trainer/src/names-main.ts --shared SHARED\`;
  the same input gives the same bytes. To be run again when the actor tables change. November 2026.

Scores in percent, whole spans with the right kind; the last row is newspaper text of all continents
that nothing was learnt from.

| held out | p | r | F1 | PER | ORG | LOC |
|---|---|---|---|---|---|---|
${Object.entries(scores)
  .map(([file, score]) => row(file.replace(/^(?:data|gold)\/names\//, ""), score))
  .join("\n")}
`;
