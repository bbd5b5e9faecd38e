import type { DateKnowledge } from "../knowledge/dates.ts";
import { row, step, words as wordsAt } from "../reading/because.ts";
import type { DateMention } from "../reading/layers.ts";
import { stage } from "../reading/stage.ts";
import { type Syntax, tokensSpan, uposOf, xposOf } from "../reading/syntax.ts";
import { type Interval, isoOf, parseIso } from "./dates/calendar.ts";
import { directionAt, mayLookAhead } from "./dates/direction.ts";
import { type DateMatch, type DateWords, matchDates } from "./dates/match.ts";
import { meaningOf } from "./dates/meaning.ts";
import type { Meaning, NoMeaning } from "./dates/operation.ts";

/**
 * Finds date expressions and reckons the days they name, from the words alone where they give a year
 * ("stated"), otherwise against the date of publication and the tense of the governing verb
 * ("relative"). What cannot be reckoned is refused.
 */
export const dates = (knowledge: DateKnowledge) =>
  stage({
    name: "dates",
    needs: ["report", "sentences", "tokens", "tags", "lemmas", "tree"],
    gives: ["dates"],
    run({ report, sentences, tokens, tags, lemmas, tree }, refused) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const published = report.published === undefined ? undefined : parseIso(report.published);
      const found: DateMention[] = [];
      let told: Told | undefined;
      for (let s = 0; s < sentences.count; s++) {
        const base = tokens.first[s]!;
        for (const match of matchDates(knowledge, wordsOf(at, s))) {
          const [first, last] = [base + match.first, base + match.last];
          const direction = directionAt(at, first);
          const mayBeAhead = mayLookAhead(at, first, last);
          const near = told && s - told.sentence <= 1 ? told.interval : undefined;
          const meaning = meaningOf(match, { published, direction, mayBeAhead, told: near });
          const because = reason(at, match, first, last, meaning);
          const span = tokensSpan(at, first, last);
          if ("not" in meaning) {
            refused({ stage: "dates", span, because });
            continue;
          }
          const { interval } = meaning;
          told = { interval, sentence: s };
          const basis = meaning.reckoned ? "relative" : "stated";
          const when = { span, from: isoOf(interval.from), to: isoOf(interval.to), basis } as const;
          found.push({ first, last, when, why: because });
        }
      }
      return { dates: found };
    },
  });

/** The date told last, and in which sentence. */
interface Told {
  readonly interval: Interval;
  readonly sentence: number;
}

const nominalTags: ReadonlySet<string> = new Set([
  "DET",
  "NOUN",
  "PROPN",
  "ADJ",
  "PRON",
  "NUM",
  "VERB",
]);

const isPlural = (at: Syntax, token: number, end: number): boolean => {
  const noun = token < end && uposOf(at, token) === "ADJ" ? token + 1 : token;
  return noun < end && /^NNP?S$/.test(xposOf(at, noun));
};

function wordsOf(at: Syntax, sentence: number): DateWords {
  const base = at.tokens.first[sentence]!;
  const end = at.tokens.first[sentence + 1]!;
  const form = at.tokens.form.slice(base, end);
  return {
    form,
    lower: form.map((each) => each.toLowerCase()),
    startsPlural: (i) => isPlural(at, base + i, end),
    startsNominal: (i) => base + i < end && nominalTags.has(uposOf(at, base + i)),
  };
}

function reason(
  at: Syntax,
  match: DateMatch,
  first: number,
  last: number,
  meaning: Meaning | NoMeaning,
) {
  const says = "not" in meaning ? meaning.not : meaning.says;
  return step(says || "a date", wordsAt(tokensSpan(at, first, last)), ...rowsOf(match));
}

const rowsOf = (match: DateMatch): ReturnType<typeof row>[] => [
  row(match.expression.at),
  ...match.found.flatMap((each) => (each.inner ? rowsOf(each.inner) : [])),
];
