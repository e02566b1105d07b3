import { once } from "node:events";
import http from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addDays } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { routes } from "../../server/routes/index.ts";
import { screenAnswer } from "../../server/routes/screen.ts";
import { cast, firstDay, type PersonName } from "../support/cast.ts";
import { withSecret } from "../support/partner.ts";
import { majorPath } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let address: string;
beforeAll(async () => {
  world = await newWorld();
  address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  world.clock.now = new Date(`${addDays(firstDay, 60)}T10:00:00+08:00`);
});

const made = z.object({ id: z.string(), secret: z.string(), expiresAt: z.string() });
async function linkOf(name: PersonName, hours = 24) {
  return made.parse(mustDo(await world.as(name).send("POST", "/api/screen-links", { hours })).body);
}

const shownBy = (secret: string) => withSecret(world, secret).get("/api/shared-screen");
const codeOf = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => [
  status,
  body.code,
];
const over = [401, "screen-link-over"];

describe.each(["yang", "zhang", "gesang", "zhou", "he", "lin"] as const)("the screen of %s", (name) => {
  test("says what the board says", async () => {
    const client = world.as(name);
    const board = boardAnswer.parse(mustDo(await client.get("/api/campaign/board")).body);
    const screen = screenAnswer.parse(mustDo(await client.get("/api/screen")).body);
    const colours = board.measures.map(({ lamp }) => lamp?.colour);
    for (const [colour, count] of Object.entries(screen.lamps))
      expect(colours.filter((one) => one === colour)).toHaveLength(count);
    const objectives = board.sections.filter(({ kind }) => kind === "objective");
    expect(screen.objectives.map(({ id, lamp }) => [id, lamp])).toEqual(
      objectives.map(({ id, lamp }) => [id, lamp?.colour ?? null]),
    );
    for (const { id, figure } of screen.objectives) {
      const proof = board.targets.find((target) => target.section === id && target.proof)?.proof;
      expect(figure?.value).toBe(proof?.whole.value);
    }
    expect(screen.red.map(({ number }) => number)).toEqual(
      board.measures.filter(({ lamp }) => lamp?.colour === "red").map(({ number }) => number),
    );
  });

  test("counts by place what it counts in all, and in the trend's last month the same", async () => {
    const { shown } = screenAnswer.parse(mustDo(await world.as(name).get("/api/screen")).body);
    if (shown === null) throw new Error("The pack's objectives count nothing");
    expect(shown.regions.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(shown.value);
    expect(shown.months).toHaveLength(12);
    expect(shown.months.at(-1)?.value).toBe(shown.value);
  });
});

describe("a link", () => {
  test("shows the screen of its maker, and names nobody", async () => {
    const { secret } = await linkOf("yang");
    const own = mustDo(await world.as("yang").get("/api/screen"));
    const shared = mustDo(await shownBy(secret));
    expect(shared.body).toEqual(own.body);
    for (const { name } of Object.values(cast)) expect(shared.text).not.toContain(name);
    expect(shared.text).not.toContain("虚构");
  });

  test("shows nothing else: every other route takes its holder for nobody", async () => {
    const { secret } = await linkOf("yang");
    const holder = withSecret(world, secret);
    for (const { method, path, right } of routes) {
      if (right === undefined) continue;
      const at = path.replaceAll(/:\w+/g, "hazard");
      const url = `${at}`;
      const { status } = await holder.raw({ method, url, payload: method === "GET" ? undefined : {} });
      expect([path, status]).toEqual([path, 401]);
    }
  });

  test("outlines come by it as well, and not without", async () => {
    const { secret } = await linkOf("yang");
    expect((await withSecret(world, secret).get("/api/shared-screen/outlines")).status).toBe(200);
    for (const path of ["", "/outlines", "/stream"])
      expect(codeOf(await world.nobody.get(`/api/shared-screen${path}`))).toEqual(over);
  });

  test("is of the place of its maker's post", async () => {
    const { secret } = await linkOf("he");
    const { place, shown } = screenAnswer.parse(mustDo(await shownBy(secret)).body);
    expect(place.zh).toBe("维西傈僳族自治县");
    expect(shown?.regions.every(({ code }) => code.startsWith("533423"))).toBe(true);
  });

  test("is kept as a hash, and listed to its maker alone without its secret", async () => {
    const { id, secret } = await linkOf("zhang");
    const { rows } = await world.owner.query<{ held: string }>("select l::text as held from screen_link l");
    expect(rows.some(({ held }) => held.includes(secret))).toBe(false);
    const listOf = async (name: PersonName) => mustDo(await world.as(name).get("/api/screen-links")).text;
    expect(await listOf("zhang")).toContain(id);
    expect(await listOf("zhang")).not.toContain(secret);
    expect(await listOf("yang")).not.toContain(id);
  });

  test("ends with its time", async () => {
    const { secret } = await linkOf("yang", 1);
    const begun = world.clock.now;
    world.clock.now = new Date(begun.getTime() + 3_599_000);
    expect((await shownBy(secret)).status).toBe(200);
    world.clock.now = new Date(begun.getTime() + 3_600_000);
    expect(codeOf(await shownBy(secret))).toEqual(over);
    world.clock.now = begun;
  });

  test("ends when its maker revokes it, and by nobody else", async () => {
    const { id, secret } = await linkOf("yang");
    const path = `/api/screen-links/${id}`;
    expect((await world.as("zhang").send("DELETE", path)).status).toBe(404);
    expect((await shownBy(secret)).status).toBe(200);
    mustDo(await world.as("yang").send("DELETE", path));
    expect(codeOf(await shownBy(secret))).toEqual(over);
    expect((await world.as("yang").send("DELETE", path)).status).toBe(404);
  });

  test("ends with its maker's post", async () => {
    const { secret } = await linkOf("chen");
    const setEnd = (day: string | null) =>
      world.owner.query(
        "update post set to_day = $1 where person = (select id from person where username = 'chen')",
        [day],
      );
    await setEnd("2026-03-11");
    expect(codeOf(await shownBy(secret))).toEqual(over);
    await setEnd(null);
    expect((await shownBy(secret)).status).toBe(200);
  });

  test("ends with its maker's account", async () => {
    const { secret } = await linkOf("chen");
    const disable = (disabled: boolean) =>
      world.owner.query("update person set disabled = $1 where username = 'chen'", [disabled]);
    await disable(true);
    expect(codeOf(await shownBy(secret))).toEqual(over);
    await disable(false);
  });

  test.each(["zhscreen_short", `zhscreen_${"a".repeat(43)}`])(
    "that is none shows nothing: %s",
    async (secret) => {
      expect(codeOf(await shownBy(secret.padEnd(24, "x")))).toEqual(over);
    },
  );

  test.each([0, limits.screenLinkHours + 1, 1.5])("lasts no %s hours", async (hours) => {
    expect((await world.as("yang").send("POST", "/api/screen-links", { hours })).status).toBe(400);
  });

  test.each(["tang", "min", "shen"] as const)("is not made by %s, who sees no figures", async (name) => {
    expect((await world.as(name).send("POST", "/api/screen-links", { hours: 1 })).status).toBe(403);
  });

  test("that was made, opened and revoked stands in the audit log", async () => {
    const { id, secret } = await linkOf("yang");
    await shownBy(secret);
    await shownBy(secret);
    mustDo(await world.as("yang").send("DELETE", `/api/screen-links/${id}`));
    const { text } = mustDo(await world.as("shen").get("/api/audit?limit=200"));
    const told = (event: string) => text.split(`"${event}"`).length - 1;
    expect([told("screenLinkMade"), told("screenLinkRevoked")].every((count) => count > 0)).toBe(true);
    const { rows } = await world.owner.query<{ opened: number }>(
      "select count(*)::integer as opened from audit where act = 'screenLinkOpened' and text like $1",
      [`%${id}%`],
    );
    expect(rows[0]?.opened).toBe(1);
  });

  test("is told that something has changed, and not what", async () => {
    const { secret } = await linkOf("yang");
    const request = http.get(`${address}/api/shared-screen/stream`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    const [response]: http.IncomingMessage[] = await once(request, "response");
    let heard = "";
    response?.setEncoding("utf8").on("data", (part: string) => {
      heard += part;
    });
    await world.hazardFound();
    await world.sequenced();
    world.services.stream.wake();
    await expect.poll(() => heard, { timeout: 5_000 }).toContain("event: changed\ndata: {}");
    expect(heard).not.toContain("hazard");
    request.destroy();
  });
});
