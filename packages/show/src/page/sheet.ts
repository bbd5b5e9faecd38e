/** A sheet of figures as one page: nothing is loaded, nothing is run. */
import type { Sheet, SheetCase, SheetMark, SheetTable } from "../sheet.ts";
import { escaped } from "./html.ts";
import { frame } from "./style.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole file. Every character of the texts is escaped; the page holds no script. */
export function showSheetPage(sheet: Sheet): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(sheet.title)}</title>
<style>
${frame}
${ownStyle}
</style>
</head>
<body>
<header><p class="paper">${sheet.facts.map(escaped).join(" · ")}</p><h1>${escaped(sheet.title)}</h1>
${sheet.notes.map((note) => `<p class="sums">${escaped(note)}</p>`).join("\n")}</header>
<main>
<div class="tables">
${sheet.tables
  .filter(({ rows }) => rows.length > 0)
  .map(tableOf)
  .join("\n")}
</div>
${casesOf(sheet)}
</main>
</body>
</html>
`;
}

const cell = (text: string, k: number, words: number): string => {
  const side = k < words ? ' class="word"' : "";
  return k === 0
    ? `<th scope="row"${side}>${escaped(text)}</th>`
    : `<td${side}>${escaped(text)}</td>`;
};

const head = (text: string, k: number, words: number): string =>
  `<th scope="col"${k < words ? ' class="word"' : ""}>${escaped(text)}</th>`;

const tableOf = ({ title, note, columns, rows, words = 1 }: SheetTable): string =>
  `<section class="table"><h2>${escaped(title)}</h2>${note === "" ? "" : `<p>${escaped(note)}</p>`}
<div class="scroll"><table><thead><tr>${columns.map((name, k) => head(name, k, words)).join("")}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((text, k) => cell(text, k, words)).join("")}</tr>`).join("\n")}</tbody></table></div></section>`;

function casesOf({ casesTitle, casesNote, cases }: Sheet): string {
  if (cases.length === 0) return "";
  return `<section class="cases"><h2>${escaped(casesTitle)}</h2>
<p>${escaped(casesNote)}</p>
<p class="legend">In the texts: <span class="gold">expected party</span>, <span class="trigger">found trigger</span>, <span class="actor">found actor</span>, <span class="recipient">found recipient</span>.</p>
<ol>
${cases.map(caseOf).join("\n")}
</ol></section>`;
}

const items = (name: string, list: readonly string[]): string =>
  `<dt>${name}</dt>${(list.length === 0 ? ["nothing"] : list).map((each) => `<dd>${escaped(each)}</dd>`).join("")}`;

const caseOf = (each: SheetCase): string =>
  `<li><p class="text">${marked(each)} <span class="id">${escaped(each.id)}</span></p>
<dl>${items("expected", each.expected)}${items("found", each.found)}</dl>
<details><summary>why</summary><pre>${escaped(each.why)}</pre></details></li>`;

/** The text cut at every limit of a mark; each piece carries the kinds of marks over it. */
function marked({ text, marks }: SheetCase): string {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ span }) => span)])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((from, k) => piece(text.slice(from, cuts[k + 1]!), over(marks, from, cuts[k + 1]!)))
    .join("");
}

const over = (marks: readonly SheetMark[], from: number, to: number): Set<SheetMark["kind"]> =>
  new Set(marks.filter(({ span }) => span[0] <= from && to <= span[1]).map(({ kind }) => kind));

const piece = (text: string, kinds: ReadonlySet<SheetMark["kind"]>): string =>
  kinds.size === 0
    ? escaped(text)
    : `<span class="${[...kinds].sort().join(" ")}">${escaped(text)}</span>`;

const ownStyle = `
header p{max-width:44rem}
main h2{font-size:1.15rem;line-height:1.4;margin:0}
main section>p{margin:.15rem 0 .5rem;max-width:44rem;font-size:.86rem;line-height:1.5;color:var(--quiet)}
.tables{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(27rem,100%),1fr));gap:1.8rem 2.6rem;align-items:start;margin-bottom:2.4rem}
.table{min-width:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font:.84rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
th,td{padding:.16rem .35rem;text-align:right;border-bottom:1px solid var(--rule);font-weight:400;white-space:nowrap}
thead th{color:var(--quiet);font-size:.76rem;border-bottom:1px solid var(--ink)}
.word{text-align:left;white-space:normal}
tr>:first-child{padding-left:0}
.cases{border-top:1px solid var(--rule);padding-top:1.2rem}
.cases .legend{border:0;padding:0;margin:.3rem 0 1rem;color:var(--ink)}
.cases ol{padding-left:2rem;margin:0}
.cases li{margin:0 0 1.3rem;max-width:46rem}
.cases li::marker{color:var(--quiet);font-size:.85rem}
.text{margin:0 0 .3rem}
dl{display:grid;grid-template-columns:5.2rem minmax(0,1fr);margin:0;font:.82rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
dt{grid-column:1;color:var(--quiet)}
dd{grid-column:2;margin:0}
details{font-size:.82rem}
.cases .id{font:.72rem/1 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.gold{outline:1.5px dashed var(--mark-line);outline-offset:1px;border-radius:.15em}
.trigger{font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
.actor,.recipient{background:hsl(var(--hue) var(--sat) var(--tint));border-bottom:2px var(--line) hsl(var(--hue) 45% 55%)}
.actor{--hue:215;--line:solid}
.recipient{--hue:25;--line:dashed}
@media (max-width:30rem){.cases ol{padding-left:1.5rem}dl{grid-template-columns:4.6rem minmax(0,1fr)}th,td{padding:.16rem .22rem}}
`.trim();
