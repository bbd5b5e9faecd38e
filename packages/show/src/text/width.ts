/** How many columns text takes on a terminal, and where it can be broken. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the terminal's own codes
const codes = /\u001b\[[\d;]*m/g;

const columns = (character: string): number =>
  none.test(character) ? 0 : wide.test(character) ? 2 : 1;

/** Columns of a text on one line, colour codes left out of account. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(codes, "")) width += columns(character);
  return width;
}

/** Cuts a word that is wider than a whole line. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let piece = "";
  for (const character of word.replace(codes, "")) {
    if (widthOf(piece) + columns(character) > width && piece !== "") {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...found, piece];
}

/** Between wide characters a line may break without a space. */
const splitWide = (word: string): string[] =>
  wide.test(word) && word.indexOf("\u001b") < 0
    ? [...word].reduce<string[]>((parts, character) => {
        const last = parts.at(-1);
        if (last !== undefined && !wide.test(last.at(-1)!) && !wide.test(character))
          parts[parts.length - 1] = last + character;
        else parts.push(character);
        return parts;
      }, [])
    : [word];

/**
 * Breaks text into lines of at most `width` columns, each begun by `indent` (`first` for the first
 * one). A word that fits on no line is cut.
 */
export function wrap(text: string, width: number, indent = "", first = indent): string[] {
  const room = Math.max(8, width - widthOf(indent));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/ +/).filter((each) => each !== "")) {
    let glue = " ";
    for (const part of splitWide(word).flatMap((each) => pieces(each, room))) {
      const added = empty ? part : glue + part;
      if (!empty && widthOf(line) + widthOf(added) > width) {
        lines.push(line);
        line = indent + part;
      } else line += added;
      empty = false;
      glue = "";
    }
  }
  return empty ? [] : [...lines, line];
}
