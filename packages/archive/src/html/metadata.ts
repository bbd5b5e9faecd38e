import { dateInAddress, looseDate } from "../dates.ts";
import { type DomDocument, type DomElement, textIn, tidy } from "./dom.ts";

/** What a page says of its article, in the order: JSON-LD, meta tags, `<time>`, the address. */
export interface Metadata {
  readonly title?: string;
  readonly description?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  /** The article's text as JSON-LD has it. */
  readonly body?: string;
}

export function metadataOf(document: DomDocument, address?: string): Metadata {
  const meta = metaTags(document);
  const linked = linkedData(document);
  const url = first(link(document, "canonical"), meta("og:url"), address);
  const named = first(string(linked.headline), meta("og:title", "twitter:title"));
  const outlet = first(nameIn(linked.publisher), meta("og:site_name", "application-name"));
  const headed = withoutOutlet(
    named ?? first(textIn(document.querySelector("h1")), textIn(document.querySelector("title"))),
    outlet,
  );
  const found: { [K in keyof Metadata]: string | undefined } = {
    title: headed.title,
    description: first(
      string(linked.description),
      meta("og:description", "description", "twitter:description"),
    ),
    published: publishedOf(document, meta, linked, url),
    outlet: outlet ?? headed.outlet,
    byline: first(nameIn(linked.author), authorTag(meta("author", "byl", "parsely-author"))),
    url: url && /^https?:\/\//i.test(url) ? url : address,
    body: string(linked.articleBody),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const first = (...values: (string | undefined)[]): string | undefined =>
  values.map((value) => value && tidy(value).trim()).find((value) => value);

/** "Talks go on | The Courier": what stands behind the last bar or dash is the outlet. */
function withoutOutlet(
  title: string | undefined,
  outlet: string | undefined,
): { title: string | undefined; outlet?: string } {
  const match = /^(.{12,}?)\s+(?:[|–—-]|::|»|•)\s+([^|–—»•]{2,40})$/u.exec(title ?? "");
  const [, front, name] = match ?? [];
  if (!front || !name) return { title };
  if (outlet !== undefined)
    return { title: outlet.toLowerCase().includes(name.toLowerCase()) ? front : title };
  const isName = name
    .split(" ")
    .every((word) => /^(?:\p{Lu}|\d|of|the|and|de|in|on|for)/u.test(word));
  return isName && name.split(" ").length <= 4 ? { title: front, outlet: name } : { title };
}

type Meta = (...names: readonly string[]) => string | undefined;

function metaTags(document: DomDocument): Meta {
  const contents = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta")) {
    const name =
      tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content");
    const key = name?.trim().toLowerCase();
    if (key && content?.trim() && !contents.has(key)) contents.set(key, content);
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content);
}

const link = (document: DomDocument, relation: string): string | undefined =>
  document.querySelector(`link[rel="${relation}"]`)?.getAttribute("href") ?? undefined;

/** An author's page is no name. */
const authorTag = (author: string | undefined): string | undefined =>
  author && /^https?:/i.test(author) ? undefined : author?.replace(/^by\s+/i, "");

function publishedOf(
  document: DomDocument,
  meta: Meta,
  linked: LinkedData,
  url: string | undefined,
): string | undefined {
  const declared = [
    string(linked.datePublished),
    string(linked.dateCreated),
    ...[
      "article:published_time",
      "og:article:published_time",
      "datepublished",
      "parsely-pub-date",
      "sailthru.date",
      "publish-date",
      "publishdate",
      "pubdate",
      "date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
    ].map((name) => meta(name)),
    ...timeElements(document),
  ];
  for (const date of declared) {
    const found = date && looseDate(date);
    if (found) return found;
  }
  return url && dateInAddress(url);
}

function timeElements(document: DomDocument): string[] {
  const times = [...document.querySelectorAll("time")].slice(0, 3);
  return times.map((time: DomElement) => time.getAttribute("datetime") ?? textIn(time));
}

type LinkedData = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|Posting|Report|Review)$/;

/** The first JSON-LD object of the page that is an article; blocks that are not JSON are skipped. */
function linkedData(document: DomDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const open: unknown[] = [jsonOf(script.textContent ?? "")];
    for (let seen = 0; open.length > 0 && seen < 1000; seen++) {
      const value = open.shift();
      if (Array.isArray(value)) open.push(...value);
      if (!isObject(value)) continue;
      if (
        [value["@type"]].flat().some((type) => typeof type === "string" && articleTypes.test(type))
      )
        return value;
      open.push(value["@graph"], value.mainEntity);
    }
  }
  return {};
}

/** Pages put comments, CDATA marks and raw line ends into their JSON-LD. */
function jsonOf(text: string): unknown {
  const cleaned = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, "")
    .replace(/[\n\r\t]/g, " ");
  try {
    return JSON.parse(cleaned);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isObject = (value: unknown): value is LinkedData =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const string = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? unescaped(value) : undefined;

/** `{"name": …}`, a list of such, or plain strings. */
function nameIn(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .map((each) => string(isObject(each) ? [each.name].flat()[0] : each))
    .filter((name) => name !== undefined && !/^https?:/i.test(name));
  return names.length > 0 ? names.join(", ") : undefined;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
};

/** Strings in JSON-LD are often escaped once more as HTML. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,6}));/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? all;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
