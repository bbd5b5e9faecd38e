import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { InputError } from "@hearsay/archive";

/** Where results go: standard output, or the file of `-o`. */
export interface Output {
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export async function openOutput(path: string | undefined): Promise<Output> {
  if (path === undefined || path === "-")
    return { write: writeTo(process.stdout), close: async () => {} };
  const stream = createWriteStream(path);
  try {
    await once(stream, "open");
  } catch (error) {
    throw cannotWrite(path, error);
  }
  const write = writeTo(stream);
  return {
    write,
    async close() {
      stream.end();
      await once(stream, "finish");
    },
  };
}

const writeTo = (stream: NodeJS.WritableStream) => async (text: string) => {
  if (!stream.write(text)) await once(stream, "drain");
};

function cannotWrite(path: string, error: unknown): InputError {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: "there is no such folder",
    EISDIR: "it is a folder; give a file's name",
    EACCES: "you may not write there",
    EROFS: "nothing can be written there",
  };
  return new InputError("unreadable", `${path}: cannot be written: ${reasons[code] ?? code}`);
}
