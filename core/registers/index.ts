import type { Register } from "../register/register.ts";
import { account } from "./account.ts";
import { enterprise } from "./enterprise.ts";
import { enterpriseApplication } from "./enterprise-application.ts";
import { hazard } from "./hazard.ts";
import { partnerToken } from "./partner-token.ts";
import { post } from "./post.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";
import { site } from "./site.ts";

/** Every register that Zhiben keeps, in the order of the menu. A new register is declared in a file of its own and named here. */
export const registers: readonly Register[] = [
  hazard,
  selfCheck,
  riskPoint,
  enterprise,
  site,
  enterpriseApplication,
  account,
  post,
  partnerToken,
];

const byName = new Map(registers.map((register) => [register.name, register]));

export function registerNamed(name: string): Register | undefined {
  return byName.get(name);
}
