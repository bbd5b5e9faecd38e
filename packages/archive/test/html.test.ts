import assert from "node:assert/strict";
import { test } from "node:test";
import { dateInAddress, isIsoDate, looseDate } from "../src/dates.ts";
import { readPage } from "../src/html/page.ts";

const sentence =
  "The presidents of Ruritania and Freedonia met in Strelsau on Monday for talks on the border.";
const body = `<p>${sentence}</p><p>They agreed to meet again in <a href="/w">the winter</a>, the ministry said.</p><p>${sentence}</p>`;

const page = (head: string, article: string) =>
  `<!doctype html><html><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article>${article}</article></main><footer><p>© The Courier</p></footer></body></html>`;

const read = (html: string, address?: string) => {
  const { text, paragraphs = [], ...rest } = readPage(html, address);
  return { ...rest, parts: paragraphs.map(({ kind, span }) => [kind, text.slice(...span)]) };
};

test("an article's parts, each with what the page says it is", () => {
  const standfirst = "A first meeting in nine years ends without a date for the next.";
  const head = `<title>Leaders meet | The Courier</title>
    <meta property="og:title" content="Leaders meet &amp; talk"><meta name="description" content="${standfirst}">`;
  const article = `<h1>Leaders meet &amp; talk</h1><h2>${standfirst}</h2>
    <figure><img src="a.jpg"><figcaption>The palace in Strelsau</figcaption></figure>${body}
    <ul><li>One point of the talks was the water of the river.</li></ul>
    <p><a href="/x">Who owns the valleys of the north?</a></p>
    <p>One&nbsp;said <q>no</q>.<br>Another\n   said yes.</p>`;
  const { title, parts } = read(page(head, article));
  assert.equal(title, "Leaders meet & talk");
  assert.deepEqual(parts, [
    ["title", "Leaders meet & talk"],
    ["standfirst", standfirst],
    ["caption", "The palace in Strelsau"],
    ["body", sentence],
    ["body", "They agreed to meet again in the winter, the ministry said."],
    ["body", sentence],
    ["body", "One point of the talks was the water of the river."],
    ["link", "Who owns the valleys of the north?"],
    ["body", "One said “no”."],
    ["body", "Another said yes."],
  ]);
});

test("metadata: JSON-LD before meta tags before <time> before the address", () => {
  const linked = `<script type="application/ld+json">{"@graph": [{"@type": "WebSite"},
    {"@type": ["NewsArticle"], "headline": "From &quot;LD&quot;", "datePublished": "2025-06-14T10:00:00+02:00",
    "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "John Roe"}], "publisher": {"name": "The Courier"}}]}</script>`;
  const meta = `<meta property="og:title" content="From meta"><meta property="article:published_time" content="2025-06-13">
    <meta property="og:site_name" content="Site"><meta name="author" content="By Ann Other">`;
  const time = `<time datetime="2025-06-12">yesterday</time>`;
  const address = "https://example.org/2025/06/11/leaders";
  const { parts: _, ...all } = read(page(linked + meta, time + body), address);
  assert.deepEqual(all, {
    title: 'From "LD"',
    published: "2025-06-14T10:00:00+02:00",
    outlet: "The Courier",
    url: address,
    byline: "Jane Doe, John Roe",
  });
  const { parts: __, ...some } = read(page(meta, time + body), address);
  assert.deepEqual(
    [some.title, some.published, some.outlet, some.byline],
    ["From meta", "2025-06-13", "Site", "Ann Other"],
  );
  assert.equal(read(page("", time + body), address).published, "2025-06-12");
  assert.equal(read(page("", body), address).published, "2025-06-11");
  assert.equal(read(page("", body)).published, undefined);
});

test("the outlet behind a title, a date printed in the head, posts set into the page", () => {
  const post = `<blockquote class="twitter-tweet"><p>We are ready. Are they?</p>— Rudolf (@rudolf)</blockquote>`;
  const head = "<title>Leaders of both sides meet - Strelsau Times</title>";
  const found = read(
    page(head, `<p>Published on 14 June 2025</p>${body}${post}<p>${sentence}</p>`),
  );
  assert.deepEqual(
    [found.title, found.outlet, found.published],
    ["Leaders of both sides meet", "Strelsau Times", "2025-06-14"],
  );
  assert.ok(
    found.parts.some(([kind, text]) => kind === "other" && text === "We are ready. Are they?"),
  );
  const named = `<meta property="og:site_name" content="Strelsau Times">`;
  assert.equal(
    read(page(`${named}<title>Leaders meet - and part again</title>`, body)).title,
    "Leaders meet - and part again",
  );
});

test("broken JSON-LD is passed over", () => {
  const script = `<script type="application/ld+json">{"headline": </script>`;
  assert.equal(read(page(`${script}<title>A title</title>`, body)).title, "A title");
});

test("no article: a menu, a short note, nothing", () => {
  for (const html of [
    page("", "<p>Hello.</p>"),
    "<html></html>",
    `<html><body>${'<li><a href="/a">Some section of this site with many words in it</a></li>'.repeat(30)}</body></html>`,
  ])
    assert.throws(() => readPage(html), { code: "no-article", exit: 2 });
});

test("pages built to exhaust are refused at once", () => {
  const started = performance.now();
  for (const html of ["<p>".repeat(200_000), "<div>".repeat(20_000), "<".repeat(1_000_000)])
    assert.throws(() => readPage(`<html><body>${html}`), { code: "too-long" });
  assert.ok(performance.now() - started < 5000);
});

test("dates as pages write them", () => {
  assert.ok(isIsoDate("2024-02-29") && isIsoDate("2025-06-14T09:30:00.000Z"));
  assert.ok(!isIsoDate("2025-02-29") && !isIsoDate("2025-06-14T25:00") && !isIsoDate("2025-6-1"));
  const written: Record<string, string | undefined> = {
    "2025-06-14 09:30:00": "2025-06-14T09:30:00",
    "2025-06-14 09:30:00 +0200": "2025-06-14T09:30:00+0200",
    "Sat, 14 Jun 2025 10:00:00 GMT": "2025-06-14",
    "June 14, 2025 at 10:00": "2025-06-14",
    "14th June 2025": "2025-06-14",
    "20250614": "2025-06-14",
    "31 June 2025": undefined,
    "06/07/2025": undefined,
    yesterday: undefined,
  };
  for (const [text, date] of Object.entries(written)) assert.equal(looseDate(text), date, text);
  assert.equal(dateInAddress("https://a.example/news/2022-07-25/x-101291634"), "2022-07-25");
  assert.equal(dateInAddress("https://a.example/2022/7/5/x"), "2022-07-05");
  assert.equal(dateInAddress("https://a.example/news/3185265/x"), undefined);
});
