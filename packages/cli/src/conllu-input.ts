import { bytesOf, decode, fileBytes, InputError } from "@hearsay/archive";
import { ConlluError, type ConlluSentence, readConllu } from "@hearsay/evaluation/conllu";
import { isAddress, named, nameOf } from "./input.ts";

/** Treebanks hold many reports. */
const mostBytes = 1_000_000_000;

export const isConllu = (source: string): boolean => /\.conllu$/i.test(source);

/**
 * The sentences of a CoNLL-U file, or of standard input.
 *
 * @throws InputError that begins with the file and the line
 */
export async function conlluFrom(source: string): Promise<ConlluSentence[]> {
  if (isAddress(source))
    throw new InputError(
      "unreadable",
      `${source}: CoNLL-U is read from a file or from "-"; fetch it first`,
    );
  const text = await named(nameOf(source), async () =>
    decode(
      await (source === "-" ? bytesOf(process.stdin, mostBytes) : fileBytes(source, mostBytes)),
    ),
  );
  const sentences = atLine(nameOf(source), () => readConllu(text));
  if (sentences.length === 0)
    throw new InputError(
      "empty",
      `${nameOf(source)}: this has no words; give sentences in CoNLL-U`,
    );
  return sentences;
}

/** Puts file and line in front of what is wrong with a line of CoNLL-U. */
export function atLine<Value>(name: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ConlluError)) throw error;
    const problem = error.message.replace(/^line \d+: /, "");
    throw new InputError("wrong-field", `${name}:${error.line}: ${problem}`);
  }
}
