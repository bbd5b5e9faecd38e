/**
 * Signs of paragraphs that stand around a story, as data: the first row that fits decides. Every
 * row has examples, which the tests run; case matters where a name must follow.
 */
export type FurnitureKind = "caption" | "byline" | "link" | "other";

interface Sign {
  readonly kind: FurnitureKind;
  readonly sign: RegExp;
  readonly examples: readonly string[];
}

export const furniture: readonly Sign[] = [
  // Marks and addresses.
  { kind: "other", sign: /^[^\p{L}\p{N}]+$/u, examples: ["-", "***", "• • •"] },
  {
    kind: "other",
    sign: /^(?:https?:\/\/|www\.)\S+$/i,
    examples: ["https://example.org/news/12", "www.example.org"],
  },
  {
    kind: "link",
    sign: /^\S*https?:\/\/\S+$/i,
    examples: ["[PHOTO]http://example.org/a.jpg[/PHOTO]"],
  },

  // Links to other reports and to the house itself.
  {
    kind: "link",
    sign: /^(?:>+\s*|[•▪➡–—-]\s*)?(?:read (?:more|also|next|here|the full \S+)|also read|see also|see more|related(?: (?:stories|articles?|news|coverage|topics?|links?))?|more (?:on|from|about) (?:this|the|our)|more stories|more from|recommended(?: stories)?|editor['’]s (?:picks?|choice)|most (?:read|popular|viewed)|you (?:may|might) also like|watch(?: (?:live|now|more|also))?|listen(?: (?:now|here|to this article))?|click here|keep reading|continue reading|don['’]t miss|trending(?: now)?|in case you missed it|further reading|explained|opinion|explainer|fact ?check|in pictures|timeline|live updates)\s*(?:[:|»>–—-]|\.{3}|…|$)/i,
    examples: [
      "Read more: Who owns the valleys?",
      "Also read | Five questions about the bank",
      "RELATED",
      "Watch: The president's speech",
      "Recommended Stories",
    ],
  },
  {
    kind: "link",
    sign: /^(?:read|watch|see|listen|click|tap|visit|download|sign up|subscribe|follow|join|like|get) (?:us|our|here|now|the (?:app|latest|best)|for (?:our|the|a|free|more)|to (?:our|the|read|watch|listen|get|receive))\b[^"“”]{0,200}$/i,
    examples: [
      "Follow us on all channels",
      "Sign up for our weekly newsletter.",
      "CLICK HERE TO GET THE APP",
      "Get the latest news delivered to your inbox",
    ],
  },
  {
    kind: "link",
    sign: /^(?:for (?:more|the latest)|to read more|stay up to date|catch up on|check out|join the conversation)\b[^"“”]{0,160}\b(?:news|stories|visit|click|follow|subscribe|app|channel|newsletter|updates)\b[^"“”]{0,100}$/i,
    examples: [
      "For more news from the region, visit our page",
      "Stay up to date with our newsletter",
    ],
  },
  {
    kind: "link",
    sign: /^(?:READ|ALSO READ|WATCH|SEE ALSO|RELATED|MORE)\s*[:|»>–—-]/u,
    examples: ["MORE: The war in maps"],
  },
  {
    kind: "link",
    sign: /^(?:list (?:of )?\d+ (?:of \d+|items)|end of list|\d+ of \d+)$/i,
    examples: ["list 1 of 4", "end of list", "list of 4 items"],
  },

  // Captions by their opening.
  {
    kind: "caption",
    sign: /^(?:in this|this)(?: (?:file|undated|handout|aerial|combination|screen|satellite|frame|video|still|archive|pool|courtesy))*[ -]?(?:photo(?:graph)?|image|picture|frame ?grab|screen ?grab|screenshot|handout|video grab|grab)\b(?! (?:of the (?:world|country)|is not))/i,
    examples: [
      "In this photo released by the palace the two leaders shake hands.",
      "This handout picture shows the bridge.",
    ],
  },
  {
    kind: "caption",
    sign: /^(?:(?:file|archive|handout|representative|representational|stock|courtesy|illustrative) (?:photo|picture|image|pic)|(?:photo|image|picture|pic|video|photograph|illustration|graphic|map|infographic)(?: (?:credit|courtesy|by|source|caption))?)\s*(?:[:|(/,]|\s[–—-]\s|$)/i,
    examples: [
      "File photo: the ministry of finance",
      "Photo: Jane Doe",
      "Image source, Agency",
      "Image caption, The bridge at dawn",
      "Photograph: Jane Doe/The Courier",
    ],
  },
  {
    kind: "caption",
    sign: /^(?:Photo(?:graph)?|Image|Picture|PHOTO|IMAGE) (?:by|BY) \p{Lu}/u,
    examples: ["Photo by Jane Doe"],
  },
  {
    kind: "caption",
    sign: /^(?:\[\d+\/\d+\]|item \d+ of \d+)\s*\S/i,
    examples: ["[1/5]Smoke rises over the port", "Item 2 of 3 A man looks on"],
  },
  {
    kind: "caption",
    sign: /^(?:open gallery view|view gallery|\+?\d+ view gallery|enlarge image|expand image)\b/i,
    examples: ["Open gallery view", "+7 View gallery"],
  },

  // Captions by their end: a credit behind the last stop.
  {
    kind: "caption",
    sign: /[([][^()[\]\n]*\b(?:photo|image|pic|picture|handout|screengrab)s?\b[^()[\]\n]*[)\]]\.?$/i,
    examples: ["Ships wait in the harbour. (Photo: The Courier)"],
  },
  {
    kind: "caption",
    sign: /^[^\n]{10,}\((?:AP|AFP|Reuters|EPA|EFE|ANI|PTI|DPA|Xinhua|TASS|IRNA|WAFA|SANA|NurPhoto)(?:[/ ,-][^()]*)?\)\.?$/u,
    examples: ["Rescuers at the scene on Friday (AFP)", "The bridge at dawn (AP/Jane Doe)"],
  },
  {
    kind: "caption",
    sign: /^[^\n]{5,}[©[][^\n]{0,80}\b(?:Getty|Reuters|AFP|AP|EPA|EFE|Photo)\b[^\n]{0,60}$/u,
    examples: ["People inspect the damage [Jane Doe/Reuters]", "The bridge © AFP"],
  },
  {
    kind: "caption",
    sign: /^[^\n]{5,}\s\/\s?(?:AP|AFP|Reuters|EPA|EFE|Getty(?: Images)?|Anadolu(?: Agency)?|Xinhua|Bloomberg|NurPhoto|Shutterstock)(?:\/[\p{L} ]+)?\.?$/u,
    examples: ["The bridge at dawn. Jane Doe / AFP"],
  },
  {
    kind: "caption",
    sign: /^[^\n]{5,}\bREUTERS\/[\p{L}.' -]{3,40}(?:Purchase Licensing Rights[^\n]{0,40})?$/u,
    examples: ["A man looks on in Strelsau, June 14, 2025. REUTERS/Jane Doe"],
  },
  {
    kind: "caption",
    sign: /(?:[.!?…"”’)]\s+|\s[|–—]\s*)(?:photo(?:graph)?|image|picture|pic|credit|photo credit|photo courtesy)(?:\s*:| by | courtesy)\s*[^\s\d][^\n.!?]{1,80}\.?$/i,
    examples: [
      "Ships wait on Friday. Photo: Jane Doe",
      "The bridge at dawn | Photo Credit: Agency",
    ],
  },
  {
    kind: "caption",
    sign: /[([]\s*(?:courtesy|credit|photo|image|supplied|handout)\b[^()[\]\n]{0,80}[)\]]\.?$/i,
    examples: ["The old town at night (Courtesy of the harbour master)"],
  },
  {
    kind: "caption",
    sign: /\b(?:is|are|was|were) (?:seen|pictured|shown|photographed) in (?:this|a (?:file|handout)) (?:(?:file|undated|handout|aerial|satellite) )*(?:photo|image|picture|frame|screengrab)/i,
    examples: ["The minister is seen in this undated photo at his desk."],
  },

  {
    kind: "caption",
    sign: /^(?:(?:AFP|AP|EPA|Reuters|Anadolu) via )?(?:Getty(?: Images)?|Shutterstock|EPA-EFE|Anadolu(?: Agency)?|AP Photo)(?:\/[\p{L} .]+)?$/u,
    examples: ["Getty Images", "AFP via Getty Images"],
  },

  // By-lines and credits of writers.
  {
    kind: "byline",
    sign: /^(?:By|Words by|Written by|Text by|Story by|Report by|Posted by|Author)\s*:?\s+(?:(?:and|in|of|de|del|la|van|von|bin|al|el|the|for|with|our|staff|[&|/]|\p{Lu}[\p{L}.'’-]*)(?:[\s,|/]+|$)){1,14}$/u,
    examples: ["By Jane Doe and Juan de la Cruz in Strelsau", "Written by John Roe"],
  },
  { kind: "byline", sign: /^BY:? [\p{Lu}\s.'’,&|-]{3,80}$/u, examples: ["BY JANE DOE"] },
  {
    kind: "byline",
    sign: /^\(?(?:(?:[Aa]dditional|[Ww]ith) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Ee]dited|[Ww]ritten|[Rr]eported)(?: and (?:writing|editing))?(?: by:?|:)\s+\p{Lu}/u,
    examples: ["Reporting by Jane Doe; editing by John Roe", "(Edited by: John Roe)"],
  },
  {
    kind: "byline",
    sign: /^\(?\p{Lu}[\p{L}.'’ -]{2,60} (?:contributed to this (?:report|story|article)|reporting)\b[^\n]{0,80}$/u,
    examples: ["Jane Doe contributed to this report."],
  },
  {
    kind: "byline",
    sign: /^\(?(?:with (?:additional )?(?:inputs?|reporting) from|with agency inputs)\b[^\n]{0,80}$/i,
    examples: ["(With inputs from agencies)"],
  },
  {
    kind: "byline",
    sign: /^(?:our |the )?(?:staff (?:writers?|reporters?|correspondents?)|web ?desk|news ?desk|(?:special |our |own |foreign )?correspondents?|agencies|agency reports?|news agencies|monitoring desk|reporters?|editorial (?:team|staff|board))\.?$/i,
    examples: ["Our Correspondent", "Web Desk", "Staff writer"],
  },
  {
    kind: "byline",
    sign: /^(?:\p{Lu}[\p{L}.'’-]+ ){1,4}is an? [^\n]{0,120}\b(?:correspondent|reporter|editor|journalist|columnist|writer|contributor)\b[^\n]{0,160}$/u,
    examples: ["Jane Doe is a senior reporter for The Courier."],
  },
  {
    kind: "byline",
    sign: /^(?:[^\s\d,;:.!?]+ ){0,4}(?:correspondent|reporter|editor|bureau chief)(?:,? (?:in|for|at) [^\d\n,;:.!?]{2,40})?$/i,
    examples: ["Europe correspondent", "Diplomatic editor", "Reporter in Strelsau"],
  },
  {
    kind: "byline",
    sign: /^(?:\(?[Ee]ditors?:|\(?[Ee]dited:)\s*\S[^\n]{0,60}$/u,
    examples: ["Editor: Jane Doe"],
  },

  // What a page says of itself.
  {
    kind: "other",
    sign: /^(?:advertisements?(?: skip advertisement)?|advertising|ads?|sponsored(?: content)?|supported by|promoted|loading|share(?: this(?: article| story)?)?|print|email|comments?|view comments|save(?: articles to read later.*)?|copy link|whats ?app|facebook|twitter|x|telegram|linkedin|reddit|tags?|topics?|disclaimer|end(?:s|item)?|more|menu|home|news|world|politics|sport|business|summary|companies|what you need to know|key points|at a glance|opens new tab|continues below|story continues below.*|article continues below.*)\s*[.:]?$/i,
    examples: ["Advertisement", "Share this article", "What you need to know:", "ENDS", "Summary"],
  },
  {
    kind: "other",
    sign: /^(?:(?:published|updated|posted)\s*:?\s*)?(?:an?|\d+|few) ?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago[^\n]{0,30}$/i,
    examples: ["2 hours ago", "Updated 5 min ago"],
  },
  {
    kind: "other",
    sign: /^[—–-] ?[^\n]{1,60}\(@\w+\)/u,
    examples: ["— Rudolf (@rudolf) June 14, 2025"],
  },
  {
    kind: "other",
    sign: /^(?:tags?|keywords|topics|filed under|categories|category)\s*:\s/i,
    examples: ["Tags: talks, border"],
  },
  {
    kind: "other",
    sign: /^[\d.,]+\s?[km]?\s+(?:comments?|shares?|likes?|views?|reads?|reactions?|retweets?|min(?:ute)?s? read)\b[^\n]{0,60}$/i,
    examples: ["12 comments", "4 min read", "1.2k shares"],
  },
  {
    kind: "other",
    sign: /^(?:©|\(c\)|copyright\b)[^\n]*$/i,
    examples: ["© 2025 The Courier", "Copyright 2025 The Courier. All rights reserved."],
  },
  {
    kind: "other",
    sign: /^[^\n]{0,160}\ball rights reserved\b[^\n]{0,160}$/i,
    examples: ["The Courier. All rights reserved."],
  },
  {
    kind: "other",
    sign: /^\(?(?:this (?:story|article|copy) (?:has|was|is)\b[^\n]{0,60}\b(?:edited|published|refiled|corrected|updated|syndicated|generated|translated|republished)|this report (?:has|was|is)\b[^\n]{0,40}\b(?:refiled|corrected|updated|syndicated|generated|translated)|except for the headline|our standards:)[^\n]{0,300}$/i,
    examples: [
      "(This story has not been edited by our staff and is from a feed.)",
      "This article was first published by The Courier.",
      "This report was generated from a wire service.",
    ],
  },
  {
    kind: "other",
    sign: /^(?:First p|P)ublished in [A-Z][\w' ]{2,40}, (?:on )?[A-Z][a-z]+ \d{1,2}/,
    examples: ["Published in The Courier, June 14th, 2025"],
  },
  {
    kind: "other",
    sign: /^[–—-]{1,3}\s?(?:(?:with|from) )?(?:\p{Lu}[\p{L}.]+(?:[\s/,]+|$)){1,5}$/u,
    examples: ["– Bernama", "-- with Agency"],
  },
  {
    kind: "other",
    sign: /^\(?(?:(?:AP|AFP|Reuters|EPA|EFE|ANI|PTI|IANS|DPA|Xinhua|TASS|IRNA|WAFA|SANA|Bernama|KUNA|QNA|WAM|APP|UNB|BSS|ANSA|Kyodo)[/ ,&]*)+\)?\.?$/u,
    examples: ["(AFP)", "Reuters/AFP"],
  },
  {
    kind: "other",
    sign: /^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified|edited)|date|issued|modified)(?: (?:on|at))?\s*[:–-]?\s+)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+)?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,?\s+\d{4}(?:[\s,|–—-]+(?:at )?\d{1,2}[:.]\d{2}[^\n]{0,40})?[.,]?$/i,
    examples: [
      "Published: 14 June 2025",
      "Updated - June 14, 2025 10:15 am IST - NEW DELHI",
      "Friday, January 4, 2019",
      "Published On 14 Jun 2025",
    ],
  },
  {
    kind: "other",
    sign: /^(?:(?:published|updated|posted|last updated)[^\n]{0,20}\s)?\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[\sT,|]+\d{1,2}:\d{2}[^\n]{0,40})?$/i,
    examples: ["2025-06-14 10:15", "Updated 14/06/2025, 10:15"],
  },
];

/** Past this length a paragraph is taken for story, whatever it starts with (UTF-16 units). */
const longest = 700;

/** What a paragraph is by its words when it is not the story, `undefined` when it may be. */
export function furnitureKind(paragraph: string): FurnitureKind | undefined {
  if (paragraph.length > longest) return undefined;
  return furniture.find(({ sign }) => sign.test(paragraph))?.kind;
}
