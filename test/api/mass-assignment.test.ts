import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { registers } from "../../core/registers/index.ts";
import { endTokensThatAreOver } from "../../server/jobs/partner-tokens.ts";
import { inputSchema } from "../../server/routes/describe-register.ts";
import { routes } from "../../server/routes/index.ts";
import type { Answer } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { journeys } from "../support/journeys.ts";
import { peopleByRole } from "../support/roles.ts";
import { type Asked, walk } from "../support/walk.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

/** What only the product sets, of an entry, of a session and of every object. */
const internal = [
  "id",
  "actor",
  "actorName",
  "admin",
  "closedOn",
  "dueOn",
  "engine",
  "hash",
  "head",
  "holder",
  "keptBy",
  "organisationOf",
  "owner",
  "parties",
  "person",
  "post",
  "prev",
  "role",
  "salt",
  "scope",
  "sealed",
  "state",
  "to",
  "version",
  "constructor",
  "hasOwnProperty",
];

const problems = z.object({ problems: z.array(z.object({ field: z.string(), code: z.string() })) });
const unknownIn = ({ body }: Answer): readonly string[] =>
  (problems.safeParse(body).data?.problems ?? []).flatMap(({ field, code }) =>
    code === "unknown" ? [field] : [],
  );

describe("with an act goes nothing but what the act takes:", () => {
  let world: World;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    world = await newWorld();
  });

  const tried = new Set<string>();

  /** Sends the act with everything that it does not take, each in its place, before it is done as it should be. */
  async function refused({ register, act, ask }: Asked): Promise<void> {
    const declared = registers.find(({ name }) => name === register)?.acts[act];
    const of = registers.find(({ name }) => name === register);
    if (declared === undefined || of === undefined) throw new Error(`There is no ${register} ${act}`);
    const taken = Object.keys(
      z.object({ properties: z.looseObject({}) }).parse(inputSchema(of, declared)).properties,
    );
    const foreign = [...new Set([...Object.keys(of.allFields), ...internal])].filter(
      (name) => !taken.includes(name) && name !== declared.draws,
    );
    const before = await fingerprint(world.owner);
    const within = await ask({ input: Object.fromEntries(foreign.map((name) => [name, "x"])) });
    expect([within.status, register, act, within.body.code]).toEqual([422, register, act, "input-invalid"]);
    expect(unknownIn(within).toSorted()).toEqual(foreign.toSorted());
    if (declared.draws !== undefined) {
      const drawn = await ask({ input: { [declared.draws]: "0".repeat(64) } });
      expect([drawn.status, unknownIn(drawn)]).toEqual([422, [declared.draws]]);
    }
    const beside = internal.filter((name) => !["id", "version"].includes(name));
    const outside = await ask({ beside: Object.fromEntries(beside.map((name) => [name, "x"])) });
    expect([outside.status, register, act]).toEqual([400, register, act]);
    expect(unknownIn(outside).toSorted()).toEqual(beside.toSorted());
    expect(await fingerprint(world.owner)).toBe(before);
    tried.add(`${register}.${act}`);
  }

  // In their order: some begin where another has ended.
  test.each(Object.keys(journeys))("%s", async (name) => {
    if (name === "hazard-absorbing") world.clock.now = new Date("2026-12-30T09:00:00+08:00");
    ids.set(name, await walk(world, name, ids, refused));
  });

  test("a token whose last day has passed", async () => {
    world.clock.now = new Date("2027-01-04T09:00:00+08:00");
    await endTokensThatAreOver(world.services);
    const path = `/api/registers/partner-token/entries/${ids.get("partner-token-expired")}/acts/note`;
    const ask: Asked["ask"] = ({ input = {}, beside = {} }) =>
      world.as("min").send("POST", path, { version: 4, input, ...beside });
    await refused({ register: "partner-token", act: "note", ask });
    mustDo(await ask({}));
  });

  test("so it is for every act that people do", () => {
    const acts = registers.flatMap(({ name, acts }) =>
      Object.entries(acts).flatMap(([act, { by }]) =>
        by.every((role) => role === "system") ? [] : [`${name}.${act}`],
      ),
    );
    expect(acts.filter((act) => !tried.has(act))).toEqual([]);
  });
});

describe("with any other request goes nothing but what its route takes:", () => {
  let world: World;
  let found: string;
  beforeAll(async () => {
    world = await newWorld();
    found = await world.hazardFound();
  });

  const known = (): Readonly<Record<string, string>> => ({
    register: "hazard",
    id: found,
    act: "proposeMajor",
  });
  const withBody = routes.filter(
    ({ method, body }) => (method === "POST" || method === "PUT") && !(body instanceof z.ZodUnknown),
  );

  test.each(withBody.map(({ method, path }) => [method, path] as const))("%s %s", async (method, path) => {
    const url = path.replaceAll(
      /:(\w+)/g,
      (_, key: string) => known()[key] ?? "0192f0c1-0000-7000-8000-000000000001",
    );
    const before = await fingerprint(world.owner);
    const payload = JSON.stringify(
      Object.fromEntries(["role", "disabled", "actor", "administrator"].map((name) => [name, "x"])),
    );
    let told = 0;
    for (const name of Object.values(peopleByRole)) {
      const answer = await world
        .as(name)
        .raw({ method, url, headers: { "content-type": "application/json" }, payload });
      expect([400, 403, 404, 429]).toContain(answer.status);
      if (answer.status === 400) told += 1;
    }
    expect(told).toBeGreaterThan(0);
    expect(await fingerprint(world.owner)).toBe(before);
  });
});
