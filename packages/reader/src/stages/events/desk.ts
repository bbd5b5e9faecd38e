/** What lies at hand while the events of one report are read. */
import type { Frame } from "../../knowledge/frames.ts";
import type { Governors, VerbClasses } from "../../knowledge/governors.ts";
import type { Ontology } from "../../knowledge/ontology.ts";
import type { Setting } from "../../knowledge/settings.ts";
import type { Listener } from "../../reading/because.ts";
import type { Layers } from "../../reading/layers.ts";
import { type Syntax, tokenSpan, tokensIn } from "../../reading/syntax.ts";
import { innermost } from "../../reading/voice.ts";
import type { Places } from "./light-verbs.ts";
import type { FrameIndex } from "./match.ts";
import { type Acts, type Cast, castOf } from "./parties.ts";

/** What the stage knows. */
export interface EventKnowledge {
  readonly frames: readonly Frame[];
  readonly settings: readonly Setting[];
  readonly governors: Governors;
  readonly verbs: VerbClasses;
  readonly ontology: Ontology;
}

export type Needed = Pick<
  Layers,
  | "report"
  | "paragraphs"
  | "sentences"
  | "tokens"
  | "tags"
  | "lemmas"
  | "tree"
  | "entities"
  | "dates"
  | "undated"
  | "places"
  | "statements"
>;

export interface Desk {
  readonly layers: Needed;
  readonly knowledge: EventKnowledge;
  readonly index: FrameIndex;
  readonly at: Syntax;
  readonly places: Places;
  readonly cast: Cast;
  /** Words inside longer names: the "Assembly" of a party is no gathering. */
  readonly inNames: ReadonlySet<number>;
  readonly refused: Listener;
}

export function deskOf(
  given: Pick<Desk, "layers" | "knowledge" | "index" | "refused"> & { readonly acts: Acts },
): Desk {
  const { layers, knowledge, index, acts, refused } = given;
  const at = { ...layers, text: layers.report.text };
  const places: Places = {
    at,
    verbs: knowledge.verbs,
    reached: new Map(),
    teller: tellerIn(layers, at),
  };
  const cast = castOf(at, layers.entities, acts);
  return { layers, knowledge, index, at, places, cast, inNames: wordsOfNames(layers, at), refused };
}

function wordsOfNames({ entities }: Needed, at: Syntax): ReadonlySet<number> {
  const spans = entities.list.flatMap(({ mentions }) =>
    mentions.flatMap(({ form, span }) => (form === "name" ? [span] : [])),
  );
  const found = new Set<number>();
  for (const span of spans) {
    const [first, last] = tokensIn(at.tokens, span) ?? [0, -1];
    for (let token = first; token <= last && first < last; token++) found.add(token);
  }
  return found;
}

/** Nouns that frames know as acts, each with its gravest quad class. */
export function actsOf({ frames, ontology }: EventKnowledge): Acts {
  const acts = new Map<string, number>();
  for (const { pos, triggers, code } of frames)
    for (const words of pos === "noun" ? triggers : [])
      if (words.length === 1)
        acts.set(
          words[0]!,
          Math.max(acts.get(words[0]!) ?? 0, ontology.types.get(code.type)!.quad),
        );
  return acts;
}

/** From a word to the word that names whose say-so it stands in, or -1. */
function tellerIn({ statements, entities }: Needed, at: Syntax): Places["teller"] {
  const index = new Map(entities.list.map(({ id }, entity) => [id, entity]));
  return (token) => {
    const told = innermost(statements, tokenSpan(at, token));
    const entity = index.get(told?.statement.source.entity ?? "");
    if (!told || entity === undefined) return -1;
    for (const span of told.statement.source.spans) {
      const [first, last] = tokensIn(at.tokens, span) ?? [0, -1];
      for (let each = first; each <= last; each++) if (entities.of[each] === entity) return each;
    }
    return -1;
  };
}
