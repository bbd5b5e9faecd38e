/** What `./check` runs: every step with its time, and the sum over all of them on the last line. */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** Printed below the step when something failed or was left out. */
  readonly says?: string;
}

interface Step {
  readonly name: string;
  readonly run: () => Outcome;
}

const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), "hearsay-check-"));

/** Runs a program; gives its exit code and all that it printed. */
function run(command: string, ...args: string[]): { ok: boolean; printed: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { ok: status === 0, printed: error ? error.message : `${stdout}${stderr}` };
}

/** A step that is one program: it passes or fails as a whole. */
const whole = (name: string, command: string, ...args: string[]): Step => ({
  name,
  run() {
    const { ok, printed } = run(command, ...args);
    return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, says: printed };
  },
});

const tool = (name: string, script: string, ...args: string[]): Step =>
  whole(name, node, `node_modules/${script}`, ...args);

/** A step that is many tests, each counted. */
const tests = (name: string, ...patterns: string[]): Step => ({
  name,
  run() {
    const files = globSync(patterns).sort();
    if (files.length === 0)
      return { passed: 0, failed: 1, says: `no test file matches ${patterns.join(", ")}` };
    return runTests(files);
  },
});

function runTests(files: readonly string[]): Outcome {
  const tap = join(folder, "tap");
  const { ok, printed } = run(
    node,
    "--conditions=hearsay-source",
    "--disable-warning=ExperimentalWarning",
    "--test",
    "--test-timeout=300000",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
    `--test-reporter-destination=${tap}`,
    ...files,
  );
  const counts = existsSync(tap) ? readFileSync(tap, "utf8") : "";
  const count = (what: string): number =>
    Number(new RegExp(`^# ${what} (\\d+)$`, "m").exec(counts)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  const skipped = count("skipped");
  if (ok && failed === 0) return { passed: count("pass"), failed, skipped };
  // The failures once more, in full, at the end of what the runner prints.
  const at = printed.indexOf("failing tests:");
  return {
    passed: count("pass"),
    failed: Math.max(1, failed),
    skipped,
    says: at < 0 ? printed : printed.slice(at),
  };
}

const isDebian = (): boolean =>
  existsSync("/etc/os-release") &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));

const chromium = (): boolean =>
  ["chromium", "chromium-browser", "google-chrome", "chrome"].some(
    (name) => run("sh", "-c", `command -v ${name}`).ok,
  );

/** The browser the test runs in: fetched by Debian's own package where we may, else asked for. */
const browser: Step = {
  name: "browser",
  run() {
    if (!chromium() && process.getuid?.() === 0 && isDebian()) {
      console.log("  installing Debian's chromium (apt-get)");
      const install =
        "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium";
      const { ok, printed } = run("sh", "-c", install);
      if (!ok) return { passed: 0, failed: 1, says: `apt-get could not install it:\n${printed}` };
    }
    if (!chromium()) {
      const says =
        "no chromium on PATH: install it (Debian: apt-get install chromium) and run ./check again";
      return { passed: 0, failed: 1, says };
    }
    return runTests(["test/browser.test.ts"]);
  },
};

const steps: readonly Step[] = [
  tool(
    "format and lint",
    "@biomejs/biome/bin/biome",
    "ci",
    "--colors=off",
    "--error-on-warnings",
    ".",
  ),
  tool("build, types of the packages", "typescript/bin/tsc", "--build"),
  tool("types of the tests", "typescript/bin/tsc", "--noEmit", "-p", "test"),
  tests("house rules", "test/house.test.ts"),
  tool("nothing unused", "knip/bin/knip.js", "--no-progress"),
  tests("packages", "packages/*/test/**/*.test.ts"),
  whole("knowledge", node, "packages/cli/dist/main.js", "check"),
  tests(
    "golden readings, documents, launcher, gazetteer, no events",
    "test/{golden,documents,launcher,gazetteer,no-events}.test.ts",
  ),
  tests("properties", "test/properties.test.ts"),
  browser,
];

const chosen = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };
for (const step of steps) {
  if (chosen.length > 0 && !chosen.some((each) => step.name.includes(each))) continue;
  const start = performance.now();
  const { passed, failed, skipped = 0, says } = step.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const left = skipped > 0 ? `, ${skipped} skipped` : "";
  console.log(
    `${failed ? "✗" : "✓"} ${step.name}: ${passed} passed, ${failed} failed${left} (${seconds} s)`,
  );
  if (failed && says) console.log(says.replace(/^/gm, "    ").trimEnd());
  sum.passed += passed;
  sum.failed += failed;
}
rmSync(folder, { recursive: true });
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
