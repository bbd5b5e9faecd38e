/**
 * Scores statements against gold, with the measures of the literature on attribution: found (the
 * cues overlap), overlap (cue, source and content all overlap), exact (all three span sets equal),
 * and, for each role, the words of the report that
 * bear it.
 */
import type { Reading, Span, Statement } from "@hearsay/reader";

export interface GoldStatement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly form: Statement["form"];
}

/** One line of a gold file. Only outermost statements are annotated; `skip` is not scored. */
export interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly statements: readonly GoldStatement[];
  readonly skip?: readonly Span[];
}

/** Percentages. */
export interface Score {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export interface StatementScores {
  readonly found: Score;
  readonly overlap: Score;
  readonly exact: Score;
  readonly tokens: { readonly source: Score; readonly cue: Score; readonly content: Score };
  /** Recall of each gold form, found and overlap, and how many there are. */
  readonly by_form: Readonly<
    Record<string, { found: number; overlap: number; exact: number; gold: number }>
  >;
  readonly counts: { readonly gold: number; readonly made: number };
}

export type Read = Pick<Reading, "statements"> & { readonly report: { readonly text: string } };

/** A gold statement beside the one that answers it, if any; for pages of the worst. */
export interface Pairing {
  readonly gold?: GoldStatement;
  readonly made?: Statement;
}

/** `readings[i]` answers `gold[i]`. */
export function scoreStatements(
  gold: readonly GoldReport[],
  readings: readonly Read[],
): StatementScores {
  const tally = newTally();
  gold.forEach((report, i) => {
    const made = outermost(readings[i]?.statements ?? []);
    for (const pair of pairUp(report, made)) count(tally, report.text, pair);
    for (const role of roles) countWords(tally.tokens[role], report, made, role);
  });
  return summary(tally);
}

const overlap = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some(([from, to]) => b.some((other) => from < other[1] && other[0] < to));

/** How many units the two sets share. */
const sharedUnits = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, [from, to]) =>
      b.reduce(
        (inner, other) => inner + Math.max(0, Math.min(to, other[1]) - Math.max(from, other[0])),
        sum,
      ),
    0,
  );

/** Those that stand inside no other: the only ones a gold file has. */
export const outermost = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ within }) => within === undefined);

const isSkipped = ({ cue }: { cue: readonly Span[] }, skip: readonly Span[]) => overlap(cue, skip);

/**
 * Pairs gold with made statements whose cues overlap, one to one; where several would do, those
 * that share most with the gold source and content go first.
 */
export function pairUp(
  { statements, skip = [] }: GoldReport,
  made: readonly Statement[],
): Pairing[] {
  const golden = statements.filter((each) => !isSkipped(each, skip));
  const ours = made.filter((each) => !isSkipped({ cue: each.cue.spans }, skip));
  const candidates = golden
    .flatMap((gold) =>
      ours
        .filter((each) => overlap(gold.cue, each.cue.spans))
        .map((each) => ({ gold, made: each, shares: likeness(gold, each) })),
    )
    .sort((a, b) => b.shares - a.shares);
  const taken = new Set<GoldStatement | Statement>();
  const pairs: Pairing[] = [];
  for (const { gold, made: mine } of candidates) {
    if (taken.has(gold) || taken.has(mine)) continue;
    taken.add(gold).add(mine);
    pairs.push({ gold, made: mine });
  }
  return [
    ...pairs,
    ...golden.filter((each) => !taken.has(each)).map((each) => ({ gold: each })),
    ...ours.filter((each) => !taken.has(each)).map((each) => ({ made: each })),
  ];
}

const likeness = (gold: GoldStatement, made: Statement): number =>
  sharedUnits(gold.content, made.content) + 10 * sharedUnits(gold.source, made.source.spans);

/** A role is met when both have it and overlap, or neither has it. */
export const meets = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === 0 && b.length === 0 ? true : overlap(a, b);

