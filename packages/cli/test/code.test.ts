/** `hearsay code` from outside: formats, order, failures, threads, memory. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { file, hearsay, path, start } from "./run.ts";

const record = (id: string, text: string, more: object = {}): string =>
  `${JSON.stringify({ id, text, published: "2025-06-14", ...more })}\n`;

const three = [
  record("a", "Soldiers from Peru attacked a village in Ecuador on Friday."),
  record("b", "Le ministre a annoncé que les écoles du pays resteront fermées jusqu'à lundi."),
  record("c", 'Kenya and Ethiopia "signed a treaty" in Moyale, officials said.'),
];

test("csv is what an output of that name gets: a line of names, and one a row", async () => {
  const target = path("events.csv");
  const { out, err, code } = await hearsay(["code", "-", "-o", target], three.join(""));
  assert.deepEqual([out, code], ["", 0]);
  assert.equal(err, "1 of 3 reports are not in English: no events\n");
  const [header, ...rows] = readFileSync(target, "utf8").trimEnd().split("\n");
  assert.match(header!, /^id,report,published,sentence,.*,span_from,span_to,reader_version$/);
  assert.match(rows[0]!, /^a:ev1,a,2025-06-14,1,2025-06-13,2025-06-13,ASSAULT,/);
  assert.match(rows.at(-1)!, /^c:ev\d,c,.*Kenya \| Ethiopia,KEN \| ETH,.*"Kenya and Ethiopia ""/);
});

test("each ending has its format, and --format goes before it", async () => {
  const first = async (name: string, ...more: string[]) => {
    await hearsay(["code", "-", "-o", path(name), ...more], three[0]);
    return readFileSync(path(name), "utf8").split("\n")[0]!.slice(0, 12);
  };
  assert.equal(await first("e.tsv"), "id\treport\tpu");
  assert.equal(await first("e.jsonl"), '{"id":"a:ev1');
  assert.equal(await first("e.NDJSON"), '{"id":"a:ev1');
  assert.equal(await first("e.csv", "--format", "cameo"), "a:ev1:1\t2025");
  assert.equal(await first("e.out"), '{"schema":"h');
});

const mixed = [three[0], "not json\n", record("", "x"), "\n", three[2], record("d", "")].join("");

test("tables list what failed on standard error and beside the output", async () => {
  const target = path("failing.csv");
  const { out, err, code } = await hearsay(["code", "-", path("gone.txt"), "-o", target], mixed);
  assert.deepEqual([out, code], ["", 1]);
  const lines = err.trimEnd().split("\n");
  assert.match(lines[0]!, /^standard input:2: this is not JSON: /);
  assert.equal(lines[1], 'standard input:3: "id" is "", not a string');
  assert.equal(lines[2], 'standard input:6: "text" is empty');
  assert.equal(lines[3], `${path("gone.txt")}: there is no such file; check the name`);
  const beside = `${target}.failures.jsonl`;
  assert.equal(lines[4], `read 2 of 6 reports; 4 failed, listed above and in ${beside}`);
  const failures = readFileSync(beside, "utf8").trimEnd().split("\n");
  assert.deepEqual(
    failures.map((line) => [JSON.parse(line).id, JSON.parse(line).error.code]),
    [
      ["standard input:2", "not-json"],
      ["", "wrong-field"],
      ["d", "empty"],
      [path("gone.txt"), "unreadable"],
    ],
  );
  await hearsay(["code", "-", "-o", target], three[0]);
  assert.ok(!existsSync(beside), "the failures of an earlier run are gone");
});

test("ndjson answers in its place", async () => {
  const { out, err, code } = await hearsay(["code", "-", "--format", "ndjson"], mixed);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const told = lines.map(({ id, error }) => error?.code ?? id);
  assert.deepEqual(
    told.filter((each) => !/^c:/.test(each)),
    [...["a:ev1", "not-json", "wrong-field", "empty"]],
  );
  assert.equal(code, 1);
  assert.match(
    err,
    /^read 2 of 5 reports; 3 failed, each answered in its place with an "error"\n$/,
  );
});

test("ids of rows are unique though those of reports are not", async () => {
  const input = `${three[0]}${three[0]}{"text": "Police in Chile arrested two men."}\n`;
  const { out } = await hearsay(["code", "-", "--format", "csv"], input);
  const cells = out
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(0, 2));
  assert.deepEqual(cells, [
    ["a:ev1", "a"],
    ["a#2:ev1", "a"],
    ["standard input:3:ev1", "standard input:3"],
  ]);
});

test("a file's own id is its report's, and others are called after the file", async () => {
  const own = file("own.json", three[0]!);
  const plain = file("plain.txt", "Police in Chile arrested two men.");
  const wrong = file("wrong.json", '{"text": 1}');
  const { out, err, code } = await hearsay(["code", own, own, plain, wrong, "--format", "tsv"]);
  const rows = out.trimEnd().split("\n").slice(1);
  assert.deepEqual(
    rows.map((row) => row.split("\t").slice(0, 2)),
    [
      ["a:ev1", "a"],
      ["a#2:ev1", "a"],
      [`${plain}:ev1`, plain],
    ],
  );
  assert.match(
    err,
    /^\S+wrong\.json: "text" is 1, not a string\nread 3 of 4 reports; 1 failed, listed/,
  );
  assert.equal(code, 1);
});

const states = ["Kenya", "Chile", "Nepal", "Fiji", "Ghana", "Peru", "Laos", "Togo", "Oman"];
const acts = ["attacked", "accused", "met with", "sent aid to", "warned"];
const short = (k: number, more: object = {}): string => {
  const [one, other] = [states[k % 9]!, states[(k * 5 + 4) % 9]!];
  return record(`r${k}`, `${one} ${acts[k % 5]!} ${other} on Monday, officials ${k} said.`, more);
};

test("the same with one thread and with several, whatever breaks in between", async () => {
  // Large enough for threads to be started.
  const byline = "by nobody ".repeat(150);
  const many = Array.from({ length: 240 }, (_, k) => (k % 17 === 3 ? "{\n" : short(k, { byline })));
  const input = file("many-short.jsonl", many.join(""));
  for (const format of ["csv", "ndjson", "cameo"]) {
    const one = await hearsay(["code", input, "--format", format, "--workers", "1"]);
    const three = await hearsay(["code", input, "--format", format, "--workers", "3"]);
    assert.ok(one.out.length > 10_000);
    assert.ok(one.out === three.out && one.err === three.err, format);
    assert.deepEqual([one.code, three.code], [1, 1]);
  }
});

/** Waits for what another process brings about; fails when it takes a minute. */
async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !what(); await setTimeout(20))
    assert.ok(Date.now() < end, `this did not come about: ${what}`);
}

