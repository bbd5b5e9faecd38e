/**
 * Writes docs/reading-format.md and docs/reading.schema.json from the types of a Reading and their
 * doc comments, so that neither can say what the code does not: `node tools/reading-format.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const root = new URL("../", import.meta.url);
const files = ["reading/reading.ts", "reading/because.ts", "text/span.ts"];
/** The types of these files that a Reading is made of, found from here on. */
const top = "Reading";

type Schema = Readonly<Record<string, unknown>>;
type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const trees = files.map((file) => {
  const path = new URL(`packages/reader/src/${file}`, root);
  return ts.createSourceFile(file, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
});

const declarations = new Map<string, Declaration>(
  trees.flatMap((tree) =>
    tree.statements
      .filter((each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each))
      .map((each) => [each.name.text, each] as const),
  ),
);

/** The doc comment of a declaration or a member, on one line. */
function comment(node: ts.Node): string {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment ?? "";
  return (ts.getTextOfJSDocComment(docs) ?? "").replace(/\n(?!\n|\s*- )/g, " ").trim();
}

/** The types of ours that a type names, in the order they are named. */
function named(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isTypeReferenceNode(each)) found.push(each.typeName.getText());
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found.filter((name) => declarations.has(name));
}

/** All that a Reading is made of, outermost first. */
function parts(): Declaration[] {
  const order = [top];
  for (const name of order)
    for (const next of named(declarations.get(name)!)) if (!order.includes(next)) order.push(next);
  return order.map((name) => declarations.get(name)!);
}

// ---- JSON Schema

const keywords: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.StringKeyword]: "string",
  [ts.SyntaxKind.NumberKeyword]: "number",
  [ts.SyntaxKind.BooleanKeyword]: "boolean",
};

function schemaOf(type: ts.TypeNode): Schema {
  const keyword = keywords[type.kind];
  if (keyword) return { type: keyword };
  if (ts.isTypeOperatorNode(type)) return schemaOf(type.type);
  if (ts.isArrayTypeNode(type)) return { type: "array", items: schemaOf(type.elementType) };
  if (ts.isTypeLiteralNode(type)) return objectOf(type.members);
  if (ts.isUnionTypeNode(type)) return unionOf(type);
  if (ts.isLiteralTypeNode(type)) return { const: JSON.parse(type.getText()) };
  if (ts.isTupleTypeNode(type)) {
    const items = type.elements.map((each) =>
      schemaOf(ts.isNamedTupleMember(each) ? each.type : each),
    );
    return { type: "array", prefixItems: items, minItems: items.length, maxItems: items.length };
  }
  if (ts.isTypeReferenceNode(type)) return referenceOf(type);
  throw new Error(
    `${type.getSourceFile().fileName}: no schema for the type "${type.getText()}"; teach tools/reading-format.ts`,
  );
}

function referenceOf(type: ts.TypeReferenceNode): Schema {
  const name = type.typeName.getText();
  const [first, second] = type.typeArguments ?? [];
  if (name === "Readonly" && first) return schemaOf(first);
  if (name === "Record" && second)
    return { type: "object", additionalProperties: schemaOf(second) };
  if (declarations.has(name)) return { $ref: `#/$defs/${name}` };
  throw new Error(`no schema for "${type.getText()}"; teach tools/reading-format.ts`);
}

function unionOf({ types }: ts.UnionTypeNode): Schema {
  const each = types.map(schemaOf);
  return each.every((one) => typeof one.const === "string")
    ? { enum: each.map((one) => one.const) }
    : { anyOf: each };
}

const properties = (members: Iterable<ts.TypeElement>): ts.PropertySignature[] =>
  [...members].filter(ts.isPropertySignature);

function objectOf(members: Iterable<ts.TypeElement>): Schema {
  const all = properties(members);
  const described = all.map((each) => {
    const description = comment(each);
    const schema = schemaOf(each.type!);
    return [each.name.getText(), description ? { description, ...schema } : schema] as const;
  });
  const required = all.filter((each) => !each.questionToken).map((each) => each.name.getText());
  return { type: "object", properties: Object.fromEntries(described), required };
}

