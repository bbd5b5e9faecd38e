import type { OpenOptions, Reader } from "@hearsay/reader";

/** The reader, loaded only when there is something to read: what is wrong is told at once. */
export async function theReader(options?: OpenOptions): Promise<Reader> {
  const { openReader } = await import("@hearsay/reader");
  return openReader(options);
}
