import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { checkValue } from "../../core/register/check-field.ts";
import type { Step } from "../../core/register/decide.ts";
import { blankEntry, type Entry, placedOf } from "../../core/register/entry.ts";
import type { Value, Values } from "../../core/register/field.ts";
import type { Keeping } from "../../core/register/keeping.ts";
import type { Register } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import { post } from "../../core/registers/post.ts";
import { type Role, roleNames } from "../../core/scope/roles.ts";
import { inScope, type Scope } from "../../core/scope/scope.ts";
import { commit } from "../../server/store/commit.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../../server/store/database.ts";
import { readEntry } from "../../server/store/entries.ts";
import { idOfName, newId } from "../../server/store/ids.ts";
import { countEntries, listEntries } from "../../server/store/lists.ts";
import type { StoredEntry } from "../../server/store/row.ts";
import { tableOf } from "../../server/store/tables.ts";
import { firstDay } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

/** Whatever a code may be: of every level, near each other, and some that no pack knows. */
const codes = [
  "53",
  "54",
  "5334",
  "5335",
  "533401",
  "533402",
  "53340",
  "533401205",
  "533401206",
  "533401205001",
];
const sectors = ["S01", "S04", "S05", "S40"];
const organisations = ["one", "two", "three", "four"].map((name) => idOfName(`scope-test:${name}`));

const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyOrganisation = fc.constantFrom(...organisations);

const people = ["one", "two", "three", "four"].map((name) => idOfName(`scope-test-person:${name}`));
const looking = {
  organisation: anyOrganisation,
  role: fc.constantFrom(...roleNames),
  person: fc.constantFrom(...people),
};

const anyScope: fc.Arbitrary<Exclude<Scope, { sees: "everything" }>> = fc.oneof(
  fc.record({ sees: fc.constant("organisation" as const), ...looking }),
  fc.record({
    sees: fc.constant("region" as const),
    region: fc.constantFrom("", ...codes),
    sectors: fc.oneof(fc.constant("all" as const), fc.subarray(sectors)),
    ...looking,
  }),
);

/** The values of an entry that say where it is and whom it concerns, as far as its register has them. */
function anyPlace(register: Register): fc.Arbitrary<Values> {
  if (register.keeping) return anyKeeping(register.keeping);
  const { region } = register.allFields;
  const regions = codes.filter((code) => region && checkValue(region, code) === undefined);
  const has = (name: string) => Object.hasOwn(register.allFields, name);
  const parties = Object.entries(register.allFields).flatMap(([name, field]) => (field.party ? [name] : []));
  return fc
    .record({
      region: orNone(fc.constantFrom(...regions)),
      ...(has("sector") ? { sector: orNone(fc.constantFrom(...sectors)) } : {}),
      ...(has("organisation") ? { organisation: orNone(anyOrganisation) } : {}),
      ...(register.restricting ? { restricted: fc.boolean(), holder: orNone(anyOrganisation) } : {}),
      parties: fc.tuple(...parties.map((name) => orNone(anyParty(register, name)))),
    })
    .map(({ parties: drawn, ...place }) => ({
      ...place,
      ...Object.fromEntries(parties.map((name, at) => [name, drawn[at]])),
    }));
}

/** Whom a field that makes parties names: one, or some. */
function anyParty({ allFields }: Register, name: string): fc.Arbitrary<Value> {
  return allFields[name]?.kind === "organisations"
    ? fc.subarray(organisations, { minLength: 1 })
    : anyOrganisation;
}

/** The values of an entry of a kept register that say by whom it is seen. */
const anyKeeping = ({ unit, person }: Keeping): fc.Arbitrary<Values> =>
  fc.record({
    [unit]: orNone(anyOrganisation),
    holder: orNone(anyOrganisation),
    ...(person === undefined ? {} : { [person]: orNone(fc.constantFrom(...people)) }),
  });

/** The person who looks: of entries that are people's own by their ids, one whose entry is among them. */
function asPersonOf<S extends Scope>(register: Register, entries: readonly Entry[], scope: S): S {
  if (register.keeping === undefined || register.keeping.person !== undefined) return scope;
  if (scope.sees === "everything" || scope.person === undefined) return scope;
  return { ...scope, person: entries[people.indexOf(scope.person)]?.id };
}

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const perRun = 24;
let written = 0;

/** Opens entries through the one door. No act could bring all of these about, and the scope must not depend on that. */
function write(register: Register, places: readonly Values[]): Promise<readonly StoredEntry[]> {
  const opened = places.map((place, index): [StoredEntry, Values] => {
    written += 1;
    const fixed = {
      [register.title]: `条目 ${index}`,
      number: `T-${written}`,
      ...(register.allFields.username ? { username: `t-${written}` } : {}),
      openedOn: addDays(firstDay, -index),
      stateSince: firstDay,
    };
    return [
      { ...blankEntry(register.name, newId()), head: "" },
      { ...place, ...fixed },
    ];
  });
  return put(register, opened);
}

