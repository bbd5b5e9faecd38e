/**
 * Makes the picture in the README: an example, read and drawn as a page, seen by a browser.
 * `node tools/picture.ts`, after ./hearsay has been built; needs chromium on PATH.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "hearsay-picture-"));
const page = join(folder, "reading.html");
const example = join(root, "examples/border-shelling-bangkok.json");

execFileSync(join(root, "hearsay"), ["read", example, "--format", "html", "-o", page]);
const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" });
const browser = await chromium.launch({
  executablePath: executablePath.trim(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const tab = await browser.newPage({
  viewport: { width: 1240, height: 860 },
  colorScheme: "light",
});
await tab.goto(pathToFileURL(page).href);
await tab.screenshot({ path: join(root, "docs/reading.png") });
await browser.close();
rmSync(folder, { recursive: true });
