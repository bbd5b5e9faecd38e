/**
 * Finds phrases of many words in running tokens, whatever the tokenizer does with hyphens, points
 * and apostrophes: both sides are cut into pieces of letters and digits, and pieces are compared
 * without diacritics. "Guinea-Bissau" is found in one token or in three, "Erdogan" in "Erdoğan".
 */

/** A phrase that was found: `length` tokens from the first one asked about. */
export interface PhraseMatch<T> {
  readonly phrase: string;
  readonly length: number;
  readonly value: T;
}

interface Entry<T> {
  readonly phrase: string;
  /** The phrase's own letters must be met, diacritics and all. */
  readonly exact: boolean;
  readonly value: T;
  /** Cut when the first piece is first met: most phrases of a long table never are. */
  pieces?: readonly string[];
}

const pieceOf = /[\p{L}\p{M}\p{N}]+|&/gu;
const firstPiece = /[\p{L}\p{M}\p{N}]+|&/u;
const ascii = /^[\u0020-\u007e]*$/;
/** Tokens without letters that may stand inside a phrase. */
const joint = /^[-‐‑–.'’ʼ‘`]+$/;

const jointOrComma = /^[-‐‑–.'’ʼ‘`,]+$/;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: "i",
  İ: "I",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ß: "ss",
  þ: "th",
  Þ: "Th",
  ə: "a",
  Ə: "A",
};

/** The words without diacritics, case kept. */
export const plain = (words: string): string =>
  ascii.test(words)
    ? words
    : words
        .replace(/[ıİłŁøØđĐðÐæÆœŒßþÞəƏ]/g, (letter) => plainLetters[letter] ?? letter)
        .normalize("NFD")
        .replace(/\p{M}/gu, "");

/** Without diacritics and in lower case: the key under which words are looked up. */
export const folded = (words: string): string => plain(words).toLowerCase();

/** The length of the plain word that a phrase begins with, before a space, a hyphen or its end; or 0. */
function simpleLength(phrase: string): number {
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    const isWord =
      (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord) return code === 32 || code === 45 ? i : 0;
  }
  return phrase.length;
}

/** In lower case. Most phrases begin with a plain word, which is found the quick way. */
function firstPieceOf(phrase: string): string | undefined {
  const length = simpleLength(phrase);
  const piece = length > 0 ? phrase.slice(0, length) : plain(phrase).match(firstPiece)?.[0];
  return piece?.toLowerCase();
}

const pieces = (words: string): string[] => plain(words).match(pieceOf) ?? [];

const isUpper = (piece: string): boolean => piece !== piece.toLowerCase();

/**
 * Whether a piece of text can stand for a piece of a name, given that their letters are the same:
 * "Iran" may be "IRAN" but not "iran"; "US" only "US"; "LeT" may be "LET" but not "Let"; "of" and
 * the article "Al" are free.
 */
const agrees = (named: string, found: string): boolean => {
  if (!isUpper(named) || named === "Al" || named === "El") return true;
  if (named.length > 1 && isUpper(named.slice(1))) return found === named.toUpperCase();
  return isUpper(found[0]!);
};

export class PhraseIndex<T> {
  private readonly byFirst = new Map<string, Entry<T>[]>();
  private readonly cut = new Map<string, readonly string[]>();

  /** `exact`: to be met with its diacritics, so that "Malé" is no "male". */
  add(phrase: string, value: T, exact = false): void {
    const first = firstPieceOf(phrase);
    if (first === undefined) return;
    const entry: Entry<T> = { phrase, exact, value };
    const others = this.byFirst.get(first);
    if (others) others.push(entry);
    else this.byFirst.set(first, [entry]);
  }

  /**
   * Everything that starts at token `first` and ends before token `limit`, the longest first; of
   * equal length in the order of adding; a value once a length. Capitals are held to those of the phrase.
   */
  find(forms: readonly string[], first: number, limit = forms.length): PhraseMatch<T>[] {
    const start = this.piecesOf(forms[first] ?? "");
    const entries = start[0] === undefined ? undefined : this.byFirst.get(start[0].toLowerCase());
    if (!entries) return [];
    const found: PhraseMatch<T>[] = [];
    for (const entry of entries) {
      const { phrase, exact, value } = entry;
      entry.pieces ??= pieces(phrase);
      const between = phrase.includes(",") ? jointOrComma : joint;
      const length = this.measure(entry.pieces, between, forms, first, limit);
      if (length === 0) continue;
      if (exact && !sameLetters(phrase, forms.slice(first, first + length))) continue;
      if (found.some((each) => each.value === value && each.length === length)) continue;
      found.push({ phrase, length, value });
    }
    return found.length > 1 ? found.sort((a, b) => b.length - a.length) : found;
  }

  /** How many tokens the wanted pieces take up; 0 where they do not stand there. */
  private measure(
    wanted: readonly string[],
    between: RegExp,
    forms: readonly string[],
    first: number,
    limit: number,
  ): number {
    let met = 0;
    let token = first;
    for (; met < wanted.length; token++) {
      if (token >= limit) return 0;
      const here = this.piecesOf(forms[token]!);
      if (here.length === 0 && !between.test(forms[token]!)) return 0;
      for (const piece of here) {
        const named = wanted[met++];
        if (named === undefined || !same(named, piece)) return 0;
      }
    }
    return token - first;
  }

  private piecesOf(form: string): readonly string[] {
    const known = this.cut.get(form);
    if (known) return known;
    const cut = pieces(form);
    if (this.cut.size > 20_000) this.cut.clear();
    this.cut.set(form, cut);
    return cut;
  }
}

const same = (named: string, found: string): boolean =>
  named === found || (named.toLowerCase() === found.toLowerCase() && agrees(named, found));

const lettersOf = (words: string): string =>
  (words.normalize("NFC").match(pieceOf) ?? []).join(" ").toLowerCase();

const sameLetters = (phrase: string, forms: readonly string[]): boolean =>
  lettersOf(phrase) === lettersOf(forms.join(" "));
