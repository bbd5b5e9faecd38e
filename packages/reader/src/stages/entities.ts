/**
 * Who the noun phrases of a report speak of: names, descriptions and pronouns become entities, with
 * the countries and sectors that the tables and the report's own words give them.
 */
import { type Actors, codeOf } from "../knowledge/actor.ts";
import { countryCounts, namedIn } from "../knowledge/named.ts";
import { step } from "../reading/because.ts";
import type { DateMention, Entities } from "../reading/layers.ts";
import type { Entity } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { hasLabel, type Syntax, uposOf } from "../reading/syntax.ts";
import { bySpan } from "../text/span.ts";
import { joinAppositions } from "./entities/appositions.ts";
import { bringHome, homeOf } from "./entities/home.ts";
import { holdersOf } from "./entities/incumbents.ts";
import { resolveNames } from "./entities/names.ts";
import { isNominalHead, resolveNominal } from "./entities/nominals.ts";
import { surnamesOf } from "./entities/people.ts";
import { resolvePronoun } from "./entities/pronouns.ts";
import { Recent } from "./entities/recent.ts";
import { readRelatives } from "./entities/relatives.ts";
import type { Draft, Work } from "./entities/work.ts";

export const entities = (actors: Actors) => {
  const surnames = surnamesOf(actors);
  const holders = holdersOf(actors);
  return stage({
    name: "entities",
    needs: [
      "report",
      "paragraphs",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "names",
      "dates",
      "places",
    ],
    gives: ["entities"],
    run({ report, sentences, tokens, tags, lemmas, tree, names, dates, places }) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const named = namedIn(at, actors, names, report.published?.slice(0, 10));
      const dated = new Uint8Array(tokens.count);
      for (const { first, last } of dates) dated.fill(1, first, last + 1);
      const work: Work = {
        at,
        actors,
        named,
        placeAt: new Map(places.map((each) => [each.first, each])),
        dates: dates.filter((each): each is DateMention => each.when !== undefined),
        dated,
        counts: countryCounts(named),
        published: report.published?.slice(0, 10),
        drafts: [],
        byKey: new Map(),
        of: new Int32Array(tokens.count).fill(-1),
        people: new Map(),
        surnames,
        holders,
        plurals: new Set(),
        weights: new Map(),
      };
      resolveAll(work);
      return { entities: listed(work) };
    },
  });
};

/** Names first, the whole report over; then descriptions and pronouns in text order. */
function resolveAll(work: Work): void {
  const recent = new Recent(work);
  resolveNames(work, (token) => resolveNominal(work, recent, token));
  joinAppositions(work, (token) => resolveNominal(work, recent, token));
  readRelatives(work, (token) => resolveNominal(work, recent, token));
  for (const [k, { kind, country, mentions }] of work.drafts.entries()) {
    if (country === undefined) continue;
    work.weights.set(country, (work.weights.get(country) ?? 0) + mentions.length);
    if (kind === "person") work.people.set(country, [...(work.people.get(country) ?? []), k]);
  }
  // Where no state is named at all, its towns and people tell.
  work.home = homeOf(work.counts.size > 0 ? work.counts : work.weights);
  bringHome(work);
  recent.open();
  const told = new Set(work.drafts.flatMap((draft) => draft.mentions.map((each) => each.head)));
  for (let i = 0; i < work.at.tokens.count; i++) {
    const both = /^both$/i.test(work.at.tokens.form[i]!);
    if (both ? isBoth(work, i) : uposOf(work.at, i) === "PRON") {
      if (work.of[i]! < 0) resolvePronoun(work, recent, i);
    } else if (work.of[i]! < 0 && isNominalHead(work, i)) {
      resolveNominal(work, recent, i);
    } else if (!told.has(i)) continue;
    if (work.of[i]! >= 0) recent.add(i);
  }
}

/** "both" by itself, not "both leaders" or "both … and". */
const isBoth = (work: Work, i: number): boolean => !hasLabel(work.at, i, "det", "cc", "advmod");

/** The drafts as entities, "e1" for the one mentioned first. */
function listed(work: Work): Entities {
  const members = new Set(work.drafts.flatMap((draft) => draft.members ?? []));
  const sorted = work.drafts
    .map((draft, k) => ({ draft, k }))
    .filter(({ draft, k }) => draft.mentions.length > 0 || members.has(k));
  for (const { draft } of sorted) draft.mentions.sort((a, b) => bySpan(a.span, b.span));
  sorted.sort((a, b) => place(a.draft) - place(b.draft) || a.k - b.k);
  const rank = new Int32Array(work.drafts.length).fill(-1);
  for (const [i, { k }] of sorted.entries()) rank[k] = i;
  const of = work.of.map((k) => (k < 0 ? -1 : rank[k]!));
  return { list: sorted.map(({ draft }, i) => entity(work, draft, i, rank)), of };
}

const place = ({ mentions }: Draft): number => mentions[0]?.span[0] ?? Number.POSITIVE_INFINITY;

function entity(work: Work, draft: Draft, i: number, rank: Int32Array): Entity {
  const { kind, country, sectors, code, place: where, mentions, members } = draft;
  const [first, ...more] = draft.why;
  return {
    id: `e${i + 1}`,
    name: members
      ? joined(
          [...members].sort((a, b) => rank[a]! - rank[b]!).map((each) => work.drafts[each]!.name),
        )
      : draft.name,
    kind,
    ...(country === undefined ? {} : { country }),
    sectors,
    code: code === "" ? codeOf(country, sectors) : code,
    ...(where ? { place: where } : {}),
    mentions: mentions.map(({ span, form }) => ({ span, form })),
    ...(members ? { members: members.map((each) => `e${rank[each]! + 1}`) } : {}),
    why: more.length === 0 && first ? first : step("its mentions are of one", ...draft.why),
  };
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
