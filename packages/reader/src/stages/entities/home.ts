/**
 * The country that a report is about, and whose "the army" is where no words say: newspapers leave
 * the country out where only one can be meant. Where two are told of alike, nobody's country is guessed.
 */
import type { Role } from "../../knowledge/actor.ts";
import { codeOf } from "../../knowledge/actor.ts";
import { step, words } from "../../reading/because.ts";
import { dependents, formOf, tokenSpan } from "../../reading/syntax.ts";
import type { Description } from "./describe.ts";
import { type Draft, draftOf, isDefinite, isPlural, type Work } from "./work.ts";

/** What part of all that is said of countries has to be said of one. */
const share = 2 / 3;

/**
 * The country that a report names most, by its own names, its people's and its capital's; `undefined`
 * where none stands out. Towns do not count: then the rule is the same for every state.
 */
export function homeOf(weights: ReadonlyMap<string, number>): string | undefined {
  let total = 0;
  let best: string | undefined;
  for (const [country, weight] of weights) {
    total += weight;
    if (best === undefined || weight > weights.get(best)!) best = country;
  }
  return best !== undefined && weights.get(best)! >= share * total ? best : undefined;
}

/** Who by his work stands in another's country, or speaks for whoever sent him. */
const abroad =
  /^(?:spokes\w+|press secretary|chief spokes\w+|mediator|facilitator)$|\b(?:ambassador|envoy|emissary|diplomats?|representative|attaché|consul|consulate|embassy|commission|commissioner|mission|delegation|negotiat\w+|foreign troops|western|coalition|allied|joint|occup\w+|international|world|power|member state|country|state|nation|federation|republic|kingdom|homeland|alliance|bloc|us-led|saudi-led|advis[eo]r|aide)\b/;
const official: ReadonlySet<string> = new Set(["COP", "MIL", "JUD", "LEG"]);

const isAtHome = ({ phrase, government, sectors }: Role): boolean =>
  !abroad.test(phrase) && (government || official.has(sectors[0] ?? ""));

/** Words beside a role that leave it at home. */
const plain =
  /^(?:the|this|its|their|new|old|local|senior|top|federal|national|state|regional|provincial|ruling|interim|high-level|several|some|many|most|armed|ordinary|uniformed|elite|plainclothes|concerned|related|relevant|competent|about|around|nearly|almost|more|than|at|least|over|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|and|of)$/i;

/** The description, with the country that the report is about where nothing else says whose. */
export function withHome(work: Work, head: number, first: number, told: Description): Description {
  const { at, home } = work;
  const { role } = told;
  if (home === undefined || told.country !== undefined || told.code !== undefined) return told;
  if (!role || !isAtHome(role.role) || told.former) return told;
  const one = role.role.kind === "person" && !isPlural(at, head) && role.role.government;
  if (one && !isDefinite(at, first)) return told;
  if (role.role.kind === "person" && !role.role.government && !isPlural(at, head)) return told;
  if (dependents(at, head, "nmod:poss").length > 0 || isOfSomebody(work, head, role.last))
    return told;
  for (let i = first; i < Math.min(role.first, head); i++)
    if (!plain.test(formOf(at, i)) && !isSmallPlace(work, i)) return told;
  const says = "the only country that most of the report is about";
  return {
    ...told,
    country: home,
    why: [...told.why, step(says, words(tokenSpan(at, head)))],
  };
}

/** "Lalbagh police": a place that no table knows lies in the country that the report is about. */
function isSmallPlace(work: Work, token: number): boolean {
  const draft = draftOf(work, token);
  return draft?.kind === "place" && draft.country === undefined;
}

/** "the army of the rebels" is not the country's. */
const isOfSomebody = (work: Work, head: number, last: number): boolean =>
  dependents(work.at, head, "nmod").some(
    (each) => each > last && work.of[each]! >= 0 && !work.dated[each],
  );

/** "Defence Minister Grace Addo", "the Ministry of Health" are of the country that the report is about, if nothing says whose. */
export function bringHome(work: Work): void {
  const { home, drafts } = work;
  if (home === undefined) return;
  for (const draft of drafts) {
    if (!draft.named || draft.country !== undefined || ofMany.test(draft.name)) continue;
    if (draft.kind !== "person" && draft.kind !== "organisation") continue;
    if (draft.code !== codeOf(undefined, draft.sectors) || !holdsOffice(work, draft)) continue;
    draft.country = home;
    draft.code = codeOf(home, draft.sectors);
    draft.why.push(step("an office of the only country that most of the report is about"));
  }
}

/** Words in the names of bodies that are of no one country. */
const ofMany =
  /\b(?:International|World|Global|Regional|Europe(?:an)?|Africa[n]?|Asian?|America[ns]?|Arab|Pacific|Caribbean|Islamic|United|UN|U\.N|EU|Inter-\w+|Trans-\w+|Multinational|Joint)\b/;

const holdsOffice = ({ actors }: Work, { offices, sectors }: Draft): boolean =>
  (sectors[0] === "GOV" || official.has(sectors[0] ?? "")) &&
  [...offices].some((each) =>
    actors.roles.all.some((role) => role.phrase === each && isAtHome(role)),
  );
