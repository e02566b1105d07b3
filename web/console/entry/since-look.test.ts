import { expect, test } from "vitest";
import { hazard } from "../../../core/registers/hazard.ts";
import type { LedgerLine } from "../../api/types.ts";
import { aLine } from "../../support/a-line.ts";
import { described } from "../../support/described.ts";
import { linesSince } from "./since-look.ts";

const by = (person: string, line: LedgerLine): LedgerLine => ({
  ...line,
  actor: { id: person, name: person },
});
const line = (person: string, version: number, act: string) => by(person, aLine(hazard, version, act, {}));

test.each([
  { story: "all that others did since", version: 1, gives: [2, 3] },
  { story: "nothing of what was looked at", version: 3, gives: [] },
  { story: "nothing from before an act of one's own", version: 1, own: "start", gives: [5] },
  {
    story: "what came before a comment of one's own all the same",
    version: 1,
    own: "comment",
    gives: [2, 3, 5],
  },
])("since the last look is told $story", ({ version, own, gives }) => {
  const others = [line("mei", 1, "find"), line("lin", 2, "verify"), line("mei", 3, "plan")];
  const lines = own === undefined ? others : [...others, line("su", 4, own), line("mei", 5, "report")];
  const told = linesSince(described(hazard), { verified: true, lines }, { person: "su", version });
  expect(told.map((each) => each.version)).toEqual(gives);
});
