import type { Listener } from "./because.ts";
import type { LayerName, Layers } from "./layers.ts";

/**
 * One step of reading. It sees the layers it names in `needs`, and nothing else; it returns the
 * layers it names in `gives`, which no other stage gives. Pure: no clock, disk, network, chance.
 */
export interface Stage<Needs extends LayerName = LayerName, Gives extends LayerName = LayerName> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly gives: readonly Gives[];
  run(layers: Pick<Layers, Needs>, refused: Listener): Pick<Layers, Gives>;
}

/** Declares a stage; the compiler holds `run` to `needs` and `gives`. */
export const stage = <Needs extends LayerName, Gives extends LayerName>(
  declared: Stage<Needs, Gives>,
): Stage<Needs, Gives> => declared;

/** A stage whose own needs are forgotten: the order of a pipeline is checked when it is built. */
// biome-ignore lint/suspicious/noExplicitAny: stages of all needs stand in one list
export type AnyStage = Stage<any, any>;

/**
 * Puts stages in a row. Throws when a stage needs a layer that none before it gives, or gives one
 * that is already there.
 */
export function pipeline(
  stages: readonly AnyStage[],
): (input: Layers["input"], refused?: Listener) => Layers {
  const there = new Set<LayerName>(["input"]);
  for (const { name, needs, gives } of stages) {
    for (const layer of needs as LayerName[])
      if (!there.has(layer))
        throw new Error(
          `stage "${name}" needs the layer "${layer}", which no stage before it gives`,
        );
    for (const layer of gives as LayerName[]) {
      if (there.has(layer))
        throw new Error(`stage "${name}" gives the layer "${layer}", which is already written`);
      there.add(layer);
    }
  }
  return (input, refused = () => {}) => {
    let layers: Partial<Layers> = { input };
    for (const each of stages) layers = { ...layers, ...each.run(layers as Layers, refused) };
    return layers as Layers;
  };
}
