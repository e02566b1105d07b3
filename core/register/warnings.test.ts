import { describe, expect, test } from "vitest";
import { placeFacts } from "../../server/store/campaign.ts";
import { campaign, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import { firstDay } from "../../test/support/cast.ts";
import { refusal } from "../refusals.ts";
import type { Warning } from "../warnings.ts";
import { decide } from "./decide.ts";
import { blankEntry, type Entry } from "./entry.ts";
import { integer, label, region, sectors } from "./field.ts";
import { type Attempt, defineRegister } from "./register.ts";

const words = { zh: "试", en: "Try" };
const act = { words, law: [words], by: ["inspector"] } as const;
const fields = {
  name: label({ words }),
  region: region({ words }),
  size: integer({ words, min: 0, max: 9 }),
  trades: sectors({ words }),
} as const;

const large = ({ input }: Attempt<{ readonly size?: number }>): Warning | undefined =>
  (input.size ?? 0) > 5 ? { code: "same-name-registered", fields: ["size"] } : undefined;
const coarse = ({ input }: Attempt<{ readonly region?: string }>): Warning | undefined =>
  (input.region ?? "").length < 9 ? { code: "region-above-township", fields: ["region"] } : undefined;
const notNine = ({ input }: Attempt<{ readonly size?: number }>) =>
  input.size === 9 ? refusal("unknown-act") : undefined;

const trial = defineRegister({
  name: "trial",
  plural: "trials",
  words,
  law: [words],
  measures: [],
  fields,
  title: "name",
  list: ["name"],
  filters: [],
  states: { open: { words }, resting: { words }, away: { words, aside: true } },
  acts: {
    open: {
      ...act,
      from: "new",
      to: "open",
      needs: ["name", "region"],
      takes: ["size", "trades"],
      checks: [notNine],
      warns: [large, coarse],
    },
    leave: { ...act, from: ["open", "resting"], to: "away" },
    comeBack: { ...act, from: ["away"], to: "back" },
  },
  numbering: { series: () => "trial", format: () => "1" },
  counts: {},
});

const id = "0190a000-0000-7000-8000-000000000001";

function attempt(name: string, input: Record<string, unknown>, entry: Entry = blankEntry("trial", id)) {
  const facts = plainFacts({ places: placeFacts(campaign, trial, input) });
  return decide({
    register: trial,
    entry,
    facts,
    act: name,
    input,
    actor: person("lin"),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

describe("what looks wrong is pointed out, and done all the same", () => {
  const here = { name: "试", region: "533401205" };

  test.each<[string, Record<string, unknown>, readonly string[] | undefined]>([
    ["nothing", {}, undefined],
    ["one thing", { size: 6 }, ["same-name-registered"]],
    [
      "all there is, in the order of the rules",
      { size: 6, region: "533401" },
      ["same-name-registered", "region-above-township"],
    ],
  ])("%s", (_, own, codes) => {
    const decision = attempt("open", { ...here, ...own });
    expect(resultOf(decision)).toBe("open");
    expect("warnings" in decision ? decision.warnings?.map(({ code: told }) => told) : undefined).toEqual(
      codes,
    );
  });

  test("but what is refused is not pointed out as well", () => {
    expect(attempt("open", { ...here, size: 9 })).toEqual({ refusal: { code: "unknown-act" } });
  });

  test("and a list of sectors is one of the pack, member by member", () => {
    expect(resultOf(attempt("open", { ...here, trades: ["S01", "S11"] }))).toBe("open");
    expect(attempt("open", { ...here, trades: ["S01", "S99"] })).toEqual({
      refusal: { code: "input-invalid", problems: [{ field: "trades", code: "not-found" }] },
    });
  });
});

test.each(["open", "resting"])("an act that takes another back leads to the state before it: %s", (state) => {
  const entry: Entry = {
    id,
    register: "trial",
    version: 1,
    state,
    values: { name: "试", region: "533401205" },
  };
  const left = attempt("leave", {}, entry);
  const [away] = "steps" in left ? left.steps : [];
  expect(away?.after).toMatchObject({ state: "away", values: { asideFrom: state } });
  const back = attempt("comeBack", {}, away?.after);
  expect(back).toHaveProperty("steps.0.after", {
    ...entry,
    version: 3,
    values: expect.not.objectContaining({ asideFrom: state }),
    state,
  });
});
