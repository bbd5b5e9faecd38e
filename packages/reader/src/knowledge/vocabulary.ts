/** The lemmas that frames, governors, cues and roles speak of: words the lemmatiser should know. */
import type { Actors } from "./actors.ts";
import type { Cues } from "./cues.ts";
import type { Frame } from "./frames.ts";
import type { Governors, VerbClasses } from "./governors.ts";

interface Speaking {
  readonly frames: readonly Frame[];
  readonly governors: Governors;
  readonly cues: Cues;
  readonly actors: Pick<Actors, "roles">;
  readonly verbs: VerbClasses;
}

export interface KnownWords {
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

export function knownWords(knowledge: Speaking): KnownWords {
  const verbs = new Set<string>();
  const nouns = new Set<string>();
  for (const frame of knowledge.frames) {
    for (const trigger of frame.triggers)
      if (frame.pos === "noun") nouns.add(trigger.at(-1)!);
      else verbs.add(trigger[0]!);
    for (const lemma of frame.companion?.lemmas ?? []) nouns.add(lemma);
  }
  for (const governor of [...knowledge.governors.values()].flat())
    if (governor.pos === "verb") verbs.add(governor.word.split(" ")[0]!);
  const { light, objectControl, obliqueControl, gerundControl } = knowledge.verbs;
  for (const verb of [light, objectControl, obliqueControl, gerundControl].flatMap((each) => [
    ...each.keys(),
  ]))
    verbs.add(verb.split(" ")[0]!);
  for (const cue of knowledge.cues.all) {
    if (cue.pos === "verb") verbs.add(cue.cue.split(" ")[0]!);
    if (cue.pos === "noun") nouns.add(cue.cue.split(" ").at(-1)!);
  }
  for (const role of knowledge.actors.roles.all) nouns.add(role.phrase.split(" ").at(-1)!);
  return { verbs, nouns };
}
