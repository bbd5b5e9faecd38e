/** The cases of `test/cases/places.txt`, read by the whole reader. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { createReader } from "../src/reader.ts";
import type { Layers } from "../src/reading/layers.ts";
import type { Entity } from "../src/reading/reading.ts";
import { spanText } from "../src/text/span.ts";
import { casesOf } from "./cases.ts";

const reader = createReader(await loadData());

const named = (entity: Entity | undefined): string =>
  entity ? `${entity.name} (${entity.place?.country ?? entity.country ?? ""})` : "-";

/** Everything found, one line each, in the manner of the case file. */
function found({ report, entities, places, tokens, events }: Layers): string[] {
  return [
    ...events.map(({ trigger, where }) => {
      const place = entities.list.find((each) => each.id === where);
      return `${spanText(report.text, trigger)} | ${named(place)}`;
    }),
    ...places.flatMap(({ name, country, lat, lon, first, last }) => {
      const words = spanText(report.text, [tokens.from[first]!, tokens.to[last]!]);
      const place = `place: ${name} (${country})`;
      return [`${place} | ${words}`, `${place} ${lat}, ${lon} | ${words}`];
    }),
  ];
}

for (const { name, text, expected } of casesOf("places.txt"))
  test(`places: ${name}`, () => {
    const layers = reader.layers({ text, published: "2024-05-15" });
    const lines = found(layers);
    for (const line of expected) {
      const refused = /^no place: (.*)$/.exec(line)?.[1];
      if (refused === undefined)
        assert.ok(lines.includes(line), `expected\n  ${line}\namong\n  ${lines.join("\n  ")}`);
      else
        assert.ok(
          !lines.some((each) => each.startsWith("place: ") && each.endsWith(` | ${refused}`)),
          `"${refused}" should be no place; found\n  ${lines.join("\n  ")}`,
        );
    }
  });
