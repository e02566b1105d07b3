import { z } from "zod";
import { roles } from "../../core/scope/roles.ts";
import { secondWays, signInSteps } from "../../core/sign-in/next-step.ts";
import type { Services } from "../services.ts";
import type { Queryable } from "../store/database.ts";
import type { Post } from "../store/people.ts";
import { titlesOf } from "../store/titles.ts";
import * as shapes from "./shapes.ts";

const post = z.object({
  id: shapes.id,
  role: z.string(),
  roleWords: shapes.words,
  organisation: z.object({ id: z.string(), name: shapes.words }),
  level: z.string(),
  region: z.string(),
  sectors: z.union([z.literal("all"), z.array(z.string())]),
});

/** Who is signed in, in which post. */
export const session = z.object({
  person: z.object({ id: shapes.id, name: z.string() }),
  post,
  posts: z.array(post),
  demonstration: z.boolean(),
  /** After how many minutes without use it is locked; null where it never is. */
  idleLockMinutes: z.number().nullable(),
});

/** What is still to be done before the session is open. */
export const step = z.object({
  next: z.enum(signInSteps),
  /** Where it is the second factor, and there is a security key: what the person has. */
  ways: z.array(z.enum(secondWays)).optional(),
});

export async function describeSession(
  db: Queryable,
  services: Services,
  { id, name }: { readonly id: string; readonly name: string },
  current: Post,
  posts: readonly Post[],
): Promise<z.output<typeof session>> {
  const titles = await titlesOf(
    db,
    posts.map(({ organisation }) => organisation),
  );
  const described = (held: Post) => {
    const title = titles.get(held.organisation) ?? "";
    const known = services.campaign.organisations.get(held.organisation)?.name ?? { zh: title, en: title };
    return {
      ...held,
      sectors: held.sectors === "all" ? held.sectors : [...held.sectors],
      roleWords: roles[held.role].words,
      organisation: { id: held.organisation, name: known },
    };
  };
  return {
    person: { id, name },
    post: described(current),
    posts: posts.map(described),
    demonstration: services.demonstration,
    idleLockMinutes: services.signInRules.idleLockMinutes ?? null,
  };
}
