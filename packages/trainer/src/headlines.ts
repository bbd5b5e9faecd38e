/**
 * Sentences of the treebanks as papers would head them: articles and auxiliaries left out, the past
 * told in the present ("The police arrested a man." as "Police arrest man"). Treebanks hold few
 * headlines, and a reader of news meets one in every report.
 */
import { chance } from "./chance.ts";
import type { TrainingSentence, TrainingWord } from "./treebank.ts";

const shortest = 4;
const longest = 16;
/** Share of the sentences that can be made into headlines that are. */
const share = 0.9;

const article = /^(?:the|an?)$/i;
const auxiliaries: ReadonlySet<string> = new Set(["be", "have"]);
const plain = (relation: string): string => relation.split(":")[0]!;

export function headlineCopies(
  sentences: readonly TrainingSentence[],
  seed: number,
): TrainingSentence[] {
  const next = chance(seed);
  return sentences.flatMap((words) => {
    const headline = headlineOf(words);
    return headline && next() < share ? [headline] : [];
  });
}

/** The sentence as a headline, or nothing where it is none that could be: a statement with a subject. */
export function headlineOf(words: TrainingSentence): TrainingSentence | undefined {
  const root = words.findIndex(({ head }) => head < 0);
  const verb = words[root];
  const last = words.at(-1);
  if (verb?.upos !== "VERB" || last?.form !== "." || words.length > longest + 4) return;
  const subject = words.findIndex(
    ({ head, relation }) => head === root && plain(relation) === "nsubj",
  );
  if (subject < 0 || subject > root || words[subject]!.upos === "PRON") return;
  // "will be closed" keeps its "be".
  const modal = words.some(({ head, xpos }) => head === root && /^(?:MD|TO)$/.test(xpos));
  const leaves = new Set(words.keys());
  for (const { head } of words) leaves.delete(head);
  const dropped = (word: TrainingWord, i: number): boolean =>
    leaves.has(i) &&
    (i === words.length - 1 ||
      (word.relation === "det" && article.test(word.form)) ||
      (!modal &&
        word.head === root &&
        plain(word.relation) === "aux" &&
        auxiliaries.has(word.lemma.toLowerCase())));
  const kept = [...words.keys()].filter((i) => !dropped(words[i]!, i));
  if (kept.length < shortest || kept.length > longest) return;
  const place = new Map(kept.map((i, k) => [i, k]));
  return kept.map((i, k) => {
    const word = i === root ? present(verb, words[subject]!) : words[i]!;
    const form = k === 0 ? word.form.charAt(0).toUpperCase() + word.form.slice(1) : word.form;
    return { ...word, form, head: word.head < 0 ? -1 : place.get(word.head)! };
  });
}

/** The verb of a headline: what is past is told in the present, as the subject's number asks. */
function present(verb: TrainingWord, subject: TrainingWord): TrainingWord {
  if (verb.xpos !== "VBD" || !/^[a-z]+$/.test(verb.lemma)) return verb;
  const many = /^NNP?S$/.test(subject.xpos);
  const { lemma } = verb;
  if (many) return { ...verb, form: lemma, xpos: "VBP" };
  const sibilant = /(?:s|x|z|ch|sh|o)$/.test(lemma);
  const form = /[^aeiou]y$/.test(lemma)
    ? `${lemma.slice(0, -1)}ies`
    : `${lemma}${sibilant ? "es" : "s"}`;
  return { ...verb, form, xpos: "VBZ" };
}
