/**
 * What happened: frames matched on the tree, with parties, status, time, place and voice. Codes are
 * PLOVER's (types, modes, contexts) with CAMEO beside them; how a frame reads is told in
 * docs/knowledge.md.
 */
import type { Frame } from "../knowledge/frames.ts";
import { type Because, type RowAt, row, step, words } from "../reading/because.ts";
import type { Entity, Event } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { dependents, formOf, hasLabel, isAbove, tokenSpan, uposOf } from "../reading/syntax.ts";
import { covers, hull } from "../text/span.ts";
import { type Found, withoutAbsorbed } from "./events/absorb.ts";
import { asAsked } from "./events/asked.ts";
import { whenOf } from "./events/circumstances.ts";
import { type Scopes, scopesOf } from "./events/clause.ts";
import { codeOf } from "./events/code.ts";
import { actsOf, type Desk, deskOf, type EventKnowledge } from "./events/desk.ts";
import { candidatesAt, indexFrames, type Match, matchFrame } from "./events/match.ts";
import {
  isKnownParty,
  isOwnThing,
  isParty,
  type Others,
  type Party,
  suffers,
} from "./events/parties.ts";
import { partiesOf } from "./events/roles.ts";
import { linkSame, type Telling } from "./events/same.ts";
import { type Fired, settingsIn } from "./events/settings.ts";
import { settled, voiceOf } from "./events/settled.ts";
import { type Decided, statusOf } from "./events/status.ts";
import { type Located, whereOf } from "./events/where.ts";

export const events = (knowledge: EventKnowledge) => {
  const index = indexFrames(knowledge.frames);
  const acts = actsOf(knowledge);
  return stage({
    name: "events",
    needs: [
      "report",
      "paragraphs",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "entities",
      "dates",
      "undated",
      "places",
      "statements",
    ],
    gives: ["events"],
    run(layers, refused) {
      const desk = deskOf({ layers, knowledge, index, acts, refused });
      const found: Telling[] = [];
      for (let s = 0; s < layers.sentences.count; s++)
        for (const each of inSentence(desk, s))
          found.push(
            tellingOf(desk, asAsked(desk, knowledge.ontology, each), `ev${found.length + 1}`),
          );
      const byId = new Map(layers.entities.list.map((each) => [each.id, each]));
      const quadOf = (type: string) => knowledge.ontology.types.get(type)?.quad ?? 0;
      return { events: linkSame({ entityOf: (id) => byId.get(id), quadOf }, found) };
    },
  });
};

function tellingOf(desk: Desk, found: Found, id: string): Telling {
  const { at, layers } = desk;
  const event = eventOf(desk, found, id);
  const { trigger } = found.match;
  const paragraph = layers.paragraphs.find(({ span }) => covers(span, event.trigger));
  const definite = dependents(at, trigger, "det", "nmod:poss").some(
    (each) => hasLabel(at, each, "nmod:poss") || /^(?:the|that|this)$/i.test(formOf(at, each)),
  );
  return {
    event,
    trigger,
    asked: found.match.asked,
    headline: paragraph?.kind === "title" || paragraph?.kind === "standfirst",
    definite: definite && uposOf(at, trigger) === "NOUN",
  };
}

function inSentence(desk: Desk, s: number): readonly Found[] {
  const { tokens } = desk.layers;
  const sentence: number[] = [];
  for (let i = tokens.first[s]!; i < tokens.first[s + 1]!; i++) sentence.push(i);
  const scopes = scopesOf(desk.at, sentence);
  const { settings } = desk.knowledge;
  const otherwise = settingsIn(desk.places, settings, sentence, desk.layers.report.published);
  const found = sentence
    .flatMap((token) => foundAt(desk, scopes, token) ?? [])
    .filter((each) => isNews(desk, each, otherwise));
  const parts = new Set(found.flatMap(({ match }) => [...match.companions, ...match.over]));
  return withoutAbsorbed(
    desk.cast,
    desk.refused,
    found.filter(({ match }) => !parts.has(match.trigger)),
  );
}

