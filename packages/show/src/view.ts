/** What both the terminal and the page say of a Reading: names, sources, trees and groups. */
import type {
  Entity,
  Event,
  Reading,
  Span,
  Statement,
  Wording,
  WordingKind,
} from "@hearsay/reader";
import { whenText, wordingKinds } from "./labels.ts";

export interface View {
  readonly reading: Reading;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly statements: ReadonlyMap<string, Statement>;
}

export const viewOf = (reading: Reading): View => ({
  reading,
  entities: new Map(reading.entities.map((each) => [each.id, each])),
  statements: new Map(reading.statements.map((each) => [each.id, each])),
});

/** The report's title, on one line. */
export const titleOf = ({ report }: Pick<Reading, "report">): string =>
  oneLine(report.title ?? `Untitled report ${report.id}`);

/** The characters of spans on one line, " … " between pieces. */
export const quoted = ({ reading }: View, spans: readonly Span[]): string =>
  spans.map(([from, to]) => oneLine(reading.report.text.slice(from, to))).join(" … ");

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const nameOf = ({ entities }: View, id: string): string => entities.get(id)?.name ?? id;

export const listText = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** Who, and whom: "" where nobody is named. */
export const partiesOf = (view: View, ids: readonly string[]): string =>
  listText(ids.map((id) => nameOf(view, id)));

/**
 * Whose say-so a statement is: the entity's name; for the government behind a metonym the words as
 * they stand, with the state ("the Kremlin (Russia)"); the words alone where nobody is known.
 */
export function sourceOf(view: View, { source }: Statement): string {
  const words = quoted(view, source.spans);
  if (source.entity === undefined) return words || "a source that is not named";
  const entity = view.entities.get(source.entity);
  if (!entity) return words || source.entity;
  const isMetonym =
    entity.kind === "state" && isNamed(entity, source.spans) && !words.includes(entity.name);
  return isMetonym ? `${words.replace(/[’']s?$/, "")} (${entity.name})` : entity.name;
}

/** Whether these spans name the entity, rather than point to it ("it", "the country"). */
const isNamed = ({ mentions }: Entity, spans: readonly Span[]): boolean =>
  mentions.some(
    ({ span, form }) =>
      form === "name" && spans.some(([from, to]) => from <= span[0] && span[1] <= to),
  );

/** "reported by the Kremlin (Russia)", or "the outlet’s own voice". */
export function voiceOf(view: View, id: string | undefined): string {
  const statement = id === undefined ? undefined : view.statements.get(id);
  if (!statement) return "outlet’s own voice";
  const outer = statement.within === undefined ? undefined : view.statements.get(statement.within);
  const told = outer ? `, as told by ${sourceOf(view, outer)}` : "";
  return `reported by ${sourceOf(view, statement)}${told}`;
}

/** The sentence around a span, or the span itself. */
export const sentenceOf = ({ reading }: View, [from, to]: Span): Span =>
  reading.sentences.find(([start, end]) => start <= from && to <= end) ?? [from, to];

/** Events told first, each with those that tell it again. */
export function toldOnce({ reading }: View): { event: Event; again: Event[] }[] {
  const byId = new Map(reading.events.map((each) => [each.id, each]));
  const firstOf = (event: Event): Event => {
    const first = event.same === undefined ? undefined : byId.get(event.same);
    return first && first !== event ? firstOf(first) : event;
  };
  const told = new Map<Event, Event[]>();
  for (const event of reading.events) {
    const first = firstOf(event);
    const again = told.get(first) ?? [];
    told.set(first, first === event ? again : [...again, event]);
  }
  return [...told].map(([event, again]) => ({ event, again }));
}

/** When, where and how far: what stands under an event, without its code and voice. */
export function circumstancesOf(
  view: View,
  { when, where, status }: Event,
  contexts: readonly string[],
): string[] {
  return [
    ...(when ? [whenText(when)] : []),
    ...(where === undefined ? [] : [`in ${nameOf(view, where)}`]),
    status,
    ...(contexts.length > 0 ? [contexts.map((each) => each.replaceAll("_", " ")).join(", ")] : []),
  ];
}

/** Without a date that is only the report's own. */
export function withoutDateline(event: Event): Event {
  if (event.when?.basis !== "dateline") return event;
  const { when: _, ...rest } = event;
  return rest;
}

/** Statements that are part of no other, or of the given one. */
export const statementsWithin = ({ reading, statements }: View, id?: string): Statement[] =>
  reading.statements.filter(
    ({ within }) => (within !== undefined && statements.has(within) ? within : undefined) === id,
  );

export interface WordingGroup {
  /** "outlet", or a statement's id. */
  readonly voice: string;
  readonly paraphrased: boolean;
  /** "outlet’s own voice", or who speaks. */
  readonly title: string;
  readonly kinds: readonly { readonly kind: WordingKind; readonly words: readonly SameWords[] }[];
}

/** The same words of one kind in one voice, however often. */
export interface SameWords {
  readonly text: string;
  readonly neutral: string | undefined;
  readonly items: readonly Wording[];
}

/** The outlet's first, then each source's, what is quoted before what is paraphrased. */
export function wordingGroups(view: View): WordingGroup[] {
  const groups = new Map<string, Wording[]>();
  for (const item of view.reading.wording) {
    const key = `${speakerOf(view, item)}\n${item.paraphrased ? 1 : 0}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()]
    .map((items) => groupOf(view, items))
    .sort((a, b) => Number(b.voice === "outlet") - Number(a.voice === "outlet"));
}

const speakerOf = (view: View, { voice }: Wording): string => {
  const statement = view.statements.get(voice);
  return statement ? sourceOf(view, statement) : "outlet’s own voice";
};

function groupOf(view: View, items: readonly Wording[]): WordingGroup {
  const [first] = items as [Wording];
  return {
    voice: first.voice,
    paraphrased: first.paraphrased === true,
    title: speakerOf(view, first),
    kinds: wordingKinds.flatMap((kind) => {
      const words = sameWords(
        view,
        items.filter((each) => each.kind === kind),
      );
      return words.length > 0 ? [{ kind, words }] : [];
    }),
  };
}

function sameWords(view: View, items: readonly Wording[]): SameWords[] {
  const byText = new Map<string, Wording[]>();
  for (const item of items) {
    const text = quoted(view, [item.span]);
    const key = [...byText.keys()].find((each) => each.toLowerCase() === text.toLowerCase());
    byText.set(key ?? text, [...(byText.get(key ?? text) ?? []), item]);
  }
  return [...byText].map(([text, same]) => ({ text, neutral: same[0]!.neutral, items: same }));
}
