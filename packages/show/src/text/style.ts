/** Colour and weight on a terminal; without colour, marks that can be typed. */
export interface Style {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly source: (text: string) => string;
  readonly outlet: (text: string) => string;
  /** The words that an item rests on, inside their sentence. */
  readonly marked: (text: string) => string;
}

/** Each word by itself, so that a line can be broken between them. */
const code = (open: string, close: string) => (text: string) =>
  text
    .split(" ")
    .map((word) => (word === "" ? "" : `\u001b[${open}m${word}\u001b[${close}m`))
    .join(" ");

const same = (text: string): string => text;

export const styleOf = (color: boolean): Style =>
  color
    ? {
        title: code("1", "22"),
        heading: code("1;4", "22;24"),
        strong: code("1", "22"),
        dim: code("2", "22"),
        source: code("36", "39"),
        outlet: code("33", "39"),
        marked: code("1;4", "22;24"),
      }
    : {
        title: same,
        heading: same,
        strong: same,
        dim: same,
        source: same,
        outlet: same,
        marked: (text) => `‹${text}›`,
      };
