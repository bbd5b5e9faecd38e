import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { isPublicAddress } from "../src/address.ts";
import { fetchReport } from "../src/fetch.ts";

const article = `<html><head><title>Leaders meet</title></head><body><article>${"<p>The presidents of Ruritania and Freedonia met in Strelsau on Monday, the ministry said.</p>".repeat(4)}</article></body></html>`;

/** Serves on a free port of this machine for as long as `use` runs. */
async function serving(listener: RequestListener, use: (base: string) => Promise<void>) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const html = { "content-type": "text/html; charset=utf-8" };
const allowPrivate = true;

test("a page, packed or not, after a redirect", async () => {
  const answers: RequestListener = (request, response) => {
    if (request.url === "/old") return void response.writeHead(302, { location: "/new" }).end();
    if (request.url === "/gzip")
      return void response
        .writeHead(200, { ...html, "content-encoding": "gzip" })
        .end(gzipSync(article));
    if (request.url === "/br")
      return void response
        .writeHead(200, { ...html, "content-encoding": "br" })
        .end(brotliCompressSync(article));
    response.writeHead(200, html).end(article);
  };
  await serving(answers, async (base) => {
    const { title, url, text } = await fetchReport(`${base}/old`, { allowPrivate });
    assert.deepEqual([title, url], ["Leaders meet", `${base}/new`]);
    assert.match(text, /^Leaders meet\n\nThe presidents/);
    assert.equal((await fetchReport(`${base}/gzip`, { allowPrivate })).text, text);
    assert.equal((await fetchReport(`${base}/br`, { allowPrivate })).text, text);
  });
});

test("what the network does is told in one line, exit 3", async () => {
  const answers: RequestListener = (request, response) => {
    if (request.url === "/loop") return void response.writeHead(302, { location: "/loop" }).end();
    if (request.url === "/gone") return void response.writeHead(404).end("no");
    if (request.url === "/cut")
      return void response.writeHead(200, html).write("<p>", () => response.destroy());
    if (request.url === "/torn")
      return void response
        .writeHead(200, { ...html, "content-encoding": "gzip" })
        .end(Buffer.from("no gzip"));
    // "/slow" is never answered.
  };
  await serving(answers, async (base) => {
    const fails = (path: string, code: string, message: RegExp) =>
      assert.rejects(fetchReport(base + path, { allowPrivate, timeout: 500 }), {
        code,
        exit: 3,
        message,
      });
    await fails("/loop", "not-fetched", /more than 5 redirects/);
    await fails("/gone", "not-fetched", /answered 404 Not Found/);
    await fails("/cut", "not-fetched", /could not be fetched/);
    await fails("/torn", "not-fetched", /could not be fetched/);
    await fails("/slow", "timed-out", /no answer in 0.5 seconds/);
  });
  await assert.rejects(fetchReport("http://127.0.0.1:9/", { allowPrivate }), {
    code: "not-fetched",
    exit: 3,
  });
});

test("what came is no report: pictures, bombs, menus", async () => {
  const answers: RequestListener = (request, response) => {
    if (request.url === "/png")
      return void response.writeHead(200, { "content-type": "image/png" }).end("…");
    if (request.url === "/bomb")
      return void response
        .writeHead(200, { ...html, "content-encoding": "gzip" })
        .end(gzipSync(Buffer.alloc(30_000_000, 97)));
    response.writeHead(200, html).end("<html><body><p>Hi.</p></body></html>");
  };
  await serving(answers, async (base) => {
    const fails = (path: string, code: string) =>
      assert.rejects(fetchReport(base + path, { allowPrivate }), { code, exit: 2 });
    await fails("/png", "binary");
    await fails("/bomb", "too-long");
    await fails("/menu", "no-article");
  });
});

test("addresses inside the machine's own network are refused in every spelling", async () => {
  const hosts = [
    "127.0.0.1",
    "localhost",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[fe80::1]",
    "[fd00::1]",
    "[64:ff9b::7f00:1]",
    "[ff02::1]",
  ];
  for (const host of hosts)
    await assert.rejects(
      fetchReport(`http://${host}:9/`),
      { code: "private-address", exit: 3 },
      host,
    );
});

test("a redirect leads nowhere but to the web", async () => {
  await serving(
    (_, response) => void response.writeHead(302, { location: "file:///etc/hostname" }).end(),
    async (base) => {
      await assert.rejects(fetchReport(base, { allowPrivate }), { code: "wrong-address", exit: 2 });
    },
  );
});

test("public addresses", () => {
  for (const address of ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
    assert.ok(isPublicAddress(address), address);
  for (const address of ["no", "", "2002:7f00:1::", "192.0.2.1", "198.18.0.1"])
    assert.ok(!isPublicAddress(address), address);
});

test("other addresses", async () => {
  for (const address of [
    "ftp://example.org/",
    "file:///etc/passwd",
    "http://",
    "http://a:b@example.org/",
  ])
    await assert.rejects(fetchReport(address), { code: "wrong-address", exit: 2 }, address);
});
