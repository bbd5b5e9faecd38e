/**
 * The reader in a browser: bundled, on a page that a plain file host serves, it gives what it gives
 * in Node. Nothing is asked of any other host, and the console stays silent.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openReader, type Reader } from "@hearsay/reader";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { packWeb } from "../tools/pack-web.ts";
import { examples } from "./examples.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-browser-"));
const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
};

/** Serves the files of the folder, and nothing else. */
const host = createServer((request, response) => {
  const name = new URL(request.url ?? "/", "http://host").pathname;
  const file = createReadStream(join(folder, name === "/" ? "index.html" : name));
  file.on("error", () => response.writeHead(404).end());
  file.on("open", () => {
    const type = types[name.split(".").pop() ?? ""] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": name === "/" ? types.html! : type });
    file.pipe(response);
  });
});

const listening = (server: Server): Promise<string> =>
  new Promise((done) =>
    server.listen(0, "127.0.0.1", () =>
      done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

const page = `<!doctype html><title>Hearsay</title><link rel="icon" href="data:,">
<script type="module">
import { openReader } from "./reader.js";
const reader = await openReader({ from: "./data/" });
globalThis.read = (input) => JSON.stringify(reader.read(input));
</script>`;

const found = (name: string): string =>
  execFileSync("sh", ["-c", `command -v ${name} || true`], { encoding: "utf8" }).trim();

const executablePath =
  ["chromium", "chromium-browser", "google-chrome"].map(found).find((path) => path !== "") ?? "";

let browser: Browser;
let reader: Reader;
let address = "";

before(async () => {
  writeFileSync(join(folder, "index.html"), page);
  await build({
    entryPoints: ["@hearsay/reader"],
    outfile: join(folder, "reader.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["browser", "hearsay-source"],
    absWorkingDir: join(import.meta.dirname, ".."),
    logLevel: "error",
  });
  await packWeb(join(folder, "data"));
  reader = await openReader();
  address = await listening(host);
  browser = await chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(async () => {
  await browser?.close();
  host.closeAllConnections();
  host.close();
  rmSync(folder, { recursive: true });
});

test("a browser reads every example as Node does, alone and in silence", async () => {
  const tab = await browser.newPage();
  const noise: string[] = [];
  tab.on("console", (message) => noise.push(message.text()));
  tab.on("pageerror", (error) => noise.push(String(error)));
  tab.on("request", (request) => {
    if (!request.url().startsWith(`${address}/`) && !request.url().startsWith("data:"))
      noise.push(`asked for ${request.url()}`);
  });
  await tab.goto(address);
  await tab
    .waitForFunction("globalThis.read !== undefined", undefined, { timeout: 30_000 })
    .catch((error: unknown) => assert.fail([...noise, String(error)].join("\n")));
  for (const { name, input } of examples) {
    const there = (await tab.evaluate(`read(${JSON.stringify(input)})`)) as string;
    assert.deepEqual(JSON.parse(there), JSON.parse(JSON.stringify(reader.read(input))), name);
  }
  assert.deepEqual(noise, []);
});
