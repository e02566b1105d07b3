import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { isBusinessOf, mayRead, rightsIn } from "../../core/register/rights.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { registers } from "../../core/registers/index.ts";
import { partnerActs, partnerRegisters, partnerRoles } from "../../core/registers/partner-offers.ts";
import { mayAsk, rightNames } from "../../core/scope/rights.ts";
import { type Role, roles } from "../../core/scope/roles.ts";
import type { Route } from "../../server/http/route.ts";
import { routes } from "../../server/routes/index.ts";
import { rightsAnswer } from "../../server/routes/rights.ts";
import { enterprises, type PersonName } from "../support/cast.ts";
import type { Answer, Client } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { partner } from "../support/partner.ts";
import { rolesAndPeople } from "../support/roles.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let found: string;
let before: string;

beforeAll(async () => {
  world = await newWorld();
  found = await world.hazardFound();
  for (const { role, name } of readers) tokens.set(role, await tokenAs(role, name));
  before = await fingerprint(world.owner);
});

const readers = rolesAndPeople.filter(({ role }) => partnerRoles.includes(role));
const tokens = new Map<Role, Client>();

/** A partner's token with all that one may have in the role of somebody of the cast, in their organisation. */
async function tokenAs(role: Role, name: PersonName): Promise<Client> {
  const { organisation: unit, region } = await world.actor(name);
  const reach =
    roles[role].sees === "region"
      ? { covers: region, everySector: true }
      : { covers: null, everySector: null };
  const mayDo = [...partnerActs].flatMap(([act, { act: declared }]) =>
    declared.by.includes(role) ? [act] : [],
  );
  const mayReadAll = partnerRegisters.map((register) => register.name);
  const own = { ...reach, unit, role, mayDo, mayRead: mayReadAll, perMinute: 6_000 };
  return (await partner(world, own)).client;
}

const signedInRoutes = routes.flatMap(({ right, ...route }) =>
  right === undefined ? [] : [{ ...route, right, line: `${route.method} ${route.path}` }],
);

const problem = z.object({ code: z.string() });
const codeOf = ({ body }: Answer): string | undefined => problem.safeParse(body).data?.code;

/** What stands in the path of a request: things that there are, so that a 404 is not for want of them. */
const inPath = (): Readonly<Record<string, string>> => ({
  register: "hazard",
  id: found,
  act: "proposeMajor",
  username: "mei",
});

/**
 * Asks a route as one would who means no good and knows its address: in the path what there is, and else nothing that it takes, so that
 * whoever may ask hears what is wrong with the request, and nothing is changed.
 */
function ask(client: Client, { method, path }: Pick<Route, "method" | "path">): Promise<Answer> {
  const url = path.replaceAll(/:(\w+)/g, (_, key: string) => inPath()[key] ?? "unknown");
  const sent = method === "GET" || method === "DELETE" ? {} : { payload: "{}" };
  const headers = "payload" in sent ? { "content-type": "application/json" } : {};
  return client.raw({ method, url: `${url}?nothing-takes=this`, headers, ...sent });
}

afterEach(async () => {
  expect(await fingerprint(world.owner)).toBe(before);
});

