/** Tells by its content what a file is: no name or ending is needed. */
export type ForeignKind = "actors" | "agents" | "verbs" | "issues" | "discards";

const ownHead = /^\S.*\((?:verb|noun|adjective)\b[^)]*\)\s*(?:→|->)/m;

/** Frames in our own format. */
export const isFrames = (text: string): boolean => ownHead.test(text);

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** What a file of TABARI or PETRARCH holds; `undefined` where nothing of theirs is seen in it. */
export function foreignKind(text: string): ForeignKind | undefined {
  if (/^\s*<ISSUE\b/m.test(text)) return "issues";
  const body = text.replace(/^\s*#.*$/gm, "");
  const patterns = count(body, /^-(?!--).*\*/gm) + count(body, /^---.+---\s*$/gm);
  const agents = count(body, /\[\s*(?:~\s*[A-Z-]+|[A-Z]+\s*~)\s*[\]}]/g);
  const actors = count(body, /\[\s*(?:[A-Z]{3}[A-Z/]*|---|#+)(?:\s+[<>\d][^\]]*)?\s*\]/g);
  const most = Math.max(patterns, agents, actors);
  if (most > 0) return most === patterns ? "verbs" : most === agents ? "agents" : "actors";
  if (/^[A-Z&][A-Z_' -]*\s*(?:\{[^}]*\})?\s*\[(?:\d{3,4}|---)/m.test(body)) return "verbs";
  const lines = body.split("\n").filter((each) => each.trim() !== "");
  return lines.length > 0 && lines.every((each) => !/[[\]\t→]/.test(each)) ? "discards" : undefined;
}
