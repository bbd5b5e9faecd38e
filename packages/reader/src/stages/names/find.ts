/** From words to names: the model, the actor tables, then the report as a whole. */
import type { Actors } from "../../knowledge/actors.ts";
import type { Model } from "../../model/container.ts";
import type { Encoder } from "../../model/encoder.ts";
import { labelNames, type Namer, readNamer } from "../../model/namer.ts";
import { choice, row, step } from "../../reading/because.ts";
import type { NameSpan } from "../../reading/layers.ts";
import { consistent } from "./consistency.ts";
import type { Draft, NameKind } from "./draft.ts";
import { listBits, listsOf, type WordLists } from "./lists.ts";
import { type UnitKind, type Units, unitKinds, unitsOf } from "./units.ts";

export interface NameModel {
  readonly name: string;
  readonly namer: Namer;
  /** The lists that a lower-case word is on, as bits. */
  readonly bits: ReadonlyMap<string, number>;
}

/** Facts: those of `readNamer`, and `lists`, the word lists it was trained with. */
export const readNameModel = (model: Model, encoder: Encoder): NameModel => ({
  name: model.header.name,
  namer: readNamer(model, encoder),
  bits: listBits((model.header.facts as { lists: WordLists }).lists),
});

/** The names in the words of one report; `first` as in `Tokens`. In order, none overlapping. */
export function findNames(
  model: NameModel,
  actors: Actors,
  forms: readonly string[],
  first: Int32Array,
): NameSpan[] {
  const units = unitsOf(actors, forms, first);
  const found = modelled(model, actors, units)
    .map((each) => withoutTitles(each, actors, forms))
    .filter((each) => !isTitle(each, actors, forms));
  const drafts = [...found, ...tabled(units)].sort((a, b) => a.first - b.first || b.last - a.last);
  return consistent(withoutOverlap(drafts), forms, first, units).map(
    ({ first, last, kind, why }) => ({ first, last, kind, why }),
  );
}

/** A person's name without the titles that a corpus may have marked with it. */
function withoutTitles(draft: Draft, actors: Actors, forms: readonly string[]): Draft {
  if (draft.kind !== "PER") return draft;
  let { first } = draft;
  while (first < draft.last) {
    const length = actors.titles.find(forms, first, draft.last)[0]?.length ?? 0;
    if (length === 0) break;
    first += length;
    if (first < draft.last && forms[first] === ".") first++;
  }
  return first === draft.first ? draft : { ...draft, first };
}

/** "Vice President" by itself is no name. */
const isTitle = ({ first, last, kind }: Draft, actors: Actors, forms: readonly string[]): boolean =>
  kind === "PER" && actors.titles.find(forms, first, last + 1)[0]?.length === last - first + 1;

/** Spans of the model, in tokens. */
function modelled({ name, namer, bits }: NameModel, actors: Actors, units: Units): Draft[] {
  const list = listsOf(units, actors, bits);
  const { label, margin } = labelNames(namer, { form: units.form, first: units.first, list });
  const { labels } = namer;
  const drafts: Draft[] = [];
  for (let u = 0; u < units.count; u++) {
    const opening = labels[label[u]!]!;
    if (opening === "O") continue;
    const kind = opening.slice(2) as NameKind;
    let end = u + 1;
    while (end < units.count && labels[label[end]!] === `I-${kind}`) end++;
    const least = margin.subarray(u, end).reduce((a, b) => Math.min(a, b));
    const why = choice(name, kind, Math.round(least * 100) / 100);
    const [first, last] = [units.token[u]!, units.token[end]! - 1];
    drafts.push({ first, last, kind, margin: least, sure: false, why });
    u = end - 1;
  }
  return drafts;
}

const kindOfUnit: Readonly<Record<UnitKind, NameKind | undefined>> = {
  word: undefined,
  demonym: undefined,
  state: "LOC",
  place: "LOC",
  organisation: "ORG",
  group: "ORG",
  person: "PER",
};

/** Names that the tables know: the whole of a draft has their kind, and none is left out. */
function tabled(units: Units): Draft[] {
  const drafts: Draft[] = [];
  for (let u = 0; u < units.count; u++) {
    const kind = kindOfUnit[unitKinds[units.kind[u]!]!];
    const actor = units.known[u];
    if (!kind || !actor) continue;
    const [first, last] = [units.token[u]!, units.token[u + 1]! - 1];
    const why = step("a name of the actor tables", row(actor.at));
    const sure = actor.kind === "state";
    drafts.push({ first, last, kind, margin: tableMargin, sure, why });
  }
  return drafts;
}

/** What the tables say of names other than states' counts as much as a model's choice so sure. */
const tableMargin = 1.5;

/** In order; the longer of two that overlap, of equal ones the tables' unless the model is surer. */
function withoutOverlap(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const each of drafts) {
    const before = kept.at(-1);
    if (!before || each.first > before.last) kept.push(each);
    else if (each.first === before.first && each.last === before.last)
      kept[kept.length - 1] = surer(before, each);
  }
  return kept;
}

function surer(a: Draft, b: Draft): Draft {
  const [better, other] = a.sure || (!b.sure && a.margin >= b.margin) ? [a, b] : [b, a];
  if (better.kind !== other.kind) return better;
  return { ...better, why: step("a model and the actor tables agree", better.why, other.why) };
}
