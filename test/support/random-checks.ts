import { createHash } from "node:crypto";
import type { Random } from "../../bench/random.ts";
import { type Day, isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import type { Answer } from "../../core/register/answers.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { RawInput, Values } from "../../core/register/field.ts";
import type { Act, Facts } from "../../core/register/register.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import { windowOn } from "../../core/registers/self-check-windows.ts";
import { checklistFacts, checklistOn, organisationId } from "../../server/store/campaign.ts";
import { campaign } from "./builders.ts";

const supervisors = ["xianggelila-yingji", "zhou-yingji"].map(organisationId);

/** What the calendar enters to call for a self-check of an enterprise. */
export const openingInput = (organisation: string, today: Day, dice: Random): RawInput => ({
  organisation,
  period: windowOn(today, dice.pick(["month", "quarter"])).period,
  basis: "stateOwned",
  supervisingOrganisation: dice.pick(supervisors),
});

/** Most often an answer to each item that the enterprise is asked, most of them good. */
export function randomAnswers(enterprise: Values, today: Day, dice: Random): readonly Answer[] {
  const items = checklistOn(campaign, sectorsOf(enterprise), today);
  const allGood = dice.below(2) === 0;
  const answered = items.map(({ id }): Answer => {
    const answer = allGood || dice.below(20) > 0 ? "clear" : "present";
    return dice.below(4) === 0 ? { item: id, answer, note: `所见 ${dice.below(99)}` } : { item: id, answer };
  });
  if (dice.below(6) === 0) return answered.slice(1);
  return dice.below(6) === 0 ? [...answered, { subject: "配电房", answer: "present" }] : answered;
}

interface Asked {
  readonly acts: readonly Act[];
  readonly entry: Entry;
  readonly input: RawInput;
  readonly day: Day;
}

/** The checklist and the ids that the store would hand to these acts. */
export function checkFacts(
  { acts, entry, input, day }: Asked,
  enterprise: Values,
): Pick<Facts, "checklist" | "checklistWhole" | "newIds"> {
  const asked = acts.find((act) => act.facts?.checklist !== undefined)?.facts?.checklist;
  const newIds = acts.some((act) => act.facts?.newIds) ? idsAfter(entry) : undefined;
  if (asked === undefined) return { newIds };
  const entered = input[asked];
  const on = typeof entered === "string" && isDay(entered) ? entered : textValue(entry.values, asked);
  return { newIds, ...checklistFacts(campaign.library, sectorsOf(enterprise), on ?? day) };
}

/** Ids that nothing else has: an entry opens others once. */
const idsAfter = ({ id, version }: Entry): readonly string[] =>
  Array.from({ length: limits.answersPerField }, (_, at) => {
    const digest = createHash("sha256").update(`${id} ${version} ${at}`).digest("hex");
    const parts = [
      digest.slice(0, 8),
      digest.slice(8, 12),
      `7${digest.slice(13, 16)}`,
      `8${digest.slice(17, 20)}`,
    ];
    return [...parts, digest.slice(20, 32)].join("-");
  });
