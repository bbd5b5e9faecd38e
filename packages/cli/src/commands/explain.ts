import type { Reading } from "@hearsay/reader";
import { declare, type Given, operands, UsageError } from "../command.ts";
import { dictionaryOptions, readerFor } from "../dictionaries.ts";
import { inputFrom, inputOptions, savedReading } from "../input.ts";
import { idsOf, itemOf } from "../items.ts";
import { openOutput } from "../output.ts";

export const explain = declare({
  usage: 'FILE|URL|- ITEM | FILE|URL|- --why-not "PHRASE" [options]',
  about: `
Prints why an item of a reading is there: the words of the report it rests on, the rows of the
knowledge files (file:line), and what the models chose. ITEM is an id as "hearsay read" prints
it: e1 an entity, s1 a statement, ev1 an event, f1 a figure, w1 a wording item.
With --why-not it says what stopped the words of PHRASE from becoming an item.
FILE may also be a reading that was saved with --format json.`,
  options: {
    "why-not": { value: "PHRASE", help: "words of the report that became no item" },
    ...inputOptions,
    ...dictionaryOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
  },
  examples: [
    "hearsay explain examples/phone-call.json ev1",
    'hearsay explain examples/phone-call.json --why-not "spoke by phone"',
  ],
  async run(given) {
    const phrase = given.option("why-not");
    const names = phrase === undefined ? ["FILE|URL|-", "ITEM"] : ["FILE|URL|-"];
    const [source = "-", item = ""] = operands(given, names);
    const output = await openOutput(given.option("output"));
    const answer =
      phrase === undefined
        ? await whyItem((await savedReading(source)) ?? (await readingOf(source, given)), item)
        : await whyNotPhrase(source, given, phrase);
    await output.write(`${answer.trimEnd()}\n`);
    await output.close();
    return 0;
  },
});

const readingOf = async (source: string, given: Given) => {
  const input = await inputFrom(source, given);
  return (await readerFor(given)).read(input);
};

async function whyNotPhrase(source: string, given: Given, phrase: string): Promise<string> {
  const input = await inputFrom(source, given);
  const { whyNot } = await import("../why-not.ts");
  return whyNot(await readerFor(given), input, phrase);
}

async function whyItem(reading: Reading, id: string): Promise<string> {
  const found = itemOf(reading, id);
  if (!found) throw new UsageError(`this reading has no item "${id}"; it has ${idsOf(reading)}`);
  const { showWhy } = await import("@hearsay/show");
  return `${found.heading}\n\n${showWhy(found.why, reading)}`;
}
