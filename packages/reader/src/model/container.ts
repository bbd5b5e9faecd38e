/**
 * The model file: a JSON header and named byte sections in one piece, read from memory.
 *
 *     "HEARSAY1" | u32 length of the header | u32 checksum of all that follows | header | sections
 *
 * The header is UTF-8 JSON padded with spaces, so that sections start at multiples of 4. Numbers
 * are little-endian.
 */
export interface ModelHeader {
  /** What reads it: "tagger", "lemmas", "parser", "clusters", … */
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  /** Facts of the model's card and whatever the kind needs: templates, class names, scales. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: readonly {
    readonly name: string;
    readonly from: number;
    readonly length: number;
  }[];
}

export interface Model {
  readonly header: ModelHeader;
  /** Bytes of a section, aligned to 4. Throws when the file has none of that name. */
  section(name: string): Uint8Array;
}

const magic = "HEARSAY1";
const bodyAt = 16;
const aligned = (length: number): number => (length + 3) & ~3;

/** FNV-1a over 32-bit words: finds damage, is no defence against forgery. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length;
  const whole = bytes.length & ~3;
  const even = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(even.buffer, even.byteOffset, whole / 4);
  for (let k = 0; k < words.length; k++) {
    hash = Math.imul(hash ^ words[k]!, 0x01000193);
    hash ^= hash >>> 15;
  }
  for (let k = whole; k < bytes.length; k++) hash = Math.imul(hash ^ bytes[k]!, 0x01000193);
  return hash >>> 0;
}

export function writeModel(
  about: Omit<ModelHeader, "sections">,
  sections: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  let from = 0;
  const list = Object.entries(sections).map(([name, bytes]) => {
    const section = { name, from, length: bytes.length };
    from += aligned(bytes.length);
    return section;
  });
  const json = new TextEncoder().encode(JSON.stringify({ ...about, sections: list }));
  const headerLength = aligned(json.length);
  const file = new Uint8Array(bodyAt + headerLength + from).fill(0);
  file.set(new TextEncoder().encode(magic), 0);
  file.fill(32, bodyAt, bodyAt + headerLength);
  file.set(json, bodyAt);
  for (const each of list) file.set(sections[each.name]!, bodyAt + headerLength + each.from);
  const view = new DataView(file.buffer);
  view.setUint32(8, headerLength, true);
  view.setUint32(12, checksum(file.subarray(bodyAt)), true);
  return file;
}

/**
 * Reads a model file. `name` is what errors call it. Throws when the bytes are none of ours, cut
 * short or damaged.
 */
export function readModel(bytes: Uint8Array, name = "model"): Model {
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}; fetch or train the model file again`);
  };
  if (bytes.length < bodyAt) fail(`${bytes.length} bytes are too few for a model file`);
  const start = new TextDecoder().decode(bytes.subarray(0, 8));
  if (start !== magic) fail(`starts with ${JSON.stringify(start)} instead of "${magic}"`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(8, true);
  const found = checksum(bytes.subarray(bodyAt));
  const wanted = view.getUint32(12, true);
  if (found !== wanted) fail(`checksum is ${found} instead of ${wanted}: damaged or cut short`);
  const json = new TextDecoder().decode(bytes.subarray(bodyAt, bodyAt + headerLength));
  const header = JSON.parse(json) as ModelHeader;
  return {
    header,
    section(wantedName) {
      const section = header.sections.find((each) => each.name === wantedName);
      if (!section) throw new Error(`${name}: has no section "${wantedName}"; train it again`);
      const from = bodyAt + headerLength + section.from;
      return bytes.slice(from, from + section.length);
    },
  };
}

/** The model of a name among the bytes of all; throws when it is missing or damaged. */
export function openModel(models: { readonly [name: string]: Uint8Array }, name: string): Model {
  const bytes = models[name];
  if (!bytes) throw new Error(`${name}.model: is not among the models given; add its bytes`);
  return readModel(bytes, `${name}.model`);
}

/** The checksum that `readModel` has verified, as eight hexadecimal digits: which model this is. */
export const modelStamp = (bytes: Uint8Array): string =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .getUint32(12, true)
    .toString(16)
    .padStart(8, "0");

const textSection = (text: string): Uint8Array => new TextEncoder().encode(text);
const sectionText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export { sectionText, textSection };
