/** From the layers of a finished reading to the Reading that is given out. */
import type { Layers } from "./layers.ts";
import type { Entity, Event, ReaderStamp, Reading, Statement } from "./reading.ts";

/** Ids of entities that something in the Reading refers to. */
function usedEntities({ entities, events, statements }: Layers): Set<string> {
  const used = new Set<string>();
  for (const event of events)
    for (const id of [...event.actors, ...event.recipients, event.where]) if (id) used.add(id);
  for (const { source } of statements) if (source.entity) used.add(source.entity);
  for (const { id, members } of entities.list)
    if (used.has(id)) for (const member of members ?? []) used.add(member);
  return used;
}

/** Whether an entity is worth showing though nothing refers to it: it has a name or a role. */
const isKnown = (entity: Entity): boolean =>
  entity.country !== undefined ||
  entity.sectors.length > 0 ||
  entity.mentions.some((each) => each.form === "name");

/** Entities that stay, numbered afresh in their order, and their new ids by the old. */
function numbered(layers: Layers): { entities: Entity[]; ids: Map<string, string> } {
  const used = usedEntities(layers);
  const kept = layers.entities.list.filter((each) => used.has(each.id) || isKnown(each));
  const ids = new Map(kept.map((each, index) => [each.id, `e${index + 1}`]));
  const entities = kept.map((each) => ({
    ...each,
    id: ids.get(each.id)!,
    ...(each.members ? { members: each.members.flatMap((id) => ids.get(id) ?? []) } : {}),
  }));
  return { entities, ids };
}

const renamedEvent = (event: Event, ids: ReadonlyMap<string, string>): Event => ({
  ...event,
  actors: event.actors.map((id) => ids.get(id)!),
  recipients: event.recipients.map((id) => ids.get(id)!),
  ...(event.where ? { where: ids.get(event.where)! } : {}),
});

const renamedStatement = (statement: Statement, ids: ReadonlyMap<string, string>): Statement => {
  const { entity, ...source } = statement.source;
  const id = entity === undefined ? undefined : ids.get(entity);
  return { ...statement, source: id === undefined ? source : { entity: id, ...source } };
};

export function assemble(layers: Layers, reader: ReaderStamp): Reading {
  const { entities, ids } = numbered(layers);
  const { sentences } = layers;
  return {
    schema: "hearsay/reading/1",
    report: layers.report,
    paragraphs: layers.paragraphs,
    sentences: Array.from({ length: sentences.count }, (_, s) => [
      sentences.from[s]!,
      sentences.to[s]!,
    ]),
    entities,
    statements: layers.statements.map((each) => renamedStatement(each, ids)),
    events: layers.events.map((each) => renamedEvent(each, ids)),
    figures: layers.figures,
    wording: layers.wording,
    reader,
  };
}
