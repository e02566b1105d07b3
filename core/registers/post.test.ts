import { describe, expect, test } from "vitest";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, type PersonName } from "../../test/support/cast.ts";
import { decide } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { RawInput, Values } from "../register/field.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import { type Role, roleNames } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import { post } from "./post.ts";

const unit = organisationId("xianggelila-yingji");
const holder = idOfName("test-account:nima");
const copper: OrganisationFact = {
  id: enterpriseId("copper"),
  level: "enterprise",
  region: "533401205",
  supervises: [],
};

const accountEntry = (state: string): Entry => ({
  id: holder,
  register: "account",
  version: 1,
  state,
  values: { username: "nima", name: "尼玛", unit, number: "ZH-00099" },
});

/** Another post of the same person. */
const another = (role: Role, state = "confirmed", own: Values = {}): Entry => ({
  id: idOfName(`test-post:${role}`),
  register: "post",
  version: 1,
  state,
  values: { account: holder, role, unit: organisationId("zhou-yingji"), ...own },
});

const engine: Actor = { ...person("min"), role: "system", region: "", sectors: "all" };

interface Row {
  readonly story: string;
  readonly by?: PersonName | "engine";
  readonly input?: RawInput;
  readonly accountIs?: string;
  readonly in?: OrganisationFact | undefined;
  readonly others?: readonly Entry[];
  readonly headedBy?: string | undefined;
  readonly gives: string;
}

const standing: Entry = {
  id: idOfName("test-post"),
  register: "post",
  version: 1,
  state: "awaiting",
  values: {
    account: holder,
    holderName: "尼玛",
    role: "inspector",
    unit,
    covers: "533401",
    everySector: true,
    heldFrom: firstDay,
    grantedBy: person("min").id,
    confirmingUnit: unit,
    holder: unit,
    openedOn: firstDay,
    stateSince: firstDay,
  },
};

const plain: RawInput = {
  account: holder,
  role: "inspector",
  unit,
  covers: "533401",
  everySector: true,
  heldFrom: firstDay,
};

/** The input without what is undefined in it. */
const given = (input: RawInput): RawInput =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

