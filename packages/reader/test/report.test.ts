import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportInput } from "../src/reading/layers.ts";
import { paragraphs } from "../src/stages/paragraphs.ts";
import { report } from "../src/stages/report.ts";
import { datelineOf } from "../src/text/dateline.ts";
import { languageOf } from "../src/text/language.ts";

const reportOf = (input: ReportInput) =>
  report().run({ input, ...paragraphs().run({ input }, () => {}) }, () => {}).report;

test("what the text shows fills in what the input leaves open", () => {
  const text = [
    "https://example.org/news/12",
    "Minister resigns after bank inquiry",
    "By Jane Doe",
    "STRELSAU, Ruritania (AP) — The finance minister resigned on Friday.",
  ].join("\n");
  const { id, ...found } = reportOf({ text });
  assert.match(id, /^[0-9a-f]{14}$/);
  assert.deepEqual(found, {
    title: "Minister resigns after bank inquiry",
    url: "https://example.org/news/12",
    byline: "Jane Doe",
    place: "STRELSAU, Ruritania",
    language: "en",
    text,
  });
  assert.equal(reportOf({ text }).id, id);
  assert.notEqual(reportOf({ text: `${text} ` }).id, id);
  const given = {
    id: "7",
    title: "T",
    url: "u",
    byline: "J",
    outlet: "O",
    published: "2025-06-14",
  };
  const { language: _, place: __, text: ___, ...kept } = reportOf({ text, ...given });
  assert.deepEqual(kept, given);
});

test("datelines of many houses", () => {
  const lines: Record<string, string> = {
    "GENEVA (Reuters) - The": "GENEVA",
    "KYIV, Ukraine (AP) — The": "KYIV, Ukraine",
    "Durban, May 16 2022 (IPS) - The": "Durban",
    "BEIJING, June 14 (Xinhua) -- The": "BEIJING",
    "MOSCOW, June 14. /TASS/. The": "MOSCOW",
    "AMMAN — The": "AMMAN",
    "LEON, GUANAJUATO.- A boy": "LEON, GUANAJUATO",
    "KOTA KINABALU: Two women": "KOTA KINABALU",
    "Doha: The festival": "Doha",
    "Nairobi — The": "Nairobi",
    "Kinshasa, 14 June 2025 - The": "Kinshasa",
    "UNITED NATIONS, June 14 (APP): The": "UNITED NATIONS",
    "NEW DELHI: “The": "NEW DELHI",
  };
  for (const [line, place] of Object.entries(lines)) assert.equal(datelineOf(line)?.place, place);
});

test("openings that are no dateline", () => {
  for (const line of [
    "The Kremlin said on Monday that talks had begun.",
    "Analysis: Why the talks failed",
    "Police - who had waited outside - went in.",
    "afrol News, 27 January - The",
    "Rebels (known as the M7) attacked a convoy.",
  ])
    assert.equal(datelineOf(line), undefined, line);
});

test("languages by script and by function words", () => {
  const samples: Record<string, string> = {
    en: "The president of the country said on Monday that it was time for talks with the rebels.",
    es: "El presidente del país dijo el lunes que es la hora de hablar con los rebeldes en la capital.",
    fr: "Le président du pays a dit lundi que le temps est venu de parler avec les rebelles.",
    de: "Der Präsident des Landes sagte am Montag, dass es Zeit ist, mit den Rebellen zu reden.",
    id: "Presiden itu mengatakan pada hari Senin bahwa sudah saatnya untuk berunding dengan mereka.",
    ru: "Президент страны сказал в понедельник, что пришло время переговоров с мятежниками и выборы.",
    uk: "Президент країни сказав у понеділок, що настав час переговорів.",
    ar: "قال رئيس البلاد يوم الاثنين إن وقت المحادثات قد حان",
    zh: "该国总统星期一表示，现在是与叛军谈判的时候了。",
    ja: "大統領は月曜日、交渉の時が来たと述べた。",
    und: "12 34 56 — 78",
  };
  for (const [code, words] of Object.entries(samples)) assert.equal(languageOf(words), code);
});
