/** What has been spoken of so far, in text order: where pronouns and "the group" look back. */
import { formOf, hasLabel, lemmaOf } from "../../reading/syntax.ts";
import type { Draft, Work } from "./work.ts";

export interface Spoken {
  readonly index: number;
  /** The token it hangs by. */
  readonly head: number;
  readonly sentence: number;
}

/** Two or more told of together: "Putin and Trump", or one as subject and the other as "with …". */
export interface Together {
  readonly members: readonly number[];
  readonly head: number;
  readonly sentence: number;
  readonly coordinated: boolean;
}

/** How far back "the group" may look, in mentions. */
const reach = 120;

export class Recent {
  readonly spoken: Spoken[] = [];
  readonly together: Together[] = [];
  private readonly words = new Map<string, number>();
  private readonly work: Work;
  /** The first token of each name's mention, by the token it hangs by. */
  private readonly firsts = new Map<number, number>();

  constructor(work: Work) {
    this.work = work;
  }

  /** Told of the names once they are all read. */
  open(): void {
    for (const { named, mentions } of this.work.drafts)
      if (named) for (const { head, first } of mentions) this.firsts.set(head, first);
  }

  add(token: number): void {
    const { at, of } = this.work;
    const index = of[token]!;
    const sentence = at.tokens.sentence[token]!;
    this.spoken.push({ index, head: token, sentence });
    const noun = lemmaOf(at, token).toLowerCase();
    this.words.set(noun, index);
    // A capital at the start of a sentence may hide that "Rebels" is a plural of "rebel".
    this.words.set(formOf(at, token).toLowerCase(), index);
    this.noteTogether(token, index, sentence);
    this.noteBeside(token, index, sentence);
  }

  /** "A and B", "A, B": two names side by side are told of together, whatever the tree says. */
  private noteBeside(token: number, index: number, sentence: number): void {
    const { at, of, drafts } = this.work;
    const first = this.firsts.get(token);
    if (first === undefined || first < 2 || at.tokens.sentence[first - 2] !== sentence) return;
    if (!/^(?:and|&|,)$/.test(at.tokens.form[first - 1]!)) return;
    const before = of[first - 2]!;
    if (before < 0 || before === index || drafts[before]!.kind !== drafts[index]!.kind) return;
    const last = this.together.at(-1);
    const isLater = last?.members.includes(before) === true;
    // A third name may hang by the wrong word, and still follows the first two.
    const goesOn = isLater && last.coordinated && last.sentence === sentence;
    if (!drafts[before]!.named || last?.members.includes(index) || (isLater && !goesOn)) return;
    const members = goesOn ? [...last.members, index] : [before, index];
    this.together.push({ members, head: token, sentence, coordinated: true });
  }

  private noteTogether(token: number, index: number, sentence: number): void {
    const { at, of } = this.work;
    const head = at.tree.head[token]!;
    if (head < 0) return;
    if (hasLabel(at, token, "conj") && of[head]! >= 0 && of[head] !== index) {
      const last = this.together.at(-1);
      const members =
        last?.coordinated && last.sentence === sentence && last.members.includes(of[head]!)
          ? [...new Set([...last.members, index])]
          : [of[head]!, index];
      this.together.push({ members, head: token, sentence, coordinated: true });
    } else if (hasLabel(at, token, "obj", "obl")) {
      const { firstChild, child } = at.tree;
      for (let k = firstChild[head]!; k < firstChild[head + 1]!; k++) {
        const subject = of[child[k]!]!;
        if (subject >= 0 && subject !== index && hasLabel(at, child[k]!, "nsubj"))
          this.together.push({
            members: [subject, index],
            head: token,
            sentence,
            coordinated: false,
          });
      }
    }
  }

  /** The last one that fits, among the last sentences. */
  last(
    fits: (draft: Draft, token: number) => boolean,
    sentences = Number.POSITIVE_INFINITY,
  ): number | undefined {
    const now = this.spoken.at(-1)?.sentence ?? 0;
    for (let k = this.spoken.length - 1; k >= 0 && k >= this.spoken.length - reach; k--) {
      const { index, head, sentence } = this.spoken[k]!;
      if (now - sentence > sentences) return undefined;
      if (fits(this.work.drafts[index]!, head)) return index;
    }
    return undefined;
  }

  /** Of the states spoken of lately, the one that the report has most to do with. */
  foremostState(fits: (country: string) => boolean = () => true): number | undefined {
    const { drafts, weights, at } = this.work;
    let best: number | undefined;
    let most = 0;
    for (let k = this.spoken.length - 1; k >= 0 && k >= this.spoken.length - reach; k--) {
      const { index, head } = this.spoken[k]!;
      const { kind, country } = drafts[index]!;
      if (kind !== "state" || country === undefined || !fits(country)) continue;
      // Of two alike, the one that did something rather than the one it was done to.
      const weight = (weights.get(country) ?? 0) + (hasLabel(at, head, "nsubj") ? 0.5 : 0);
      if (best !== undefined && weight <= most) continue;
      best = index;
      most = weight;
    }
    return best;
  }

  /** The last one that was spoken of with this noun, in the same number, if one is given. */
  byHeadword(
    noun: string,
    plural: boolean | undefined,
    fits: (draft: Draft) => boolean,
  ): number | undefined {
    const index = this.words.get(noun);
    if (index === undefined) return undefined;
    const draft = this.work.drafts[index]!;
    const agrees = plural === undefined || draft.plural === plural;
    return agrees && fits(draft) ? index : undefined;
  }
}
