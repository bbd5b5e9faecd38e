import type { ReportInput } from "@hearsay/reader";
import { isIsoDate } from "./dates.ts";
import { InputError, shown } from "./errors.ts";
import { checkLength } from "./limits.ts";

/**
 * A report as a JSON object `{id?, text, title?, published?, outlet?, url?, byline?}`. Other fields
 * are left alone, `null` is as good as absent, and a whole number may stand for an id.
 *
 * @throws InputError `not-json`, `wrong-field`, `wrong-date`, `empty` or `too-long`, which names the
 * field and its value
 */
export function parseReport(json: string): ReportInput {
  return reportFrom(parseJson(json));
}

export function reportFrom(value: unknown): ReportInput {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(
      "wrong-field",
      `this is ${Array.isArray(value) ? "a JSON list" : shown(value)}, not a report; give an object {"text": "…", …}`,
    );
  const fields = value as Record<string, unknown>;
  return {
    ...idOf(fields.id),
    text: textOf(fields.text),
    ...optional(fields, "title", "a string"),
    ...optional(fields, "published", "an ISO date; give YYYY-MM-DD", checkPublished),
    ...optional(fields, "outlet", "a string"),
    ...optional(fields, "url", "a string"),
    ...optional(fields, "byline", "a string"),
  };
}

/** The id of a record that may be wrong otherwise, for the answer in its place. */
export function idIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : null;
    return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InputError("not-json", `this is not JSON: ${error.message.slice(0, 120)}`);
  }
}

function textOf(value: unknown): string {
  if (value === undefined)
    throw new InputError("wrong-field", `"text" is missing; give the report's text as a string`);
  if (typeof value !== "string")
    throw new InputError("wrong-field", `"text" is ${shown(value)}, not a string`);
  if (value.trim() === "") throw new InputError("empty", `"text" is empty`);
  return checkLength(value);
}

function idOf(value: unknown): { id?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value === "string" && value !== "") return { id: value };
  if (Number.isSafeInteger(value)) return { id: String(value) };
  throw new InputError("wrong-field", `"id" is ${shown(value)}, not a string`);
}

function optional<Key extends string>(
  fields: Record<string, unknown>,
  key: Key,
  wanted: string,
  check: (value: string) => void = () => {},
): { [K in Key]?: string } {
  const value = fields[key];
  if (value === undefined || value === null || value === "") return {};
  if (typeof value !== "string")
    throw new InputError("wrong-field", `"${key}" is ${shown(value)}, not ${wanted}`);
  check(value);
  return { [key]: value } as { [K in Key]?: string };
}

function checkPublished(value: string): void {
  if (isIsoDate(value)) return;
  throw new InputError(
    "wrong-date",
    `"published" is ${shown(value)}, not an ISO date; give YYYY-MM-DD`,
  );
}
