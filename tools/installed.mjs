// Exits with 0 when node_modules holds what package-lock.json names: `node installed.mjs ROOT`.
import { readFileSync } from "node:fs";

const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(`${process.argv[2]}/${path}`, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
};
const wanted = packagesOf("package-lock.json");
const there = packagesOf("node_modules/.package-lock.json");
// Packages for other platforms are optional and stay away; the root itself is not installed.
const missing = Object.entries(wanted).filter(
  ([path, { version, optional }]) =>
    path.startsWith("node_modules/") && !optional && there[path]?.version !== version,
);
process.exitCode = missing.length === 0 ? 0 : 1;
