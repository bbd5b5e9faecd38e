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

/** How many words of a treebank a row of the table outweighs: treebanks have slips. */
const weight = 20;

/** Examples from lines `base past participle`, with alternatives parted by "/". */
export const irregularVerbs = (text: string): LemmaExample[] =>
  text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      const [lemma = "", past = "", participle = ""] = line.split(" ");
      const of = (forms: string, tag: string): LemmaExample[] =>
        forms.split("/").flatMap((form) => Array<LemmaExample>(weight).fill({ form, tag, lemma }));
      return [...of(past, "VBD"), ...of(participle, "VBN")];
    });

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
  // Of names nothing is to be learned but single words: "Sept." is no reason to lengthen "Capt."
  if (tag === "NNP") {
    addWholeWords(tag, seen, best, lines);
    return;
  }
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

function addWholeWords(tag: string, seen: readonly Seen[], best: string, lines: string[]): void {
  for (const word of [...new Set(seen.map(({ lower }) => lower))].sort()) {
    const same = seen.filter(({ lower }) => lower === word);
    const rule = mostCommon(same);
    const count = same.reduce((sum, each) => sum + each.count, 0);
    if (rule !== best && count > 1) lines.push(`${tag}|^${word}\t${rule}`);
  }
}

const mostCommon = (seen: readonly Seen[]): string =>
  [...seen].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))[0]!.rule;
