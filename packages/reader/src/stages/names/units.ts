/**
 * What the name model reads instead of words: a name that the actor tables know is one unit, however
 * long, and shows only what kind of thing it names. So no weight of the model can turn on which state
 * or people it is, and swapping two of them changes nothing.
 */
import type { Actor, Actors, Demonym } from "../../knowledge/actors.ts";

export const unitKinds = [
  "word",
  "state",
  "demonym",
  "place",
  "organisation",
  "group",
  "person",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Units as columns; `first` has a slot for each sentence and one more, counted in units. */
export interface Units {
  readonly count: number;
  readonly first: Int32Array;
  /** The unit's tokens are `token[u] … token[u + 1] - 1`. */
  readonly token: Int32Array;
  /** Index into `unitKinds`. */
  readonly kind: Uint8Array;
  /** The word, or for a known name a stand-in for its kind. */
  readonly form: readonly string[];
  /** What the tables hold under a known name; `undefined` for words. */
  readonly known: readonly (Actor | undefined)[];
}

const standIns: readonly string[] = unitKinds.map(
  (kind) => `${kind[0]!.toUpperCase()}${kind.slice(1)}·`,
);

interface Known {
  readonly length: number;
  readonly kind: UnitKind;
  readonly actor: Actor;
}

/** `first` as in `Tokens`. */
export function unitsOf(actors: Actors, forms: readonly string[], first: Int32Array): Units {
  const starts = [0];
  const token: number[] = [];
  const kind: number[] = [];
  const form: string[] = [];
  const known: (Actor | undefined)[] = [];
  for (let s = 0; s + 1 < first.length; s++) {
    const end = first[s + 1]!;
    for (let i = first[s]!; i < end; ) {
      const found = knownAt(actors, forms, i, end);
      token.push(i);
      kind.push(found ? unitKinds.indexOf(found.kind) : 0);
      form.push(found ? standIns[unitKinds.indexOf(found.kind)]! : forms[i]!);
      known.push(found?.actor);
      i += found?.length ?? 1;
    }
    starts.push(token.length);
  }
  token.push(first[first.length - 1] ?? 0);
  return {
    count: form.length,
    first: Int32Array.from(starts),
    token: Int32Array.from(token),
    kind: Uint8Array.from(kind),
    form,
    known,
  };
}

const capital = /^\p{Lu}/u;
const order: readonly UnitKind[] = ["state", "demonym", "place", "organisation", "group", "person"];

/** The longest known name that begins at a token; of equal ones that of the kind first in order. */
function knownAt(
  actors: Actors,
  forms: readonly string[],
  i: number,
  end: number,
): Known | undefined {
  if (!capital.test(forms[i]!)) return undefined;
  const names = actors.names.find(forms, i, end);
  const demonyms = actors.demonyms.find(forms, i, end);
  const length = Math.max(names[0]?.length ?? 0, demonyms[0]?.length ?? 0);
  if (length === 0) return undefined;
  const found = [
    ...names.filter((each) => each.length === length).map(({ value }) => ofActor(length, value)),
    ...demonyms
      .filter((each) => each.length === length)
      .map(({ value }) => ofDemonym(length, value)),
  ];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}

const ofActor = (length: number, actor: Actor): Known => ({ length, kind: actor.kind, actor });
const ofDemonym = (length: number, { state }: Demonym): Known => ({
  length,
  kind: "demonym",
  actor: state,
});
