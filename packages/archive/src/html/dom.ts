/** As much of the DOM as is used here; the reader's packages are typed without the browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
}

/** Calls `enter` and `leave` for each node below `root`, in document order, without recursion. */
export function walk(
  root: DomNode,
  enter: (node: DomNode) => boolean,
  leave: (node: DomNode) => void,
): void {
  let node = root.firstChild;
  while (node) {
    if (enter(node) && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    leave(node);
    while (node && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === root) return;
      leave(node);
    }
    node = node?.nextSibling ?? null;
  }
}

/** Without characters that only guide line breaking, and with single spaces. */
export const tidy = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/[\s\u00a0]+/g, " ");

export const textIn = (element: DomElement | null): string =>
  tidy(element?.textContent ?? "").trim();
