import type { Day } from "../calendar/day.ts";
import type { EnterpriseDuty, EnterpriseKind } from "../pack/enterprise-duty.ts";
import type { Values } from "../register/field.ts";
import { sectorsOf } from "./self-check-duty.ts";

/** A duty with what of the enterprise brings it: the grade by which it is owed, where it is one. */
export interface OwedDuty {
  readonly duty: EnterpriseDuty;
  readonly byGrade: boolean;
}

/**
 * The duties of an enterprise on a day by its class and grade, in the order of the pack. Work Safety Law (2021) art. 62; feature F3.
 * One that is not graded owes what every enterprise owes, and nothing that a grade alone brings.
 */
export function dutiesOf(
  duties: readonly EnterpriseDuty[],
  enterprise: Values,
  day: Day,
): readonly OwedDuty[] {
  return duties
    .filter(({ from, to }) => from <= day && (to === undefined || day <= to))
    .flatMap((duty): readonly OwedDuty[] => {
      if (duty.of === undefined) return [{ duty, byGrade: false }];
      const met = duty.of.filter((kind) => isOf(kind, enterprise));
      return met.length === 0 ? [] : [{ duty, byGrade: met.every(({ grades }) => grades !== undefined) }];
    });
}

function isOf(kind: EnterpriseKind, enterprise: Values): boolean {
  const sectors = sectorsOf(enterprise);
  const holds = (name: "aboveScale" | "highRisk" | "insuranceHighRisk") =>
    kind[name] === undefined || (enterprise[name] === true) === kind[name];
  const among = (codes: readonly string[] | undefined, value: unknown) =>
    codes === undefined || codes.some((code) => code === value);
  return (
    among(kind.grades, enterprise.grade) &&
    among(kind.ownerships, enterprise.ownership) &&
    (kind.sectors === undefined || kind.sectors.some((code) => sectors.includes(code))) &&
    holds("aboveScale") &&
    holds("highRisk") &&
    holds("insuranceHighRisk")
  );
}
