/** Text that is no tidy report: nothing throws, every span holds, and long text takes long in proportion. */
import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { openReader, type Reading } from "../src/index.ts";

const reader = await openReader();

type Span = readonly [number, number];

/** All ranges of two whole numbers in a Reading. */
function spansIn(value: unknown): Span[] {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value) && value.length === 2 && value.every((each) => Number.isInteger(each)))
    return [value as unknown as Span];
  return Object.values(value).flatMap(spansIn);
}

/** Reads, and throws when a span is none or the text was changed. */
function read(text: string): Reading {
  const reading = reader.read({ text, published: "2025-06-14" });
  assert.equal(reading.report.text, text);
  for (const [from, to] of spansIn(reading))
    assert.ok(0 <= from && from < to && to <= text.length, `[${from}, ${to}] of ${text.length}`);
  const { tokens } = reader.layers({ text });
  for (let i = 0; i < tokens.count; i++)
    assert.ok(
      tokens.from[i]! < tokens.to[i]! && tokens.to[i]! <= (tokens.from[i + 1] ?? text.length),
    );
  return reading;
}

const odd: Readonly<Record<string, string>> = {
  "headlines in capitals":
    "ARMY ATTACKS VILLAGE IN MALI\n\nUN CHIEF 'DEEPLY WORRIED', CALLS FOR TALKS\n\nTWO DEAD, 3 HURT",
  "no full stops":
    "The army attacked a village near Gao on Monday\n\nTwo men were arrested the mayor said\n\nTalks resume",
  bullets:
    "Key points:\n• Rebels attacked a convoy\n• Two soldiers were killed\n- The UN condemned it\n* Talks go on\n1. One\n(b) Two",
  "a table run together":
    "Country Deaths Injured Mali 12 34 Niger 5 9 Chad 0 1 Total 17 44 Source: Ministry 2025 | | | 12% 3.4",
  "a table with tabs": "Country\tDeaths\nMali\t12\nNiger\t5\n\n|a|b|\n|---|---|\n|1|2|",
  addresses:
    "See https://example.org/a_(b)?c=d&e=%20f#g, www.example.com. or mail j.doe+x@mail.example.org! t.co/x @army #war",
  emoji: "Rebels attacked 😡🔥 the town 👩‍👩‍👧‍👦🇲🇱 and fled. 🎉🎉🎉\n\n👍🏿",
  "zero-width characters":
    "The\u200b ar\u200bmy\u200d attacked\ufeff a vil\u00adlage\u2060 on \u200cMonday, the mayor\u200b said.\u200b",
  "marks of direction":
    "\u202eThe army\u202c attacked \u2067a village\u2069 on Monday\u200f, said \u061cعلي\u200e.",
  "lone surrogates": "The army \ud83d attacked \udc00\udc00 a village\ud800. \ud83d\n\n\udfff",
  "marks on letters": `Za${"\u0301".repeat(300)}lgo attacked e\u0301\u0302 the n\u0303 town.`,
  "controls and odd spaces":
    "The\u0000army\u0007attacked\u000b\u000c\u0085\u00a0\u2028\u2029\u3000a village.\r\n\r\nIt\rfled",
  "nested marks": '"“‘\'He said "she said ‘they said “no”’"\'’”" and (left [it {there <<now>>}]).',
  "only punctuation": ".,;:!?… — “” \"\" '' () [] -- ... ?!?! ¡¿",
  "one letter": "a",
  "digits alone": "12 34 56,7 8.9 10%",
  "HTML left in":
    "<p>The army &amp; rebels&nbsp;attacked</p><br/><script>alert('x')</script> &lt;b&gt;",
  "full width": "Ｔｈｅ ａｒｍｙ ａｔｔａｃｋｅｄ ａ ｖｉｌｌａｇｅ。「はい」",
};

for (const [what, text] of Object.entries(odd))
  test(`odd text: ${what}`, () => {
    read(text);
    read(`${text}\n\n${text} The minister said on Monday that talks were over.`);
  });

test("events are found in capitals, in bullets and without full stops", () => {
  for (const what of ["headlines in capitals", "no full stops", "bullets"])
    assert.ok(read(odd[what]!).events.length > 0, what);
});

/** Sentences of about as many words as are asked for. */
const long: Readonly<Record<string, (words: number) => string>> = {
  "one clause after the other": (words) =>
    `Rebels ${"attacked the town and ".repeat(words / 4)}left.`,
  "a list of names": (words) => `The minister met ${"Anna Smith, ".repeat(words / 3)}and left`,
  "the same noun": (words) => "army ".repeat(words),
  "a table": (words) => "Mali 12 34 Niger ".repeat(words / 4),
  capitals: (words) => "ARMY ATTACKS TOWN ".repeat(words / 3),
  addresses: (words) => "https://a.example/b ".repeat(words),
  brackets: (words) => `${"( ".repeat(words / 2)}${") ".repeat(words / 2)}`,
};

/** Where everybody quotes everybody to the end of the sentence, there is more to find than words. */
const perverse: Readonly<Record<string, (words: number) => string>> = {
  "said that … said that": (words) => "Obama said that ".repeat(words / 3),
  "according to … according to": (words) => "according to the police, ".repeat(words / 5),
  "marks that only open": (words) => "“ ".repeat(words),
  "speech after speech": (words) => '"No," he said, '.repeat(words / 6),
  "relative clauses": (words) => "the man who saw ".repeat(words / 4),
};

function milliseconds(text: string): number {
  const start = performance.now();
  reader.read({ text });
  return performance.now() - start;
}

for (const [what, sentence] of Object.entries({ ...long, ...perverse }))
  test(`a sentence of 2,000 words: ${what}`, () => {
    read(sentence(2000));
    const ms = milliseconds(sentence(2000));
    assert.ok(ms < 5000, `${ms.toFixed(0)} ms`);
  });

for (const [what, sentence] of Object.entries(long))
  test(`ten times the words take about ten times as long: ${what}`, () => {
    milliseconds(sentence(2000));
    const short = Math.min(...[1, 2, 3].map(() => milliseconds(sentence(2000))));
    const tenfold = milliseconds(sentence(20_000));
    // Ten would be linear, a hundred square; machines that do other things too need some room.
    assert.ok(tenfold < 35 * short + 200, `${short.toFixed(0)} ms, then ${tenfold.toFixed(0)} ms`);
  });
