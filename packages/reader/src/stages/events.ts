/**
 * What happened: frames matched on the tree, with parties, status, time, place and voice. Codes are
 * PLOVER's (types, modes, contexts) with CAMEO beside them; how a frame reads is told in
 * docs/knowledge.md.
 */
import type { Frame } from "../knowledge/frames.ts";
import type { Governors, VerbClasses } from "../knowledge/governors.ts";
import type { Ontology } from "../knowledge/ontology.ts";
import { type Because, type Listener, row, step, words } from "../reading/because.ts";
import type { Layers } from "../reading/layers.ts";
import type { Event, Statement } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { headOf, labelOf, type Syntax, tokenSpan } from "../reading/syntax.ts";
import { innermost } from "../reading/voice.ts";
import { covers, hull } from "../text/span.ts";
import { whenOf, whereOf } from "./events/circumstances.ts";
import { type Scopes, scopesOf } from "./events/clause.ts";
import { codeOf } from "./events/code.ts";
import {
  candidatesAt,
  type FrameIndex,
  indexFrames,
  type Match,
  matchFrame,
} from "./events/match.ts";
import {
  type Cast,
  castOf,
  isKnownParty,
  isParty,
  type Others,
  type Party,
} from "./events/parties.ts";
import type { Places } from "./events/paths.ts";
import { partiesOf } from "./events/roles.ts";
import { linkSame } from "./events/same.ts";
import { type Decided, statusOf } from "./events/status.ts";

export interface EventKnowledge {
  readonly frames: readonly Frame[];
  readonly governors: Governors;
  readonly verbs: VerbClasses;
  readonly ontology: Ontology;
}

type Needed = Pick<
  Layers,
  | "report"
  | "sentences"
  | "tokens"
  | "tags"
  | "lemmas"
  | "tree"
  | "entities"
  | "dates"
  | "places"
  | "statements"
>;

interface Desk {
  readonly layers: Needed;
  readonly knowledge: EventKnowledge;
  readonly index: FrameIndex;
  readonly at: Syntax;
  readonly places: Places;
  readonly cast: Cast;
  readonly refused: Listener;
}

/** A frame that fired, with its parties and status, before it is an event. */
interface Found {
  readonly match: Match;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly status: Decided;
}

export const events = (knowledge: EventKnowledge) => {
  const index = indexFrames(knowledge.frames);
  return stage({
    name: "events",
    needs: [
      "report",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "entities",
      "dates",
      "places",
      "statements",
    ],
    gives: ["events"],
    run(layers, refused) {
      const at = { ...layers, text: layers.report.text };
      const places: Places = { at, verbs: knowledge.verbs, reached: new Map() };
      const cast = castOf(at, layers.entities);
      const desk: Desk = { layers, knowledge, index, at, places, cast, refused };
      const found: Event[] = [];
      for (let s = 0; s < layers.sentences.count; s++)
        for (const each of inSentence(desk, s))
          found.push(eventOf(desk, each, `ev${found.length + 1}`));
      return { events: linkSame(found, (type) => isTalk(knowledge, type)) };
    },
  });
};

function inSentence(desk: Desk, s: number): Found[] {
  const { tokens } = desk.layers;
  const sentence: number[] = [];
  for (let i = tokens.first[s]!; i < tokens.first[s + 1]!; i++) sentence.push(i);
  const scopes = scopesOf(desk.at, sentence);
  const found = sentence.flatMap((token) => foundAt(desk, scopes, token) ?? []);
  const companions = new Set(found.flatMap(({ match }) => match.companions));
  return withoutAbsorbed(
    desk,
    found.filter(({ match }) => !companions.has(match.trigger)),
  );
}

