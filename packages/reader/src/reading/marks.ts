/**
 * Marks of quotation as they are printed: which character opens, which closes, and when an
 * apostrophe is only an apostrophe. Works on characters; knows nothing of tokens.
 */

/** A pair of marks found in a text: `from` of the opening mark, `to` behind the closing one. */
export interface Marked {
  readonly from: number;
  readonly to: number;
  /** How many units the opening and the closing mark take; `close` is 0 where there is none. */
  readonly open: number;
  readonly close: number;
  /** The family of marks, so that a continued quotation is known by its mark. */
  readonly family: Family;
}

export type Family = "straight" | "curly" | "single" | "guillemets" | "low" | "doubled";

interface Mark {
  readonly family: Family;
  readonly units: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const bracketsAndDashes = "([{—–-/";
const openers = "\"“„«‹‘'‚`";

const isSpace = (c: string) => c === "" || /\s/.test(c);
const isWord = (c: string) => /[\p{L}\p{N}]/u.test(c);

/** Words that begin with an apostrophe: it stands for letters left out, not for a quotation. */
const elision =
  /^(?:\d0s|\d\ds|tis|twas|em|til|till|cause|bout|n|neath|round|cos|er|im|kay|nuff)\b/i;

const couldOpen = (before: string, after: string) =>
  (isSpace(before) || bracketsAndDashes.includes(before) || openers.includes(before)) &&
  !isSpace(after);
const couldClose = (before: string, after: string) => !isSpace(before) && !isWord(after);

/** What the mark at `i` may do, or `undefined` where no mark stands. */
function markAt(text: string, i: number, end: number): Mark | undefined {
  const c = text[i]!;
  const before = i > 0 ? text[i - 1]! : "";
  const after = i + 1 < end ? text[i + 1]! : "";
  switch (c) {
    case "“":
      return { family: "curly", units: 1, opens: true, closes: true };
    case "”":
      return { family: "curly", units: 1, opens: false, closes: true };
    case "„":
      return { family: "low", units: 1, opens: true, closes: false };
    case "«":
    case "»":
      return { family: "guillemets", units: 1, opens: c === "«", closes: c === "»" };
    case '"':
      return {
        family: "straight",
        units: 1,
        opens: couldOpen(before, after),
        closes: !isSpace(before) || isSpace(after),
      };
    case "`":
      return after === "`"
        ? { family: "doubled", units: 2, opens: true, closes: false }
        : undefined;
    case "'":
    case "‘":
    case "’":
      return singleAt(text, i, end, before, after);
    default:
      return undefined;
  }
}

function singleAt(
  text: string,
  i: number,
  end: number,
  before: string,
  after: string,
): Mark | undefined {
  const c = text[i]!;
  if (c === "'" && after === "'") {
    const beyond = i + 2 < end ? text[i + 2]! : "";
    return {
      family: "doubled",
      units: 2,
      opens: couldOpen(before, beyond),
      closes: !isSpace(before),
    };
  }
  const opens = c !== "’" && couldOpen(before, after) && !elision.test(text.slice(i + 1, i + 8));
  const closes = c !== "‘" && couldClose(before, after);
  return opens || closes ? { family: "single", units: 1, opens, closes } : undefined;
}

/** "workers' rights": a mark after s and before another word may belong to the word. */
const mayBePossessive = (text: string, i: number) =>
  /s/i.test(text[i - 1] ?? "") && /^ [\p{Ll}\p{N}]/u.test(text.slice(i + 1, i + 3));

/** Whether a firmer closing single mark follows before the next opening one. */
function closesLater(text: string, i: number, end: number): boolean {
  for (let k = i + 1; k < end; k++) {
    const mark = markAt(text, k, end);
    if (mark?.family !== "single") continue;
    if (mark.opens) return false;
    if (mark.closes && !mayBePossessive(text, k)) return true;
  }
  return false;
}

const doubles: ReadonlySet<Family> = new Set(["straight", "curly", "low"]);

/** A mark closes its own kind; among double marks, printers mix straight and curly ones. */
const closedBy = (open: Family, mark: Mark, c: string): boolean =>
  mark.closes &&
  (mark.family === open ||
    (doubles.has(open) && doubles.has(mark.family) && (c !== "“" || open === "low")));

interface Opened {
  readonly from: number;
  readonly mark: Mark;
}

/** The innermost open mark that the one at `i` closes, as an index into `opened`; -1 for none. */
function closing(text: string, i: number, end: number, mark: Mark, opened: readonly Opened[]) {
  const at = opened.findLastIndex((each) => closedBy(each.mark.family, mark, text[i]!));
  if (at < 0) return -1;
  if (mark.family === "single" && mayBePossessive(text, i) && closesLater(text, i, end)) return -1;
  // An opening-shaped mark right after a space starts something new, unless nothing else can.
  if (mark.opens && text[i] === "“" && opened[at]!.mark.family === "curly") return -1;
  if (mark.opens && mark.family === "straight" && isSpace(text[i - 1] ?? "")) return -1;
  if (mark.opens && mark.family === "doubled" && isSpace(text[i - 1] ?? "")) return -1;
  return at;
}

/**
 * All quotations between `from` and `to` (one paragraph), nested ones too, in text order. One that
 * is never closed ends at `to` with `close` 0; an opening single mark that is never closed is
 * dropped, since it is an apostrophe far more often.
 */
export function marksIn(text: string, from: number, to: number): Marked[] {
  const found: Marked[] = [];
  let opened: Opened[] = [];
  for (let i = from; i < to; i++) {
    const mark = markAt(text, i, to);
    if (!mark) continue;
    const at = closing(text, i, to, mark, opened);
    const start = opened[at];
    if (start) {
      found.push({
        from: start.from,
        to: i + mark.units,
        open: start.mark.units,
        close: mark.units,
        family: start.mark.family,
      });
      opened = opened.slice(0, at);
    } else if (mark.opens) opened.push({ from: i, mark });
    i += mark.units - 1;
  }
  for (const { from: start, mark } of opened)
    if (mark.family !== "single" || start === from)
      found.push({ from: start, to, open: mark.units, close: 0, family: mark.family });
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}
