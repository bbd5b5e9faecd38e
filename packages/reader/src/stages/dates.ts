import type { DateKnowledge } from "../knowledge/dates.ts";
import { row, step, words as wordsAt } from "../reading/because.ts";
import { directionAt, goesOn, mayLookAhead } from "../reading/direction.ts";
import type { DateMention, UndatedMention } from "../reading/layers.ts";
import type { When } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { type Syntax, tokensSpan, uposOf, xposOf } from "../reading/syntax.ts";
import type { Span } from "../text/span.ts";
import { type Day, type Interval, isoOf, parseIso } from "./dates/calendar.ts";
import { type DateMatch, type DateWords, matchDates } from "./dates/match.ts";
import { meaningOf } from "./dates/meaning.ts";
import type { Meaning, NoMeaning, Setting } from "./dates/operation.ts";
import { toldOn } from "./dates/telling.ts";

/**
 * Finds date expressions and reckons the days they name, from the words alone where they give a year
 * ("stated"), otherwise against the date of publication and the tense of the governing verb
 * ("relative"). What cannot be reckoned is refused.
 */
export const dates = (knowledge: DateKnowledge) =>
  stage({
    name: "dates",
    needs: ["report", "sentences", "tokens", "tags", "lemmas", "tree"],
    gives: ["dates", "undated"],
    run({ report, sentences, tokens, tags, lemmas, tree }, refused) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const published = report.published === undefined ? undefined : parseIso(report.published);
      const found: DateMention[] = [];
      const undated: UndatedMention[] = [];
      let told: Told | undefined;
      for (let s = 0; s < sentences.count; s++) {
        const near = told && s - told.sentence <= 1 ? told.interval : undefined;
        for (const draft of draftsIn(knowledge, at, s, published, near)) {
          const { first, last, meaning } = draft;
          const because = reason(at, draft);
          const span = tokensSpan(at, first, last);
          if ("not" in meaning) {
            refused({ stage: "dates", span, because });
            if (meaning.longPast) undated.push({ first, last, why: because });
            continue;
          }
          told = { interval: meaning.interval, sentence: s };
          found.push({ first, last, when: whenOf(meaning, span), why: because });
        }
      }
      return { dates: found, undated };
    },
  });

interface Draft {
  readonly match: DateMatch;
  readonly first: number;
  readonly last: number;
  readonly setting: Setting;
  readonly meaning: Meaning | NoMeaning;
}

function whenOf({ interval, reckoned }: Meaning, span: Span): When {
  const basis = reckoned ? "relative" : "stated";
  return { span, from: isoOf(interval.from), to: isoOf(interval.to), basis };
}

function draftsIn(
  knowledge: DateKnowledge,
  at: Syntax,
  sentence: number,
  published: Day | undefined,
  near: Interval | undefined,
): Draft[] {
  const base = at.tokens.first[sentence]!;
  const drafts: Draft[] = [];
  let told = near;
  for (const match of matchDates(knowledge, wordsOf(at, sentence))) {
    const [first, last] = [base + match.first, base + match.last];
    const setting: Setting = {
      published,
      direction: directionAt(at, first),
      mayBeAhead: mayLookAhead(at, first, last),
      goesOn: goesOn(at, first),
      told,
    };
    const meaning = meaningOf(match, setting);
    drafts.push({ match, first, last, setting, meaning });
    if (!("not" in meaning)) told = meaning.interval;
  }
  return drafts.length < 2 ? drafts : drafts.map((each) => beforeTold(at, drafts, each));
}

/** "Said on Monday that rebels had shelled it on Saturday": the Saturday before that Monday. */
function beforeTold(at: Syntax, drafts: readonly Draft[], draft: Draft): Draft {
  const { match, first, setting, meaning } = draft;
  const isWeekday = match.expression.means.join(" ") === "weekday";
  if (!isWeekday || setting.direction !== "past" || "not" in meaning) return draft;
  const telling =
    drafts[
      toldOn(
        at,
        first,
        drafts.map((each) => each.first),
      )
    ];
  if (!telling || "not" in telling.meaning || telling.setting.direction !== "past") return draft;
  const { to } = telling.meaning.interval;
  if (to >= meaning.interval.from) return draft;
  return { ...draft, meaning: meaningOf(match, { ...setting, published: to }) };
}

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

function reason(at: Syntax, { match, first, last, meaning }: Draft) {
  const says = "not" in meaning ? meaning.not : meaning.says;
  return step(says || "a date", wordsAt(tokensSpan(at, first, last)), ...rowsOf(match));
}

const rowsOf = (match: DateMatch): ReturnType<typeof row>[] => [
  row(match.expression.at),
  ...match.found.flatMap((each) => (each.inner ? rowsOf(each.inner) : [])),
];