describe.each(rolesAndPeople)("$role", ({ role, name }) => {
  test.each(signedInRoutes)("$line", async (route) => {
    const answer = await ask(world.as(name), route);
    if (!mayAsk(role, route.right)) {
      expect([answer.status, codeOf(answer)]).toEqual([403, "role-may-not"]);
    } else {
      expect(codeOf(answer)).not.toBe("role-may-not");
      expect(answer.status).toBeLessThan(500);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("is answered by the register of hazards where it reads it, and else as if there were none", async () => {
    const ways = ["", "/entries", "/entries.csv", "/entries.xlsx", "/template.xlsx", "/imports"];
    const told = [];
    for (const way of ways) told.push((await world.as(name).get(`/api/registers/hazard${way}`)).status);
    expect(told).toEqual(ways.map(() => (mayRead(hazard, role) ? 200 : 404)));
  });

  test("finds in the catalogue just the registers that come before it", async () => {
    const { body } = await world.as(name).get("/api/registers");
    const { registers: told } = catalogue.parse(body);
    expect(told.map((register) => register.name)).toEqual(
      registers.filter((register) => isBusinessOf(register, role)).map((register) => register.name),
    );
  });

  test.each(Object.entries(hazard.acts).filter(([, { from }]) => from !== "new"))(
    "does %s on a hazard that was just found, or not, as the table says",
    async (act, { by, from }) => {
      // Without what the act needs: whoever may hears of that, and nothing is done.
      const answer = await world
        .as(name)
        .act("hazard", found, act, { version: 1, input: { "nothing-takes": "this" } });
      const code = codeOf(answer);
      if (!from.includes("found")) return expect(code).not.toBe(undefined);
      if (sees.has(role) && by.includes(role)) expect(code).not.toBe("role-may-not");
      else expect([403, 404]).toContain(answer.status);
      return expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );

  test("is told of its own rights as the tables have them, each with its reason", async () => {
    const { posts } = rightsAnswer.parse((await world.as(name).get("/api/rights")).body);
    expect(posts).toHaveLength(1);
    for (const post of posts) {
      expect(post.role).toBe(role);
      const told = post.registers.map((register) => [register.name, mayOf(register.acts)]);
      expect(told).toEqual(
        rightsIn(registers, role).map(({ register, acts }) => [register.name, mayOf(acts)]),
      );
      expect(mayOf(post.product)).toEqual(rightNames.filter((right) => mayAsk(role, right)));
    }
  });
});

describe.each(readers)("a partner's token as $role", ({ role }) => {
  const client = () => tokens.get(role) ?? world.nobody;

  test.each(signedInRoutes)("$line", async (route) => {
    const answer = await ask(client(), route);
    if (!route.partners) expect([answer.status, codeOf(answer)]).toEqual([403, "not-for-partners"]);
    else if (!mayAsk(role, route.right))
      expect([answer.status, codeOf(answer)]).toEqual([403, "role-may-not"]);
    else {
      expect(["not-for-partners", "role-may-not"]).not.toContain(codeOf(answer));
      expect(answer.status).toBeLessThan(500);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("finds no register that administrators keep, nor who asks to be let in", async () => {
    for (const register of registers) {
      const { name } = register;
      const { status } = await client().get(`/api/registers/${name}/entries`);
      expect([name, status]).toEqual([name, partnerRegisters.includes(register) ? 200 : 404]);
    }
  });

  test.each(Object.entries(hazard.acts).filter(([, { from }]) => from !== "new"))(
    "does not %s a hazard unless it was given that",
    async (act, { by, from }) => {
      const answer = await client().act("hazard", found, act, {
        version: 1,
        input: { "nothing-takes": "this" },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      const given = partnerActs.has(`hazard.${act}`);
      if (!from.includes("found") || !by.includes(role) || given || !sees.has(role)) return;
      expect([answer.status, codeOf(answer)]).toEqual([403, "act-not-of-token"]);
    },
  );
});

const catalogue = z.object({ registers: z.array(z.object({ name: z.string() })) });
const mayOf = (told: readonly { readonly name: string; readonly may: boolean }[]) =>
  told.flatMap(({ name, may }) => (may ? [name] : []));
/** The park is no party to the hazard that was found. */
const sees = new Set<string>(partnerRoles.filter((role) => role !== "parkOffice"));

describe("the rights of another account", () => {
  const rightsOf = (asker: PersonName, username: string) =>
    world.as(asker).get(`/api/accounts/${username}/rights`);

  test("are told to the security administrator with region, sectors and days", async () => {
    const { person, posts } = rightsAnswer.parse((await rightsOf("min", "duan")).body);
    expect([person.username, person.disabled]).toEqual(["duan", false]);
    expect(posts).toMatchObject([
      {
        role: "inspector",
        sees: "region",
        region: { code: "5334", words: { zh: "迪庆藏族自治州" } },
        sectors: [{ code: "S04" }],
        to: null,
      },
    ]);
    expect(posts[0]?.from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("name no region for a post in an enterprise, and what the enterprise is called", async () => {
    const { posts } = rightsAnswer.parse((await rightsOf("shen", "mei")).body);
    expect(posts).toMatchObject([{ sees: "organisation", region: null, sectors: "all" }]);
    expect(posts[0]?.organisation.name.zh).toBe(enterprises.copper.name);
  });

  test("are not found where there is no such account", async () => {
    expect((await rightsOf("min", "nobody-at-all")).status).toBe(404);
  });
});
