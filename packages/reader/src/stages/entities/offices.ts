/** Who holds an office, by what the report says or by the tables, among those the report names. */
import type { Recent } from "./recent.ts";
import type { Work } from "./work.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split("|"));

/** Offices whose holder a report may call the country's "leader". */
const leaders = set(
  "president|prime minister|premier|chancellor|supreme leader|king|queen|emir|sultan|monarch|general secretary|head of state|head of government|interim president|acting president|transitional president|crown prince|military ruler|ruler|leader|pope",
);
const diplomats = set("foreign minister|foreign secretary|secretary of state");
const deputies =
  /^(?:vice|deputy|former|ex|first lady|assistant|judge|court|senate|university|bank|club)\b/;

export const isLeader = (office: string): boolean => leaders.has(office);

/** Whether someone of this office may be spoken of by this word or phrase. */
export function officeFits(office: string, phrase: string): boolean {
  if (office === phrase) return true;
  if (deputies.test(office)) return false;
  if (phrase === "leader") return leaders.has(office);
  if (phrase === "premier") return office === "prime minister";
  if (phrase === "top diplomat") return diplomats.has(office);
  return office.endsWith(` ${phrase}`);
}

export const holds = (offices: ReadonlySet<string>, phrase: string): boolean => {
  if (offices.has(phrase)) return true;
  for (const each of offices) if (officeFits(each, phrase)) return true;
  return false;
};

/**
 * With a country the holder may be named anywhere in the report; without one only the last person
 * before who fits.
 */
export function holderOf(
  work: Work,
  recent: Recent,
  phrase: string,
  country: string | undefined,
): number | undefined {
  const before = recent.last(
    (draft) =>
      draft.kind === "person" &&
      !draft.plural &&
      (country === undefined
        ? draft.named || draft.country !== undefined
        : draft.country === country) &&
      holds(draft.offices, phrase),
  );
  if (before !== undefined || country === undefined) return before;
  const found = (work.people.get(country) ?? []).filter((each) =>
    holds(work.drafts[each]!.offices, phrase),
  );
  return found.length === 1 ? found[0] : undefined;
}
