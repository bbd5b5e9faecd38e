/** The rules of the house: who may import whom, and how large things may grow. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { kernelFiles, kernelStamp } from "../tools/kernels.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Which packages each package may import. What is not named here may import nothing. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  reader: [],
  show: ["reader"],
  archive: ["reader"],
  evaluation: ["reader"],
  trainer: ["reader", "evaluation"],
  server: ["reader", "show", "archive"],
  cli: ["reader", "show", "archive", "evaluation", "server"],
};

/** The floors of the reader: a room imports from lower floors and from itself, never sideways. */
const floors: readonly (readonly string[])[] = [
  ["text"],
  ["reading"],
  ["knowledge", "model"],
  ["stages"],
  ["reader.ts"],
];

/** The one file of the reader that touches the disk. */
const edges: ReadonlySet<string> = new Set(["packages/reader/src/data.node.ts"]);

const longestFunction = 60;
const longestFile = 400;
/** Files that may be longer, each with its own limit and the reason. */
const longer: Readonly<Record<string, { readonly lines: number; readonly why: string }>> = {};

interface Import {
  readonly line: number;
  readonly from: string;
}

interface Source {
  readonly path: string;
  readonly package: string;
  /** Inside the package's src: "stages/events/match.ts". */
  readonly inside: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (named && ts.isStringLiteral(named))
      found.push({ line: lineOf(tree, node), from: named.text });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const sources: readonly Source[] = globSync("packages/*/src/**/*.ts", { cwd: root })
  .sort()
  .map((path) => {
    const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
    const [, name = "", , ...inside] = path.split("/");
    return { path, package: name, inside: inside.join("/"), tree, imports: importsOf(tree) };
  });

/** The file that a relative import means, as a path from the root. */
const target = (source: Source, from: string): string =>
  relative(root, join(root, dirname(source.path), from));

const isRelative = (from: string): boolean => from.startsWith(".");

function holds(problems: readonly string[]): void {
  assert.ok(problems.length === 0, `\n${problems.join("\n")}\n`);
}

/** Runs a rule on every import; what it returns is what is wrong. */
const onImports = (rule: (source: Source, from: string) => string | undefined): string[] =>
  sources.flatMap((source) =>
    source.imports.flatMap(({ line, from }) => {
      const wrong = rule(source, from);
      return wrong ? [`${source.path}:${line}: ${wrong}`] : [];
    }),
  );

test("packages import each other by name, in the allowed directions only", () => {
  holds(
    onImports((source, from) => {
      if (isRelative(from) && !target(source, from).startsWith(`packages/${source.package}/src/`))
        return `"${from}" leaves the package; import another package by its name`;
      const other = /^@hearsay\/([^/]+)/.exec(from)?.[1];
      if (!other || other === source.package) return undefined;
      const allowed = mayImport[source.package] ?? [];
      if (allowed.includes(other)) return undefined;
      return `${source.package} may not import ${other}; it may import ${allowed.join(", ") || "no package"}`;
    }),
  );
});

const roomOf = (inside: string): string => inside.split("/")[0] ?? "";
const floorOf = (inside: string): number => {
  const floor = floors.findIndex((rooms) => rooms.includes(roomOf(inside)));
  return floor < 0 ? floors.length : floor;
};

test("imports of the reader go down the floors, never up or sideways", () => {
  holds(
    onImports((source, from) => {
      if (source.package !== "reader" || !isRelative(from)) return undefined;
      const inside = target(source, from).replace("packages/reader/src/", "");
      const [here, there] = [floorOf(source.inside), floorOf(inside)];
      if (there < here) return undefined;
      if (there === here && (here === floors.length || roomOf(inside) === roomOf(source.inside)))
        return undefined;
      return `"${from}" goes ${there > here ? "up" : "sideways"}; move what both need to a lower floor (${floors.flat().join(", ")})`;
    }),
  );
});

/** stages/events.ts and stages/events/*.ts are one stage. */
const stageOf = (inside: string): string | undefined => /^stages\/([^/.]+)/.exec(inside)?.[1];

test("no stage imports another stage", () => {
  holds(
    onImports((source, from) => {
      const stage = source.package === "reader" ? stageOf(source.inside) : undefined;
      if (!stage || !isRelative(from)) return undefined;
      const other = stageOf(target(source, from).replace("packages/reader/src/", ""));
      if (!other || other === stage) return undefined;
      return `the stage "${stage}" imports the stage "${other}"; pass a layer, or move the helper to reading/ or knowledge/`;
    }),
  );
});

test("no file imports itself by way of others", () => {
  const next = new Map(
    sources.map((source) => [
      source.path,
      source.imports.flatMap(({ from }) => (isRelative(from) ? [target(source, from)] : [])),
    ]),
  );
  const problems: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0)
      problems.push(
        `${path}:1: an import cycle, ${[...above.slice(at), path].join(" → ")}; move what they share to a file of its own`,
      );
    if (at >= 0 || done.has(path)) return;
    for (const each of next.get(path) ?? []) visit(each, [...above, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  holds(problems);
});

test("the reader touches no disk, network or clock but at its edge", () => {
  holds(
    onImports((source, from) =>
      source.package === "reader" && from.startsWith("node:") && !edges.has(source.path)
        ? `the reader imports "${from}"; take what it gives as an argument, from ${[...edges].join(", ")}`
        : undefined,
    ),
  );
  const { dependencies = {} } = JSON.parse(read("packages/reader/package.json"));
  assert.deepEqual(
    dependencies,
    {},
    "packages/reader/package.json: the reader has no dependencies; write it, or take it as an argument",
  );
});

test(`no function has more than ${longestFunction} lines`, () => {
  const problems: string[] = [];
  for (const { path, tree } of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && "body" in node && node.body) {
        const first = lineOf(tree, node);
        const lines = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 2 - first;
        if (lines > longestFunction)
          problems.push(`${path}:${first}: a function of ${lines} lines; name its parts`);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  holds(problems);
});

test(`no file has more than ${longestFile} lines`, () => {
  const tests = globSync(["packages/*/test/**/*.ts", "test/*.ts", "tools/*.ts", "bench/*.ts"], {
    cwd: root,
  });
  const problems: string[] = [];
  for (const path of [...sources.map((each) => each.path), ...tests]) {
    const lines = read(path).split("\n").length - 1;
    const most = longer[path]?.lines ?? longestFile;
    if (lines > most) problems.push(`${path}:${most}: ${lines} lines; one idea a file: part it`);
  }
  for (const path of Object.keys(longer))
    if (!existsSync(join(root, path))) problems.push(`${path}:1: gone; drop its exception`);
  holds(problems);
});

test("no tracked file names a path of somebody's machine", () => {
  // Written in parts, so that this file does not find itself.
  const machine = new RegExp(
    `(?<![\\w.~/-])/(?:${["home", "Users", "root", "work"].join("|")})/\\w`,
  );
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  const problems = tracked
    .split("\0")
    .filter((path) => path && !path.startsWith("packages/reader/models/"))
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      read(path)
        .split("\n")
        .flatMap((line, index) => {
          const found = machine.exec(line);
          return found
            ? [`${path}:${index + 1}: "${found[0]}…" is a path of one machine; make it relative`]
            : [];
        }),
    );
  holds(problems);
});

test("the arithmetic is what its source compiles to", () => {
  for (const { from, to } of kernelFiles)
    assert.ok(
      read(to).includes(`Source ${kernelStamp(read(from))}.`),
      `${to}:1: was not made from ${from} as it stands; run node tools/kernels.ts`,
    );
});
