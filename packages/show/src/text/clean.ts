/** A report may hold characters that steer a terminal: none of them goes out. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const steering = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Each steering character becomes "\ufffd", so that spans still point where they did. */
export const clean = (text: string): string => text.replace(steering, "\ufffd");

/** Every string of a value made clean. */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === "string") return clean(value) as Value;
  if (Array.isArray(value)) return value.map((each) => cleaned(each)) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, cleaned(each)]),
  ) as Value;
}
