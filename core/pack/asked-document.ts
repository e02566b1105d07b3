import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Clause, Plan } from "./plan.ts";
import type { Sourced } from "./sourced.ts";

/** Where a text of the plan stands: a clause of a measure, or of a requirement (`r1`) or safeguard (`s3`). */
export interface ClausePlace {
  readonly measure?: number;
  readonly section?: string;
  readonly clause: number;
}

export const documentKinds = ["issue", "revise"] as const;

/** A document (制度文件) that a clause of the plan wants issued or revised: a row of `documents.json`. */
export interface AskedDocument extends Sourced, ClausePlace {
  /** Its place in the plan: `m10-c4-d1`. Never changed. */
  readonly id: string;
  readonly title: Words;
  readonly kind: (typeof documentKinds)[number];
  /** Organisations and groups that owe one each; those that lead the clause where it is absent. */
  readonly units?: readonly string[];
  /** The day by which it is due where the clause gives none. */
  readonly by?: Day;
}

const sectionLetters: Readonly<Record<string, string>> = { r: "requirement", s: "safeguard" };

/** A clause with what a person calls it: 措施10第4条款. Undefined where the plan has none in that place. */
export function clauseAt(
  { measures, sections }: Pick<Plan, "measures" | "sections">,
  { measure, section, clause }: ClausePlace,
): { readonly clause: Clause; readonly provision: string } | undefined {
  const kind = sectionLetters[section?.slice(0, 1) ?? ""];
  const number = measure ?? Number(section?.slice(1));
  const found =
    measure === undefined
      ? sections.find((one) => one.kind === kind && one.number === number)
      : measures.find((one) => one.number === measure);
  const own = found?.clauses?.find((one) => one.number === clause);
  const name = measure !== undefined ? "措施" : kind === "requirement" ? "工作要求" : "保障措施";
  return own && { clause: own, provision: `${name}${number}第${clause}条款` };
}

/** The place as ids begin with it: `m10-c4`, `s3-c1`. */
export const placeId = ({ measure, section, clause }: ClausePlace): string =>
  `${section ?? `m${measure}`}-c${clause}`;
