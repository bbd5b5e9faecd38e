/** Texts that are not English are told from those that are, however short or full of names. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openReader } from "../src/index.ts";
import { languageOf } from "../src/text/language.ts";

interface Sample {
  readonly code: string;
  /** Whether the reader has no words of this language. */
  readonly unlisted: boolean;
  readonly text: string;
}

const samples: readonly Sample[] = readFileSync(new URL("languages.txt", import.meta.url), "utf8")
  .trim()
  .split("\n\n")
  .flatMap((block) => {
    const [, bracket, code, text] = /^# (\(?)(\w+)\)?\n(.+)$/s.exec(block) ?? [];
    return code && text ? [{ code, unlisted: bracket === "(", text }] : [];
  });

const reader = await openReader();

test("languages in many scripts, three sentences each", () => {
  assert.ok(samples.length > 60, `only ${samples.length} texts`);
  for (const { code, unlisted, text } of samples) {
    const found = languageOf(text);
    if (unlisted) assert.notEqual(found, "en", `${code}: ${text}`);
    else assert.equal(found, code, text);
  }
});

test("single sentences: most are told from English too", () => {
  const sentences = samples.flatMap(({ text }) => text.split(/(?<=[.。։።۔।]) ?/).filter(Boolean));
  const missed = sentences.filter((each) => languageOf(each) === "en");
  assert.ok(missed.length <= 0.03 * sentences.length, `\n${missed.join("\n")}`);
});

test("capitals hide no language", () => {
  for (const { code, unlisted, text } of samples)
    if (!unlisted) assert.notEqual(languageOf(`${text} ${text}`.toUpperCase()), "en", code);
});

test("a report in another language says so, and nothing is made of it", () => {
  for (const { code, unlisted, text } of samples) {
    const said = `${text}\n\n"${text.split(". ")[0]}", 12 Obama, Reuters 2024.`;
    const reading = reader.read({ text: said, published: "2025-06-14" });
    if (!unlisted) assert.equal(reading.report.language, code);
    const { entities, statements, events, figures, wording } = reading;
    assert.deepEqual([entities, statements, events, figures, wording].flat(), [], code);
    assert.ok(reading.sentences.length > 0, code);
  }
});

test("English stays English", () => {
  for (const text of [
    "Minister resigns",
    "Erdoğan, Orbán meet in Kraków",
    "Militia attacks villa near Mogadishu",
    "Lula da Silva beats Bolsonaro",
    "Sánchez y Feijóo debate in Madrid",
    "Le Pen, Macron clash over euro",
    "TWO SOLDIERS KILLED AS REBELS ATTACK ARMY BASE IN MALI",
    "FIRE SERVICE SAVES LA PAZ, SANTA CRUZ DE LA SIERRA FROM FLOOD",
    "President Nguyễn Phú Trọng received Thongloun Sisoulith and Hun Manet in Hà Nội on Monday.",
    "Ndung’u, Mwangi, Kiptoo and Nyong’o of the Jubilee party met Ng’eno in Nakuru, Kenya.",
    "Kim Hee-sun, Jung Yoo-jin, Park Hoon and Cha Ji-yeon star in it.",
    "Bashir al-Assad, Muqtada al-Sadr and Abu Bakr al-Baghdadi were named in the letter.",
    "The party Rassemblement National and the newspaper Frankfurter Allgemeine Zeitung declined to comment.",
    'He shouted "no pasarán, aquí no se rinde nadie" before the police led him away, his wife said.',
    "“Wir haben es geschafft”, she said in German, then switched to English for the reporters.",
    "Ten die as ferry sinks off Java",
    "We don't know who they are, and they've not said why they're here.",
    "Read more at https://www.example.org/noticias/el-presidente-de-la-republica-no-va-a-la-guerra",
  ])
    assert.equal(languageOf(text), "en", text);
});

test("nothing to tell a language by", () => {
  for (const text of ["", "12 34 — 78", "https://example.org/a/b", "…\n* * *"])
    assert.equal(languageOf(text), "und", text);
  assert.equal(languageOf("ລັດຖະມົນຕີກ່າວວ່າພາສີຈະບໍ່ເພີ່ມຂຶ້ນ"), "und");
});

test("an English report with a paragraph in another language: that one is left out", () => {
  const spanish =
    "El ejército atacó la aldea de los rebeldes y mató a diez personas, dijo el alcalde.";
  const russian = "Армия атаковала деревню повстанцев, сообщил мэр города в понедельник.";
  const text = [
    "Army attacks village in Peru",
    "LIMA, June 14 — The army attacked a village near Cusco on Monday, the mayor said.",
    spanish,
    "Police arrested two men in the town, he added.",
    russian,
  ].join("\n\n");
  const reading = reader.read({ text });
  assert.equal(reading.report.language, "en");
  assert.deepEqual(
    reading.paragraphs.map(({ kind, language }) => [kind, language]),
    [
      ["title", undefined],
      ["body", undefined],
      ["other", "es"],
      ["body", undefined],
      ["other", "ru"],
    ],
  );
  const end = text.indexOf(spanish) + spanish.length;
  const inSpanish = ({ span: [from, to] }: { span: readonly [number, number] }): boolean =>
    from < end && to > text.indexOf(spanish);
  assert.ok(reading.events.length >= 2);
  assert.ok(!reading.events.some(inSpanish));
});

test("a Spanish report with an English title is Spanish", () => {
  const { text } = samples.find(({ code }) => code === "es")!;
  const reading = reader.read({ text: `Army attacks village\n\n${text}\n\n${text}` });
  assert.equal(reading.report.language, "es");
  assert.deepEqual(reading.events, []);
});
