/** What a form of a verb may be a form of, where no model is at hand: "planned" of "plan" or "planne". */
const irregular: Readonly<Record<string, string>> = {
  said: "say",
  told: "tell",
  held: "hold",
  made: "make",
  began: "begin",
  begun: "begin",
  sought: "seek",
  thought: "think",
  took: "take",
  taken: "take",
  gave: "give",
  given: "give",
  went: "go",
  forbade: "forbid",
  saw: "see",
  led: "lead",
};

export function lemmaGuesses(form: string): string[] {
  const word = form.split(" ")[0] ?? "";
  const known = irregular[word];
  const found = [word, ...(known ? [known] : [])];
  for (const [ending, ...others] of [
    ["ies", "y"],
    ["ied", "y"],
    ["es", ""],
    ["s", ""],
    ["ed", "", "e"],
    ["ing", "", "e"],
  ] as const)
    if (word.length > ending.length + 2 && word.endsWith(ending)) {
      const stem = word.slice(0, -ending.length);
      found.push(...others.map((each) => stem + each));
      if (/([^aeiou])\1$/.test(stem)) found.push(stem.slice(0, -1));
    }
  return found;
}
