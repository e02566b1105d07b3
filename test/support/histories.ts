import { type Decision, decide, type Step } from "../../core/register/decide.ts";
import { blankEntry, type Entry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { inputOfRecord } from "../../core/register/recorded.ts";
import type { Facts, Register } from "../../core/register/register.ts";
import { placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, enterpriseEntry, person, plainFacts } from "./builders.ts";
import type { PersonName } from "./cast.ts";

export const today = "2026-03-10";
export const from = { import: "01890000-0000-7000-8000-000000000001", row: 7 };
export const copper = enterpriseEntry("copper");

interface Told {
  readonly by?: PersonName;
  readonly input?: RawInput;
  readonly facts?: Partial<Facts>;
  readonly enterprise?: Entry;
}

/** Records a matter of Mei's enterprise from row 7 of an import, in the morning of a day. */
export function record(register: Register, plain: RawInput, told: Told): Decision {
  const { by = "luo", input = {}, facts = {}, enterprise: own = copper } = told;
  const entered = inputOfRecord({ ...plain, ...input }, from);
  return decide({
    register,
    entry: blankEntry(register.name, idOfName("test-history")),
    facts: plainFacts(
      { entries: { organisation: own }, places: placeFacts(campaign, register, entered), ...facts },
      today,
    ),
    act: "record",
    input: entered,
    actor: person(by),
    now: `${today}T01:00:00.000Z`,
  });
}

/** The state that it stands in, or the refusal with the fields to mend. */
export function resultOf(decision: Decision): { readonly gives: string; readonly mend?: string } {
  if (!("refusal" in decision)) return { gives: decision.steps[0].after.state };
  const { code, problems } = decision.refusal;
  if (problems === undefined) return { gives: code };
  return { gives: code, mend: problems.map(({ field, code: wrong }) => `${field}:${wrong}`).join(" ") };
}

export function stepOf(decision: Decision): Step {
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0];
}

/** A row of a table of histories: who records what; the rest is the plain case. */
export type HistoryRow = Told & {
  readonly story: string;
  /** The state in which it stands, or the refusal. */
  readonly gives: string;
  /** The fields to mend. */
  readonly mend?: string;
};
