import type { Register } from "../register/register.ts";
import { account } from "./account.ts";
import { assessment } from "./assessment.ts";
import { briefing } from "./briefing.ts";
import { directive } from "./directive.ts";
import { document } from "./document.ts";
import { enterprise } from "./enterprise.ts";
import { enterpriseApplication } from "./enterprise-application.ts";
import { evaluation } from "./evaluation.ts";
import { hazard } from "./hazard.ts";
import { partnerToken } from "./partner-token.ts";
import { post } from "./post.ts";
import { report } from "./report.ts";
import { riskPoint } from "./risk-point.ts";
import { selfCheck } from "./self-check.ts";
import { serviceBody } from "./service-body.ts";
import { site } from "./site.ts";
import { subPlan } from "./sub-plan.ts";
import { task } from "./task.ts";

/** Every register that Zhiben keeps, in the order of the menu. A new register is declared in a file of its own and named here. */
export const registers: readonly Register[] = [
  hazard,
  task,
  report,
  briefing,
  assessment,
  directive,
  document,
  evaluation,
  subPlan,
  selfCheck,
  riskPoint,
  enterprise,
  site,
  serviceBody,
  enterpriseApplication,
  account,
  post,
  partnerToken,
];

const byName = new Map(registers.map((register) => [register.name, register]));

export function registerNamed(name: string): Register | undefined {
  return byName.get(name);
}
