import type { Paragraph, Report } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { datelineOf } from "../text/dateline.ts";
import { hash } from "../text/hash.ts";
import { languageOf } from "../text/language.ts";

/**
 * What is known of the report as a whole: as the input gives it, and for what it does not give, as
 * the text shows it (title, by-line, place of the dateline, a first line that is an address).
 */
export const report = () =>
  stage({
    name: "report",
    needs: ["input", "paragraphs"],
    gives: ["report"],
    run({ input, paragraphs }) {
      const { text } = input;
      const found: Report = {
        id: input.id ?? hash(text),
        ...defined("title", input.title ?? textOf(text, paragraphs, "title")),
        ...defined("outlet", input.outlet),
        ...defined("url", input.url ?? addressOf(text, paragraphs)),
        ...defined("byline", input.byline ?? authorOf(textOf(text, paragraphs, "byline"))),
        ...defined("published", input.published),
        ...defined("place", datelineOf(textOf(text, paragraphs, "body") ?? "")?.place),
        language: languageOf(story(text, paragraphs)),
        text,
      };
      return { report: found };
    },
  });

const defined = <Key extends string>(key: Key, value: string | undefined) =>
  (value === undefined || value === "" ? {} : { [key]: value }) as { [K in Key]?: string };

function textOf(
  text: string,
  paragraphs: readonly Paragraph[],
  kind: Paragraph["kind"],
): string | undefined {
  const first = paragraphs.find((paragraph) => paragraph.kind === kind);
  return first && text.slice(...first.span);
}

/** "By Jane Doe in Nairobi" without the "By". */
const authorOf = (byline: string | undefined): string | undefined =>
  byline?.replace(/^by:?\s+/i, "");

/** Collections of reports often put the address on the first line. */
function addressOf(text: string, paragraphs: readonly Paragraph[]): string | undefined {
  const first = paragraphs[0];
  const line = first?.kind === "other" ? text.slice(...first.span) : "";
  return /^https?:\/\/\S+$/i.test(line) ? line : undefined;
}

/** The story's own words, as many as it takes to tell their language. */
function story(text: string, paragraphs: readonly Paragraph[]): string {
  const parts: string[] = [];
  let length = 0;
  for (const { span, kind } of paragraphs) {
    if (kind !== "title" && kind !== "standfirst" && kind !== "body") continue;
    parts.push(text.slice(...span));
    length += span[1] - span[0];
    if (length > 20_000) break;
  }
  return parts.length > 0 ? parts.join("\n") : text;
}