/** The first of a word's frames whose conditions hold and whose roles can be filled. */
function foundAt(desk: Desk, scopes: Scopes, token: number): Found | undefined {
  const span = tokenSpan(desk.at, token);
  const refuse = (because: Because) => desk.refused({ stage: "events", span, because });
  for (const candidate of candidatesAt(desk.index, desk.at, token)) {
    const match = matchFrame(desk.places, desk.cast, scopes, token, candidate, refuse);
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
  const quad = desk.knowledge.ontology.types.get(frame.code.type)?.quad;
  if (frame.code.type === "PROTEST") return "nothing";
  if (quad === 2) return "places";
  return quad === 4 && !frame.partiesOnly ? "things" : "nothing";
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
  const recipients = partiesOf(desk, match, "recipient", othersAt(desk, frame), taken);
  const all = frame.equals ? [...actors, ...recipients] : actors;
  const others = frame.equals ? [] : recipients;
  if (frame.needs.has("actor") && all.length === 0)
    return refuse("the frame needs an actor, and none is here");
  if (frame.needs.has("recipient") && (frame.equals ? !isSeveral(desk, all) : others.length === 0))
    return refuse("the frame needs a recipient, and none is here");
  const parties = [...all, ...others].map((each) => desk.cast.entities.list[each.entity]!);
  if (!parties.some((entity) => isKnownParty(entity) || isGroupOfPeople(desk, frame, entity)))
    return refuse("no party here is known to have a country or a sector");
  return {
    match,
    actors: all,
    recipients: others,
    status: statusOf(desk.places, desk.knowledge.governors, trigger),
  };
}

/** "between the leaders of Chile and Peru": a group is several by itself. */
const isSeveral = ({ cast }: Desk, parties: readonly Party[]): boolean =>
  parties.length > 1 || parties.some(({ entity }) => cast.entities.list[entity]!.kind === "group");

/** Violence, protest and arrests are news whoever they befall. */
const isGroupOfPeople = (desk: Desk, frame: Frame, entity: { kind: string }): boolean =>
  desk.knowledge.ontology.types.get(frame.code.type)?.quad === 4 &&
  isParty(entity as Parameters<typeof isParty>[0]);

/** Types that say by themselves what is asked, offered, refused or threatened below them. */
const absorbing = new Set(["REQUEST", "AGREE", "REJECT", "THREATEN"]);

/** What lies below an offer or a demand and did not happen is what is offered or demanded. */
function nearestAbove(
  at: Syntax,
  above: ReadonlyMap<number, Found>,
  { trigger }: Match,
  { status }: Decided,
): Found | undefined {
  if (status === "happened" || status === "ongoing" || status === "cancelled") return undefined;
  for (let token = headOf(at, trigger); token >= 0; token = headOf(at, token)) {
    const over = above.get(token);
    if (over) return over;
    if (labelOf(at, token) === "acl:relcl" || labelOf(at, token) === "parataxis") return undefined;
  }
  return undefined;
}

/** "threatened to attack": one event, the threat, not an attack beside it. */
function withoutAbsorbed({ at, refused }: Desk, found: readonly Found[]): Found[] {
  const above = new Map(
    found
      .filter((each) => absorbing.has(each.match.frame.code.type))
      .map((each) => [each.match.trigger, each]),
  );
  return found.filter(({ match, status }) => {
    const over = above.get(status.governor) ?? nearestAbove(at, above, match, status);
    if (!over || over.match === match) return true;
    const span = tokenSpan(at, match.trigger);
    const because = step(
      "it is what the event above it asks for, offers, refuses or threatens",
      row(over.match.frame.at),
      row(match.frame.at),
      words(span),
      status.because,
    );
    refused({ stage: "events", span, because });
    return false;
  });
}

/**
 * The statements that can be somebody's report of an event: not the plan that it is itself ("plans
 * to attack" is told by whoever says so, not by the planner).
 */
function tellers({ at, layers }: Desk, { status, governor }: Decided): readonly Statement[] {
  if (status !== "planned" || governor < 0) return layers.statements;
  const plan = tokenSpan(at, governor);
  return layers.statements.filter(({ cue }) => !cue.spans.some((span) => covers(span, plan)));
}

function eventOf(desk: Desk, found: Found, id: string): Event {
  const { at, layers, knowledge } = desk;
  const { match, actors, recipients, status } = found;
  const { type, mode, cameo, contexts, because } = codeOf(
    desk.places,
    desk.knowledge.ontology,
    match,
    status,
  );
  const idOf = (party: Party) => layers.entities.list[party.entity]!.id;
  const parties = [...actors, ...recipients];
  const timed = whenOf(at, match.trigger, layers.dates, layers.report.published);
  const located = whereOf(
    at,
    match.tokens,
    layers.places,
    layers.entities,
    new Set(parties.map(idOf)),
    isTalk(knowledge, match.frame.code.type),
  );
  const trigger = tokenSpan(at, match.trigger);
  const voice = innermost(tellers(desk, status), trigger)?.statement;
  return {
    id,
    type,
    ...(mode ? { mode } : {}),
    contexts,
    ...(cameo ? { cameo } : {}),
    status: match.frame.status ?? status.status,
    actors: actors.map(idOf),
    recipients: recipients.map(idOf),
    ...(match.frame.equals ? { equals: true } : {}),
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
      ...(voice
        ? [step(`reported in statement ${voice.id}`, ...voice.cue.spans.map((span) => words(span)))]
        : []),
    ),
  };
}
