import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { password } from "../support/cast.ts";
import { newWorld, signIn, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const answer = z.object({
  changes: z.array(
    z.object({ position: z.number(), entry: z.string(), version: z.number(), act: z.string() }),
  ),
  next: z.number(),
});
type Change = z.output<typeof answer>["changes"][number];

test("whoever follows the changes through restarts, while others write, has every line once and in order", async () => {
  const writing = { on: true };
  let server = await world.startAnother();
  const cookie = await signIn(server.app, "zhang", password);
  const writers = Array.from({ length: 3 }, async () => {
    while (writing.on) await world.hazardBroughtTo("majorConfirmed");
  });
  const followed: Change[] = [];
  let after = -1;
  const follow = async () => {
    const url = `/api/changes?after=${after}&limit=7`;
    const response = await server.app.inject({ method: "GET", url, headers: { cookie } });
    const { changes, next } = answer.parse(response.json());
    followed.push(...changes);
    const isEnd = next === after;
    after = next;
    return isEnd;
  };
  for (let restarts = 0; restarts < 4; restarts += 1) {
    for (let asked = 0; asked < 6; asked += 1) await follow();
    await server.stop();
    server = await world.startAnother();
  }
  writing.on = false;
  await Promise.all(writers);
  await world.sequenced();
  while (!(await follow()));
  await server.stop();
  const { id } = await world.actor("zhang");
  // Of who may sign in and in which post, everybody sees what is their own.
  const { rows } = await world.owner.query<Change>(
    `select f.position, f.entry, f.version, l.act from leaf f join ledger l using (entry, version)
      where l.register not in ('installation', 'account', 'post')
        or l.entry = $1 or l.entry in (select id from post where person = $1)
      order by f.position`,
    [id],
  );
  expect(followed.map(({ position, entry, version, act }) => ({ position, entry, version, act }))).toEqual(
    rows,
  );
  expect(followed.length).toBeGreaterThan(20);
});
