/** Learns lemma rules by ending (`@hearsay/reader`, model/lemmatiser.ts). */
interface Seen {
  readonly lower: string;
  readonly tag: string;
  readonly rule: string;
  readonly count: number;
}

/** "cut TAB add" that turns a form into its lemma. */
function ruleOf(form: string, lemma: string): string {
  let shared = 0;
  while (shared < form.length && shared < lemma.length && form[shared] === lemma[shared]) shared++;
  return `${form.length - shared}\t${lemma.slice(shared)}`;
}

export interface LemmaExample {
  readonly form: string;
  readonly tag: string;
  readonly lemma: string;
}

/** The text that `lemmatiserFrom` reads. */
export function learnLemmas(examples: readonly LemmaExample[]): string {
  const capital = capitals(examples);
  const counts = new Map<string, number>();
  for (const { form, tag, lemma } of examples) {
    if (lemma === "_" || lemma === "") continue;
    const lower = form.toLowerCase().replace(/’/g, "'");
    const proper = tag.startsWith("NNP");
    const from = proper || capital.has(lower) ? form : lower;
    const to = proper || capital.has(lower) ? lemma : lemma.toLowerCase();
    const key = `${lower}\u0000${tag}\u0000${ruleOf(from.replace(/’/g, "'"), to)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const seen: Seen[] = [...counts].map(([key, count]) => {
    const [lower, tag, rule] = key.split("\u0000");
    return { lower: lower!, tag: tag!, rule: rule!, count };
  });
  const lines: string[] = [];
  for (const tag of [...new Set(seen.map((each) => each.tag))].sort())
    addEndings(
      tag,
      seen.filter((each) => each.tag === tag),
      0,
      undefined,
      lines,
    );
  return `${lines.join("\n")}\n\n${[...capital].sort().join("\n")}\n`;
}

/** Words that, though no proper nouns, mostly have a capital in their lemma: American, I. */
function capitals(examples: readonly LemmaExample[]): Set<string> {
  const counts = new Map<string, [upper: number, lower: number]>();
  for (const { form, tag, lemma } of examples) {
    if (tag.startsWith("NNP")) continue;
    const lower = form.toLowerCase();
    const count = counts.get(lower) ?? [0, 0];
    count[/^\p{Lu}/u.test(lemma) ? 0 : 1]++;
    counts.set(lower, count);
  }
  return new Set([...counts].filter(([, [upper, lower]]) => upper > lower).map(([word]) => word));
}

/** Writes a rule where the commonest rule of an ending differs from that of the shorter one. */
function addEndings(
  tag: string,
  seen: readonly Seen[],
  length: number,
  inherited: string | undefined,
  lines: string[],
): void {
  const rules = new Map<string, number>();
  for (const { rule, count } of seen) rules.set(rule, (rules.get(rule) ?? 0) + count);
  const best = [...rules].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
  const first = seen[0]!.lower;
  const ending = first.slice(first.length - length);
  if (best !== inherited) lines.push(`${tag}|${ending}\t${best}`);
  if (rules.size === 1) return;
  const deeper = new Map<string, Seen[]>();
  for (const each of seen) {
    if (each.lower.length === length) {
      const whole = mostCommon(seen.filter(({ lower }) => lower === each.lower));
      if (whole !== best) lines.push(`${tag}|^${each.lower}\t${whole}`);
      continue;
    }
    const longer = each.lower.slice(each.lower.length - length - 1);
    deeper.set(longer, [...(deeper.get(longer) ?? []), each]);
  }
  for (const [, each] of [...deeper].sort(([a], [b]) => (a < b ? -1 : 1)))
    addEndings(tag, each, length + 1, best, lines);
}

const mostCommon = (seen: readonly Seen[]): string =>
  [...seen].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))[0]!.rule;
