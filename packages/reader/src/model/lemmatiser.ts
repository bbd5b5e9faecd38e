/**
 * Lemmas by the longest known ending. A rule is "cut N letters, add these": the trainer keeps, for
 * each tag, the endings (up to whole words, written "^word") whose commonest rule differs from that
 * of the next shorter ending.
 */
import type { Lemmas, Tags } from "../reading/layers.ts";
import { type Model, sectionText } from "./container.ts";

export interface Lemmatiser {
  /** "VBD|ied" → index of a rule. */
  readonly rules: ReadonlyMap<string, number>;
  readonly cut: readonly number[];
  readonly add: readonly string[];
  /** Lower-cased words whose lemma keeps its capital though no proper noun: "american", "i". */
  readonly capital: ReadonlySet<string>;
  readonly longest: number;
}

/** Lines `tag|ending TAB cut TAB add`, an empty line, then words that keep their capital. */
export function lemmatiserFrom(text: string): Lemmatiser {
  const [table = "", capital = ""] = text.split("\n\n");
  const rules = new Map<string, number>();
  const cut: number[] = [];
  const add: string[] = [];
  let longest = 0;
  for (const line of table.split("\n")) {
    const [key, letters, ending] = line.split("\t");
    if (key === undefined || letters === undefined) continue;
    rules.set(key, cut.length);
    cut.push(Number(letters));
    add.push(ending ?? "");
    longest = Math.max(longest, key.length - key.indexOf("|") - 1);
  }
  return { rules, cut, add, capital: new Set(capital.split("\n").filter(Boolean)), longest };
}

export const readLemmatiser = (model: Model): Lemmatiser =>
  lemmatiserFrom(sectionText(model.section("rules")));

/** The rule for a lower-cased word of a tag: that of the longest ending known. */
function ruleFor({ rules, longest }: Lemmatiser, lower: string, tag: string): number | undefined {
  const whole = rules.get(`${tag}|^${lower}`);
  if (whole !== undefined) return whole;
  for (let length = Math.min(lower.length, longest); length >= 0; length--) {
    const rule = rules.get(`${tag}|${lower.slice(lower.length - length)}`);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

export function lemmaFor(lemmatiser: Lemmatiser, form: string, tag: string): string {
  const lower = form.toLowerCase().replace(/’/g, "'");
  if (lower === "i" && tag === "PRP") return "I";
  const proper = tag.startsWith("NNP");
  const rule = ruleFor(lemmatiser, lower, tag);
  const base = proper || lemmatiser.capital.has(lower) ? form : lower;
  if (rule === undefined) return base;
  const kept = base.slice(0, Math.max(0, base.length - lemmatiser.cut[rule]!));
  const lemma = kept + lemmatiser.add[rule]!;
  return lemma === "" ? base : lemma;
}

/** Words to remember from report to report; at more, all are forgotten. */
const most = 30_000;
const knownByLemmatiser = new WeakMap<Lemmatiser, Map<string, string>>();

export function lemmasOf(lemmatiser: Lemmatiser, forms: readonly string[], tags: Tags): Lemmas {
  const known = knownByLemmatiser.get(lemmatiser) ?? new Map<string, string>();
  if (known.size > most) known.clear();
  knownByLemmatiser.set(lemmatiser, known);
  return forms.map((form, i) => {
    const tag = tags.xposNames[tags.xpos[i]!]!;
    const key = `${tag} ${form}`;
    let lemma = known.get(key);
    if (lemma === undefined) {
      lemma = lemmaFor(lemmatiser, form, tag);
      known.set(key, lemma);
    }
    return lemma;
  });
}
