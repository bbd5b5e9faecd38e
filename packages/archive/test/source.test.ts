import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { longestText } from "../src/limits.ts";
import { fileBytes, readSource, type SourceHints } from "../src/source.ts";

const fails = (source: Uint8Array | string, code: string, message: RegExp, hints?: SourceHints) =>
  assert.rejects(readSource(source, hints), (error: Error & { code?: string; exit?: number }) => {
    assert.equal(error.code, code);
    assert.equal(error.exit, 2);
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  });

const bytes = (...values: number[]) => Uint8Array.from(values);

test("plain text comes through as it is, line ends and all", async () => {
  const text = "A title\r\n\r\nThe minister said “no”.\n";
  assert.deepEqual(await readSource(text), { text });
  assert.deepEqual(await readSource(Buffer.from(text)), { text });
});

test("hints say what the text does not", async () => {
  const hints = { outlet: "The Courier", published: "2025-06-14", title: "T" };
  assert.deepEqual(await readSource("Words.", hints), { text: "Words.", ...hints });
  await fails("Words.", "wrong-date", /"2025-13-40", not an ISO date; give YYYY-MM-DD/, {
    published: "2025-13-40",
  });
});

test("the first lines of a text may give address and date", async () => {
  const date = "Talks go on\nSaturday, June 14, 2025\n\nThe talks went on.";
  assert.deepEqual(await readSource(date), { text: date, published: "2025-06-14" });
  const url = "https://example.org/2025/6/13/talks";
  const address = `${url}\n\nTalks of 14 June 2025 go on\n`;
  assert.deepEqual(await readSource(address), { text: address, url, published: "2025-06-13" });
  assert.equal((await readSource(date, { published: "2025-06-15" })).published, "2025-06-15");
});

test("encodings: mark, header, meta tag, UTF-8, windows-1252", async () => {
  const text = "“Señor”, he said";
  const read = async (source: Uint8Array, hints?: SourceHints) =>
    (await readSource(source, hints)).text;
  assert.equal(await read(Buffer.from(`\ufeff${text}`)), text);
  assert.equal(await read(Buffer.from(`\ufeff${text}`, "utf16le")), text);
  assert.equal(await read(Buffer.from(text, "utf16le")), text);
  const western = bytes(0x93, 0x53, 0x65, 0xf1, 0x6f, 0x72, 0x94);
  assert.equal(await read(western), "“Señor”");
  assert.equal(await read(western, { contentType: "text/plain; charset=utf-8" }), "“Señor”");
  const cyrillic = bytes(0xcc, 0xce, 0xd1, 0xca, 0xc2, 0xc0);
  assert.equal(
    await read(cyrillic, { contentType: 'text/plain; charset="windows-1251"' }),
    "МОСКВА",
  );
  const sentence = Buffer.from("The minister of the north said on Monday that talks would go on. ");
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
    ...Array.from({ length: 4 }, () => sentence),
    cyrillic,
  ]);
  assert.match(await read(page), /МОСКВА$/);
});

test("what is no text is refused by its name", async () => {
  await fails("", "empty", /empty/);
  await fails(" \n\t ", "empty", /white space/);
  await fails(bytes(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1), "binary", /binary data/);
  await fails(Buffer.from("%PDF-1.7 …"), "binary", /a PDF, not text/);
  await fails(Buffer.from("PK\x03\x04…"), "binary", /ZIP/);
});

test("a text past the limit is refused, and the limit said", async () => {
  await fails("word ".repeat(longestText / 5 + 1), "too-long", /2,000,005 .* may have 2,000,000/);
});

test("lone surrogates stay as they are", async () => {
  const { text } = await readSource('{"text": "a \\ud83d b"}');
  assert.equal(text, "a \ud83d b");
});

test("JSON: the fields of a report, and what is wrong with one", async () => {
  assert.deepEqual(
    await readSource(
      '{"id": 7, "text": "Words.", "title": null, "published": "2025-06-14", "n": 1}',
    ),
    { id: "7", text: "Words.", published: "2025-06-14" },
  );
  const json = (text: string, code: string, message: RegExp) =>
    fails(text, code, message, { name: "report.json" });
  await json('{"text": "a", "published": 12}', "wrong-field", /"published" is 12, not an ISO date/);
  await json(
    '{"text": "a", "published": "14/06/2025"}',
    "wrong-date",
    /"14\/06\/2025", not an ISO/,
  );
  await json('{"text": "a", "published": "2025-02-30"}', "wrong-date", /give YYYY-MM-DD/);
  await json('{"text": ["a"]}', "wrong-field", /"text" is \["a"\], not a string/);
  await json('{"title": "a"}', "wrong-field", /"text" is missing/);
  await json('{"text": " "}', "empty", /"text" is empty/);
  await json('{"text": "a", "url": {}}', "wrong-field", /"url" is {}, not a string/);
  await json("[1]", "wrong-field", /a JSON list/);
  await json("{text}", "not-json", /not JSON/);
  await json('{"text": "a"}\n{"text": "b"}\n', "not-json", /hearsay code/);
});

test("files: one that is not there, a folder, one too large", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-"));
  await assert.rejects(fileBytes(join(folder, "none")), { code: "unreadable", exit: 2 });
  await assert.rejects(fileBytes(folder), { code: "directory", exit: 2 });
  writeFileSync(join(folder, "large"), Buffer.alloc(20_000_001, "a"));
  await assert.rejects(fileBytes(join(folder, "large")), { code: "too-long", exit: 2 });
});
