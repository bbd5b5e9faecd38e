/**
 * Verbs that the tagger missed. A full English sentence has a finite verb, and so have most headlines. Where the tagger left one
 * without, a sentence's past tense was taken for a participle or an adjective ("Soldiers evicted
 * villagers."), a headline's present for a noun ("Police arrest 12"): they are written alike. The
 * first word that can be the verb is made it.
 */
import { pluralBases } from "../text/inflection.ts";
import type { Sentences, Tags, Tokens } from "./layers.ts";

const finite = new Set(["VBD", "VBZ", "VBP", "MD"]);
const subjects = new Set(["NN", "NNS", "NNP", "NNPS", "PRP", "CD"]);
const auxiliaries = new Set(
  "be is are was were been being am 's ’s 're has have had having get got".split(" "),
);

interface Found {
  readonly token: number;
  readonly tag: string;
}

/** `verbs` are lemmas that a headline's noun may be a form of. */
export function withVerbs(
  tokens: Tokens,
  sentences: Sentences,
  tags: Tags,
  verbs: ReadonlySet<string>,
): Tags {
  const found: Found[] = infinitives(tokens, tags, verbs).map((token) => ({ token, tag: "VB" }));
  for (const token of strayBases(tokens, tags)) found.push({ token, tag: "NN" });
  found.push(...openingNouns(tokens, sentences, tags));
  const second = secondVerbs(tokens, tags);
  for (const token of second) found.push({ token, tag: "NN" });
  const main: number[] = second.map((token) => token - 1);
  for (let s = 0; s < sentences.count; s++) {
    const missed = missedVerb(tokens, tags, verbs, tokens.first[s]!, tokens.first[s + 1]!);
    if (!missed) continue;
    found.push(missed);
    main.push(missed.token);
  }
  if (found.length === 0) return tags;
  const upos = tags.upos.slice();
  const xpos = tags.xpos.slice();
  for (const { token, tag } of found) {
    upos[token] = tags.uposNames.indexOf(tag === "NN" ? "NOUN" : "VERB");
    xpos[token] = tags.xposNames.indexOf(tag);
  }
  return { ...tags, upos, xpos, main };
}

/** "but aid workers said": a base form that nothing asks for, before a plural with its verb, is a noun. */
function strayBases(tokens: Tokens, tags: Tags): number[] {
  const tagAt = (token: number): string => tags.xposNames[tags.xpos[token] ?? -1] ?? "";
  const found: number[] = [];
  for (let i = 1; i + 2 < tokens.count; i++)
    if (
      tagAt(i) === "VB" &&
      ["CC", ",", "DT", "JJ"].includes(tagAt(i - 1)) &&
      tagAt(i + 1) === "NNS" &&
      finite.has(tagAt(i + 2))
    )
      found.push(i);
  return found;
}

/** "Fighting erupted", "Shelling killed two": a noun with its past tense, where a verb follows at once. */
function openingNouns(tokens: Tokens, sentences: Sentences, tags: Tags): Found[] {
  const tagAt = (token: number): string => tags.xposNames[tags.xpos[token] ?? -1] ?? "";
  const found: Found[] = [];
  for (let s = 0; s < sentences.count; s++) {
    const token = tokens.first[s]!;
    const next = tagAt(token + 1);
    if (!violence.test(tokens.form[token]!) || !/^(?:VBD|VBN|VBZ|MD)$/.test(next)) continue;
    found.push({ token, tag: "NN" });
    if (next === "VBN") found.push({ token: token + 1, tag: "VBD" });
  }
  return found;
}

const violence =
  /^(?:fighting|infighting|shelling|shooting|bombing|looting|rioting|voting|polling|campaigning|killing|stone-throwing)$/i;

/** "Macron cancels visit to Peru": right behind a present tense no verb of another person follows. */
function secondVerbs(tokens: Tokens, tags: Tags): number[] {
  const tagAt = (token: number): string => tags.xposNames[tags.xpos[token] ?? -1] ?? "";
  const found: number[] = [];
  for (let i = 2; i < tokens.count; i++)
    if (
      tagAt(i) === "VBP" &&
      tagAt(i - 1) === "VBZ" &&
      tagAt(i - 2).startsWith("NN") &&
      !auxiliaries.has(tokens.form[i - 1]!.toLowerCase()) &&
      !auxiliaries.has(tokens.form[i]!.toLowerCase()) &&
      tokens.sentence[i] === tokens.sentence[i - 2]
    )
      found.push(i);
  return found;
}

