import { z } from "zod";
import { type Client, clientOf, entryIn } from "./client.ts";
import { aToken } from "./people-journeys.ts";
import { mustDo, type World } from "./world.ts";

type Input = Readonly<Record<string, unknown>>;

/** Asks for a token, and brings it as far as its approval. */
export async function approvedToken(world: World, own: Input = {}): Promise<string> {
  const input = { ...aToken, everySector: true, ...own };
  const { id } = entryIn(mustDo(await world.as("tang").open("partner-token", { input })));
  mustDo(await world.as("min").act("partner-token", id, "approve", { version: 1 }));
  return id;
}

const issued = z.object({ secret: z.string() });

/** A token in use, with its secret and a client that shows it. */
export async function partner(
  world: World,
  own: Input = {},
): Promise<{ readonly id: string; readonly secret: string; readonly client: Client }> {
  const id = await approvedToken(world, own);
  const answer = mustDo(await world.as("tang").act("partner-token", id, "issue", { version: 2 }));
  const { secret } = issued.parse(answer.body);
  return { id, secret, client: withSecret(world, secret) };
}

/** A client that shows a secret with every request. */
export const withSecret = ({ zhiben }: World, secret: string): Client =>
  clientOf(zhiben.app, async () => undefined, { authorization: `Bearer ${secret}` });
