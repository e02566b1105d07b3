import { beforeAll, expect, test } from "vitest";
import { newRandom } from "../../bench/random.ts";
import { attacker, type Drawn, readOperations } from "../support/attacks.ts";
import { enterpriseId } from "../support/cast.ts";
import type { Client } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { rolesAndPeople } from "../support/roles.ts";
import { newWorld, type World } from "../support/world.ts";

// So many in every run; `ATTACKS=100000` is the long form. One seed, so that a failure can be met again.
const attacks = Number(process.env.ATTACKS ?? 2_000);
const seed = Number(process.env.ATTACK_SEED ?? 20_260_301);
// Many times what one takes on a quiet machine: only what hangs is to end.
const patienceMs = 240_000 + attacks * 30;

let world: World;
let known: readonly string[];
beforeAll(async () => {
  world = await newWorld();
  known = [
    await world.hazardFound(),
    await world.hazardBroughtTo("rectifying"),
    enterpriseId("copper"),
    "0192f0c1-0000-7000-8000-000000000001",
  ];
});

// Where a program's own words come through, somebody learns how it is built.
const insides =
  /node_modules|\.ts:\d|syntax error at|relation "|column "|violates|invalid input|ENOENT|zod|fastify/i;

test(`of ${attacks} requests drawn at random none breaks anything, tells of the inside, or changes what it was refused`, {
  timeout: patienceMs,
}, async () => {
  const random = newRandom(seed);
  const draw = attacker(random, await readOperations(), { ids: known });
  const callers: readonly (readonly [string, Client])[] = [
    ["nobody", world.nobody],
    ...rolesAndPeople.map(({ role, name }) => [role, world.as(name)] as const),
  ];
  const statuses = new Map<number, number>();
  const broken: unknown[] = [];
  let stands = await fingerprint(world.owner);
  for (let count = 0; count < attacks; count += 1) {
    // Else whoever guessed a password or told too much would be kept waiting for the rest of it.
    if (count % 500 === 499) world.clock.now = new Date(world.clock.now.getTime() + 20 * 60_000);
    const [caller, client] = random.pick(callers);
    const request = draw();
    const { status, text } = await client.raw(request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const fault = await faultIn(request, status, text);
    if (fault !== undefined)
      broken.push({ fault, caller, status, ...shortened(request), text: text.slice(0, 300) });
  }
  console.info(
    `attacks of seed ${seed}: ${[...statuses].map(([status, times]) => `${status} ${times}`).join(", ")}`,
  );
  expect(broken).toEqual([]);
  expect(world.errors).toEqual([]);
  // They got through every door often enough for this to say something.
  for (const status of [200, 400, 401, 403, 404, 422])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(attacks / 200);

  async function faultIn({ method }: Drawn, status: number, text: string): Promise<string | undefined> {
    if (status >= 500) return "broken";
    if (status >= 400 && insides.test(text)) return "tells of the inside";
    if (method === "GET") return undefined;
    const now = await fingerprint(world.owner);
    const isChanged = now !== stands;
    stands = now;
    return isChanged && status >= 400 ? "refused, and yet changed" : undefined;
  }
});

const shortened = ({ method, url, payload }: Drawn) => ({
  method,
  url: url.slice(0, 300),
  payload: String(payload ?? "").slice(0, 300),
});