function tried(act: string, entry: Entry, row: Row) {
  const { by = "min", input = {}, accountIs = "active", others = [] } = row;
  const named = "in" in row ? row.in : organisationFact(campaign, unit);
  return decide({
    register: post,
    entry,
    facts: plainFacts({
      entries: { account: accountEntry(accountIs) },
      organisations: named ? { unit: named } : {},
      places: placeFacts(campaign, post, input),
      others,
      headedBy: "headedBy" in row ? row.headedBy : unit,
    }),
    act,
    input,
    actor: by === "engine" ? engine : person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

function resultOf(decision: ReturnType<typeof tried>): string {
  return "refusal" in decision ? decision.refusal.code : decision.steps[0].after.state;
}

const nowhere = { covers: undefined, everySector: undefined };
const department = (id: string) => organisationFact(campaign, organisationId(id));

describe("granting a post", () => {
  const blank = blankEntry("post", standing.id);
  test.each<Row>([
    { story: "the security administrator does", gives: "awaiting" },
    { story: "the system administrator may not", by: "tang", gives: "role-may-not" },
    { story: "the auditor may not", by: "shen", gives: "role-may-not" },
    { story: "a head may not", by: "luo", gives: "role-may-not" },
    { story: "not to themself", input: { account: person("min").id }, gives: "own-post" },
    { story: "not to a disabled account", accountIs: "disabled", gives: "account-disabled" },
    { story: "an officer in an enterprise", in: copper, gives: "role-not-in-this-unit" },
    {
      story: "an officer in a unit that supervises nothing",
      in: department("zhou-jiwei"),
      input: { covers: "5334" },
      gives: "role-not-in-this-unit",
    },
    {
      story: "a principal in a bureau",
      input: { role: "principal", ...nowhere },
      gives: "role-not-in-this-unit",
    },
    {
      story: "a principal in an enterprise",
      in: copper,
      input: { role: "principal", ...nowhere },
      gives: "awaiting",
    },
    {
      story: "a principal who covers a county",
      in: copper,
      input: { role: "principal", everySector: undefined },
      gives: "post-covers-nothing",
    },
    { story: "an officer who covers nothing", input: { covers: undefined }, gives: "post-without-region" },
    {
      story: "an officer who covers another county",
      input: { covers: "533423" },
      gives: "region-beyond-unit",
    },
    { story: "an officer who covers the prefecture", input: { covers: "5334" }, gives: "region-beyond-unit" },
    { story: "an officer of one township", input: { covers: "533401205" }, gives: "awaiting" },
    { story: "every sector and some", input: { sectors: ["S04"] }, gives: "every-sector-or-some" },
    {
      story: "a sector that the unit supervises",
      input: { everySector: undefined, sectors: ["S04", "S09"] },
      gives: "awaiting",
    },
    {
      story: "a sector that it does not",
      input: { everySector: undefined, sectors: ["S09"] },
      gives: "sectors-not-supervised",
    },
    { story: "no sector at all", input: { everySector: undefined }, gives: "sectors-not-supervised" },
    {
      story: "a head of no sector, who sees what names the bureau",
      input: { role: "departmentHead", everySector: undefined },
      gives: "awaiting",
    },
    {
      story: "it ends before it begins",
      input: { heldUntil: "2026-03-09" },
      gives: "post-ends-before-it-begins",
    },
    { story: "it is held for one day", input: { heldUntil: firstDay }, gives: "awaiting" },
    {
      story: "an administrator becomes another one",
      input: { role: "auditor", ...nowhere },
      others: [another("systemAdministrator")],
      gives: "two-administrators-in-one",
    },
    {
      story: "one who only waits to be another one",
      input: { role: "auditor", ...nowhere },
      others: [another("systemAdministrator", "awaiting")],
      gives: "two-administrators-in-one",
    },
    {
      story: "one who was another one",
      input: { role: "auditor", ...nowhere },
      others: [another("systemAdministrator", "ended")],
      gives: "awaiting",
    },
    {
      story: "an administrator becomes an officer",
      others: [another("securityAdministrator")],
      gives: "administrator-with-business",
    },
    {
      story: "an officer becomes an administrator",
      input: { role: "auditor", ...nowhere },
      others: [another("inspector")],
      gives: "administrator-with-business",
    },
    { story: "an officer heads another bureau too", others: [another("departmentHead")], gives: "awaiting" },
    {
      story: "what they hold already",
      others: [another("inspector", "confirmed", { unit })],
      gives: "post-held-already",
    },
    {
      story: "what waits for them already",
      others: [another("inspector", "awaiting", { unit })],
      gives: "post-held-already",
    },
    { story: "nobody could confirm it", headedBy: undefined, gives: "nobody-to-confirm" },
  ])("$story", (row) => {
    expect(resultOf(tried("grant", blank, { ...row, input: given({ ...plain, ...row.input }) }))).toBe(
      row.gives,
    );
  });

  test("tells who confirms it, and says whose it is", () => {
    const above = organisationId("zhou-yingji");
    const decision = tried("grant", blank, { story: "", input: plain, headedBy: above, gives: "" });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    expect(decision.steps[0].after.values).toMatchObject({
      holderName: "尼玛",
      unitLevel: "county",
      grantedBy: person("min").id,
      holder: above,
    });
  });

  test.each(roleNames)("%s is held in some organisations, and not in all", (role) => {
    const pack = [...campaign.organisations.keys()].map((id) => organisationFact(campaign, id));
    const units = [...pack, copper, { ...copper, kind: "serviceBody" as const }];
    const held = units.map((in_) =>
      resultOf(
        tried("grant", blank, {
          story: "",
          in: in_,
          input: given({ ...plain, role, covers: in_?.region || undefined }),
          gives: "",
        }),
      ),
    );
    expect(held).toContain("role-not-in-this-unit");
    expect(held.some((code) => code !== "role-not-in-this-unit")).toBe(true);
  });
});

test.each<Row & { act: string; state?: string; own?: Values }>([
  { act: "confirm", story: "the unit's head", by: "luo", gives: "confirmed" },
  { act: "confirm", story: "the head of another unit", by: "he", gives: "out-of-scope" },
  {
    act: "confirm",
    story: "the unit's head where the one above decides",
    by: "luo",
    own: { holder: organisationId("zhou-yingji") },
    gives: "not-the-confirming-unit",
  },
  {
    act: "confirm",
    story: "the head above, where the unit has none",
    by: "zhou",
    own: { holder: organisationId("zhou-yingji") },
    gives: "confirmed",
  },
  { act: "confirm", story: "an officer of the unit", by: "lin", gives: "role-may-not" },
  { act: "confirm", story: "whoever grants", gives: "role-may-not" },
  {
    act: "confirm",
    story: "the person themself",
    by: "luo",
    own: { account: person("luo").id },
    gives: "own-post-confirmed-by-another",
  },
  {
    act: "confirm",
    story: "whoever granted it, head though they be",
    by: "luo",
    own: { grantedBy: person("luo").id },
    gives: "granter-may-not-confirm",
  },
  {
    act: "confirm",
    story: "once they are an administrator",
    by: "luo",
    others: [another("auditor")],
    gives: "administrator-with-business",
  },
  {
    act: "confirm",
    story: "once they hold it already",
    by: "luo",
    others: [another("inspector", "confirmed", { unit })],
    gives: "post-held-already",
  },
  { act: "decline", story: "with a reason", by: "luo", input: { reason: "编制已满" }, gives: "declined" },
  { act: "decline", story: "without one", by: "luo", gives: "input-invalid" },
  { act: "decline", story: "whoever grants", input: { reason: "误授" }, gives: "role-may-not" },
  { act: "withdraw", story: "whoever grants", input: { reason: "误授" }, gives: "withdrawn" },
  { act: "withdraw", story: "the head may not", by: "luo", input: { reason: "误授" }, gives: "role-may-not" },
  {
    act: "end",
    story: "from today",
    state: "confirmed",
    input: { endsFrom: firstDay, reason: "调离" },
    gives: "ended",
  },
  {
    act: "end",
    story: "from yesterday",
    state: "confirmed",
    input: { endsFrom: "2026-03-09", reason: "调离" },
    gives: "post-ends-in-the-past",
  },
  {
    act: "end",
    story: "the head may not",
    by: "luo",
    state: "confirmed",
    input: { endsFrom: firstDay, reason: "调离" },
    gives: "role-may-not",
  },
  {
    act: "expire",
    story: "the engine on the day after its last",
    by: "engine",
    state: "confirmed",
    own: { heldUntil: "2026-03-09" },
    gives: "ended",
  },
  {
    act: "expire",
    story: "the engine on its last day",
    by: "engine",
    state: "confirmed",
    own: { heldUntil: firstDay },
    gives: "post-not-over",
  },
  {
    act: "expire",
    story: "the engine where no last day is known",
    by: "engine",
    state: "confirmed",
    gives: "post-not-over",
  },
  {
    act: "expire",
    story: "whoever grants may not",
    state: "confirmed",
    own: { heldUntil: "2026-03-09" },
    gives: "role-may-not",
  },
  { act: "note", story: "the unit's head", by: "luo", state: "ended", gives: "noted" },
  {
    act: "note",
    story: "the unit's head where the one above is told",
    by: "luo",
    state: "ended",
    own: { holder: organisationId("zhou-yingji") },
    gives: "not-the-confirming-unit",
  },
])("$act: $story", ({ act, state = "awaiting", own = {}, ...row }) => {
  const entry = { ...standing, state, values: { ...standing.values, ...own } };
  expect(resultOf(tried(act, entry, row))).toBe(row.gives);
});

describe("ending a post", () => {
  const ended = (own: Values, others: readonly Entry[] = []) => {
    const entry = { ...standing, state: "confirmed", values: { ...standing.values, ...own } };
    const input = { endsFrom: "2026-04-01", reason: "调离" };
    const decision = tried("end", entry, { story: "", input, others, gives: "" });
    if ("refusal" in decision) throw new Error(decision.refusal.code);
    return decision;
  };

  test.each([
    ["it was held without an end", {}, "2026-03-31"],
    ["it would have been held longer", { heldUntil: "2026-12-31" }, "2026-03-31"],
    ["it was to end sooner", { heldUntil: "2026-03-20" }, "2026-03-20"],
  ])("%s: it is held until %j", (_, own, until) => {
    expect(ended(own).steps[0].after.values.heldUntil).toBe(until);
  });

  const colleague = { ...another("inspector", "confirmed", { unit }), id: idOfName("test-post:colleague") };
  test.each<[string, readonly Entry[], boolean]>([
    ["nobody else holds the role", [], true],
    ["a colleague does", [colleague], false],
    ["a colleague did", [{ ...colleague, values: { ...colleague.values, heldUntil: "2026-03-01" } }], true],
    ["a colleague will, once confirmed", [{ ...colleague, state: "awaiting" }], true],
  ])("warns where the work is left to nobody: %s", (_, others, warned) => {
    const codes = (ended({}, others).warnings ?? []).map(({ code }) => code);
    expect(codes).toEqual(warned ? ["last-in-this-role"] : []);
  });
});
