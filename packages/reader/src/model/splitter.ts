/**
 * Where sentences end: every place where one may is scored by a small linear model over the pieces
 * around it; a few places are sure without. Trained by `@hearsay/trainer`'s splitter.
 *
 * Addresses of its templates: "-2", "-1", "1", "2" pieces before and behind the place, "s" the first
 * piece of the sentence so far, "here" the place itself. A name of several words counts as one, so
 * that a longer name in its stead changes nothing. Left to right, once: time grows with the text.
 */
import * as is from "../text/characters.ts";
import { chunksOf } from "../text/chunks.ts";
import { datelineOf } from "../text/dateline.ts";
import type { Span } from "../text/span.ts";
import { Looks } from "./chunk-looks.ts";
import type { Clusters } from "./clusters.ts";
import type { Model } from "./container.ts";
import { type LinearModel, readLinear, scoreInto } from "./linear.ts";
import { Places, splitterTemplates } from "./places.ts";
import { plainlyEnds, surelyEnds } from "./sure.ts";
import { fillFeatures, type Templates } from "./templates.ts";

export { Looks, splitterTemplates };

export interface Splitter {
  readonly linear: LinearModel;
  readonly templates: Templates;
  readonly looks: Looks;
}

/** Reads a model of kind "splitter". */
export function readSplitter(model: Model, clusters: Clusters): Splitter {
  const { templates, scale } = model.header.facts as { templates: string; scale: number };
  return {
    linear: readLinear(model, "linear", ["no", "yes"], scale),
    templates: splitterTemplates(templates),
    looks: new Looks(clusters),
  };
}

/** The sentences of `text` between `from` and `to`, one paragraph, trimmed of space, in order. */
export function splitSentences(
  { linear, templates, looks }: Splitter,
  text: string,
  from: number,
  to: number,
): Span[] {
  const scores = new Int32Array(2);
  return partAt(text, from, to, templates, looks, (features) => {
    scoreInto(linear, features, templates.count, scores);
    return scores[1]! > scores[0]!;
  });
}

/** Says of a place, by its features, whether a sentence ends there; `at` is the end of the piece before. */
export type Decide = (features: Int32Array, at: number) => boolean;

/**
 * Parts a paragraph; what is not sure is asked of `decide`. The trainer learns by asking the gold,
 * for the plainest ends too (`teaching`).
 */
export function partAt(
  text: string,
  from: number,
  to: number,
  templates: Templates,
  looks: Looks,
  decide: Decide,
  teaching = false,
): Span[] {
  const place = new Places(text, chunksOf(text, from, to), looks);
  const { chunks } = place;
  const spans: Span[] = [];
  const values = new Int32Array(templates.address.length);
  const features = new Int32Array(templates.count);
  const dateline = datelineEnd(text, from, to);
  for (let k = 1; k < chunks.count; k++) {
    const before = chunks.to[k - 1]!;
    let ends = dateline > 0 && before <= dateline && chunks.to[k]! > dateline;
    if (!ends && before > dateline && place.mayEnd(k)) {
      const known = surelyEnds(place, k);
      if (known >= 0) ends = known === 1;
      else if (!teaching && plainlyEnds(place, k)) ends = true;
      else {
        place.fill(k, templates, values);
        fillFeatures(templates, values, features);
        ends = decide(features, before);
      }
    }
    if (!ends) continue;
    spans.push([chunks.from[place.start]!, before]);
    place.start = k;
  }
  if (chunks.count > 0) spans.push([chunks.from[place.start]!, chunks.to[chunks.count - 1]!]);
  return spans;
}

/** Words in capitals before a dash that are no place. */
const slug = /^(?:FILE|PHOTO|ALERT|DATELINE|FACTBOX|NOTE|POLL|PROFILE|QUOTE)\b/;

/** Where the dateline before a paragraph's first sentence ends: "LIMA, Peru –". -1 for none. */
function datelineEnd(text: string, from: number, to: number): number {
  if (is.kindAt(text, from) !== is.upper || is.kindAt(text, from + 1) !== is.upper) return -1;
  const opening = text.slice(from, Math.min(to, from + 240));
  const found = datelineOf(opening);
  if (!found || found.length >= to - from) return -1;
  const printed = opening.slice(0, found.length).trimEnd();
  if (
    slug.test(printed) ||
    printed.endsWith(":") ||
    !/\p{Ll}{2}/u.test(opening.slice(found.length))
  )
    return -1;
  return from + printed.length;
}
