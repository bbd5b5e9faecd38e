/** The launcher: what a person meets first. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const hearsay = join(root, "hearsay");

test("starts from any folder, and says what it can do", () => {
  const { status, stdout } = spawnSync(hearsay, ["--help"], { cwd: "/", encoding: "utf8" });
  assert.equal(status, 0);
  assert.match(stdout, /read/);
});

test("two that start at once both answer", async () => {
  const codes = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((done) =>
          spawn(hearsay, ["read", join(root, "examples/phone-call.json")], { stdio: "ignore" }).on(
            "exit",
            done,
          ),
        ),
    ),
  );
  assert.deepEqual(codes, [0, 0]);
});

test("reads an example in a few seconds at the most, even on a busy machine", () => {
  const start = performance.now();
  const file = join(root, "examples/treaty.html");
  const { status, stdout, stderr } = spawnSync(hearsay, ["read", file, "--format", "json"], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  assert.equal(JSON.parse(stdout).schema, "hearsay/reading/1");
  assert.ok(performance.now() - start < 5000);
});
