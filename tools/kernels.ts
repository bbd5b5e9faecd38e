/**
 * Compiles the arithmetic in packages/<package>/kernels/ (AssemblyScript) to WebAssembly and writes it, as
 * text that any bundler and any runtime takes, into the sources:
 *
 *     node tools/kernels.ts
 *
 * The compiler comes from npm for the occasion; only who changes a kernel needs it. What is written
 * names the source it was made from, and a test holds the two together (`kernelStamp`).
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const kernelFiles = [
  { from: "packages/reader/kernels/reader.ts", to: "packages/reader/src/model/kernels.ts" },
  { from: "packages/trainer/kernels/trainer.ts", to: "packages/trainer/src/kernels.ts" },
] as const;

const compiler = "assemblyscript@0.28.20";
const options = "-O3 --noAssert --runtime stub --enable simd --enable relaxed-simd --importMemory";
const root = fileURLToPath(new URL("../", import.meta.url));

/** Says which source, and how compiled, a kernel is. */
export const kernelStamp = (source: string): string =>
  createHash("sha256").update(`${compiler} ${options}\n${source}`).digest("hex").slice(0, 16);

function compiled(path: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-kernels-"));
  const file = join(folder, "out.wasm");
  const command = ["exec", "--yes", `--package=${compiler}`, "--", "asc", path, "--outFile", file];
  execFileSync("npm", [...command, ...options.split(" ")], { cwd: root, stdio: "inherit" });
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

function write(from: string, to: string): void {
  const source = readFileSync(join(root, from), "utf8");
  const lines =
    Buffer.from(compiled(from))
      .toString("base64")
      .match(/.{1,90}/g) ?? [];
  const text = `/**
 * ${from} as WebAssembly in base64; written by \`node tools/kernels.ts\`.
 * Source ${kernelStamp(source)}.
 */
export const kernels = \`
${lines.join("\n")}
\`;
`;
  writeFileSync(join(root, to), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { from, to } of kernelFiles) write(from, to);
