/** A Reading as one page: nothing is loaded, nothing is run. */
import type { Paragraph, Reading } from "@hearsay/reader";
import { dateText } from "./labels.ts";
import { type Annotate, annotator } from "./page/annotate.ts";
import { escaped } from "./page/html.ts";
import { type SourceKey, sourceKeys } from "./page/keys.ts";
import { margins } from "./page/margin.ts";
import { styleSheet } from "./page/style.ts";
import { titleOf, viewOf } from "./view.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole file. Every character of the Reading is escaped; the page holds no script. */
export function showPage(reading: Reading): string {
  const view = viewOf(reading);
  const keys = sourceKeys(view);
  const annotate = annotator(view, keys);
  const beside = margins({ view, keys });
  const title = titleOf(reading);
  const rows = reading.paragraphs.map((each, k) =>
    isHeadline(reading, each, k) ? "" : rowOf(reading, each, annotate, beside[k]!),
  );
  const headline = reading.paragraphs.findIndex((each, k) => isHeadline(reading, each, k));
  const heading = headline < 0 ? escaped(title) : annotate(reading.paragraphs[headline]!.span);
  return `<!doctype html>
<html lang="${reading.report.language === "en" ? "en" : ""}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="Hearsay ${escaped(reading.reader.version)}">
<title>${escaped(title)}</title>
<style>
${styleSheet}
</style>
</head>
<body>
<header class="row"><div><p class="paper">${paperLine(reading)}</p><h1>${heading}</h1><p class="sums">${sums(reading)}</p></div>${headline < 0 ? "" : asideOf(beside[headline]!)}</header>
${legend(keys.list)}
<main>
${rows.filter((each) => each !== "").join("\n")}
</main>
<footer>Read by Hearsay ${escaped(reading.reader.version)}, knowledge ${escaped(reading.reader.knowledge.slice(0, 12))}. It shows what is told, on whose say-so and in whose words; whether it is so is for the reader to judge.</footer>
</body>
</html>
`;
}

/** The first paragraph, when it is the title: it stands in the head of the page. */
const isHeadline = ({ paragraphs }: Reading, paragraph: Paragraph, index: number): boolean =>
  paragraph.kind === "title" && paragraphs.findIndex((each) => each.kind === "title") === index;

function paperLine({ report }: Reading): string {
  const facts = [
    report.published && dateText(report.published),
    report.place,
    report.byline,
    hostOf(report.url),
  ].filter((each) => each !== undefined && each !== "");
  const outlet = report.outlet === undefined ? [] : [`<b>${escaped(report.outlet)}</b>`];
  return [...outlet, ...facts.map((each) => escaped(each!))].join(" · ");
}

/** The host of an address: enough to know it by. */
const hostOf = (url = ""): string => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;

const count = (many: number, one: string, more = `${one}s`): string =>
  `${many} ${many === 1 ? one : more}`;

const sums = ({ events, statements, wording, figures }: Reading): string =>
  [
    count(events.length, "event"),
    count(statements.length, "statement"),
    count(wording.length, "item of wording", "items of wording"),
    ...(figures.length > 0 ? [count(figures.length, "figure")] : []),
  ].join(" · ");

const asides: ReadonlySet<Paragraph["kind"]> = new Set(["caption", "byline", "link", "other"]);

function rowOf(
  { report }: Reading,
  { span, kind }: Paragraph,
  annotate: Annotate,
  beside: string,
): string {
  const aside = asides.has(kind);
  const named = aside && /[\p{L}\p{N}]/u.test(report.text.slice(...span));
  const attribute = named ? ` data-kind="${kind === "byline" ? "by-line" : kind}"` : "";
  const element = kind === "title" ? "h2" : "p";
  const text = `<${element}${attribute}>${annotate(span)}</${element}>`;
  return `<section class="row ${aside ? "aside" : kind}">${text}${asideOf(beside)}</section>`;
}

const asideOf = (notes: string): string => (notes === "" ? "" : `<aside>${notes}</aside>`);

function legend(sources: readonly SourceKey[]): string {
  const list = sources.map(
    ({ name, letter, hue, statements }) =>
      `<li><b class="key c${hue}">${letter}</b> <span class="said c${hue}">${escaped(name)}</span> ${statements.length}</li>`,
  );
  const who =
    list.length === 0
      ? "<p>No statement was found: all of it is the outlet’s own voice.</p>"
      : `<ul>${list.join("")}</ul>`;
  return `<section class="legend" aria-label="Legend"><h2>How to read this page</h2>
<p>Unmarked text is the outlet’s own voice. Words <span class="said c0">on such a ground</span><a class="tag c0">A</a> are told on somebody’s say-so; a double line, <span class="said nested c0">within another’s</span>. <span class="source">source</span>, <span class="cue">cue</span>, <span class="event">event</span>. Judging words and the like: <span class="word own">the outlet’s own</span>, <span class="word others">quoted</span>, <span class="word paraphrased">in paraphrase</span>.</p>
<h2>On whose say-so</h2>${who}</section>`;
}
