import { limits } from "../../core/limits.ts";
import type { HttpProblemCode } from "../../server/http/problems.ts";
import { anApplication } from "./application-journeys.ts";
import type { Answer } from "./client.ts";
import { mustDo, type World } from "./world.ts";

const path = "/api/enterprise-applications";
const chosen = "七头牦牛在雨里过了独木桥";
const checked = { verifiedBy: "visit", verification: "到现场核实，属实" };

interface Row {
  readonly story: string;
  readonly gives: HttpProblemCode;
  readonly ask: () => Promise<Answer>;
}

/** What goes wrong on the public pages on which enterprises apply, in the order in which a world is asked. */
export function applicationProblems(world: () => World): readonly Row[] {
  let code = 20;
  const applied = async () => {
    code += 1;
    const input = { ...anApplication, creditCode: `91999999MA0000${code}AX` };
    const { number, secret } = mustDo(await world().nobody.send("POST", path, { input })).body;
    return { number, secret };
  };
  const approved = async () => {
    const proof = await applied();
    const { rows } = await world().owner.query<{ id: string }>("select id from entry where number = $1", [
      proof.number,
    ]);
    const done = { version: 1, input: checked };
    mustDo(
      await world()
        .as("luo")
        .act("enterprise-application", rows[0]?.id ?? "", "approve", done),
    );
    return proof;
  };
  const choose = (proof: object) =>
    world().nobody.send("POST", `${path}/password`, { ...proof, password: chosen });
  return [
    {
      story: "the secret of no application",
      gives: "application-unknown",
      ask: () => world().nobody.send("POST", `${path}/status`, { number: "ZC533401-1", secret: "aaaa" }),
    },
    {
      story: "a password before the approval",
      gives: "application-not-approved",
      ask: async () => choose(await applied()),
    },
    {
      story: "a second first password",
      gives: "application-used",
      ask: async () => {
        const proof = await approved();
        await choose(proof);
        return choose(proof);
      },
    },
    {
      story: "a first password too late",
      gives: "application-secret-over",
      ask: async () => {
        const proof = await approved();
        await world().owner.query(
          "update entry_enterprise_application set state_since = '2026-01-01' where number = $1",
          [proof.number],
        );
        return choose(proof);
      },
    },
    {
      story: "more applications than an address may send",
      gives: "too-many-applications",
      ask: async () => {
        for (let at = 0; at < limits.applicationsPerHour; at += 1)
          await world().nobody.send("POST", path, { input: {} });
        return world().nobody.send("POST", path, { input: anApplication });
      },
    },
  ];
}
