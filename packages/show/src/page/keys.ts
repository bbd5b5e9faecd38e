/** A letter and a colour for each source, so that they can be told apart with and without colour. */
import type { Statement } from "@hearsay/reader";
import { sourceOf, type View } from "../view.ts";

export interface SourceKey {
  readonly name: string;
  /** A, B, … Z, AA, … in the order of the text. */
  readonly letter: string;
  /** 0 to `hues - 1`: classes c0, c1, … of the style sheet, each with a line of its own. */
  readonly hue: number;
  readonly statements: readonly Statement[];
}

const hues = 8;

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") +
  String.fromCharCode(65 + (index % 26));

export interface SourceKeys {
  readonly list: readonly SourceKey[];
  /** By statement id. */
  readonly of: ReadonlyMap<string, SourceKey>;
}

export function sourceKeys(view: View): SourceKeys {
  const byName = new Map<string, Statement[]>();
  for (const statement of view.reading.statements) {
    const name = statement.source.entity ?? sourceOf(view, statement).toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), statement]);
  }
  const list = [...byName.values()].map((statements, index) => ({
    name: sourceOf(view, statements[0]!),
    letter: letterOf(index),
    hue: index % hues,
    statements,
  }));
  const of = new Map(list.flatMap((key) => key.statements.map((each) => [each.id, key] as const)));
  return { list, of };
}
