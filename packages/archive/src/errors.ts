/** What can be wrong with an input; the word is stable and goes out in `{"error": {"code"}}`. */
export type InputProblem =
  | "unreadable"
  | "directory"
  | "empty"
  | "binary"
  | "too-long"
  | "no-article"
  | "not-json"
  | "wrong-field"
  | "wrong-date"
  | "wrong-address"
  | "private-address"
  | "not-fetched"
  | "timed-out";

/**
 * An input that cannot be read. `message` is one line: what is wrong, with the value, and what to
 * do next. `exit` is the exit code a command ends with: 2 bad input, 3 could not be fetched.
 */
export class InputError extends Error {
  readonly code: InputProblem;
  readonly exit: 2 | 3;

  constructor(code: InputProblem, message: string, exit: 2 | 3 = 2) {
    super(oneLine(message));
    this.name = "InputError";
    this.code = code;
    this.exit = exit;
  }
}

const oneLine = (message: string): string => message.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");

/** A value as it may stand in a message: quoted when it is a string, cut when it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
