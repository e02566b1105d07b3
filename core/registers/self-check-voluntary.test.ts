import { describe, expect, test } from "vitest";
import { campaign, enterpriseEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import { enterpriseId, firstDay, type PersonName } from "../../test/support/cast.ts";
import {
  aCheck,
  answersBut,
  type SelfCheckTry,
  selfCheckEntry,
  selfCheckId,
  tryOnSelfCheck,
} from "../../test/support/self-checks.ts";
import { answersIn } from "../register/answers.ts";
import { deltasOf } from "../register/cells.ts";
import { type Decision, decide, type Step } from "../register/decide.ts";
import { blankEntry, type Entry } from "../register/entry.ts";
import type { AlikeFact } from "../register/others.ts";
import type { Facts } from "../register/register.ts";
import { selfCheck } from "./self-check.ts";
import { deedsOn, dutyRules } from "./self-check-duty.ts";

interface Opening {
  readonly story: string;
  readonly by?: PersonName;
  readonly enterprise?: Entry;
  readonly waiting?: readonly AlikeFact[];
  readonly gives: string;
}

function tryOpening({ by = "su", enterprise, waiting = [] }: Omit<Opening, "story" | "gives">): Decision {
  const facts: Partial<Facts> = {
    entries: { organisation: enterprise ?? enterpriseEntry("copper") },
    alike: waiting,
  };
  return decide({
    register: selfCheck,
    entry: blankEntry(selfCheck.name, selfCheckId),
    facts: plainFacts(facts),
    act: "openVoluntary",
    input: { organisation: enterpriseId("copper") },
    actor: person(by),
    now: `${firstDay}T01:00:00.000Z`,
  });
}

const another = (state: string): AlikeFact => ({
  id: "01900000-0000-7000-8000-000000000001",
  number: "ZC533401-2026-00007",
  title: "云岭铜业选冶厂（虚构）2026年第1季度自查",
  state,
  day: "2026-01-05",
});

describe("a voluntary check is begun", () => {
  test.each<Opening>([
    { story: "by the safety manager", gives: "owed" },
    { story: "by the principal", by: "mei", gives: "owed" },
    { story: "by no officer", by: "lin", gives: "role-may-not" },
    { story: "by nobody of another enterprise", by: "fang", gives: "out-of-scope" },
    {
      story: "at a stopped enterprise, too",
      enterprise: enterpriseEntry("copper", "stopped"),
      gives: "owed",
    },
    {
      story: "at no closed one",
      enterprise: enterpriseEntry("copper", "closed"),
      gives: "enterprise-not-operating",
    },
    { story: "not while another is to be made", waiting: [another("owed")], gives: "check-waits-already" },
    { story: "nor to be confirmed", waiting: [another("answered")], gives: "check-waits-already" },
    { story: "though one was missed", waiting: [another("missed")], gives: "owed" },
    { story: "though a missed one is being made up", waiting: [another("lateAnswered")], gives: "owed" },
  ])("$story", ({ gives, ...tried }) => {
    expect(resultOf(tryOpening(tried))).toBe(gives);
  });

  test("with the check that waits named, so that the person goes on with it", () => {
    const { id, number, title } = another("owed");
    expect(tryOpening({ waiting: [another("missed"), another("owed")] })).toMatchObject({
      refusal: { entries: [{ register: "self-check", id, number, title }] },
    });
  });

  test("with a name of its own, no window, and no deadline", () => {
    const [step] = stepsOf(tryOpening({}));
    expect(step?.after.values).toMatchObject({
      title: "云岭铜业选冶厂（虚构）2026年3月10日自愿自查",
      basis: "voluntary",
      voluntaryOn: firstDay,
      windowKey: `${enterpriseId("copper")}/voluntary`,
      holder: enterpriseId("copper"),
    });
    for (const none of ["period", "windowFrom", "windowTo", "dueOn"])
      expect(step?.after.values).not.toHaveProperty(none);
    expect(step?.series).toBe("self-check/533401/2026");
  });
});

const stepsOf = (decision: Decision): readonly Step[] => ("refusal" in decision ? [] : decision.steps);

const ownWill = {
  period: undefined,
  cycle: undefined,
  windowFrom: undefined,
  windowTo: undefined,
  supervisingOrganisation: undefined,
  basis: "voluntary",
  voluntaryOn: firstDay,
  windowKey: `${enterpriseId("copper")}/voluntary`,
};

describe("it goes on", () => {
  const led = { ledInPerson: true };
  const later = "2026-09-01";
  test.each<SelfCheckTry & { readonly story: string; readonly act: string; readonly gives: string }>([
    { story: "it is filled in", act: "answer", state: "owed", by: "su", input: aCheck(), gives: "answered" },
    {
      story: "of a check made some days before",
      act: "answer",
      state: "owed",
      by: "su",
      input: aCheck({ checkedOn: "2026-02-08" }),
      gives: "answered",
    },
    {
      story: "of none that was made long before",
      act: "answer",
      state: "owed",
      by: "su",
      input: aCheck({ checkedOn: "2026-02-07" }),
      gives: "voluntary-checked-too-early-or-late",
    },
    {
      story: "of none of tomorrow",
      act: "answer",
      state: "owed",
      by: "su",
      input: aCheck({ checkedOn: "2026-03-11" }),
      gives: "voluntary-checked-too-early-or-late",
    },
    { story: "the principal confirms it", act: "confirm", input: led, gives: "confirmed" },
    { story: "however much later", act: "confirm", input: led, on: later, gives: "confirmed" },
    { story: "nobody else does", act: "confirm", by: "su", input: led, gives: "role-may-not" },
    {
      story: "nor without leading it",
      act: "confirm",
      input: { ledInPerson: false },
      gives: "not-led-in-person",
    },
    {
      story: "it is never late",
      act: "confirmLate",
      input: led,
      on: later,
      gives: "voluntary-check-has-no-window",
    },
    { story: "nor missed", act: "miss", by: "engine", on: later, gives: "voluntary-check-has-no-window" },
    {
      story: "nor exempt",
      act: "exempt",
      by: "engine",
      input: { exemption: "stopped" },
      gives: "voluntary-check-has-no-window",
    },
    {
      story: "it is withdrawn with a reason",
      act: "withdraw",
      by: "su",
      input: { reason: "误点" },
      gives: "withdrawn",
    },
    { story: "not without one", act: "withdraw", by: "su", gives: "input-invalid" },
    {
      story: "not by an officer",
      act: "withdraw",
      by: "lin",
      input: { reason: "误点" },
      gives: "role-may-not",
    },
    {
      story: "and not once it is confirmed",
      act: "withdraw",
      state: "confirmed",
      input: { reason: "误点" },
      gives: "act-not-open-in-this-state",
    },
  ])("$story", ({ act, gives, ...tried }) => {
    expect(resultOf(tryOnSelfCheck(act, { ...tried, own: ownWill }))).toBe(gives);
  });

  test("what is owed is not withdrawn", () => {
    const input = { reason: "不想查" };
    for (const state of ["owed", "answered"])
      expect(resultOf(tryOnSelfCheck("withdraw", { state, input }))).toBe("check-is-owed");
  });

  test("a bad answer opens a hazard as in any other", () => {
    const own = { ...ownWill, answers: answersIn(answersBut(["GM/3-2"])), noneFound: undefined };
    const [step, ...opened] = stepsOf(tryOnSelfCheck("confirm", { own, input: led }));
    expect(step?.after.values.hazards).toHaveLength(1);
    expect(opened[0]?.after.values).toMatchObject({ criteriaItem: "GM/3-2", selfCheck: selfCheckId });
  });

  test.each([
    { act: "confirm", input: led },
    { act: "withdraw", input: { reason: "误点" } },
  ])("after $act another may be begun", ({ act, input }) => {
    const [step] = stepsOf(tryOnSelfCheck(act, { own: ownWill, input }));
    expect(step?.after.values).not.toHaveProperty("windowKey");
  });

  test("the key of a window stays taken", () => {
    const [step] = stepsOf(tryOnSelfCheck("confirm", { input: led }));
    expect(step?.after.values).toHaveProperty("windowKey");
  });

  test("it counts by itself, and for no window", () => {
    const [step] = stepsOf(tryOnSelfCheck("confirm", { own: ownWill, input: led }));
    const measures = step === undefined ? [] : deltasOf(step).map(({ measure, day }) => ({ measure, day }));
    expect(measures).toEqual([{ measure: "self-check.voluntary", day: firstDay }]);
  });
});

test.each(["owed", "answered", "confirmed", "withdrawn"])(
  "the calendar asks for the window beside a voluntary check that is %s, and leaves that alone",
  (state) => {
    const rules = dutyRules({
      "check.within.months": 3,
      "check.highRisk.within.months": 1,
      "check.window.least": 15,
    });
    if (rules === undefined) throw new Error("The rules are whole");
    const deeds = deedsOn({
      enterprise: enterpriseEntry("copper", "operating", { ownership: "provincial" }),
      checks: [selfCheckEntry(state, ownWill)],
      day: firstDay,
      calendar: campaign.calendar,
      rules,
    });
    expect(deeds.map(({ act, on }) => ({ act, on }))).toEqual([{ act: "open", on: undefined }]);
  },
);
