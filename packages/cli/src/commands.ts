import type { Command } from "./command.ts";

interface Entry {
  readonly about: string;
  readonly load: () => Promise<Command>;
}

const later = async () => (await import("./commands/later.ts")).later;

/** The table of contents of the command line; a command is loaded when it is called. */
export const commands: Readonly<Record<string, Entry>> = {
  read: {
    about: "reads one report: what happened, on whose say-so, in whose words",
    load: async () => (await import("./commands/read.ts")).read,
  },
  explain: {
    about: "why an item of a reading is there, or why something is not",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  code: {
    about: "reads many reports into a table of events: CSV, TSV, JSON lines, CAMEO dyads",
    load: async () => (await import("./commands/code.ts")).code,
  },
  parse: {
    about: "sentences, words, tags and trees alone",
    load: async () => (await import("./commands/parse.ts")).parse,
  },
  evaluate: {
    about: "scores against gold files: language, names, events, statements",
    load: async () => (await import("./commands/evaluate.ts")).evaluate,
  },
  check: {
    about: "checks knowledge files and runs their examples",
    load: async () => (await import("./commands/check.ts")).check,
  },
};

/** What the design has and this version has not yet. */
export const laterCommands: Readonly<Record<string, Entry>> = {
  add: { about: "brings reports into an archive", load: later },
  watch: { about: "follows feeds and adds what is new", load: later },
  failures: { about: "lists what could not be added, and why", load: later },
  reread: { about: "reads an archive again with a newer reader", load: later },
  stories: { about: "reports of the same events, side by side", load: later },
  search: { about: "finds items in an archive", load: later },
  export: { about: "writes an archive's items to files", load: later },
  serve: { about: "serves an archive to the web app", load: later },
  demo: { about: "shows the web app on examples", load: later },
};
