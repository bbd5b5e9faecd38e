/**
 * What a UTF-16 unit is to a reader of running text: one lookup in a table in place of a regular
 * expression. The table fills itself as units are met; what it says never changes.
 */
export const space = 1;
/** Seen by nobody: zero-width, direction and hyphenation signs. They part nothing and join nothing. */
export const invisible = 2;
export const lower = 3;
export const upper = 4;
export const digit = 5;
/** A letter of a script without case. */
export const letter = 6;
/** A combining mark: part of the letter before it. */
export const accent = 7;
export const stop = 8;
export const cry = 9;
export const query = 10;
export const ellipsis = 11;
export const comma = 12;
export const semicolon = 13;
export const colon = 14;
/** A double quotation mark of any form. */
export const quote = 15;
/** ' and ’: a quotation mark or an apostrophe. */
export const apostrophe = 16;
/** ‘ ‚ ‹ ›: single quotation marks that are no apostrophe. */
export const singleQuote = 17;
export const opening = 18;
export const closing = 19;
export const dash = 20;
export const bullet = 21;
export const sign = 22;
/** Half of a character beyond the first 65,536: mostly emoji. */
export const surrogate = 23;

const byUnit: Readonly<Record<string, number>> = {
  ".。": stop,
  "!！": cry,
  "?？؟": query,
  "…": ellipsis,
  ",،、": comma,
  ";；": semicolon,
  ":：": colon,
  '"“”„‟«»＂': quote,
  "'’": apostrophe,
  "‘‚‹›‛": singleQuote,
  "([{（": opening,
  ")]}）": closing,
  "-‐‑‒–—―−": dash,
  "•·‣▪▫■□●○◦►▶▸➤➢✓✔*": bullet,
  "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff":
    invisible,
};

const table = new Uint8Array(0x10000);
for (const [units, kind] of Object.entries(byUnit))
  for (let k = 0; k < units.length; k++) table[units.charCodeAt(k)] = kind;

const kinds: readonly (readonly [RegExp, number])[] = [
  [/\s/, space],
  [/\p{Ll}/u, lower],
  [/[\p{Lu}\p{Lt}]/u, upper],
  [/\p{N}/u, digit],
  [/\p{L}/u, letter],
  // a variation selector belongs to the sign before it, as an accent to its letter
  [/\p{M}/u, accent],
];

function lookUp(unit: number): number {
  const text = String.fromCharCode(unit);
  const kind =
    unit >= 0xd800 && unit < 0xe000
      ? surrogate
      : (kinds.find(([pattern]) => pattern.test(text))?.[1] ?? sign);
  table[unit] = kind;
  return kind;
}

export const kindOf = (unit: number): number => table[unit] || lookUp(unit);

/** The kind of the unit at `at`; that of a space outside the text. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return Number.isNaN(unit) ? space : kindOf(unit);
}

export const isLetter = (kind: number): boolean =>
  kind === lower || kind === upper || kind === letter || kind === accent;

export const isWordly = (kind: number): boolean => isLetter(kind) || kind === digit;
