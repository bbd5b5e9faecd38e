import { parseArgs } from "node:util";

/** One command of the command line: what `--help` says of it, and what it does. */
export interface Command {
  /** What follows the command's name: "FILE|URL|- [options]". */
  readonly usage: string;
  /** What it does and prints, for someone who has never used it. */
  readonly about: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  /** Returns the exit code. */
  run(given: Given): Promise<number>;
}

export interface Option {
  /** What stands for the value in the help: "FILE"; absent for a switch. */
  readonly value?: string;
  readonly short?: string;
  /** It may be given several times. */
  readonly many?: true;
  readonly help: string;
}

/** What the user gave. */
export interface Given {
  readonly operands: readonly string[];
  option(name: string): string | undefined;
  /** All values of an option that may be given several times, in their order. */
  list(name: string): readonly string[];
  flag(name: string): boolean;
}

/** A command that was not given as it should be; `message` is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const declare = (command: Command): Command => command;

/** @throws UsageError for an option the command does not have, or one without its value */
export function parseGiven(command: Command, args: readonly string[]): Given {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value, short, many }]) => [
      name,
      {
        type: value ? ("string" as const) : ("boolean" as const),
        ...(short ? { short } : {}),
        ...(many ? { multiple: true } : {}),
      },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return {
      operands: positionals,
      option: (name) => (typeof values[name] === "string" ? values[name] : undefined),
      list: (name) => {
        const value: unknown = values[name];
        return Array.isArray(value) ? value : [];
      },
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    throw new UsageError(optionProblem(error, command));
  }
}

function optionProblem(error: unknown, command: Command): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const name = /'(?:-\w, )?(-[^' ]*)[^']*'/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = nearest(name.replace(/^-+/, ""), Object.keys(command.options));
    return `there is no option ${name}${near ? `; did you mean --${near}?` : ""}`;
  }
  if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    const option = command.options[name.replace(/^-+/, "")];
    return option?.value
      ? `${name} needs a value: ${name} ${option.value}`
      : `${name} takes no value`;
  }
  throw error;
}

/** The one of `names` that differs from `given` in the fewest letters, if in at most two. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(given, name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= 2 && best.distance < given.length ? best.name : undefined;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** @throws UsageError when the option is given and is none of these */
export function oneOf<Choice extends string>(
  given: Given,
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): Choice {
  const value = given.option(name);
  if (value === undefined) return usual;
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  throw new UsageError(`--${name} is "${value}", not one of ${choices.join(", ")}`);
}

/** @throws UsageError when there are fewer or more operands than names */
export function operands(given: Given, names: readonly string[]): string[] {
  const missing = names[given.operands.length];
  if (missing) throw new UsageError(`${missing} is missing`);
  const extra = given.operands[names.length];
  if (extra !== undefined)
    throw new UsageError(`"${extra}" is one too many; put names with spaces in quotation marks`);
  return [...given.operands];
}

/** What `hearsay NAME --help` prints. */
export function help(name: string, command: Command): string {
  const rows = Object.entries(command.options).map(([long, { value, short, help }]) => {
    const left = `${short ? `-${short}, ` : ""}--${long}${value ? ` ${value}` : ""}`;
    return { left, help };
  });
  rows.push({ left: "-h, --help", help: "prints this" });
  const width = Math.max(...rows.map(({ left }) => left.length));
  return [
    `Usage: hearsay ${name} ${command.usage}`,
    "",
    command.about.trim(),
    "",
    "Options:",
    ...rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`),
    "",
    command.examples.length > 1 ? "Examples:" : "Example:",
    ...command.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}