/** The positions of the words in a set of spans: white space and punctuation do not count. */
function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of spans)
    for (const match of text.slice(from, to).matchAll(/[\p{L}\p{N}]+/gu))
      found.add(from + match.index);
  return found;
}

const sameWords = (text: string, a: readonly Span[], b: readonly Span[]): boolean => {
  const first = wordsIn(text, a);
  const second = wordsIn(text, b);
  return first.size === second.size && [...first].every((each) => second.has(each));
};

const roles = ["source", "cue", "content"] as const;
type Role = (typeof roles)[number];

interface Counts {
  right: number;
  gold: number;
  made: number;
}
interface Tally {
  readonly found: Counts;
  readonly overlap: Counts;
  readonly exact: Counts;
  readonly tokens: Record<Role, Counts>;
  readonly byForm: Map<string, { found: number; overlap: number; exact: number; gold: number }>;
}

const none = (): Counts => ({ right: 0, gold: 0, made: 0 });
const newTally = (): Tally => ({
  found: none(),
  overlap: none(),
  exact: none(),
  tokens: { source: none(), cue: none(), content: none() },
  byForm: new Map(),
});

const spansOf = (made: Statement): Record<Role, readonly Span[]> => ({
  source: made.source.spans,
  cue: made.cue.spans,
  content: made.content,
});

function count(tally: Tally, text: string, { gold, made }: Pairing): void {
  const ours = made && spansOf(made);
  const overlaps =
    !!gold && !!ours && meets(gold.source, ours.source) && meets(gold.content, ours.content);
  const exact = !!gold && !!ours && roles.every((role) => sameWords(text, gold[role], ours[role]));
  const measures = { found: !!gold && !!ours, overlap: overlaps, exact };
  for (const name of ["found", "overlap", "exact"] as const) {
    tally[name].right += measures[name] ? 1 : 0;
    tally[name].gold += gold ? 1 : 0;
    tally[name].made += made ? 1 : 0;
  }
  if (gold) countForm(tally, gold.form, measures);
}

function countForm(
  tally: Tally,
  form: string,
  measures: Record<"found" | "overlap" | "exact", boolean>,
) {
  const of = tally.byForm.get(form) ?? { found: 0, overlap: 0, exact: 0, gold: 0 };
  of.gold++;
  for (const name of ["found", "overlap", "exact"] as const) of[name] += measures[name] ? 1 : 0;
  tally.byForm.set(form, of);
}

/** Words of a role anywhere in the report, each counted once, whichever statement they belong to. */
function countWords(
  counts: Counts,
  gold: GoldReport,
  made: readonly Statement[],
  role: Role,
): void {
  const skipped = wordsIn(gold.text, gold.skip ?? []);
  const wordsOf = (spans: readonly Span[]) =>
    [...wordsIn(gold.text, spans)].filter((each) => !skipped.has(each));
  const golden = new Set(wordsOf(gold.statements.flatMap((each) => each[role])));
  const ours = new Set(wordsOf(made.flatMap((each) => spansOf(each)[role])));
  counts.gold += golden.size;
  counts.made += ours.size;
  for (const each of ours) if (golden.has(each)) counts.right++;
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;

const scoreOf = ({ right, gold, made }: Counts): Score => ({
  p: percent(right, made),
  r: percent(right, gold),
  f1: percent(2 * right, gold + made),
});

function summary(tally: Tally): StatementScores {
  const by_form = Object.fromEntries(
    [...tally.byForm].map(([form, { found, overlap: both, exact, gold }]) => [
      form,
      {
        found: percent(found, gold),
        overlap: percent(both, gold),
        exact: percent(exact, gold),
        gold,
      },
    ]),
  );
  return {
    found: scoreOf(tally.found),
    overlap: scoreOf(tally.overlap),
    exact: scoreOf(tally.exact),
    tokens: {
      source: scoreOf(tally.tokens.source),
      cue: scoreOf(tally.tokens.cue),
      content: scoreOf(tally.tokens.content),
    },
    by_form,
    counts: { gold: tally.found.gold, made: tally.found.made },
  };
}
