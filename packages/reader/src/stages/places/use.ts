/**
 * Whether a name that can stand for a government is a place where it stands. The grammar around it
 * decides, the same for every name.
 */
import type { Actor, Actors } from "../../knowledge/actor.ts";
import { isLemma, type Named } from "../../knowledge/named.ts";
import { type Because, step, words } from "../../reading/because.ts";
import {
  dependents,
  formOf,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokenSpan,
  uposOf,
} from "../../reading/syntax.ts";

/** Words for a division of a state, behind its name or before an "of". */
export const divisionWord =
  /^(?:province|state|region|oblast|governorate|department|prefecture|county|territory|division)$/i;

export interface Use {
  readonly place: boolean;
  readonly why: Because;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const kin = list(
  "father mother son daughter brother sister husband wife uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother",
);

/** "his brother Santiago" is no town, whatever the name model says. */
export const isBehindKin = (at: Syntax, { first }: Named): boolean =>
  first > 0 && kin.has(formOf(at, first - 1).toLowerCase());

/** Prepositions that put something somewhere, whatever governs them. */
const somewhere = list(
  "in inside outside near around across throughout within via off along amid above beneath under",
);
/** Prepositions that do so after a word of movement or position. */
const direction = list("to from into onto toward towards through over at for via out between");
/** Verbs and nouns of movement and position. */
const movement = list(
  `go come travel fly arrive return depart leave move head drive walk march flee escape enter visit
  reach land sail ship deploy evacuate transfer transport bring take deport extradite migrate emigrate
  relocate smuggle live stay remain reside settle stop base locate situate stand hold host open
  flight trip visit travel journey arrival return departure route road way train bus plane march
  trek convoy evacuation pilgrimage tour migration mile kilometre kilometer km north south east west
  northeast northwest southeast southwest northern southern centre center outskirt suburb border
  city town capital village province region district area part coast people resident refugee migrant`,
);
/** What happens to ground and buildings rather than to governments. */
const done = list(
  `visit leave reach enter tour hit strike bomb shell bombard shake rock flood batter ravage devastate
  occupy capture seize retake besiege surround overrun invade evacuate flee cross control storm
  attack pound raid destroy cover blanket engulf lash sweep paralyse paralyze`,
);
/** What falls on ground and buildings. */
const falling = list(
  `strike airstrike attack raid bombing bombardment shelling assault offensive onslaught missile rocket
  drone bomb shell mortar fire advance march barrage siege`,
);
/** What a place, and hardly a government, has. */
const locality = list(
  `airport street streets mayor suburb outskirts centre center hospital university school resident
  inhabitant people population district neighbourhood neighborhood square station stadium market
  mosque church cathedral museum port harbour harbor coast border river lake mountain north south
  east west region province area airspace territory soil countryside skyline zoo bridge hotel
  weather climate economy time marathon festival summit conference talk meeting round court prison
  jail metro subway airfield bureau correspondent office embassy branch attack bombing bomb blast
  explosion shooting stabbing massacre siege riot unrest clash protest demonstration rally fire crash
  killing murder earthquake quake flood`,
);

export function placeUse(
  at: Syntax,
  actors: Actors,
  name: Named,
  head: number,
  otherwise: string,
): Use {
  const preposition = prepositionOf(at, head);
  const governor = headOf(at, head);
  // "strikes on Beirut" hit the town, "strikes on Lebanon" the state.
  if (
    name.metonyms.length > 0 &&
    /^(?:on|against|at)$/.test(preposition) &&
    isLemma(at, governor, falling)
  )
    return yes(`"${lemmaOf(at, governor)} ${preposition}"`, at, governor);
  if (preposition !== "") return withPreposition(at, head, governor, preposition, otherwise);
  if (opensDateline(at, name)) return yes("the place of the dateline", at, head);
  if (
    hasLabel(at, head, "appos", "nmod", "parataxis", "list") &&
    formOf(at, name.first - 1) === ","
  )
    return yes("behind a comma it says where", at, name.first - 1);
  if (hasLabel(at, head, "nmod:poss")) return modifies(at, governor, "possessor", otherwise);
  if (hasLabel(at, head, "compound", "nmod", "amod"))
    return compound(at, actors, lastNoun(at, governor), otherwise);
  if (hasLabel(at, head, "obj", "nsubj:pass") && isLemma(at, governor, done))
    return yes(`what is done there ("${lemmaOf(at, governor)}")`, at, governor);
  if (hasLabel(at, head, "conj")) return conjunct(at, actors, name, head, governor, otherwise);
  return no(`neither the grammar nor the words around make it a place: ${otherwise}`, at, head);
}

/** Prepositions behind which only a place of the long tables can stand; "at" and "off" have others. */
const within = list("in near outside inside around across throughout");
/** A town that the name model took for something else has to have so many people. */
const knownByMany = 100_000;

/**
 * Whether a name is the town or division of the long tables: where the name model says a place, where
 * what it lies in stands beside it, and for large ones behind a word that puts something there. A
 * person's name only where both the words before and behind say a place.
 */
export function longTableUse(
  at: Syntax,
  name: Named,
  head: number,
  town: Actor,
  contained: boolean,
): Use {
  const preposition = formOf(at, name.first - 1).toLowerCase();
  const placed = name.first > 0 && within.has(preposition);
  if (name.kind === "PER")
    return contained && placed
      ? yes("words before and behind it say a place", at, name.first - 1)
      : no("a person's name, though a town has it too", at, head);
  if (contained) return yes("what it lies in stands beside it", at, head);
  if (opensName(at, name, head)) return no("the name goes on behind it", at, headOf(at, head));
  if (name.kind === "LOC")
    return hasLabel(at, head, "nsubj") && !hasLabel(at, head, "nsubj:pass")
      ? no("a town does nothing by itself, and no other table has it", at, head)
      : { place: true, why: step("a place by its looks and its sentence", name.why) };
  return placed && (town.population ?? 0) >= knownByMany
    ? yes(`"${preposition}" puts something there`, at, name.first - 1)
    : no("nothing says that the town of that name is meant", at, head);
}

/** "Falcon Award", but not "Surin Province". */
const opensName = (at: Syntax, { last }: Named, head: number): boolean =>
  hasLabel(at, head, "compound", "amod", "flat") &&
  headOf(at, head) > last &&
  /^\p{Lu}/u.test(formOf(at, last + 1)) &&
  !divisionWord.test(formOf(at, last + 1));

const yes = (says: string, at: Syntax, token: number): Use => ({
  place: true,
  why: step(says, words(tokenSpan(at, token))),
});
const no = (says: string, at: Syntax, token: number): Use => ({
  place: false,
  why: step(says, words(tokenSpan(at, token))),
});

function withPreposition(
  at: Syntax,
  head: number,
  governor: number,
  preposition: string,
  otherwise: string,
): Use {
  const shown = dependents(at, head, "case")[0] ?? head;
  const first = preposition.split(" ")[0]!;
  const last = preposition.split(" ").at(-1)!;
  if (somewhere.has(first) || somewhere.has(last))
    return yes(`"${preposition}" puts something there`, at, shown);
  if (direction.has(last) && isLemma(at, governor, movement))
    return yes(`"${preposition}" after "${lemmaOf(at, governor)}"`, at, shown);
  if (last === "of" && (isLemma(at, governor, movement) || isLemma(at, governor, locality)))
    return yes(`"${lemmaOf(at, governor)} of"`, at, shown);
  return no(`"${preposition}" does not make it a place: ${otherwise}`, at, shown);
}

function modifies(at: Syntax, governor: number, as: string, otherwise: string): Use {
  return isLemma(at, governor, locality)
    ? yes(`the ${as} of "${lemmaOf(at, governor)}"`, at, governor)
    : no(`the ${as} of "${lemmaOf(at, governor)}": ${otherwise}`, at, governor);
}

/** "bombing" of "Kabul car bombing", whichever of the nouns the name hangs on. */
const lastNoun = (at: Syntax, noun: number): number =>
  noun >= 0 && hasLabel(at, noun, "compound") && headOf(at, noun) > noun
    ? lastNoun(at, headOf(at, noun))
    : noun;

/** "Istanbul talks" are held there; "Damascus regime" and "US officials" are a government's. */
function compound(at: Syntax, actors: Actors, governor: number, otherwise: string): Use {
  if (governor >= 0 && actors.roles.at(at.lemmas, at.tokens.form, governor))
    return no(`it says whose "${formOf(at, governor)}": ${otherwise}`, at, governor);
  return modifies(at, governor, "modifier", otherwise);
}

/** "in Tehran and Isfahan": a conjunct is used as the first of its row is. */
function conjunct(
  at: Syntax,
  actors: Actors,
  name: Named,
  head: number,
  governor: number,
  otherwise: string,
): Use {
  if (governor < 0 || hasLabel(at, governor, "conj") || uposOf(at, governor) !== "PROPN")
    return no(`not coordinated with a place: ${otherwise}`, at, head);
  const first = placeUse(
    at,
    actors,
    { ...name, first: governor, last: governor },
    governor,
    otherwise,
  );
  return { place: first.place, why: step(`used as "${formOf(at, governor)}" is`, first.why) };
}

const agency = /^[(/]$|^[—–-]+$/;

/** "TEHRAN (Agency) —" at the very start of a sentence. */
const opensDateline = (at: Syntax, { first, last }: Named): boolean =>
  first === at.tokens.first[at.tokens.sentence[first]!] &&
  last + 1 < at.tokens.first[at.tokens.sentence[first]! + 1]! &&
  agency.test(formOf(at, last + 1));
