/** The code of an event: its frame's, made more exact by the words around and by PLOVER's rules. */
import type { Refinement } from "../../knowledge/frames.ts";
import type { Ontology } from "../../knowledge/ontology.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import type { EventStatus } from "../../reading/reading.ts";
import { lemmaOf, type Syntax, tokenSpan } from "../../reading/syntax.ts";
import type { Found } from "./absorb.ts";
import { phraseBelow } from "./clause.ts";
import { lightVerbOf, type Places } from "./light-verbs.ts";
import type { Match } from "./match.ts";
import type { Decided } from "./status.ts";

export interface Coded {
  readonly type: string;
  readonly mode?: string;
  readonly cameo?: string;
  readonly contexts: readonly string[];
  readonly because: readonly Because[];
}

const meetsWords = (phrase: string, refinement: Refinement): boolean =>
  [...refinement.words].some((each) => phrase.includes(` ${each} `));

/** The trigger's own phrase, and its light verb's. */
const phraseOf = (places: Places, { trigger }: Match): number[] => {
  const light = lightVerbOf(places, trigger);
  return phraseBelow(places.at, light >= 0 ? light : trigger);
};

function contextsOf(
  at: Syntax,
  ontology: Ontology,
  scope: readonly number[],
  because: Because[],
): string[] {
  const lemmas = scope.map((token) => lemmaOf(at, token).toLowerCase());
  const found: string[] = [];
  for (let i = 0; i < lemmas.length; i++)
    for (const { value } of ontology.contextWords.find(lemmas, i).slice(0, 1)) {
      if (found.includes(value.context)) continue;
      found.push(value.context);
      const word = words(tokenSpan(at, scope[i]!));
      because.push(step(`a word shows the context ${value.context}`, row(value.at), word));
    }
  return found;
}

/** PLOVER's own rules: a meeting that is planned is AGREE, one called off is REJECT, … */
function byStatus(ontology: Ontology, code: Coded, { status }: Decided): Coded {
  const rule = ontology.statusRule(code.type, code.mode, status);
  if (!rule) return code;
  const { mode: _mode, cameo: _cameo, ...rest } = code;
  return {
    ...rest,
    type: rule.becomes,
    ...(rule.becomesMode ? { mode: rule.becomesMode } : {}),
    ...(rule.cameo ? { cameo: rule.cameo } : {}),
    because: [
      ...code.because,
      step(`${code.type} that is ${status} is ${rule.becomes}`, row(rule.at)),
    ],
  };
}

/** What a type that stands over another event makes of it: a REQUEST is what that event called for is. */
const statusOfContent: Readonly<Record<string, EventStatus>> = {
  AGREE: "planned",
  REQUEST: "called for",
  REJECT: "denied",
  THREATEN: "threatened",
};

/** "agreed to release", "must withdraw": what is agreed or asked makes the code more exact. */
function byContent(ontology: Ontology, code: Coded, about: Found | undefined, own: boolean): Coded {
  const status = statusOfContent[code.type];
  // An own dictionary's code is as exact as its author wants it.
  if (!about || !status || code.mode || own) return code;
  // "asked them not to visit" is no request to meet.
  if (about.status.status === "denied" && about.status.governor < 0) return code;
  const { type, mode } = about.match.frame.code;
  const rule = ontology.statusRule(type, mode, status);
  if (rule?.becomes !== code.type) return code;
  return {
    ...code,
    ...(rule.becomesMode ? { mode: rule.becomesMode } : {}),
    // A frame that says more than its root ("033") knows better.
    ...(rule.cameo && (code.cameo ?? "0").endsWith("0") ? { cameo: rule.cameo } : {}),
    because: [...code.because, step(`what it is about is ${type}`, row(rule.at))],
  };
}

export function codeOf(
  places: Places,
  ontology: Ontology,
  { match, status, about }: Pick<Found, "match" | "status" | "about">,
): Coded {
  const { code, refinements } = match.frame;
  const scope = phraseOf(places, match);
  const phrase = ` ${scope.map((token) => lemmaOf(places.at, token).toLowerCase()).join(" ")} `;
  const because: Because[] = [];
  const pick = (key: "mode" | "cameo" | "context"): string | undefined => {
    const refinement = refinements.find((each) => each[key] && meetsWords(phrase, each));
    if (!refinement) return undefined;
    because.push(
      step(`words of the clause give the ${key} ${refinement[key]}`, row(refinement.at)),
    );
    return refinement[key];
  };
  const mode = pick("mode") ?? code.mode;
  const cameo = pick("cameo") ?? code.cameo;
  const context = pick("context");
  const shown = contextsOf(places.at, ontology, scope, because);
  const contexts = new Set([...code.contexts, ...(context ? [context] : []), ...shown]);
  const plain: Coded = {
    type: code.type,
    ...(mode ? { mode } : {}),
    ...(cameo ? { cameo } : {}),
    contexts: [...contexts].sort(),
    because,
  };
  return byStatus(ontology, byContent(ontology, plain, about, match.frame.at.own === true), status);
}