/** Whether no setting (a match, a film, the weather) says that the words mean something else. */
function isNews(
  { places, refused }: Desk,
  found: Found,
  otherwise: (fired: Fired) => Because | undefined,
): boolean {
  const { frame, trigger } = found.match;
  const { when } = found.timed;
  const because = otherwise({ trigger, type: frame.code.type, when });
  if (!because) return true;
  const span = tokenSpan(places.at, trigger);
  refused({ stage: "events", span, because: step("a frame fits", row(frame.at), because) });
  return false;
}

/** The first of a word's frames whose conditions hold and whose roles can be filled. */
function foundAt(desk: Desk, scopes: Scopes, token: number): Found | undefined {
  if (desk.inNames.has(token)) return undefined;
  const span = tokenSpan(desk.at, token);
  const refuse = (because: Because) => desk.refused({ stage: "events", span, because });
  for (const candidate of candidatesAt(desk.index, desk.at, token)) {
    const match = matchFrame(desk.places, desk.cast, scopes, token, candidate, refuse);
    if (match?.frame.silent) {
      refuse(step("by this row the word means no event here", ...match.because));
      return undefined;
    }
    const found = match && castFrame(desk, match);
    if (found) return found;
  }
  return undefined;
}

/**
 * What may be a recipient beside parties: one attacks a convoy, sends aid to a town, but consults
 * only with somebody, and a price that is protested against is a reason, no recipient.
 */
function othersAt(desk: Desk, frame: Frame): Others {
  const type = desk.knowledge.ontology.types.get(frame.code.type);
  if (!type?.takesPlaces) return "nothing";
  return type.quad === 4 ? (frame.partiesOnly ? "nothing" : "things") : "places";
}

/** Verbal events: what they are about may have a place that is not theirs. */
const isTalk = ({ ontology }: EventKnowledge, type: string): boolean =>
  [1, 3].includes(ontology.types.get(type)?.quad ?? 0);

function castFrame(desk: Desk, match: Match): Found | undefined {
  const { frame, trigger } = match;
  const span = tokenSpan(desk.at, trigger);
  const refuse = (says: string) => {
    desk.refused({ stage: "events", span, because: step(says, row(frame.at), words(span)) });
    return undefined;
  };
  const actors = partiesOf(desk, match, "actor", "nothing", new Set());
  const taken = new Set(actors.map((each) => each.entity));
  const quad = desk.knowledge.ontology.types.get(frame.code.type)?.quad;
  const recipients = partiesOf(desk, match, "recipient", othersAt(desk, frame), taken).filter(
    (party) =>
      !(quad !== 4 && isOwnThing(desk.cast, party, actors)) &&
      !(frame.code.type === "ACCUSE" && suffers(desk.cast, party.token, match.tokens)),
  );
  const all = frame.equals ? [...actors, ...recipients] : actors;
  const others = frame.equals ? [] : recipients;
  if (frame.needs.has("actor") && all.length === 0)
    return refuse("the frame needs an actor, and none is here");
  if (frame.needs.has("recipient") && (frame.equals ? !isSeveral(desk, all) : others.length === 0))
    return refuse("the frame needs a recipient, and none is here");
  const parties = [...all, ...others].map((each) => desk.cast.entities.list[each.entity]!);
  if (!parties.some((entity) => isKnownParty(entity) || isGroupOfPeople(desk, frame, entity)))
    return refuse("no party here is known to have a country or a sector");
  if (!parties.some((entity) => isPublic(desk, frame, entity)))
    return refuse(
      "a dealing between private people, none of whom is known to act in public affairs",
    );
  const timed = whenOf(desk.at, trigger, desk.layers, desk.layers.report.published);
  const spoken = isTalk(desk.knowledge, frame.code.type) && frame.code.type !== "AGREE";
  const done = spoken ? "in words" : "in deed";
  const status = statusOf(desk.places, desk.knowledge.governors, trigger, done);
  return {
    match,
    actors: all,
    recipients: others,
    status: settled(desk, trigger, actors, timed, status),
    timed,
  };
}

/** Words and help are events of politics where one side at least acts in public affairs. */
function isPublic({ knowledge }: Desk, { code }: Frame, entity: Entity): boolean {
  const { types, sectors } = knowledge.ontology;
  if (!types.get(code.type)?.needsPublic || entity.kind === "state") return true;
  return entity.sectors.length > 0
    ? entity.sectors.some((sector) => sectors.get(sector)?.public)
    : entity.kind === "organisation" && entity.code !== "";
}

