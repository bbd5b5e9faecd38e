import type { ParagraphKind } from "@hearsay/reader";
import { type DomElement, type DomNode, tidy, walk } from "./dom.ts";

/** A paragraph of a page; `body` where the page does not say what it is. */
export interface Block {
  readonly text: string;
  readonly kind: ParagraphKind;
}

const blockNames = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

const silentNames = new Set(
  "AUDIO BUTTON CANVAS FORM IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO".split(
    " ",
  ),
);

/** Most of a paragraph this short inside a link: it leads elsewhere (UTF-16 units). */
const longestLink = 250;

const elementNode = 1;
const textNode = 3;

/** The paragraphs below an element, with white space as a browser shows it. */
export function blocksOf(root: DomNode): Block[] {
  const found: Block[] = [];
  let text = "";
  let linked = 0;
  const depth = { A: 0, FIGCAPTION: 0, embedded: 0 };
  const finish = () => {
    const content = tidy(text).trim();
    if (content !== "") found.push({ text: content, kind: kindOf(content, linked, depth) });
    text = "";
    linked = 0;
  };
  const cross = (node: DomNode, by: 1 | -1) => {
    const name = node.nodeName.toUpperCase();
    if (blockNames.has(name) || name === "BR") finish();
    if (name === "A" || name === "FIGCAPTION") depth[name] += by;
    if (isEmbedded(node)) depth.embedded += by;
    if (name === "Q") text += by > 0 ? "“" : "”";
  };
  const enter = (node: DomNode): boolean => {
    if (node.nodeType === textNode) {
      const words = node.textContent ?? "";
      text += words;
      if (depth.A > 0) linked += words.trim().length;
    } else if (node.nodeType === elementNode) cross(node, 1);
    return node.nodeType === elementNode && !silentNames.has(node.nodeName.toUpperCase());
  };
  walk(root, enter, (node) => {
    if (node.nodeType === elementNode) cross(node, -1);
  });
  finish();
  return found;
}

/** A post of somebody's, set into the page: not the outlet's story. */
const isEmbedded = (node: DomNode): boolean =>
  node.nodeName.toUpperCase() === "BLOCKQUOTE" &&
  /twitter|instagram|tiktok|fb-post|bluesky|telegram|embed/i.test(
    (node as DomElement).getAttribute("class") ?? "",
  );

function kindOf(
  text: string,
  linked: number,
  depth: { FIGCAPTION: number; embedded: number },
): ParagraphKind {
  if (depth.embedded > 0) return "other";
  if (depth.FIGCAPTION > 0) return "caption";
  return text.length <= longestLink && linked >= 0.9 * text.length ? "link" : "body";
}
