/** Plain language for the codes of a Reading. */
import type { Event, Figure, Statement, When, WordingKind } from "@hearsay/reader";

const acts: Readonly<Record<string, string>> = {
  AGREE: "agree, or intend to cooperate",
  CONSULT: "consult",
  "CONSULT/visit": "visit",
  "CONSULT/third-party": "meet in a third place",
  "CONSULT/multilateral": "meet, several together",
  "CONSULT/phone": "consult by phone",
  SUPPORT: "support in words or deeds of state",
  CONCEDE: "concede",
  COOPERATE: "cooperate",
  AID: "give aid",
  RETREAT: "yield",
  "RETREAT/withdraw": "withdraw forces",
  "RETREAT/release": "release people or property",
  "RETREAT/disarm": "disarm",
  "RETREAT/ceasefire": "cease fire",
  "RETREAT/access": "let outsiders in",
  "RETREAT/resign": "resign",
  REQUEST: "request or demand",
  "REQUEST/assist": "ask for help",
  "REQUEST/change": "demand a change",
  "REQUEST/yield": "demand that they yield",
  "REQUEST/meet": "ask to meet",
  ACCUSE: "accuse",
  "ACCUSE/disapprove": "disapprove of",
  "ACCUSE/investigate": "investigate",
  "ACCUSE/allege": "accuse of a wrong",
  REJECT: "reject",
  "REJECT/assist": "refuse help",
  "REJECT/change": "refuse a change",
  "REJECT/yield": "refuse to yield",
  "REJECT/meet": "refuse to meet",
  THREATEN: "threaten",
  "THREATEN/restrict": "threaten with restrictions",
  "THREATEN/arrest": "threaten with arrest",
  "THREATEN/relations": "threaten to break relations",
  "THREATEN/expel": "threaten with expulsion",
  "THREATEN/territory": "threaten to take territory",
  "THREATEN/violence": "threaten with violence",
  PROTEST: "protest",
  "PROTEST/demo": "demonstrate",
  "PROTEST/riot": "riot",
  "PROTEST/strike": "strike work",
  "PROTEST/hunger": "strike by hunger",
  "PROTEST/boycott": "boycott",
  "PROTEST/obstruct": "obstruct or blockade in protest",
  "PROTEST/vandalize": "damage in protest",
  SANCTION: "sanction",
  "SANCTION/convict": "convict",
  "SANCTION/expel": "expel",
  "SANCTION/withdraw": "withdraw from",
  "SANCTION/discontinue": "break off",
  MOBILIZE: "mobilise",
  "MOBILIZE/troops": "mobilise troops",
  "MOBILIZE/weapons": "mobilise weapons",
  "MOBILIZE/police": "mobilise police",
  "MOBILIZE/militia": "mobilise a militia",
  COERCE: "coerce",
  "COERCE/seize": "seize",
  "COERCE/restrict": "restrict",
  "COERCE/censor": "censor",
  "COERCE/curfew": "impose a curfew",
  "COERCE/martial-law": "impose martial law",
  "COERCE/arrest": "arrest",
  "COERCE/deport": "deport",
  "COERCE/withhold": "withhold",
  "COERCE/misinformation": "spread misinformation",
  "COERCE/cyber": "attack by computer",
  ASSAULT: "attack",
  "ASSAULT/abduct": "abduct",
  "ASSAULT/beat": "beat",
  "ASSAULT/torture": "torture",
  "ASSAULT/sexual": "assault sexually",
  "ASSAULT/targeted": "kill a chosen person",
  "ASSAULT/destroy": "destroy",
  "ASSAULT/primitive": "attack with simple weapons",
  "ASSAULT/firearms": "attack with firearms",
  "ASSAULT/explosives": "attack with explosives",
  "ASSAULT/suicide-attack": "attack by suicide",
  "ASSAULT/aerial": "attack from the air",
  "ASSAULT/drone": "attack by drone",
  "ASSAULT/heavy-weapons": "attack with heavy weapons",
  "ASSAULT/crowd-control": "use force on a crowd",
  "ASSAULT/unconventional": "attack with chemical or other banned weapons",
};

/** "consult by phone"; the type in small letters where we have no words for it. */
export const actOf = ({ type, mode }: Pick<Event, "type" | "mode">): string =>
  (mode === undefined ? undefined : acts[`${type}/${mode}`]) ?? acts[type] ?? type.toLowerCase();

/** "CONSULT/phone 041". */
export const codeOf = ({ type, mode, cameo }: Pick<Event, "type" | "mode" | "cameo">): string =>
  [mode === undefined ? type : `${type}/${mode}`, cameo].filter(Boolean).join(" ");

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** "2025-06-14" and times of that day as "14 June 2025"; what is no date as it stands. */
export function dateText(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

export function whenText({ from, to, basis }: When): string {
  const day = from === to ? dateText(from) : rangeText(from, to);
  return basis === "dateline" ? `${day} (the report’s date)` : day;
}

const rangeText = (from: string, to: string): string => {
  const [a, b] = [dateText(from).split(" "), dateText(to).split(" ")];
  const shared = a[2] === b[2] ? (a[1] === b[1] ? 2 : 1) : 0;
  return `${a.slice(0, a.length - shared).join(" ")}–${b.join(" ")}`;
};

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** "at least 12 wounded", "30 to 40 killed". */
export function figureText({ least, most, unit }: Pick<Figure, "least" | "most" | "unit">): string {
  if (least !== undefined && most !== undefined)
    return `${number(least)}${least === most ? "" : ` to ${number(most)}`} ${unit}`;
  if (least !== undefined) return `at least ${number(least)} ${unit}`;
  return most === undefined ? `an unstated number ${unit}` : `at most ${number(most)} ${unit}`;
}

/** What is worth saying of the kind of a source beside its name. */
export const sourceNotes = (kind: Statement["source"]["kind"]): string[] =>
  kind === "document" ? ["a document"] : kind === "unnamed" ? ["not named"] : [];

const plurals: Readonly<Record<WordingKind, string>> = {
  "judging word": "judging words",
  euphemism: "euphemisms",
  "unsourced generality": "given to nobody in particular",
  "editorial cue": "cues that comment",
  "scare quotes": "scare quotes",
  presupposition: "taken for granted",
  "marked name": "marked names",
  intensifier: "intensifiers",
};
export const wordingKinds = Object.keys(plurals) as readonly WordingKind[];
export const kindText = (kind: WordingKind): string => plurals[kind];

const singles: Partial<Record<WordingKind, string>> = {
  "unsourced generality": "given to nobody in particular",
  "editorial cue": "cue that comments",
  presupposition: "taken for granted",
};
export const kindOne = (kind: WordingKind): string => singles[kind] ?? kind;
