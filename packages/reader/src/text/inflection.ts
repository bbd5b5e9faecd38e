/**
 * Regular English inflection undone: the base forms a word could have, likeliest first. For words
 * that a list of known bases then confirms; irregular forms ("shot") come from that list's own
 * table.
 */
const vowel = /[aeiouy]/;

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  `arose:arise arisen:arise beaten:beat began:begin begun:begin bled:bleed blew:blow blown:blow bore:bear borne:bear bought:buy
  broke:break broken:break brought:bring built:build came:come caught:catch chose:choose chosen:choose clung:cling dealt:deal drew:draw drawn:draw
  drove:drive driven:drive fed:feed fell:fall fallen:fall felt:feel fled:flee flew:fly flown:fly forbade:forbid forbidden:forbid forgave:forgive
  forgiven:forgive forgot:forget forgotten:forget fought:fight found:find froze:freeze frozen:freeze gave:give given:give gone:go got:get grew:grow grown:grow
  held:hold hid:hide hidden:hide kept:keep knew:know known:know laid:lay led:lead left:leave lent:lend lost:lose made:make meant:mean met:meet
  overcame:overcome overran:overrun overthrew:overthrow overthrown:overthrow paid:pay ran:run rang:ring retook:retake retaken:retake rode:ride rose:rise risen:rise
  said:say sank:sink sunk:sink sat:sit saw:see seen:see sent:send shook:shake shaken:shake shot:shoot sold:sell sought:seek slain:slay slew:slay spent:spend spoke:speak spoken:speak
  sprang:spring stole:steal stolen:steal stood:stand struck:strike stricken:strike strove:strive swore:swear sworn:swear swept:sweep took:take taken:take taught:teach
  told:tell thought:think threw:throw thrown:throw tore:tear torn:tear understood:understand undertook:undertake undertaken:undertake upheld:uphold went:go
  withdrew:withdraw withdrawn:withdraw withheld:withhold withstood:withstand won:win wore:wear worn:wear wrote:write written:write`
    .split(/\s+/)
    .filter((each) => each !== "")
    .map((each) => each.split(":") as [string, string]),
);

const undoubled = (stem: string): string[] =>
  stem.length > 2 && stem.at(-1) === stem.at(-2) && !vowel.test(stem.at(-1)!)
    ? [stem.slice(0, -1)]
    : [];

const fromStem = (stem: string): string[] =>
  stem.length < 2 || !vowel.test(stem) ? [] : [stem, `${stem}e`, ...undoubled(stem)];

/** Bases of a verb's form, by its ending. */
export function verbBases(form: string): string[] {
  const word = form.toLowerCase();
  if (Object.hasOwn(irregular, word)) return [irregular[word]!];
  if (word.endsWith("ied")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith("ed")) return fromStem(word.slice(0, -2));
  if (word.endsWith("ing")) return fromStem(word.slice(0, -3));
  return pluralBases(word);
}

/** Bases of a noun's plural (and of a verb's third person, which is written alike). */
export function pluralBases(form: string): string[] {
  const word = form.toLowerCase();
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith("s") && !word.endsWith("ss") ? [word.slice(0, -1)] : [];
}
