import { expect, test } from "vitest";
import { hazardEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import type { PersonName } from "../../test/support/cast.ts";
import { hazard } from "../registers/hazard.ts";
import { inScope, scopeOf } from "../scope/scope.ts";
import { deltasOf } from "./cells.ts";
import { actsFor, decide, type Request } from "./decide.ts";
import { placedOf } from "./entry.ts";
import type { RawInput, Values } from "./field.ts";

interface Tried {
  readonly story: string;
  readonly act?: string;
  readonly by?: PersonName;
  readonly state?: string;
  readonly own?: Values;
  readonly input?: RawInput;
  readonly gives: string;
}

const unit = person("luo").organisation;
const named = { owningOrganisation: unit };
const nameless = { owningOrganisation: undefined, foundByOrganisation: undefined };

const requestOf = ({
  act = "restrict",
  by = "luo",
  state = "rectifying",
  own = named,
  input,
}: Tried): Request => ({
  register: hazard,
  entry: hazardEntry(state, own),
  facts: plainFacts(),
  act,
  input: input ?? { reason: "涉及举报人，先行核查" },
  actor: person(by),
  now: "2026-03-20T01:00:00.000Z",
});

test.each<Tried>([
  { story: "the head of a unit that it names restricts it", gives: "rectifying" },
  { story: "the head of the unit that holds it", own: { ...nameless, holder: unit }, gives: "rectifying" },
  {
    story: "what is at rest as well",
    state: "closed",
    own: { ...named, closedOn: "2026-03-19" },
    gives: "closed",
  },
  { story: "an inspector may not", by: "lin", gives: "role-may-not" },
  { story: "a leader may not", by: "yang", gives: "role-may-not" },
  { story: "who watches over the authorities may not", by: "ji", gives: "role-may-not" },
  { story: "the head of a unit that it does not name", own: nameless, gives: "restricts-from-outside" },
  { story: "nobody of another county", by: "he", gives: "out-of-scope" },
  { story: "without a reason", input: {}, gives: "input-invalid" },
  { story: "what is restricted already", own: { ...named, restricted: true }, gives: "restricted-already" },
  { story: "it is lifted", act: "liftRestriction", own: { ...named, restricted: true }, gives: "rectifying" },
  { story: "what nobody restricted", act: "liftRestriction", gives: "not-restricted" },
  {
    story: "by a unit that it no longer shows it to",
    act: "liftRestriction",
    own: { ...nameless, restricted: true },
    gives: "out-of-scope",
  },
])("restricting: $story → $gives", (tried) => {
  expect(resultOf(decide(requestOf(tried)))).toBe(tried.gives);
});

test("a screen offers the one that there is sense in", () => {
  const offered = (own: Values) =>
    actsFor(hazard, { ...requestOf({ story: "", own, gives: "" }), day: "2026-03-20" })
      .map(({ name }) => name)
      .filter((name) => name === "restrict" || name === "liftRestriction");
  expect(offered(named)).toEqual(["restrict"]);
  expect(offered({ ...named, restricted: true })).toEqual(["liftRestriction"]);
});

test("what is restricted is seen by those whom it names, its enterprise and who watches over the authorities", () => {
  const { id, values } = hazardEntry("rectifying", {
    ...named,
    organisation: person("mei").organisation,
    region: "533401",
    sector: "S04",
    restricted: true,
  });
  const sees = (name: PersonName) => inScope(scopeOf(person(name)), placedOf(hazard, { id, values }));
  expect((["luo", "lin", "mei", "su", "ji"] as const).filter((name) => !sees(name))).toEqual([]);
  expect((["yang", "gesang", "zhang", "zhou", "duan", "he", "bai"] as const).filter(sees)).toEqual([]);
});

test("whoever must act next is a party to it, though no field but the engine's names them", () => {
  const { id, values } = hazardEntry("rectifying", { ...nameless, holder: unit, restricted: true });
  expect(placedOf(hazard, { id, values }).parties).toEqual([{ organisation: unit, as: "holder" }]);
  expect(placedOf(hazard, { id, values: { ...values, restricted: undefined } }).parties).toEqual([]);
});

test("it is counted apart from the day of the act on, and again with the others once it is lifted", () => {
  const decision = decide(requestOf({ story: "", gives: "" }));
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  const [step] = decision.steps;
  const moved = deltasOf(step).map(({ measure, count, restricted }) => [measure, count, restricted]);
  expect(moved).toContainEqual(["hazard.found", -1, false]);
  expect(moved).toContainEqual(["hazard.found", 1, true]);
});
