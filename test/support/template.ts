import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RawInput } from "../../core/register/field.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { engineOf } from "../../server/jobs/engine.ts";
import { performAct } from "../../server/routes/acts.ts";
import type { Services } from "../../server/services.ts";
import { setUpPeople } from "../../server/set-up-people.ts";
import { assemble } from "../../server/start.ts";
import { type Campaign, organisationId } from "../../server/store/campaign.ts";
import { inTransaction, openOwnerPool, type Queryable } from "../../server/store/database.ts";
import type { HashAlgorithm } from "../../server/store/digests.ts";
import { actorNamed, hashPassword } from "../../server/store/people.ts";
import {
  beginning,
  cast,
  type EnterpriseName,
  enterpriseId,
  enterprises,
  firmOf,
  firstDay,
  type PersonName,
  type PersonOfTheCast,
  password,
  personNames,
  serviceBodies,
  serviceBodyId,
} from "./cast.ts";
import { type Connection, createDatabase } from "./test-database.ts";

/** The pack on which every test stands. */
export const testPack = "diqing";

/** Makes the database that worlds are copied from: the schema, an installation, the cast, and their enterprises and service body by their acts. */
export async function prepareTemplate(
  server: Connection,
  name: string,
  algorithm: HashAlgorithm = "sha256",
): Promise<void> {
  await createDatabase(server, name);
  const connection = { ...server, database: name };
  const filesFolder = await mkdtemp(join(tmpdir(), "zhiben-test-files-"));
  const errors: unknown[] = [];
  const zhiben = await assemble({
    connection,
    filesFolder,
    exportsFolder: filesFolder,
    keysFolder: filesFolder,
    algorithm,
    pages: undefined,
    pack: testPack,
    demonstration: false,
    clock: () => beginning,
    onProgress: () => undefined,
    onError: (error) => errors.push(error),
  });
  const owner = openOwnerPool({ connection, commits: true });
  try {
    await createCast(zhiben.services);
    for (const name of ["copper", "foundry", "timber"] as const)
      await registerEnterprise(owner, zhiben.services, name);
    await registerFirm(owner, zhiben.services, {
      register: "service-body",
      input: serviceBodies.evaluator,
      by: "luo",
      id: serviceBodyId("evaluator"),
    });
    // One hash for all: it is meant to be slow, and the cast is not about passwords.
    await owner.query("update person set password_hash = $1", [await hashPassword(password)]);
    // Each world signs with a key of its own, and knows no other.
    await owner.query("delete from verifier_key");
  } finally {
    await owner.end();
    await zhiben.stop();
    await rm(filesFolder, { recursive: true, force: true });
  }
  if (errors.length > 0) throw errors[0];
}

async function createCast(services: Services): Promise<void> {
  const { campaign, algorithm, vault, pool } = services;
  const engine = await engineOf(services);
  await inTransaction(pool, undefined, (tx) =>
    setUpPeople(
      tx,
      { campaign, engine, algorithm, vault, now: beginning },
      personNames.map((username) => newPerson(campaign, username)),
    ),
  );
}

function newPerson(campaign: Campaign, username: PersonName) {
  const person: PersonOfTheCast = cast[username];
  const { name, role, organisation = "", sectors, certificate } = person;
  const unit = campaign.organisations.get(organisationId(organisation));
  const post = {
    role,
    organisation: firmOf(person) ?? organisationId(organisation),
    level: unit?.level ?? ("enterprise" as const),
    region: unit?.region ?? "",
    sectors: sectors ?? ("all" as const),
    from: "2024-01-01",
  };
  const held = certificate ? { certificate: { number: `测试执法证-${username}`, ...certificate } } : {};
  return { username, name, posts: [post], ...held };
}

function registerEnterprise(owner: Queryable, services: Services, name: EnterpriseName): Promise<void> {
  const { registeredBy: by, ...input } = enterprises[name];
  return registerFirm(owner, services, { register: "enterprise", input, by, id: enterpriseId(name) });
}

interface Firm {
  readonly register: string;
  readonly input: RawInput;
  readonly by: PersonName;
  readonly id: string;
}

async function registerFirm(owner: Queryable, services: Services, { by, id, ...firm }: Firm): Promise<void> {
  const register = registerNamed(firm.register);
  const actor = await actorNamed(owner, by, firstDay);
  if (register === undefined || actor === undefined) throw new Error(`Nobody registers ${id}`);
  const asking = { services, actor, scope: scopeOf(actor), now: beginning, today: firstDay };
  await performAct(asking, { register, act: "register", input: firm.input, opens: { id } });
}