test("threads read what comes late, too, and nobody reading ends it quietly", async () => {
  const child = start("code", "-", "--format", "csv", "--workers", "2");
  child.stdin.on("error", () => {});
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (out += part));
  for (let k = 0; k <= 60; k++) child.stdin.write(short(k));
  await until(() => out.includes("\nr60:ev1,"));
  child.stdin.write(short(65));
  await until(() => out.includes("\nr65:ev1,"));
  child.stdout.destroy();
  child.stdin.end(Array.from({ length: 99 }, (_, k) => short(k)).join(""));
  const [code] = (await once(child, "exit")) as [number];
  assert.deepEqual([code, err], [0, ""]);
});

test("interrupted, it has written whole rows", async () => {
  const target = path("cut.csv");
  const child = start("code", "-", "-o", target, "--workers", "2");
  child.stdin.on("error", () => {});
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  for (let k = 0; k < 400; k++) child.stdin.write(short(k));
  await until(() => existsSync(target) && readFileSync(target, "utf8").length > 10_000);
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  assert.equal(code, 130);
  const [, reports] = /^stopped \(SIGINT\); .* whole rows of (\d+) reports\n$/.exec(err) ?? [];
  const rows = readFileSync(target, "utf8");
  assert.ok(rows.endsWith(",0.1.0\n"), rows.slice(-200));
  const read = new Set(
    rows
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",")[1]),
  );
  assert.ok(read.size <= Number(reports) && Number(reports) <= 400, err);
});

test("memory does not grow with what is read", async () => {
  // 100 MB of input, and a heap that could not hold them beside the reader.
  const child = start(
    ["--max-old-space-size=100"],
    "code",
    "-",
    "--format",
    "csv",
    "--workers",
    "2",
  );
  const byline = "by nobody in particular ".repeat(2000);
  const reports = 2000;
  let rows = 0;
  let err = "";
  child.stdout
    .setEncoding("utf8")
    .on("data", (part: string) => (rows += part.split("\n").length - 1));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  const ended = once(child, "exit");
  for (let k = 0; k < reports; k++)
    if (!child.stdin.write(record(`r${k}`, "Police in Chile arrested two men.", { byline })))
      await once(child.stdin, "drain");
  child.stdin.end();
  assert.deepEqual([...(await ended), err, rows], [0, null, "", reports + 1]);
});
