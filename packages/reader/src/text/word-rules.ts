/**
 * What is one word although marks stand in it: addresses, numbers, times, faces. Tried in order
 * where a word is not made of letters alone; the first that fits decides. What may repeat is bounded, so
 * that no text takes more than linear time.
 */
export const wordRules: readonly RegExp[] = [
  // addresses
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)'’\]]/iuy,
  /(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}/iuy,
  /(?<![^\s("'“‘])[@#]\p{L}[\p{L}\d_]*/uy,
  // a domain, a file's name, a newsgroup
  /(?:[\p{L}\d_-]{1,64}\.){1,8}(?:com|org|net|gov|edu|info|co\.uk|uk|ru|ir|il|in|fr|de|tv|html?|doc|pdf|xls|jpg)(?![\p{L}\d])/iuy,
  /\p{Ll}{1,64}(?:\.\p{Ll}{2,64}){2,12}(?![\p{L}\d])/uy,
  // points and marks in a row
  /[.!?…]{2,}|…/uy,
  // faces
  /[:;=]-?[)(DP](?![\p{L}\d])|\^_+\^/uy,
  // decades and years cut short, a clitic set off by a space
  /(?<![^\s(])['’]\d\d(?:s)?(?![\p{L}\d])/uy,
  /\d+['’]s(?![\p{L}\d])/uy,
  /(?<=\p{L}\s)['’](?:s|re|ve|ll)(?![\p{L}\d'’])/iuy,
  // dates, times, telephone numbers
  /\d{1,4}\/\d{1,2}(?:\/\d{1,4})?(?![\p{L}\d])/uy,
  /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/uy,
  /(?:1-)?\d{3}-\d{3}-\d{4}(?!\d)/uy,
  /\d{3}-\d{4}(?![-\d])/uy,
  /\d{1,2}-\d{1,2}-\d{4}(?![-\d])/uy,
  /(?<![^\s(])\+\d+(?![\p{L}\d])/uy,
  // ordinals and decades
  /\d+(?:st|nd|rd|th|s)(?![\p{L}\d])/iuy,
  // numbers
  /[\d#*]\ufe0f?\u20e3/uy,
  /\d+(?:[.,]\d+){0,12}(?![.,]?\d)(?=(?:bn|mn?|tn|bln|mln|trn|k|mm?|km|kg|cm|ft|am|pm|gb|mb|mph|kph|kw|mw|gw|hrs?|min|sec|pc|pct|a\.m\.|p\.m\.|billion|million)?(?![\p{L}\d]))/iuy,
  /(?<![\p{L}\d])[.]\d+/uy,
  /(?:US|AU|A|C|HK|NZ|S|R)?\$(?!\$)|[€£¥₹₦]/uy,
  // letters with stops: U.S., a.m., J., Ph.D., and U.S without the last
  /Ph\.\s?D\b\.?/uy,
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\d]))?/uy,
  /\p{Lu}\.\p{Lu}(?![\p{L}\d.])/uy,
  // short with an ampersand or a stroke: AT&T, I/C
  /\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\d])/uy,
  /\p{L}\/\p{L}(?![\p{L}\d])/uy,
  // words, with marks inside: O'Brien, Sha'lan; what nobody sees stays inside
  /[\p{L}\p{M}\d_]+(?:(?:['’`ʼ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+)[\p{L}\p{M}\d]+)*/uy,
  /[-=*_~+]{2,}|[–—]+|(?:<<|>>)|\/{2,}|\\{2,}|\${2,}|''|``|‘’|’’/uy,
  // emoji: flags, and pictures joined into one
  /\p{RI}{2}|\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{EMod}?(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{EMod}?)*[\u{e0020}-\u{e007f}]*/uy,
  // any other sign, with the marks that stand on it
  /.\p{M}*/suy,
];
