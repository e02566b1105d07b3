import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts } from "../../test/support/builders.ts";
import { firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import type { Entry } from "../register/entry.ts";
import type { RawInput, Values } from "../register/field.ts";
import type { Role } from "../scope/roles.ts";
import { post } from "./post.ts";

const unit = organisationId("xianggelila-yingji");
const [leaver, successor, opened] = ["leaver", "successor", "opened"].map((name) =>
  idOfName(`test-handover:${name}`),
);
const held: Values = {
  account: leaver,
  holderName: "离岗者",
  role: "inspector",
  unit,
  covers: "533401",
  sectors: ["S04"],
  heldFrom: firstDay,
  openedOn: firstDay,
  stateSince: firstDay,
};
const asked: RawInput = { successor, endsFrom: "2026-03-20", reason: "调离" };

interface Row {
  readonly by?: PersonName;
  readonly state?: string;
  readonly own?: Values;
  readonly input?: RawInput;
  readonly successorIs?: "active" | "disabled";
  readonly holds?: Role;
  readonly heldIn?: "awaiting" | "confirmed" | "ended";
  readonly headedBy?: string | undefined;
}

function tried({
  by = "min",
  state = "confirmed",
  own = {},
  input = {},
  successorIs = "active",
  heldIn = "confirmed",
  ...row
}: Row) {
  const named = organisationFact(campaign, unit);
  const account: Entry = {
    id: successor ?? "",
    register: "account",
    version: 1,
    state: successorIs,
    values: { name: "接任者", unit },
  };
  const holds: Entry = {
    id: idOfName("test-post:successor"),
    register: "post",
    version: 1,
    state: heldIn,
    values: { account: successor, role: row.holds, unit, heldFrom: "2026-04-01" },
  };
  return decide({
    register: post,
    entry: { id: idOfName("test-post"), register: "post", version: 2, state, values: { ...held, ...own } },
    facts: plainFacts({
      entries: { successor: account },
      organisations: named ? { unit: named } : {},
      others: row.holds ? [holds] : [],
      headedBy: "headedBy" in row ? row.headedBy : unit,
      newIds: [opened ?? ""],
    }),
    act: "handOver",
    input: { ...asked, ...input },
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const codeOf = (row: Row) => {
  const decision = tried(row);
  return "refusal" in decision ? decision.refusal.code : decision.steps.map(({ act }) => act);
};

describe("handing a post over", () => {
  test("ends it and grants the same over the same to the successor, for the head to confirm", () => {
    const decision = tried({ own: { heldUntil: "2026-12-31" } });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    const [ended, next] = decision.steps.map(({ after }) => after);
    expect(ended).toMatchObject({ state: "ended", values: { heldUntil: "2026-03-19", successor } });
    expect(next).toMatchObject({
      id: opened,
      state: "awaiting",
      values: {
        account: successor,
        holderName: "接任者",
        role: "inspector",
        unit,
        covers: "533401",
        sectors: ["S04"],
        heldFrom: "2026-03-20",
        heldUntil: "2026-12-31",
        succeeds: idOfName("test-post"),
        grantedBy: person("min").id,
        confirmingUnit: unit,
        holder: unit,
      },
    });
  });

  test("leaves out an end that comes before it begins", () => {
    const decision = tried({ own: { heldUntil: "2026-03-12" } });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[1]?.after.values.heldUntil).toBeUndefined();
  });

  test.each<[string, Row, string]>([
    ["the head may not", { by: "luo" }, "role-may-not"],
    ["the system administrator may not", { by: "tang" }, "role-may-not"],
    ["one that is not confirmed", { state: "awaiting" }, "act-not-open-in-this-state"],
    ["in the past", { input: { endsFrom: "2026-03-09" } }, "post-ends-in-the-past"],
    ["without a reason", { input: { reason: null } }, "input-invalid"],
    ["to oneself", { own: { account: successor ?? "" } }, "succeeds-oneself"],
    ["to whoever grants", { input: { successor: person("min").id } }, "own-post"],
    ["to a disabled account", { successorIs: "disabled" }, "account-disabled"],
    ["to an administrator", { holds: "auditor" }, "administrator-with-business"],
    ["to whoever holds it already", { holds: "inspector" }, "post-held-already"],
    ["to whoever awaits it", { holds: "inspector", heldIn: "awaiting" }, "post-held-already"],
    ["where nobody could confirm", { headedBy: undefined }, "nobody-to-confirm"],
  ])("is refused: %s", (_, row, code) => {
    expect(codeOf(row)).toBe(code);
  });

  test("to whoever held it once is as good as to anybody", () => {
    expect(codeOf({ holds: "inspector", heldIn: "ended" })).toEqual(["handOver", "succeed"]);
  });

  test("to an officer with another role is as good as to anybody", () => {
    expect(codeOf({ holds: "departmentHead" })).toEqual(["handOver", "succeed"]);
  });
});
