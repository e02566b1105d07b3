import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { routes } from "../../server/routes/index.ts";
import { enterpriseId } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { journeys } from "../support/journeys.ts";
import { aHazard } from "../support/paths.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
import { walk } from "../support/walk.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

const absent = "0192f0c1-0000-7000-8000-00000000000f";
let world: World;
const entries = new Map<string, string>();
const things = { import: "", export: "", search: "", file: "", session: "", post: "" };
/** An entry that the strangers may see, for a file of another one. */
let theirOwn: string;

beforeAll(async () => {
  world = await newWorld();
  const ids = new Map<string, string>();
  for (const name of Object.keys(journeys)) {
    if (name === "hazard-absorbing") world.clock.now = new Date("2026-12-30T09:00:00+08:00");
    const id = await walk(world, name, ids);
    ids.set(name, id);
    entries.set(journeys[name]?.register ?? "", id);
  }
  entries.set("enterprise", enterpriseId("copper"));
  const lin = world.as("lin");
  const brought = await bringer(lin).brought(
    "hazard",
    "a.csv",
    csvOf([
      ["编号", "隐患名称"],
      ["", "标题"],
    ]),
  );
  things.import = brought.id;
  plan = brought.plan;
  const id = z.object({ id: z.string() });
  const started = mustDo(
    await lin.send("POST", "/api/registers/hazard/exports", { query: {}, format: "csv" }),
  );
  things.export = z.object({ export: id }).parse(started.body).export.id;
  const search = { register: "hazard", name: "重大", filters: { level: "major" }, notifies: false };
  things.search = id.parse(mustDo(await lin.send("POST", "/api/searches", search)).body).id;
  things.file = fileIn(mustDo(await upload(world.as("su"), "a.png", png("theirs")))).id;
  await world.hazardFound({ photos: [things.file] });
  const signIns = z.object({ sessions: z.array(id) }).parse((await lin.get("/api/session/sign-ins")).body);
  things.session = signIns.sessions[0]?.id ?? "";
  const { rows } = await world.owner.query<{ id: string }>(
    "select o.id from post o join person p on p.id = o.person where p.username = 'lin'",
  );
  things.post = rows[0]?.id ?? "";
  const own = { organisation: enterpriseId("timber"), region: "533423101" };
  theirOwn = entryIn(mustDo(await world.as("tong").open("hazard", { input: aHazard(own) }))).id;
});

/** People of another county and of its enterprise, who see nothing of what lies here. */
const strangers = ["chen", "he", "yu", "tong"] as const;

const acting = { version: 1, input: {} };
/** As the product itself guessed it. */
let plan: unknown;

/** What is sent to a route beside the id that is asked for, so that it would do something if the id were one's own. */
const bodies: Readonly<Record<string, unknown>> = {
  "POST /api/registers/:register/entries/:id/acts/:act": acting,
  "POST /api/registers/:register/entries/:id/shown": { fields: ["principalPhone"], reason: "核对" },
  "PUT /api/registers/:register/entries/:id/looked": { version: 1 },
  "POST /api/imports/:id/sheet": { sheet: "Sheet1" },
  "POST /api/imports/:id/run": { choice: "good" },
  "POST /api/imports/:id/stop": {},
  "POST /api/imports/:id/resume": {},
  "PUT /api/session/security-keys/:id": { name: "改名" },
  "PUT /api/searches/:search": { name: "改名", notifies: true },
};

const bodyOf = (line: string): unknown => (line === "PUT /api/imports/:id/plan" ? plan : bodies[line]);

/** Routes whose ids are of administrators' things, which lie in no scope: accounts by their names, resets, imports of the library, lines of the audit log. */
const ofNoScope = /^\/api\/(accounts|second-factor-resets|criteria|audit|list-columns)\b/;

const withId = routes.filter(({ path }) => /:(id|file|search|session)\b/.test(path) && !ofNoScope.test(path));

const namedIn = (path: string): readonly (readonly [string, string])[] => {
  if (path.startsWith("/api/imports")) return [["import", things.import]];
  if (path.startsWith("/api/exports")) return [["export", things.export]];
  if (path.startsWith("/api/searches")) return [["search", things.search]];
  if (path.startsWith("/api/session")) return [["session", things.session]];
  return [...entries];
};

