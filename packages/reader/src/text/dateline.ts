/** The line that opens a report and says where (and often when, for whom) it was written. */
export interface Dateline {
  /** As printed: "KYIV, Ukraine", "Durban". */
  readonly place: string;
  /** UTF-16 units from the start of the paragraph to where its text begins. */
  readonly length: number;
}

// Latin letters by range: Unicode's own classes take longer to compile than a report to read.
const upper = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŹŻŽ";
const letter = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ";
const name = `[${upper}][${letter}'’.-]*(?:[ /]+(?:of|de|del|la|le|el|al|an|the|sur|am|upon|and|[${upper}][${letter}'’.-]*)){0,4}`;
const capitals = `[${upper}][${upper}'’.-]+(?:[ /]+[${upper}][${upper}'’.-]*){0,3}`;
const month = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?`;
const date = String.raw`(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,? )?(?:${month} \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? ${month})(?:,? \d{4})?`;
const dash = String.raw`\s*(?:--+|[-–—―])\s*`;

/** Each form of dateline, the strictest first; group 1 is the place. */
const forms: readonly RegExp[] = [
  // KYIV, Ukraine (AP) — · GENEVA, June 13 (Reuters) - · Durban, May 16 2022 (IPS) -
  String.raw`(${name}(?:, ${name}?)??)(?:,? ${date})?,?\s*\([${upper}][^()\n]{0,40}\)(?:${dash}|:\s*|\.\s+)`,
  // MOSCOW, June 14. /TASS/.
  String.raw`(${name})(?:, ${date})?[.,]?\s*/[${upper}][^/\n]{1,30}/[.:]?(?:${dash}|\s+)`,
  // Kinshasa, 14 June 2025 - · ANKARA, June 14:
  String.raw`(${name}(?:, ${name})?),? ${date}(?:${dash}|:\s+|\.\s+[-–—]\s*|\s*\|\s*)`,
  // AMMAN — · LEON, GUANAJUATO.- · KOTA KINABALU: · TOKYO –
  String.raw`(${capitals}(?:, ${name})?)\.?(?:\s+(?:--+|[-–—―])\s*|[-–—―]+\s+|[—–]|:\s+|\s+\|\s+)`,
  // Nairobi — The · Doha: The
  String.raw`([${upper}][${letter}'’-]+(?: [${upper}][${letter}'’-]+){0,2}(?:, [${upper}][${letter}'’-]+(?: [${upper}][${letter}'’-]+)?)?)(?:\s+(?:--|[-–—])\s+|:\s+)(?=["“‘']?[${upper}])`,
].map((form) => new RegExp(`^${form}`));

/** Words that stand where a place would, but are none. */
const notPlaces =
  /\b(?:news|reuters|agenc(?:y|ies)|afp|tass|xinhua|analysis|opinion|explainer|exclusive|update|updated|breaking|watch|video|live|editorial|factbox|correction|interview|comment|background|photos?|gallery|review|feature|report|note|question|answer|q|a|today|tonight|crisis|president|minister|spokes\w+|explained|why|how|what|who|when|where)\b/i;

/** The dateline a paragraph opens with; only the first paragraph of the body should be asked. */
export function datelineOf(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, 160);
  for (const form of forms) {
    const match = form.exec(opening);
    const place = match?.[1]?.replace(/[,.–—-]+$/, "");
    if (!match || !place) continue;
    if (notPlaces.test(place) || match[0].length >= paragraph.length) return undefined;
    return { place, length: match[0].length };
  }
  return undefined;
}