/** "between the leaders of Chile and Peru": a group is several by itself. */
const isSeveral = ({ cast }: Desk, parties: readonly Party[]): boolean =>
  parties.length > 1 || parties.some(({ entity }) => cast.entities.list[entity]!.kind === "group");

/** Violence, protest and arrests are news whoever they befall. */
const isGroupOfPeople = (desk: Desk, frame: Frame, entity: { kind: string }): boolean =>
  desk.knowledge.ontology.types.get(frame.code.type)?.quad === 4 &&
  isParty(entity as Parameters<typeof isParty>[0]);

/** An own frame that says its status has its code from that status, and from nothing over it. */
const byFrame = ({ at, status }: Frame, decided: Decided): Decided =>
  at.own && status ? { ...decided, status } : decided;

/** The place that stands with the words of a frame, and is none of the event's parties. */
function placeOf({ at, layers, knowledge }: Desk, { match }: Found, taken: ReadonlySet<string>) {
  const talk = isTalk(knowledge, match.frame.code.type);
  return whereOf(at, layers.places, layers.entities, { event: match.tokens, taken, talk });
}

/**
 * "imposed a curfew in Kisumu", "agreed to withdraw from Kisumu": whom it befalls is told by the
 * place alone, as the row of the type allows; not where the place says who acted ("officials in
 * Kisumu imposed a curfew").
 */
function landOf(desk: Desk, found: Found, located: Located | undefined): Land | undefined {
  const { match, actors, recipients, about } = found;
  if (recipients.length > 0 || match.frame.equals) return undefined;
  const { code } = match.frame;
  const type = desk.knowledge.ontology.types.get(code.type);
  const mode = type?.modes.get(code.mode ?? "");
  const allowed = (mode?.befallsPlaces ?? type?.befallsPlaces) ? type : undefined;
  const { at } = desk;
  const ofActor = (first: number) =>
    actors.some(({ token }) => token === first || isAbove(at, token, first));
  if (located?.own && allowed && !ofActor(located.first)) return { ...located, row: allowed.at };
  return about && landOf(desk, about, placeOf(desk, about, new Set()));
}

type Land = Located & { readonly row: RowAt };

function eventOf(desk: Desk, found: Found, id: string): Event {
  const { at, layers } = desk;
  const { match, actors, recipients, status, timed } = found;
  const { type, mode, cameo, contexts, because } = codeOf(desk.places, desk.knowledge.ontology, {
    ...found,
    status: byFrame(match.frame, status),
  });
  const idOf = (party: Party) => layers.entities.list[party.entity]!.id;
  const parties = [...actors, ...recipients];
  // A town that is visited is both: the recipient, and where it happened.
  const taken = parties.filter(({ entity }) => layers.entities.list[entity]!.kind !== "place");
  const located = placeOf(desk, found, new Set(taken.map(idOf)));
  const trigger = tokenSpan(at, match.trigger);
  const land = landOf(desk, found, located);
  const voice = voiceOf(desk, match.trigger, status);
  return {
    id,
    type,
    ...(mode ? { mode } : {}),
    contexts,
    ...(cameo ? { cameo } : {}),
    status: match.frame.status ?? status.status,
    actors: actors.map(idOf),
    recipients: land ? [land.where] : recipients.map(idOf),
    ...(match.frame.equals && recipients.length === 0 ? { equals: true } : {}),
    ...(timed.when ? { when: timed.when } : {}),
    ...(located ? { where: located.where } : {}),
    trigger,
    span: hull([
      ...match.tokens.map((token) => tokenSpan(at, token)),
      ...parties.map((each) => each.span),
    ])!,
    ...(voice ? { statement: voice.id } : {}),
    why: step(
      `${type}${mode ? `/${mode}` : ""}: a frame fits`,
      ...match.because,
      ...because,
      ...parties.map((each) => each.because),
      step(`status ${status.status}`, status.because),
      timed.because,
      ...(located ? [located.because] : []),
      ...(land
        ? [step("nobody else is named: it befalls the place", row(land.row), land.because)]
        : []),
      ...(voice
        ? [step(`reported in statement ${voice.id}`, ...voice.cue.spans.map((span) => words(span)))]
        : []),
    ),
  };
}