test.each(withId.map(({ method, path }) => [`${method} ${path}`, method, path] as const))(
  "%s answers for another's as for what there is not",
  async (line, method, path) => {
    const before = await fingerprint(world.owner);
    const isOfFile = path.includes(":file");
    for (const [register, theirs] of namedIn(path))
      for (const stranger of strangers) {
        const client = world.as(stranger);
        const ask = async (id: string) => {
          const url = path
            .replace(":register", register)
            .replace(":file", isOfFile ? things.file : absent)
            .replace(":act", "comment")
            .replace(/:(id|search|session)/, id);
          const { status, body } =
            method === "GET"
              ? await client.get(url)
              : await client.send(method, url, bodyOf(line) ?? (method === "DELETE" ? undefined : {}));
          return { status, body: { ...body, requestId: "" } };
        };
        const [one, other] = [await ask(theirs), await ask(absent)];
        expect([stranger, register, one]).toEqual([stranger, register, other]);
        // Of a register that has no such number, nobody gets as far as to an entry.
        expect(path.endsWith("/shown") ? [400, 403, 404] : [403, 404]).toContain(one.status);
      }
    expect(await fingerprint(world.owner)).toBe(before);
  },
);

test("a file of another's is not fetched through an own entry", async () => {
  const ask = async (file: string) => {
    const { status, body } = await world
      .as("tong")
      .get(`/api/registers/hazard/entries/${theirOwn}/files/${file}`);
    return [status, { ...body, requestId: "" }];
  };
  expect(await ask(things.file)).toEqual(await ask(absent));
});

/** Ids in a query or a body: how to ask for one, with whatever else the route needs. */
const elsewhere: readonly {
  readonly story: string;
  readonly of: () => string;
  readonly ask: (id: string) => readonly ["GET" | "POST" | "PUT", string, unknown?];
}[] = [
  {
    story: "a list of an organisation",
    of: () => enterpriseId("copper"),
    ask: (id) => ["GET", `/api/registers/hazard/entries?organisation=${id}`],
  },
  {
    story: "the checklist of an enterprise",
    of: () => enterpriseId("copper"),
    ask: (id) => ["GET", `/api/checklist?organisation=${id}`],
  },
  {
    story: "the duties of an enterprise",
    of: () => enterpriseId("copper"),
    ask: (id) => ["GET", `/api/duties?organisation=${id}`],
  },
  { story: "another's post", of: () => things.post, ask: (id) => ["PUT", "/api/session/post", { post: id }] },
  {
    story: "a print of an entry",
    of: () => entries.get("hazard") ?? "",
    ask: (id) => ["POST", "/api/prints", { register: "hazard", entry: id }],
  },
  {
    story: "a hazard at an enterprise",
    of: () => enterpriseId("copper"),
    ask: (id) => ["POST", "/api/registers/hazard/entries", { input: aHazard({ organisation: id }) }],
  },
  {
    story: "a hazard with a photo of another's",
    of: () => things.file,
    ask: (id) => [
      "POST",
      "/api/registers/hazard/entries",
      {
        input: aHazard({
          organisation: enterpriseId("timber"),
          region: "533423101",
          photos: [id],
        }),
      },
    ],
  },
  {
    story: "warnings of a hazard at an enterprise",
    of: () => enterpriseId("copper"),
    ask: (id) => [
      "POST",
      "/api/registers/hazard/warnings",
      { act: "find", input: aHazard({ organisation: id }) },
    ],
  },
];

test.each(elsewhere)("$story answers for another's as for what there is not", async ({ of, ask }) => {
  for (const stranger of ["tong", "chen"] as const) {
    const answers = [];
    for (const id of [of(), absent]) {
      const [method, url, body] = ask(id);
      const client = world.as(stranger);
      const answer = method === "GET" ? await client.get(url) : await client.send(method, url, body);
      answers.push([answer.status, { ...answer.body, requestId: "" }]);
    }
    expect([stranger, answers[0]]).toEqual([stranger, answers[1]]);
  }
});