/** Moves entries to other places and parties, each in one commit of two steps: by way of its neighbour's place. */
function move(register: Register, entries: readonly StoredEntry[], places: readonly Values[]) {
  const kept = entries.map(({ values }) => ({ ...values, ...nowhere(register) }));
  const by = entries.map((entry, at): [StoredEntry, Values] => [
    entry,
    { ...kept[at], ...places.at(at - 1) },
  ]);
  const to = entries.map((entry, at): [StoredEntry, Values] => [entry, { ...kept[at], ...places[at] }]);
  return put(register, by, to);
}

const nowhere = (register: Register): Values =>
  Object.fromEntries(
    Object.entries(register.allFields).flatMap(([name, { party }]) =>
      party || placing(register).includes(name) ? [[name, undefined]] : [],
    ),
  );

const placing = ({ keeping }: Register): readonly string[] =>
  keeping
    ? [keeping.unit, "holder", ...(keeping.person ? [keeping.person] : [])]
    : ["region", "sector", "organisation"];

/** Commits new values of entries, all at once, one step of each after the other. Returns the entries after the last. */
async function put(
  register: Register,
  ...rounds: readonly (readonly [StoredEntry, Values])[][]
): Promise<readonly StoredEntry[]> {
  const actor = await world.actor("lin");
  const at = world.clock.now.toISOString();
  const heads = new Map<string, string>();
  const current = new Map<string, Entry>();
  const steps = rounds.flat().map(([entry, values]): Step => {
    const before = current.get(entry.id) ?? entry;
    if (entry.head !== "") heads.set(entry.id, entry.head);
    const known = Object.entries(values).filter(([, value]) => value !== undefined);
    const after = {
      ...before,
      version: before.version + 1,
      state: "found",
      values: Object.fromEntries(known),
    };
    current.set(entry.id, after);
    return { register, act: "find", before, after, changes: after.values, actor, at, day: firstDay };
  });
  const outcomes = steps.map((step) => ({ steps: [step] as const }));
  const stored = await inTransaction(world.services.pool, undefined, (tx) =>
    commit(tx, outcomes, heads, world.services),
  );
  return stored.slice(-current.size);
}

const everything = {
  equals: {},
  from: {},
  to: {},
  sort: { column: "opened_on", descending: true },
  limit: 10_000,
} as const;

interface Seen {
  readonly inCore: readonly string[];
  readonly byFilter: readonly string[];
  readonly byPolicy: readonly string[];
}

/** What of some entries a scope sees: as core says, by the SQL filter with every policy open, and by the policies with no filter. */
async function seenBy(
  tx: Transaction,
  register: Register,
  scope: Scope,
  entries: readonly Entry[],
): Promise<Seen> {
  const ours = new Set(entries.map(({ id }) => id));
  const inCore = entries.filter((entry) => inScope(scope, placedOf(register, entry)));
  const policies = await tx.query<{ id: string; active: boolean }>(
    `select id, row_security_active('${tableOf(register)}') as active from ${tableOf(register)}`,
  );
  expect(policies.rows.every(({ active }) => active)).toBe(true);
  await becomeCommitter(tx);
  const page = await listEntries(tx, scope, register, everything);
  expect(await countEntries(tx, scope, register, everything)).toBe(page.entries.length);
  const readable: string[] = [];
  for (const { id } of entries) if (await readEntry(tx, scope, register, id)) readable.push(id);
  const listed = page.entries.map(({ id }) => id).filter((id) => ours.has(id));
  expect(readable.sort()).toEqual(listed.sort());
  return {
    inCore: inCore.map(({ id }) => id).sort(),
    byFilter: listed,
    byPolicy: policies.rows
      .map(({ id }) => id)
      .filter((id) => ours.has(id))
      .sort(),
  };
}

async function expectAgreement(register: Register, scopes: readonly Scope[], entries: readonly Entry[]) {
  for (const drawn of scopes) {
    const scope = asPersonOf(register, entries, drawn);
    const seen = await inTransaction(world.services.pool, scope, (tx) =>
      seenBy(tx, register, scope, entries),
    );
    expect(seen.byFilter).toEqual(seen.inCore);
    expect(seen.byPolicy).toEqual(seen.inCore);
  }
}

