/** Settings silence what is no news of politics, say so, and leave what is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { createReader, type Problem } from "../src/index.ts";
import { readSettings } from "../src/knowledge/settings.ts";
import type { Because } from "../src/reading/because.ts";

const reader = createReader(await loadData());

const says = (because: Because): string[] =>
  because.kind === "step" ? [because.says, ...because.from.flatMap(says)] : [];

/** What the stage says of the triggers that a setting silences. */
function silencedIn(text: string, published?: string): string[] {
  const heard: string[] = [];
  const refused = ({ because }: { because: Because }) => heard.push(...says(because));
  const { events } = reader.read({ text, ...(published ? { published } : {}) }, { refused });
  assert.deepEqual(events, [], text);
  return heard.filter((each) => each.startsWith("not news of politics"));
}

test("each setting silences a frame and tells the listener which it is", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Gabon bombarded the Kenyan goal until the goalkeeper tired.", "a match"],
    ["Bears attacked the Peruvian bourse.", "markets"],
    ["Typhoon Mirasol displaced residents of Manila.", "weather"],
    ["The novel follows two Chadian soldiers who kill their general.", "a story"],
    ["In the thriller, rebels seize a general of Chad.", "a story"],
    ["A play about the killing of soldiers by rebels opened in Lomé.", "a story"],
    ["Anyone who attacks a policeman in Fiji goes to prison.", "a rule for everybody"],
    ["A minister can arrest a Kenyan general.", "a rule for everybody"],
    ["Russian troops attacked Sweden in 1719.", "history"],
  ];
  for (const [text, setting] of cases) {
    const heard = silencedIn(text, "2024-05-15");
    assert.ok(
      heard.some((each) => each.includes(setting)),
      `${text} is silenced by ${heard.join("; ") || "no setting"}`,
    );
  }
});

test("news of politics beside such words is read as before", () => {
  for (const text of [
    "Gunmen attacked a bus that carried the football players of Togo.",
    "Police in Honduras arrested two fans after the match.",
    "Bolivia and Chile signed an agreement on the World Cup.",
    "The president of Kenya met the champions and the ambassador of Japan.",
    "Indonesia sent aid to Vanuatu after the cyclone.",
    "Soldiers shot looters in the Haitian capital after the earthquake.",
    "The Thai government banned a film about the king and arrested its director.",
    "Hong Kong police seized copies of the novel and arrested the publisher.",
    "On the anniversary of the coup, protesters clashed with police in Khartoum.",
    "Rebels attacked a sugar mill in Mindanao.",
    "Oil prices rose after Iran attacked a tanker of Greece.",
    "Traders in Kampala protested against the government.",
    "The Senegalese singer was arrested by police after her concert.",
    "An army officer can be seen in the picture as troops arrested the mayor of Bamako.",
    "The Turkish president congratulated the Georgian leader on his victory over a rival.",
    "Japan and India agreed to move forward with the goal of free trade in the second half of 2025.",
    "The captain of the Greek ship was arrested by Turkish police in a race against time.",
    "Vietnam accused China of ramming a fishing boat.",
    "The striking miners of Zambia clashed with police at the stadium.",
  ])
    assert.notDeepEqual(reader.read({ text, published: "2024-05-15" }).events, [], text);
});

test("a report of its own time is no history", () => {
  const text = "Japan attacked the United States in 1941.";
  assert.equal(reader.read({ text, published: "1942-01-10" }).events.length, 1);
  assert.equal(reader.read({ text, published: "2024-05-15" }).events.length, 0);
});

test("rows that are wrong are told with their line, and left out", () => {
  const problems: Problem[] = [];
  const text = [
    "setting\twhere\tsigns\thints\tagainst\tsilences\texample\tnot",
    "a\tnowhere\tx\t\t\tall\tA.\tB.",
    "b\tclause\tx\t\t\tSHOUT\tA.\tB.",
    "c\tdate\tsoon\t\t\tall\tA.\tB.",
    "d\tclause\tx\t\t\tall",
    "e\tclause\tx y | z\tq\t\tASSAULT\tA.\tB.",
  ].join("\n");
  const rows = readSettings(
    [{ path: "frames/settings.tsv", text }],
    new Set(["ASSAULT"]),
    problems,
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [2, 3, 4, 5],
  );
  assert.deepEqual(
    rows.map(({ name, signs }) => [name, [...signs.keys()]]),
    [["e", ["x", "z"]]],
  );
});
