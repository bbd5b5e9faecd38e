import { formOf, tokenSpan } from "../../reading/syntax.ts";
import { type Span, union } from "../../text/span.ts";
import { isPunct, type Scene } from "./scene.ts";

/** Tokens as spans: runs of neighbours, without punctuation at the edges, whole quotations kept whole. */
export function piecesOf(at: Scene, tokens: readonly number[]): Span[] {
  const runs: [number, number][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last && token === last[1] + 1) last[1] = token;
    else runs.push([token, token]);
  }
  const pieces = runs.flatMap(([first, last]) => trimmed(at, first, last));
  return union(pieces.map((each) => snapped(at, each)));
}

/** A run without commas, stops and dashes at its edges; a quotation's own marks stay with it. */
function trimmed(at: Scene, first: number, last: number): Span[] {
  let from = first;
  let to = last;
  while (from <= to && isPunct(at, from) && !opensQuotation(at, from)) from++;
  while (to >= from && isPunct(at, to) && !endsQuotation(at, to, from)) to--;
  return from <= to ? [[at.tokens.from[from]!, at.tokens.to[to]!]] : [];
}

const opensQuotation = (at: Scene, token: number): boolean =>
  at.marked.some(({ span }) => span[0] === at.tokens.from[token]) || formOf(at, token) === "(";

/** Closing marks, brackets, and the stop before a closing mark. */
function endsQuotation(at: Scene, token: number, first: number): boolean {
  const to = at.tokens.to[token]!;
  const from = at.tokens.from[first]!;
  if (formOf(at, token) === ")") return true;
  return at.marked.some(
    ({ span, inner }) => (span[1] === to || inner[1] === to) && span[0] >= from,
  );
}

/** Widens a span to the edges of quotations that it begins or ends inside of. */
function snapped(at: Scene, span: Span): Span {
  let [from, to] = span;
  for (const { span: marks, inner } of at.quotations) {
    if (marks[1] <= from || to <= marks[0]) continue;
    const endsInside = from < inner[0] && to < marks[1];
    const takes = Math.min(to, inner[1]) - Math.max(from, inner[0]);
    if (endsInside) to = marks[1];
    else if (from - inner[0] <= 2 && takes >= (inner[1] - inner[0]) / 2) {
      from = Math.min(from, marks[0]);
      to = Math.max(to, marks[1]);
    }
  }
  return [from, to];
}

export const spanOfTokens = (at: Scene, tokens: readonly number[]): Span[] =>
  union(tokens.map((each) => tokenSpan(at, each))).reduce<Span[]>((joined, each) => {
    const last = joined.at(-1);
    if (last && /^\s*$/.test(at.text.slice(last[1], each[0])))
      joined[joined.length - 1] = [last[0], each[1]];
    else joined.push(each);
    return joined;
  }, []);

/** Takes characters out of spans, and what is left dangling at the edges. */
export function carved(at: Scene, spans: readonly Span[], out: readonly Span[]): Span[] {
  const holes = union(out);
  const left = spans.flatMap((span) => without(span, holes));
  return left.map((each) => neat(at.text, each)).filter(([from, to]) => from < to);
}

/** What holes, in order, leave of a span. */
function without([from, to]: Span, holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const hole of holes) {
    if (hole[1] <= at) continue;
    if (to <= hole[0]) break;
    left.push([at, Math.max(at, hole[0])]);
    at = hole[1];
  }
  if (at < to) left.push([at, to]);
  return left;
}

/** Without white space and stray punctuation at the edges. */
function neat(text: string, [from, to]: Span): Span {
  let a = from;
  let b = to;
  while (a < b && /[\s,;:.—–-]/.test(text[a]!)) a++;
  while (b > a && /[\s,;:—–-]/.test(text[b - 1]!)) b--;
  return [a, b];
}
