import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { file, hearsay, path } from "./run.ts";

/** Nothing on standard output, one line on standard error, no trace, and this exit code. */
async function fails(args: string[], code: number, message: RegExp, input?: string | Uint8Array) {
  const ended = await hearsay(args, input);
  const told = `hearsay ${args.join(" ")}\n${ended.err}`;
  assert.equal(ended.out, "", told);
  assert.match(ended.err, message, told);
  assert.match(ended.err, /^[^\n]+\n$/, told);
  assert.doesNotMatch(ended.err, /internal error|\n\s+at /, told);
  assert.equal(ended.code, code, told);
}

test("a command or an option that there is not", async () => {
  await fails(["raed"], 2, /no command raed; did you mean read\?/);
  await fails(["--foo"], 2, /no option --foo/);
  await fails(["read", "x", "--formt", "json"], 2, /no option --formt; did you mean --format\?/);
  await fails(["read", "x", "--format", "xml"], 2, /"xml", not one of text, json, html/);
  await fails(["read", "x", "--format"], 2, /--format needs a value/);
  await fails(["read", "x", "--allow-private=1"], 2, /--allow-private takes no value/);
  await fails(["read"], 2, /FILE\|URL\|- is missing; see hearsay read --help/);
  await fails(["read", "x", "y"], 2, /"y" is one too many/);
  await fails(["read", "x", "--published", "2025-13-40"], 2, /"2025-13-40", not an ISO date; give/);
  await fails(["explain", "x"], 2, /ITEM is missing/);
  await fails(["parse", "x", "--format", "xml"], 2, /not one of conllu/);
  await fails(["code"], 2, /INPUT is missing/);
  await fails(["code", "-", "--format", "xls"], 2, /"xls", not one of readings, csv, tsv, ndjson/);
  await fails(
    ["code", "-", "--workers", "0"],
    2,
    /--workers is "0"; give a whole number from 1 on/,
  );
  await fails(["code", "-", "--time-limit", "1h"], 2, /--time-limit is "1h"; give a whole number/);
  await fails(["evaluate", "names"], 2, /GOLD is missing/);
  await fails(["evaluate", "names", "x", "--html", "y"], 2, /--html is for events/);
  await fails(["evaluate", "verbs", "x"], 2, /"verbs" is not one of language, names/);
});

test("commands of later versions say so", async () => {
  for (const name of ["add", "serve"]) await fails([name, "x"], 2, /comes with a later version/);
});

test("files that cannot be read", async () => {
  await fails(["read", path("none.txt")], 2, /none\.txt: there is no such file; check the name/);
  await fails(["read", path("")], 2, /: this is a folder; give a file in it/);
  await fails(["read", file("empty.txt", "")], 2, /empty\.txt: this is empty/);
  await fails(["read", file("blank.txt", " \n")], 2, /nothing but white space/);
  await fails(["read", file("b.bin", Buffer.from([1, 0, 2, 0, 0]))], 2, /binary data, not text/);
  await fails(["read", file("a.pdf", "%PDF-1.4")], 2, /a PDF, not text/);
  await fails(["read", file("menu.html", "<p>Hi</p>")], 2, /menu\.html: no article was found/);
  await fails(["read", "-"], 2, /^standard input: this is empty/);
  await fails(["explain", path("none.txt"), "ev1"], 2, /no such file/);
  await fails(["parse", path("none.txt")], 2, /no such file/);
  await fails(["evaluate", "events", path("none.jsonl")], 2, /no such file/);
});

test("a text of 20 MB", async () => {
  const text = "The minister spoke again. ".repeat(800_000);
  await fails(["read", file("long.txt", text)], 2, /larger than 20 MB, the limit for one report/);
  await fails(
    ["read", "-"],
    2,
    /characters, and a report may have 2,000,000/,
    text.slice(0, 1.5e7),
  );
});

test("JSON with a wrong field", async () => {
  const json = (text: string, message: RegExp) => fails(["read", "-"], 2, message, text);
  await json(
    '{"text": "a", "published": 12}',
    /^standard input: "published" is 12, not an ISO date/,
  );
  await json('{"text": 1}', /"text" is 1, not a string/);
  await json('{"title": "a"}', /"text" is missing/);
  await json('{"text": "a"', /this is not JSON/);
});

test("gold of another kind", async () => {
  const gold = file("gold.jsonl", '{"id": 1}\n');
  await fails(["evaluate", "events", gold], 2, /gold\.jsonl:1: this is no gold of this kind/);
  await fails(["evaluate", "events", file("blank.jsonl", "\n \n")], 2, /no gold of this kind/);
  await fails(["evaluate", "language", gold], 2, /CoNLL-U/);
  await fails(["evaluate", "names", gold], 2, /IOB2/);
});

test("addresses", async () => {
  await fails(["read", "ftp://example.org/a"], 2, /not a web address/);
  await fails(
    ["read", "http://a:b@example.org/"],
    2,
    /^http:\/\/example\.org\/: an address with a user/,
  );
  await fails(["read", "http://127.1:9/"], 3, /own network; .* add --allow-private/);
  await fails(["read", "http://[::ffff:127.0.0.1]:9/"], 3, /own network/);
  await fails(["read", "http://127.0.0.1:9/", "--allow-private"], 3, /refused the connection/);
});

test("an output that cannot be written", async () => {
  const report = file("r.json", '{"text": "The minister resigned on Monday."}');
  const target = path("no/such/folder/x");
  if (existsSync("/dev/full"))
    await fails(["read", report, "-o", "/dev/full"], 2, /could not be written: no space is left/);
  await fails(["read", report, "-o", target], 2, /cannot be written: there is no such folder/);
});