describe.each(registers.map((register) => [register.name, register] as const))("of %s", (_, register) => {
  test("core, the SQL filter and row-level security show each scope the same entries", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPlace(register), { minLength: perRun, maxLength: perRun }),
        fc.array(anyPlace(register), { minLength: perRun, maxLength: perRun }),
        fc.array(anyScope, { minLength: 12, maxLength: 12 }),
        async (places, others, scopes) => {
          const entries = await write(register, places);
          await expectAgreement(register, scopes.slice(6), entries);
          await expectAgreement(register, scopes, await move(register, entries, others));
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe("the agreement on a kept register is lost, and that is seen, once", () => {
  const [unit = "", above = ""] = organisations;
  const scope = (role: Role) =>
    ({ sees: "organisation", organisation: unit, role, person: people[0] ?? "" }) as const;

  test.each<[string, Role, string]>([
    ["a policy lets everything through", "inspector", "true"],
    [
      "a policy forgets that only heads see their organisation's",
      "inspector",
      "kept_unit = (nullif(current_setting('zhiben.organisation', true), ''))::uuid",
    ],
    [
      "a policy forgets what waits for a head",
      "departmentHead",
      "kept_unit = (nullif(current_setting('zhiben.organisation', true), ''))::uuid",
    ],
    ["a policy forgets who keeps it", "auditor", "false"],
    ["a policy forgets whose own it is", "inspector", "false"],
  ])("%s", async (_, role, condition) => {
    const entries = await write(post, [
      { unit },
      { unit: above, holder: unit },
      { unit: above, account: people[0] },
    ]);
    const loosened = await world.owner.connect();
    try {
      await loosened.query("begin");
      await loosened.query(`alter policy request_reads on ${tableOf(post)} using (${condition})`);
      await loosened.query(
        `set local role zhiben_request; set local zhiben.sees = 'organisation'; set local zhiben.role = '${role}';
          set local zhiben.person = '${people[0]}'; set local zhiben.organisation = '${unit}'`,
      );
      const seen = await seenBy(loosened, post, scope(role), entries);
      expect(seen.byFilter).toEqual(seen.inCore);
      expect(seen.byPolicy).not.toEqual(seen.inCore);
    } finally {
      await loosened.query("rollback");
      loosened.release();
    }
  });

  test("work lists, ledger lines and sealed values are shown by the same policy as the register", async () => {
    const entries = await write(post, [
      { unit },
      { unit: above, holder: unit },
      { unit: above, account: people[0] },
    ]);
    for (const role of ["inspector", "departmentHead", "auditor", "committeeOffice"] as const) {
      const [own, parent] = await inTransaction(world.services.pool, scope(role), async (tx) => [
        await idsIn(tx, tableOf(post), entries),
        await idsIn(tx, "entry", entries),
      ]);
      expect(parent).toEqual(own);
    }
  });
});

async function idsIn(tx: Transaction, table: string, entries: readonly Entry[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from ${table} where id = any($1::uuid[]) order by id`,
    [entries.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

describe("the agreement is lost, and that is seen, once", () => {
  const [register] = registers;
  const region = {
    sees: "region",
    region: "533401",
    sectors: ["S04"],
    organisation: organisations[0] ?? "",
  } as const;

  test.each([
    [
      "a policy forgets the sectors",
      "region >= current_setting('zhiben.region_from') and region < current_setting('zhiben.region_before')",
    ],
    ["a policy lets everything through", "true"],
    [
      "a policy forgets the parties",
      "organisation = (nullif(current_setting('zhiben.organisation', true), ''))::uuid",
    ],
    [
      "a policy forgets what is restricted",
      `region >= current_setting('zhiben.region_from') and region < current_setting('zhiben.region_before')
        and sector = any (string_to_array(current_setting('zhiben.sectors'), ','))
        or exists (select from party p where p.entry = id and p.organisation = current_setting('zhiben.organisation')::uuid)`,
    ],
  ])("%s", async (_, condition) => {
    if (register === undefined) throw new Error("There is no register");
    const places = codes
      .slice(0, 9)
      .flatMap((code) =>
        sectors.map((sector): Values => ({ region: code, sector, owningOrganisation: organisations[0] })),
      );
    const restricted = { region: "533401", sector: "S04", restricted: true };
    const entries = await write(register, [
      ...places,
      { region: "533401", sector: "S05" },
      { region: "54" },
      restricted,
    ]);
    const loosened = await world.owner.connect();
    try {
      await loosened.query("begin");
      await loosened.query(`alter policy request_reads on ${tableOf(register)} using (${condition})`);
      await loosened.query(
        `set local role zhiben_request; set local zhiben.sees = 'region'; set local zhiben.region_from = '533401';
          set local zhiben.region_before = '533402'; set local zhiben.sectors = 'S04';
          set local zhiben.organisation = '${region.organisation}'`,
      );
      const seen = await seenBy(loosened, register, region, entries);
      expect(seen.byFilter).toEqual(seen.inCore);
      expect(seen.byPolicy).not.toEqual(seen.inCore);
    } finally {
      await loosened.query("rollback");
      loosened.release();
    }
  });
});

test("a transaction that was told no scope sees nothing", async () => {
  for (const register of registers) {
    const { rows } = await inTransaction(world.services.pool, undefined, (tx) =>
      tx.query(`select id from ${tableOf(register)}`),
    );
    expect(rows).toEqual([]);
  }
});
