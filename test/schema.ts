/** Checks a value against the part of JSON Schema that docs/reading.schema.json uses. */

type Schema = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a value, each with its path; empty when it is valid. Stricter than the schema
 * in one thing: a property that the schema does not name is wrong too.
 */
export function violations(value: unknown, schema: Schema, root: Schema, path = "$"): string[] {
  const { $ref, anyOf, enum: values, type } = schema;
  if (typeof $ref === "string") return violations(value, definition(root, $ref), root, path);
  if (Array.isArray(anyOf)) return anyViolations(value, anyOf, root, path);
  if (Array.isArray(values) && !values.includes(value))
    return [`${path}: ${JSON.stringify(value)} is none of ${values.join(", ")}`];
  if ("const" in schema && value !== schema.const)
    return [`${path}: ${JSON.stringify(value)} is not ${JSON.stringify(schema.const)}`];
  if (typeof type === "string" && typeOf(value) !== type)
    return [`${path}: ${JSON.stringify(value)?.slice(0, 60)} is no ${type}`];
  if (Array.isArray(value)) return arrayViolations(value, schema, root, path);
  return type === "object" ? objectViolations(value as Schema, schema, root, path) : [];
}

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? "array" : value === null ? "null" : typeof value;

const definition = (root: Schema, reference: string): Schema =>
  (root.$defs as Record<string, Schema>)[reference.replace("#/$defs/", "")]!;

function anyViolations(value: unknown, schemas: Schema[], root: Schema, path: string): string[] {
  const each = schemas.map((schema) => violations(value, schema, root, path));
  const fewest = each.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return each.some((one) => one.length === 0) ? [] : fewest;
}

function arrayViolations(
  value: readonly unknown[],
  { items, prefixItems, minItems, maxItems }: Schema,
  root: Schema,
  path: string,
): string[] {
  if (value.length < Number(minItems ?? 0) || value.length > Number(maxItems ?? Infinity))
    return [`${path}: ${value.length} items`];
  return value.flatMap((each, index) => {
    const schema = (prefixItems as Schema[] | undefined)?.[index] ?? (items as Schema | undefined);
    return schema ? violations(each, schema, root, `${path}[${index}]`) : [];
  });
}

function objectViolations(value: Schema, schema: Schema, root: Schema, path: string): string[] {
  const known = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const others = schema.additionalProperties as Schema | undefined;
  const missing = ((schema.required ?? []) as string[])
    .filter((name) => !(name in value))
    .map((name) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, each]) => {
    const one = known[name] ?? others;
    return one ? violations(each, one, root, `${path}.${name}`) : [`${path}.${name}: not named`];
  });
  return [...missing, ...wrong];
}