const definitionOf = (declaration: Declaration): Schema => {
  const description = comment(declaration);
  const schema = ts.isInterfaceDeclaration(declaration)
    ? objectOf(declaration.members)
    : schemaOf(declaration.type);
  return description ? { description, ...schema } : schema;
};

export function readingSchema(): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "hearsay/reading/1",
    $ref: `#/$defs/${top}`,
    $defs: Object.fromEntries(parts().map((each) => [each.name.text, definitionOf(each)])),
  };
}

// ---- The page

const plain = (type: ts.TypeNode): string =>
  type
    .getText()
    .replace(/\breadonly /g, "")
    .replace(/\bReadonly<(.*)>$/, "$1")
    .replace(/\s+/g, " ");

/** A type with links to the parts it names. */
const typeCell = (type: ts.TypeNode): string => {
  const names = [...new Set(named(type))];
  const links = names.map((name) => `[${name}](#${name.toLowerCase()})`).join(", ");
  const text = `\`${plain(type)
    .replaceAll("|", "\\|")
    .replace(/^\\\| /, "")}\``;
  return names.length === 1 && plain(type) === names[0]
    ? links
    : links
      ? `${text} (${links})`
      : text;
};

function rows(members: Iterable<ts.TypeElement>, before = ""): string[] {
  return properties(members).flatMap((each) => {
    const name = `${before}${each.name.getText()}`;
    const optional = each.questionToken ? "?" : "";
    if (each.type && ts.isTypeLiteralNode(each.type))
      return [
        `| \`${name}${optional}\` | object | ${comment(each)} |`,
        ...rows(each.type.members, `${name}.`),
      ];
    return [`| \`${name}${optional}\` | ${typeCell(each.type!)} | ${comment(each)} |`];
  });
}

const table = (members: Iterable<ts.TypeElement>): string =>
  ["| field | type | meaning |", "|---|---|---|", ...rows(members)].join("\n");

function section(declaration: Declaration): string {
  const parts = [`## ${declaration.name.text}`, comment(declaration)];
  if (ts.isInterfaceDeclaration(declaration)) parts.push(table(declaration.members));
  else if (ts.isUnionTypeNode(declaration.type))
    for (const each of declaration.type.types)
      parts.push(ts.isTypeLiteralNode(each) ? table(each.members) : `- \`${each.getText()}\``);
  else parts.push(`\`${plain(declaration.type)}\``);
  return parts
    .filter((each) => each !== "")
    .join("\n\n")
    .replace(/(^- .*)\n\n(?=- )/gm, "$1\n");
}

const opening = `# The format of a Reading

<!-- Written by tools/reading-format.ts from packages/reader/src/reading/. Do not edit. -->

\`hearsay read FILE --format json\` prints one Reading; \`hearsay code --format readings\` prints one a
line; \`reader.read(…)\` returns one. [reading.schema.json](reading.schema.json) says the same as a
JSON Schema.

Positions are half-open ranges of UTF-16 units into \`report.text\`: in JavaScript
\`report.text.slice(from, to)\`; in Python, where strings count code points, decode
\`text.encode("utf-16-le")[2 * from : 2 * to]\`. Ids ("e1", "s2") hold within one Reading. A field
with "?" is left out where there is nothing to say. Fields may be added to this version of the
format; those below keep their names and meanings.

In a stream of many, a report that cannot be read leaves \`{"id", "error": {"code", "message"}}\` in
its place.`;

export const readingPage = (): string => `${[opening, ...parts().map(section)].join("\n\n")}\n`;

/** What the two files hold, by path from the root of the repository. */
export const written = (): Readonly<Record<string, string>> => ({
  "docs/reading-format.md": readingPage(),
  "docs/reading.schema.json": `${JSON.stringify(readingSchema(), null, 2)}\n`,
});

if (import.meta.main)
  for (const [path, text] of Object.entries(written())) writeFileSync(new URL(path, root), text);
