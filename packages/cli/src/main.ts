#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { help, nearest, parseGiven, UsageError } from "./command.ts";
import { commands, laterCommands } from "./commands.ts";

/** Exit codes: 0 done, 1 done with failures listed, 2 bad input or usage, 3 could not fetch, 4 internal error. */
async function main(args: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") return overview(rest[0]);
  if (name === "--version" || name === "-V") return print(`hearsay ${version()}`);
  const entry = entryOf(name);
  if (!entry) return fail(`hearsay: ${unknownCommand(name)}`);
  const command = await entry.load();
  const end = rest.indexOf("--");
  const options = end < 0 ? rest : rest.slice(0, end);
  if (options.includes("--help") || options.includes("-h")) return print(help(name, command));
  try {
    return await command.run(parseGiven(command, rest));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // A message that says already what to do needs no more.
    const next = error.message.includes("; ") ? "" : `; see hearsay ${name} --help`;
    return fail(`hearsay ${name}: ${error.message}${next}`);
  }
}

const entryOf = (name: string) =>
  [commands, laterCommands].find((list) => Object.hasOwn(list, name))?.[name];

async function overview(name: string | undefined): Promise<number> {
  const entry = name === undefined ? undefined : entryOf(name);
  if (name !== undefined && !entry) return fail(`hearsay: ${unknownCommand(name)}`);
  if (name !== undefined && entry) return print(help(name, await entry.load()));
  const row = ([command, { about }]: [string, { about: string }]) =>
    `  ${command.padEnd(9)} ${about}`;
  return print(
    [
      "Usage: hearsay COMMAND …",
      "",
      "Hearsay reads the news and keeps three things apart: what happened, on whose say-so,",
      "and in whose words. It works offline, and every item says why it is there.",
      "",
      "Commands:",
      ...Object.entries(commands).map(row),
      "",
      "With a later version:",
      ...Object.entries(laterCommands).map(row),
      "",
      "Each has its own help, with an example: hearsay read --help",
      "",
      "Example:",
      "  hearsay read examples/phone-call.json",
      "",
    ].join("\n"),
  );
}

function unknownCommand(name: string): string {
  const near = nearest(name, [...Object.keys(commands), ...Object.keys(laterCommands)]);
  const what = name.startsWith("-") ? "option" : "command";
  return `there is no ${what} ${name}${near ? `; did you mean ${near}?` : "; see hearsay --help"}`;
}

function print(text: string): number {
  process.stdout.write(`${text.trimEnd()}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

const version = (): string =>
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

/** What can go wrong while writing that is nobody's mistake here. */
const fullDevice: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "your share of the device is used up",
  EFBIG: "the file would become too large",
  EIO: "the device failed",
};

/** An error that says itself what is wrong (an input's) has an exit code; any other is a mistake of ours. */
function endOf(error: unknown): number {
  const { exit } = error as { exit?: unknown };
  if (error instanceof Error && typeof exit === "number") {
    process.stderr.write(`${error.message}\n`);
    return exit;
  }
  const full = fullDevice[(error as NodeJS.ErrnoException).code ?? ""];
  if (full !== undefined) return fail(`the result could not be written: ${full}`);
  if (process.env.HEARSAY_DEBUG) console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `internal error: ${message.replace(/\s*\n\s*/g, " ")}; run with HEARSAY_DEBUG=1 for the trace\n`,
  );
  return 4;
}

// A reader that stops reading (`hearsay … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : endOf(error));
});
process.on("uncaughtException", (error) => process.exit(endOf(error)));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = endOf(error);
}
