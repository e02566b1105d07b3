import { addDays, type Day } from "../../core/calendar/day.ts";
import { answersIn } from "../../core/register/answers.ts";
import type { ChecklistItem } from "../../core/register/criteria-fact.ts";
import { type Decision, decide } from "../../core/register/decide.ts";
import type { Entry } from "../../core/register/entry.ts";
import type { RawInput, Values } from "../../core/register/field.ts";
import type { Facts } from "../../core/register/register.ts";
import { selfCheck } from "../../core/registers/self-check.ts";
import { windowNamed } from "../../core/registers/self-check-windows.ts";
import { checklistOn } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, enterpriseEntry, person, plainFacts } from "./builders.ts";
import { enterpriseId, enterprises, firstDay, type PersonName } from "./cast.ts";

export const selfCheckId = idOfName("test-self-check");

/** The items that Mei's enterprise is asked: those of its sector. */
export const copperItems: readonly ChecklistItem[] = checklistOn(campaign, ["S04"], firstDay);

/** Every item in order but those named. */
export const answersBut = (bad: readonly string[] = [], items = copperItems): readonly RawInput[] =>
  items.map(({ id }) =>
    bad.includes(id) ? { item: id, answer: "present", note: `${id} 所见` } : { item: id, answer: "clear" },
  );

/** What Su fills in when nothing is out of order. */
export const aCheck = (own: RawInput = {}): RawInput => ({
  checkedOn: firstDay,
  areas: "选矿车间、尾矿库",
  participants: "梅厂长、苏安全",
  answers: answersBut(),
  noneFound: true,
  ...own,
});

/** The self-check of Mei's enterprise for the quarter in which every world begins. `own` says what differs. */
export function selfCheckEntry(state: string, own: Values = {}, period = "2026-Q1"): Entry {
  const { from, to, cycle } = windowNamed(period);
  const values: Values = {
    number: "ZC533401-2026-00001",
    title: "云岭铜业选冶厂（虚构） 自查",
    organisation: enterpriseId("copper"),
    region: enterprises.copper.region,
    sector: enterprises.copper.sector,
    supervisingOrganisation: person("lin").organisation,
    period,
    windowKey: `${enterpriseId("copper")}/${period}`,
    cycle,
    basis: "stateOwned",
    windowFrom: from,
    windowTo: to,
    openedOn: from,
    stateSince: from,
    ...(state === "owed"
      ? {}
      : { checkedOn: firstDay, areas: "选矿车间", answers: answersIn(answersBut()), noneFound: true }),
    ...(["missed", "lateAnswered"].includes(state) ? { missedOn: addDays(to, 1) } : {}),
  };
  const kept = Object.entries({ ...values, ...own }).filter(([, value]) => value !== undefined);
  return { id: selfCheckId, register: "self-check", version: 2, state, values: Object.fromEntries(kept) };
}

export interface SelfCheckTry {
  readonly by?: PersonName | "engine";
  readonly state?: string;
  readonly own?: Values;
  readonly input?: RawInput;
  readonly facts?: Partial<Facts>;
  readonly on?: Day;
  readonly doneAt?: string;
}

export const newIds: readonly string[] = [1, 2, 3, 4].map((at) => idOfName(`test-opened-${at}`));

/** Decides an act on that self-check by somebody of the cast, or by the engine, in the morning of a day. */
export function tryOnSelfCheck(
  act: string,
  { by = "mei", state = "answered", own = {}, input = {}, facts = {}, on = firstDay, doneAt }: SelfCheckTry,
): Decision {
  const actor = by === "engine" ? { ...person("zhang"), role: "system" as const } : person(by);
  return decide({
    register: selfCheck,
    entry: selfCheckEntry(state, own),
    facts: plainFacts(
      {
        entries: { organisation: enterpriseEntry("copper") },
        checklist: copperItems,
        newIds,
        ...facts,
      },
      on,
    ),
    act,
    input,
    actor,
    now: `${on}T01:00:00.000Z`,
    doneAt,
  });
}
