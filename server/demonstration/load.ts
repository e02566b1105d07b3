import { readFile } from "node:fs/promises";
import { z } from "zod";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { isRole } from "../../core/scope/roles.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { performAct } from "../routes/acts.ts";
import type { Services } from "../services.ts";
import { organisationId } from "../store/campaign.ts";
import type { Pool } from "../store/database.ts";
import { idOfName } from "../store/ids.ts";
import { createPerson, hashPassword } from "../store/people.ts";

const password = "zhiben-demo";

const shape = z.object({
  enterprises: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      creditCode: z.string(),
      region: z.string(),
      sector: z.string(),
      ownership: z.string(),
      highRisk: z.boolean(),
      address: z.string(),
    }),
  ),
  accounts: z.array(
    z.object({
      username: z.string(),
      name: z.string(),
      role: z.string().refine(isRole),
      enterprise: z.string().optional(),
      organisation: z.string().optional(),
      certificate: z.boolean().optional(),
    }),
  ),
});

/** Loads the fictional accounts and entries of `packs/demo`; entries come by their acts, like any other. */
export async function loadDemonstration(owner: Pool, services: Services): Promise<void> {
  const text = await readFile(new URL("../../packs/demo/demonstration.json", import.meta.url), "utf8");
  const { enterprises, accounts } = shape.parse(JSON.parse(text));
  const passwordHash = await hashPassword(password);
  const today = dayInShanghai(services.clock());
  const people = new Map<string, Actor>();
  for (const { username, name, role, enterprise, organisation = "", certificate } of accounts) {
    const unit = services.campaign.organisations.get(organisationId(organisation));
    const post = {
      role,
      organisation: enterprise === undefined ? organisationId(organisation) : enterpriseId(enterprise),
      level: unit?.level ?? ("enterprise" as const),
      region: unit?.region ?? "",
      sectors: "all" as const,
      from: "2024-01-01",
    };
    const held = certificate
      ? { number: `演示${username}`, from: "2024-01-01", to: addDays(today, 730) }
      : undefined;
    people.set(
      username,
      await createPerson(owner, {
        username,
        name,
        passwordHash,
        post,
        ...(held ? { certificate: held } : {}),
      }),
    );
  }
  const registrar = people.get("anweiban");
  const register = registerNamed("enterprise");
  if (registrar === undefined || register === undefined)
    throw new Error("The demonstration needs anweiban and enterprises");
  for (const { key, ...input } of enterprises) {
    const asking = { services, actor: registrar, scope: scopeOf(registrar), now: services.clock(), today };
    await performAct(asking, { register, act: "register", input, opens: { id: enterpriseId(key) } });
  }
}

const enterpriseId = (key: string): string => idOfName(`demonstration-enterprise:${key}`);
