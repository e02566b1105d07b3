import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import type { Warning } from "../warnings.ts";
import { creditCodeFits } from "./credit-code.ts";
import type { ServiceBodyValues } from "./service-body-fields.ts";

type Body = Attempt<ServiceBodyValues>;
type Rule = (attempt: Body) => Refusal | undefined;
type Warn = (attempt: Body) => Warning | undefined;

/** GB 32100-2015: one code, one organisation. Whoever may see the other entry is told which it is. */
export const codeIsFree: Rule = ({ facts }) =>
  (facts.counts.sameCreditCode ?? 0) > 0
    ? refusal("credit-code-taken", [{ field: "creditCode", code: "taken" }], facts.same.sameCreditCode)
    : undefined;

export const codeFits: Warn = ({ input: { creditCode } }) =>
  creditCode !== undefined && !creditCodeFits(creditCode)
    ? { code: "credit-code-doubtful", fields: ["creditCode"] }
    : undefined;

/** Work Safety Law (2021) art. 72: who evaluates, tests or inspects has the qualification that the state lays down. */
const qualifiedServices: readonly string[] = ["evaluation", "testing"];

/** A qualification is known by its number and its last day; some services have none. */
export const qualificationIsWhole: Rule = (attempt) => {
  const [number, to] = [afterwards(attempt, "qualificationNumber"), afterwards(attempt, "qualifiedTo")];
  const missing = [
    ...(number === undefined ? ["qualificationNumber"] : []),
    ...(to === undefined ? ["qualifiedTo"] : []),
  ].map((field) => ({ field, code: "required" }) as const);
  if (missing.length === 0) return undefined;
  const mustHave = afterwards(attempt, "services")?.some((service) => qualifiedServices.includes(service));
  if (mustHave) return refusal("qualification-missing", missing);
  return missing.length === 1 ? refusal("qualification-incomplete", missing) : undefined;
};

export const stillQualified: Warn = (attempt) =>
  (afterwards(attempt, "qualifiedTo") ?? attempt.day) < attempt.day
    ? { code: "permit-expired", fields: ["qualifiedTo"] }
    : undefined;

export const nameIsNew: Warn = ({ facts }) => {
  const entries = facts.same.sameName ?? [];
  return entries.length > 0 ? { code: "same-name-registered", fields: ["name"], entries } : undefined;
};
