/** What stands beside a paragraph: the items that begin in it, linked to their words. */
import type { Because, Event, Figure, Span, Statement, Wording } from "@hearsay/reader";
import { actOf, codeOf, figureText, kindOne } from "../labels.ts";
import {
  circumstancesOf,
  partiesOf,
  quoted,
  sourceOf,
  type View,
  voiceOf,
  withoutDateline,
} from "../view.ts";
import { showWhy } from "../why.ts";
import { escaped, idText } from "./html.ts";
import type { SourceKeys } from "./keys.ts";

interface Beside {
  readonly view: View;
  readonly keys: SourceKeys;
}

/** The notes of each paragraph, by its index. An item stands beside the paragraph it begins in. */
export function margins(beside: Beside): string[] {
  const { paragraphs, events, statements, wording, figures } = beside.view.reading;
  const startOf = ({ content, cue, source }: Statement): number =>
    (content[0] ?? cue.spans[0] ?? source.spans[0] ?? [0])[0];
  const among = <T>(items: readonly T[], at: (item: T) => number, [from, to]: Span): T[] =>
    items.filter((each) => from <= at(each) && at(each) < to);
  return paragraphs.map(({ span }) =>
    [
      list(
        "Events",
        among(events, (each) => each.trigger[0], span).map((each) => eventNote(beside, each)),
      ),
      list(
        "Statements",
        among(statements, startOf, span).map((each) => statementNote(beside, each)),
      ),
      list(
        "Wording",
        among(wording, (each) => each.span[0], span).map((each) => wordNote(beside, each)),
      ),
      list(
        "Figures",
        among(figures, (each) => each.span[0], span).map((each) => figureNote(beside, each)),
      ),
    ].join(""),
  );
}

const list = (name: string, notes: readonly string[]): string =>
  notes.length === 0 ? "" : `<ul aria-label="${name}">${notes.join("")}</ul>`;

/** The id, a link back to the words; its body; and why, folded. */
const note = ({ view }: Beside, id: string, body: string, why: Because): string =>
  `<li id="m-${idText(id)}"><a class="id" href="#t-${idText(id)}">${escaped(id)}</a><div>${body} ` +
  `<details><summary>why</summary><pre>${escaped(showWhy(why, view.reading))}</pre></details></div></li>`;

const voiceNote = ({ view, keys }: Beside, id: string | undefined): string => {
  const key = id === undefined ? undefined : keys.of.get(id);
  const letter = key ? `<b class="key c${key.hue}">${key.letter}</b> ` : "";
  return `${letter}<span class="voice">${escaped(voiceOf(view, id))}</span>`;
};

function eventNote(beside: Beside, event: Event): string {
  const { view } = beside;
  const told =
    event.same === undefined ? whoToWhom(view, event) : againText(view, event, event.same);
  return note(beside, event.id, `${told} · ${voiceNote(beside, event.statement)}`, event.why);
}

function whoToWhom(view: View, event: Event): string {
  const who = partiesOf(view, event.actors) || "somebody not named";
  const whom = partiesOf(view, event.recipients);
  const circumstances = circumstancesOf(view, withoutDateline(event), event.contexts);
  return (
    `<strong>${escaped(who)}</strong> → ${escaped(actOf(event))}` +
    `${whom === "" ? "" : ` → <strong>${escaped(whom)}</strong>`}` +
    `<br><span class="code">${escaped(codeOf(event))}</span> · ${escaped(circumstances.join(" · "))}`
  );
}

function againText(view: View, event: Event, same: string): string {
  const circumstances = circumstancesOf(view, withoutDateline(event), []).join(" · ");
  const words = quoted(view, [event.trigger]);
  return `tells <a href="#m-${idText(same)}">${escaped(same)}</a> again: “${escaped(words)}” · ${escaped(circumstances)}`;
}

function statementNote(beside: Beside, statement: Statement): string {
  const { view, keys } = beside;
  const { cue, form, within } = statement;
  const key = keys.of.get(statement.id)!;
  const outer = within === undefined ? undefined : view.statements.get(within);
  const facts = [
    `“${quoted(view, cue.spans) || cue.lemma}”`,
    ...(cue.stance === "neutral" ? [] : [cue.stance]),
    form,
    ...(outer ? [`as told by ${sourceOf(view, outer)}`] : []),
  ];
  const body = `<b class="key c${key.hue}">${key.letter}</b> <strong>${escaped(sourceOf(view, statement))}</strong> ${escaped(facts.join(" · "))}`;
  return note(beside, statement.id, body, statement.why);
}

function wordNote(beside: Beside, item: Wording): string {
  const { view } = beside;
  const plainer = item.neutral === undefined ? "" : ` (plainer: ${escaped(item.neutral)})`;
  const whose =
    item.voice === "outlet"
      ? "outlet’s own voice"
      : `${item.paraphrased ? "in paraphrase of" : "quoted from"} ${speakerOf(view, item.voice)}`;
  const body = `<strong>${escaped(quoted(view, [item.span]))}</strong>${plainer} ${escaped(kindOne(item.kind))} · ${escaped(whose)}`;
  return note(beside, item.id, body, item.why);
}

const speakerOf = (view: View, id: string): string => {
  const statement = view.statements.get(id);
  return statement ? sourceOf(view, statement) : id;
};

function figureNote(beside: Beside, figure: Figure): string {
  const of =
    figure.event === undefined
      ? ""
      : ` of <a href="#m-${idText(figure.event)}">${escaped(figure.event)}</a>`;
  const body = `<strong>${escaped(figureText(figure))}</strong>${of}<br>${voiceNote(beside, figure.statement)}`;
  return note(beside, figure.id, body, figure.why);
}
