/** All the knowledge of the reader, read from the files of a knowledge folder. */
import { type Actors, loadActors } from "./actors.ts";
import { type Cues, readCues } from "./cues.ts";
import { type DateKnowledge, readDateKnowledge } from "./dates.ts";
import { type FigureKnowledge, readFigureKnowledge } from "./figures.ts";
import { type Frame, readFrames } from "./frames.ts";
import { type Governors, readGovernors, readVerbClasses, type VerbClasses } from "./governors.ts";
import { loadOntology, type Ontology } from "./ontology.ts";
import { readSettings, type Setting } from "./settings.ts";
import type { KnowledgeFile, Problem } from "./table.ts";
import { type KnownWords, knownWords } from "./vocabulary.ts";
import { readWording, type WordingKnowledge } from "./wording.ts";

export interface Knowledge {
  readonly ontology: Ontology;
  readonly actors: Actors;
  readonly frames: readonly Frame[];
  /** Where frames are silent: matches, markets, films. */
  readonly settings: readonly Setting[];
  readonly governors: Governors;
  readonly verbs: VerbClasses;
  readonly cues: Cues;
  readonly dates: DateKnowledge;
  readonly wording: WordingKnowledge;
  readonly figures: FigureKnowledge;
  /** The lemmas all of the above speak of. */
  readonly vocabulary: KnownWords;
}

/** All files of a path, the user's own first, as one table. */
const filesNamed = (files: readonly KnowledgeFile[], path: string): readonly KnowledgeFile[] =>
  files.filter((each) => each.path === path);

/** Reads every table. What is wrong in a row is told in `problems`, and the row is left out. */
export function readKnowledge(files: readonly KnowledgeFile[], problems: Problem[]): Knowledge {
  const ontology = loadOntology(files, problems);
  const codes = {
    modes: new Map([...ontology.types].map(([name, type]) => [name, new Set(type.modes.keys())])),
    contexts: new Set(ontology.contexts.keys()),
    cameo: ontology.cameo,
    sectors: new Set(ontology.sectors.keys()),
  };
  const knowledge = {
    ontology,
    actors: loadActors(files, problems),
    frames: files
      .filter((each) => /^frames\/.*\.txt$/.test(each.path))
      .flatMap((each) => readFrames(each, codes, problems)),
    settings: readSettings(
      filesNamed(files, "frames/settings.tsv"),
      new Set(ontology.types.keys()),
      problems,
    ),
    governors: readGovernors(filesNamed(files, "frames/governors.tsv"), problems),
    verbs: readVerbClasses(filesNamed(files, "frames/verb-classes.tsv"), problems),
    cues: readCues(files, problems),
    dates: readDateKnowledge(files, problems),
    wording: readWording(files, problems),
    figures: readFigureKnowledge(files, problems),
  };
  return { ...knowledge, vocabulary: knownWords(knowledge) };
}
