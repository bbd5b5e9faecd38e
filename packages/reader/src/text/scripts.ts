/** Scripts that name the language, or nearly; the letters after the name decide within a script. */
const scripts: readonly (readonly [script: RegExp, language: (text: string) => string])[] = [
  [/\p{Script=Arabic}/gu, arabicScript],
  [/\p{Script=Cyrillic}/gu, cyrillicScript],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => "ja"],
  [/\p{Script=Hangul}/gu, () => "ko"],
  [/\p{Script=Han}/gu, (text) => (/[\p{Script=Hiragana}]/u.test(text) ? "ja" : "zh")],
  [/\p{Script=Hebrew}/gu, () => "he"],
  [/\p{Script=Greek}/gu, () => "el"],
  [/\p{Script=Devanagari}/gu, (text) => (/(?:छ|भएको|गरेको)/u.test(text) ? "ne" : "hi")],
  [/\p{Script=Bengali}/gu, () => "bn"],
  [/\p{Script=Tamil}/gu, () => "ta"],
  [/\p{Script=Telugu}/gu, () => "te"],
  [/\p{Script=Gujarati}/gu, () => "gu"],
  [/\p{Script=Gurmukhi}/gu, () => "pa"],
  [/\p{Script=Sinhala}/gu, () => "si"],
  [/\p{Script=Thai}/gu, () => "th"],
  [/\p{Script=Myanmar}/gu, () => "my"],
  [/\p{Script=Khmer}/gu, () => "km"],
  [/\p{Script=Georgian}/gu, () => "ka"],
  [/\p{Script=Armenian}/gu, () => "hy"],
  [/\p{Script=Ethiopic}/gu, () => "am"],
];

function arabicScript(text: string): string {
  if (/[ټډړښځڅ]/u.test(text)) return "ps";
  if (/[ٹڈڑںے]/u.test(text)) return "ur";
  return /[پچژگ]/u.test(text) ? "fa" : "ar";
}

function cyrillicScript(text: string): string {
  if (/[їєґ]/iu.test(text)) return "uk";
  if (/ў/iu.test(text)) return "be";
  if (/[ђћџјљњ]/iu.test(text)) return "sr";
  return /[ыэё]/iu.test(text) ? "ru" : "bg";
}

/** The language of a text that is mostly in another script than Latin; "und" if we cannot say. */
export function languageByScript(text: string): string | undefined {
  // Most texts are in plain Latin letters, and each script takes its time to look for.
  if ((text.match(/[A-Za-z]/g)?.length ?? 0) > 0.6 * text.length) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [script, language] of scripts)
    if ((text.match(script)?.length ?? 0) > 0.3 * letters) return language(text);
  return (text.match(/\p{Script=Latin}/gu)?.length ?? 0) < 0.5 * letters ? "und" : undefined;
}
