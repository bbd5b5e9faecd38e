/**
 * The commonest function words of languages in Latin script (ISO 639-1). Lists are of about the
 * same size, so that a share of one can be held against a share of another.
 */
const functionWords: Readonly<Record<string, string>> = {
  en: "the a an of and to in that for was with is on as by at he it from be his has had are not have this they were said will who but an its which their been after would",
  es: "de la que el en y los del se las por un para con no una su al lo como más pero sus le este ha fue son dijo entre cuando muy sin sobre también hasta desde porque",
  pt: "de que o a e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso entre são",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il avec sont son aux ont été cette mais ou leur après selon ses d' l'",
  it: "di e il la che in un a per è una sono del della con non si da dei le i al come anche nel più ha gli alla dal questo stato suo delle ma lo sul tra dopo",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie",
  nl: "de van het een en in is dat op te zijn met voor die niet aan er om ook als maar bij door naar heeft uit worden over werd nog dan wordt tot hij ze geen hebben",
  sv: "och i att det som en på är av för med den till har de inte om ett han var från men sig så vi kan när hade under också efter eller nu där vid mot ska",
  da: "og i at det er en til på den af for med de som har ikke der et var han om men fra kan vil sig så ud skal efter blev eller også være havde over nu",
  no: "og i det er på som en til at for av med har de ikke den om et var han fra men jeg seg så vi kan skal ble ut sa etter også når være hun over nå",
  fi: "ja on ei että oli se hän mutta ovat myös kun joka ole mukaan niin kuin jos sen hänen tai vain sitä nyt jo sekä ovat joita olla voi mitä ennen jälkeen kanssa",
  pl: "w i na z się do nie że o jest to po za od przez jak ale dla przy są co był tego jego który oraz także tym może już tak czy być tylko została podczas",
  cs: "a v se na je že s z do to o i za by k jako pro ale po podle jsou od které který jeho byl při ve už než tak také bude není jen nebo",
  hu: "a az és hogy nem is egy volt ez van meg csak mint már de ki azt el még szerint után lesz pedig ezt sem ami kell amely vagy így arra majd minden között",
  ro: "de și în a la cu o pe din nu că un care mai pentru este au să se ce fost prin sunt sau după dar al lui fi când ca despre până între acest",
  tr: "ve bir bu da de için ile olarak çok daha olan ancak gibi kadar en sonra ise değil var ne olduğu o ya dedi oldu her göre tarafından etti eden ki",
  id: "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh mereka telah kata tersebut saat sebagai bisa lebih sudah menjadi atau kepada dia",
  sw: "ya na wa kwa ni katika la za kuwa hiyo cha hii yake kama huo wake hilo ambao huyo wakati baada alisema lakini pia kwamba vya yao hadi bila ili nchini",
  vi: "và của là các trong có được cho không người với một đã những này để ra khi từ đến về tại vào nhiều ông ở trên sau cũng bị theo phải nước sẽ",
  tl: "ang ng sa na mga ay at si ni para kay nang mula hindi ito niya siya kung ayon rin may isang naman pa din matapos dahil upang nito ngunit",
  so: "oo ah iyo ka ku in ee la ay uu ugu soo waxaa waa kale aan laga kala isku sheegay kasoo kuwa waxay hadda ayaa wuxuu lagu",
};

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
  if (/[ٹڈڑںے]/u.test(text)) return "ur";
  if (/[ټډړښځڅ]/u.test(text)) return "ps";
  return /[پچژگ]/u.test(text) ? "fa" : "ar";
}

function cyrillicScript(text: string): string {
  if (/[їєґ]/iu.test(text)) return "uk";
  if (/[ўЎ]/u.test(text)) return "be";
  if (/[ђћџјљњ]/iu.test(text)) return "sr";
  return /[ыэё]/iu.test(text) ? "ru" : "bg";
}

/** Texts of so few words are too short to tell. */
const headline = 30;

/** How much of a text is looked at, in UTF-16 units. */
const sample = 20_000;

const languages = Object.keys(functionWords);

/** The languages, by their place in `languages`, that have a word among their commonest. */
const spokenIn = new Map<string, number[]>();
languages.forEach((language, k) => {
  for (const word of new Set(functionWords[language]!.split(" ")))
    spokenIn.set(word, [...(spokenIn.get(word) ?? []), k]);
});

/**
 * The language of a text as an ISO 639-1 code, or "und" when it cannot be told. By script first;
 * for Latin script, the language whose function words are the largest share of the text.
 */
export function languageOf(text: string): string {
  const start = text.slice(0, sample);
  // Most texts are in plain Latin letters, and each script takes its time to look for.
  if ((start.match(/[A-Za-z]/g)?.length ?? 0) > 0.6 * start.length) return latinLanguage(start);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return "und";
  for (const [script, language] of scripts)
    if ((start.match(script)?.length ?? 0) > 0.3 * letters) return language(start);
  return latinLanguage(start);
}

function latinLanguage(text: string): string {
  const tokens = text.toLowerCase().match(/\p{L}+['’]?/gu) ?? [];
  const hits = new Int32Array(languages.length);
  for (const token of tokens) for (const k of spokenIn.get(token) ?? []) hits[k]!++;
  const english = hits[languages.indexOf("en")]!;
  let best = "en";
  let most = english;
  hits.forEach((count, k) => {
    if (count <= most) return;
    best = languages[k]!;
    most = count;
  });
  // A headline or a single sentence may hold hardly a function word: it is taken for English, the
  // language the reader is made for, unless another has clearly more.
  if (tokens.length <= headline) return most >= english + 2 && most >= 3 ? best : "en";
  // Running text of any of these languages has far more; a list of names has less.
  return most / tokens.length >= 0.12 ? best : "und";
}