/** "to resume talks": what follows an infinitive's "to" is no noun where it can be a verb. */
function infinitives(tokens: Tokens, tags: Tags, verbs: ReadonlySet<string>): number[] {
  const to = tags.xposNames.indexOf("TO");
  const noun = tags.xposNames.indexOf("NN");
  const found: number[] = [];
  for (let i = 1; i < tokens.count; i++)
    if (
      tags.xpos[i] === noun &&
      tags.xpos[i - 1] === to &&
      verbs.has(tokens.form[i]!.toLowerCase())
    )
      found.push(i);
  return found;
}

/** The word of a sentence that should be its finite verb, where there is none but can be one. */
function missedVerb(
  tokens: Tokens,
  tags: Tags,
  verbs: ReadonlySet<string>,
  first: number,
  end: number,
): { token: number; tag: string } | undefined {
  const tagAt = (token: number): string => tags.xposNames[tags.xpos[token]!] ?? "";
  if (end - first < 3 || tagAt(first) === "VB") return undefined; // an order
  for (let token = first; token < end; token++) if (finite.has(tagAt(token))) return undefined;
  const full = /[.!?]["”’')]*$/.test(lastForms(tokens, first, end));
  for (let token = first + 1; token < end - 1; token++) {
    if (full && canBePast(tokens, tagAt, token)) return { token, tag: "VBD" };
    if (!full && canBePresent(tokens, tagAt, verbs, token) && !isToll(tokens, tagAt, token))
      return { token, tag: tagAt(token) === "NNS" ? "VBZ" : "VBP" };
  }
  return undefined;
}

const lastForms = (tokens: Tokens, first: number, end: number): string =>
  tokens.form.slice(Math.max(first, end - 2), end).join("");

function canBePast(tokens: Tokens, tagAt: (token: number) => string, token: number): boolean {
  const tag = tagAt(token);
  const form = tokens.form[token]!.toLowerCase();
  const participle = tag === "VBN" || (tag === "JJ" && form.length > 4 && form.endsWith("ed"));
  if (!participle || auxiliaries.has(tokens.form[token - 1]!.toLowerCase())) return false;
  const before = tagAt(token - 1) === "RB" && token > 1 ? token - 2 : token - 1;
  return subjects.has(tagAt(before)) && !auxiliaries.has(tokens.form[before]!.toLowerCase());
}

/** "Dozens injured in Karachi bomb attack": such a headline has its verb, and tells where. */
function isToll(tokens: Tokens, tagAt: (token: number) => string, token: number): boolean {
  let before = token - 1;
  while (before > 1 && tagAt(before).startsWith("NN")) before--;
  return (
    tagAt(before) === "IN" && tagAt(before - 1) === "VBN" && harms.test(tokens.form[before - 1]!)
  );
}

const harms = /^(?:killed|injured|wounded|hurt|arrested|detained|held|missing|displaced)$/i;

const objects = new Set(["CD", "NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP", "PRP$"]);

/** "Police arrest 12", "Kenya deports envoys": between a name or plural and what can be an object. */
function canBePresent(
  tokens: Tokens,
  tagAt: (token: number) => string,
  verbs: ReadonlySet<string>,
  token: number,
): boolean {
  const tag = tagAt(token);
  const form = tokens.form[token]!.toLowerCase();
  const known = tag === "NN" ? verbs.has(form) : tag === "NNS" && isThirdPerson(form, verbs);
  if (!known) return false;
  // "UN chief calls for a truce": what it calls for is no object.
  if (isAppeal.test(`${form} ${tokens.form[token + 1]!.toLowerCase()}`))
    return ["NN", "NNS", "NNP", "NNPS", "JJ"].includes(tagAt(token - 1));
  return canBeSubject(tokens, tagAt(token - 1), token - 1, tag) && objects.has(tagAt(token + 1));
}

const isAppeal = /^(?:calls? (?:for|on|upon)|appeals? (?:for|to))$/;

/** Plural, though written as one. */
const many = new Set(["police", "people"]);

/** "Police" and "Rebels" before "arrest", "Army" before "kills". */
const canBeSubject = (tokens: Tokens, tag: string, token: number, verb: string): boolean =>
  ["NNS", "NNP", "NNPS"].includes(tag) ||
  (tag === "NN" && (verb === "NNS" || many.has(tokens.form[token]!.toLowerCase())));

const isThirdPerson = (form: string, verbs: ReadonlySet<string>): boolean =>
  pluralBases(form).some((base) => verbs.has(base));
