/** The style sheet of the page: a newspaper's column with a margin of notes. */

/** Hue in degrees and the line under the words: eight sources by colour, four kinds of line. */
const lines = ["solid", "dashed", "dotted", "double"];
const degrees = [215, 25, 140, 285, 340, 75, 190, 255];
const sources = degrees
  .map((hue, k) => `.c${k}{--hue:${hue};--line:${lines[k % lines.length]}}`)
  .join("");

const colours = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1c1a;--quiet:#66625b;--rule:#d9d4c8;--mark:#fff0a8;--mark-line:#8a6d00;--tint:93%;--deep:34%;--sat:55%}
@media (prefers-color-scheme:dark){:root{--paper:#181816;--ink:#e6e2d9;--quiet:#a09a8e;--rule:#3b3933;--mark:#4a3f08;--mark-line:#e0c050;--tint:19%;--deep:74%;--sat:40%}}
`.trim();

const ground = `
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:30vh}
body{margin:0 auto;max-width:84rem;padding:2.2rem 1.4rem 4rem;font:1.0625rem/1.68 "Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Source Serif 4","Noto Serif",serif;overflow-wrap:break-word}
a{color:inherit}
header{border-top:3px solid var(--ink);border-bottom:1px solid var(--rule);padding:.9rem 0 1.1rem;margin-bottom:1.6rem}
.paper{margin:0;font-size:.82rem;letter-spacing:.04em;color:var(--quiet)}
.paper b{color:var(--ink);letter-spacing:.02em}
h1{margin:.5rem 0 .1rem;max-width:24em;font-size:clamp(1.55rem,1.1rem + 2vw,2.35rem);line-height:1.17;font-weight:600;letter-spacing:-.012em;text-wrap:balance}
.sums{margin:.6rem 0 0;font-size:.9rem;color:var(--quiet)}
`.trim();

const folded = `
details{display:inline}
details[open]{display:block;margin-left:0}
summary{display:inline;cursor:pointer;color:var(--quiet);list-style:none;text-decoration:underline dotted}
summary::-webkit-details-marker{display:none}
pre{margin:.3rem 0 .5rem;padding:.5rem .6rem;border-left:2px solid var(--rule);white-space:pre-wrap;overflow-wrap:anywhere;font:.72rem/1.5 ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace}
`.trim();

/** What every page has: colours, by light and dark, the column, its head, what is folded away. */
export const frame = [colours, ground, folded].join("\n");

const article = `
.row{display:grid;grid-template-columns:minmax(0,37rem) minmax(0,1fr);column-gap:2.4rem;padding:.1rem 0 .8rem}
.row>p,.row>h2{margin:0;white-space:pre-line}
.title h2{font-size:1.2rem;line-height:1.5;font-weight:600}
.standfirst p{font-size:1.12rem;font-style:italic}
.aside p{font-size:.85rem;color:var(--quiet);border-left:2px solid var(--rule);padding-left:.8rem}
.aside p[data-kind]::before{content:attr(data-kind);display:block;font:600 .66rem/1.7 system-ui,sans-serif;letter-spacing:.08em;text-transform:uppercase}
.said{background:hsl(var(--hue) var(--sat) var(--tint));border-bottom:2px var(--line) hsl(var(--hue) 45% 55%);text-decoration:none;padding-bottom:.04em}
.said.nested{border-bottom-width:4px;border-bottom-style:double}
.tag,.key{font:700 .66rem/1 system-ui,sans-serif;color:hsl(var(--hue) var(--sat) var(--deep));text-decoration:none}
.tag{vertical-align:super;padding:0 .12em 0 .06em}
.key{display:inline-block;border:1px var(--line) currentColor;border-radius:.2em;padding:.12em .3em;vertical-align:.08em}
p .source{font-weight:600}
.cue{font-style:italic}
a.event,.event{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.24em;text-decoration-skip-ink:none}
.figure{text-decoration:underline dotted;text-underline-offset:.24em}
.word{text-decoration:none;border-radius:.18em;padding:0 .1em;color:inherit}
.word.event{text-decoration:underline;text-decoration-thickness:2px}
.own{background:var(--mark);outline:1.5px solid var(--mark-line)}
.paraphrased{outline:1.5px dashed var(--mark-line)}
.others{outline:1.5px dotted var(--mark-line)}
.at{scroll-margin-top:30vh}
aside{font:.78rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;border-left:1px solid var(--rule);padding-left:1.2rem;min-width:0;columns:2 17rem;column-gap:1.6rem}
aside:empty{border:0}
aside ul{list-style:none;margin:0;padding:0}
aside ul+ul{margin-top:.55rem}
aside li{display:grid;grid-template-columns:2.3rem minmax(0,1fr);margin:0 0 .34rem;break-inside:avoid}
.id{color:var(--quiet);font-variant-numeric:tabular-nums;text-decoration:none}
.id:hover,.id:focus{text-decoration:underline}
.code{letter-spacing:.02em;color:var(--quiet)}
.voice{font-style:italic}
li:target,.at:target+.said,.at:target+a,.at:target+.tag+a,.at:target+.tag+.said{box-shadow:0 0 0 3px var(--mark-line);border-radius:.15em}
`.trim();

const around = `
.legend{font:.8rem/1.7 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;border-bottom:1px solid var(--rule);padding-bottom:1.1rem;margin-bottom:1.5rem}
.legend h2{margin:0 0 .25rem;font-size:.66rem;letter-spacing:.09em;text-transform:uppercase;color:var(--quiet)}
.legend p{margin:.1rem 0 .5rem}
.legend ul{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1.3rem;margin:0;padding:0}
.legend li .said{padding:0 .2em .04em}
footer{margin-top:2rem;border-top:1px solid var(--rule);padding-top:.8rem;font-size:.82rem;color:var(--quiet)}
@media (max-width:66rem){body{padding:1.1rem 1rem 3rem}.row{grid-template-columns:minmax(0,1fr);padding-bottom:1.1rem}.row>p{max-width:42rem}aside{margin:.5rem 0 0;padding-left:.9rem}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#444;--mark:#fff3b0;--mark-line:#7a6000;--tint:94%;--deep:30%}html{font-size:9pt}body{max-width:none;padding:0}.row{grid-template-columns:minmax(0,58%) minmax(0,1fr);column-gap:1.4rem}aside{font-size:.76rem;columns:1}summary{display:none}details[open] pre{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}header,.legend{break-inside:avoid}}
`.trim();

/** The whole of a Reading's page. */
export const styleSheet = [colours, sources, ground, article, folded, around].join("\n");
