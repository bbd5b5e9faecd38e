/**
 * Actors' codes as dictionaries for CAMEO write them, three letters a part: "GBRGOVMIL" is of Britain,
 * its government and its forces. The parts are looked up in states.tsv and ontology/cameo-actors.tsv.
 */
import type { Actor } from "./actor.ts";
import { complain, type Desk, isNew, oneOf, tableOf } from "./checks.ts";

export interface CodeMeaning {
  readonly country?: string;
  readonly sectors: readonly string[];
  /** Of no one state: "IGOUNO", "NGO". */
  readonly wide: boolean;
}

/** What codes mean, by the tables at hand. */
export type Codes = (code: string) => CodeMeaning;

type Part = { readonly is: "sector" | "country" | "wide"; readonly means: string };

export function readCodes(desk: Desk, states: ReadonlyMap<string, Actor>): Codes {
  const parts = new Map<string, Part>();
  const seen = new Map();
  const columns = ["code", "is", "means"] as const;
  for (const row of tableOf(desk, "ontology/cameo-actors.tsv", columns)) {
    const { code, means, at } = row;
    const is = oneOf(desk, row.is, ["sector", "country", "wide"], at);
    const exists = is === "wide" || (is === "sector" ? desk.sectors.has(means) : states.has(means));
    if (!exists) complain(desk, at, `"${means}" is no ${is} that the tables have`);
    else if (isNew(desk, seen, code, at)) parts.set(code, { is, means });
  }
  return (code) => meaningOf(code, parts, states);
}

function meaningOf(
  code: string,
  parts: ReadonlyMap<string, Part>,
  states: ReadonlyMap<string, Actor>,
): CodeMeaning {
  let country: string | undefined;
  let wide = false;
  const sectors = new Set<string>();
  // "GBR/ISR" names two; the first of them says whose it is.
  const [first = ""] = code.split("/");
  for (const [i, part] of (first.replace(/[^A-Z]/g, "").match(/.{3}/g) ?? []).entries()) {
    const known = parts.get(part);
    // "MAR" is Morocco where it stands first, and Maronite behind "CHR".
    if (states.has(part) && (i === 0 || known === undefined)) country ??= part;
    else if (known?.is === "country") country ??= known.means;
    else if (known?.is === "sector") sectors.add(known.means);
    else if (known?.is === "wide") wide = true;
  }
  return { ...(country === undefined ? {} : { country }), sectors: [...sectors], wide };
}

/** An agent's code with the country it belongs to: "~COP" behind it, "NGO~" before it. */
export const withCountryCode = (country: string | undefined, agent: string): string =>
  agent.replace("~", country ?? "");
