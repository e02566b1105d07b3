import { describe, expect, test } from "vitest";
import { enterpriseEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import {
  aCheck,
  answersBut,
  copperItems,
  newIds,
  type SelfCheckTry,
  selfCheckEntry,
  selfCheckId,
  tryOnSelfCheck,
} from "../../test/support/self-checks.ts";
import { answersIn } from "../register/answers.ts";
import { actsFor, type Step } from "../register/decide.ts";
import type { Values } from "../register/field.ts";
import { selfCheck } from "./self-check.ts";

interface Row extends SelfCheckTry {
  readonly story: string;
  readonly gives: string;
}

const led = { ledInPerson: true };
const ownBad = [{ subject: "配电房", answer: "present" as const }];
const afterIt = "2026-04-01";
const closed = { entries: { organisation: enterpriseEntry("copper", "closed") } };

describe("filling in", () => {
  const offered = (own: Values, last?: Values) =>
    actsFor(selfCheck, {
      entry: selfCheckEntry("owed", own),
      facts: plainFacts({
        entries: { organisation: enterpriseEntry("copper") },
        ...(last === undefined ? {} : { last: selfCheckEntry("confirmed", last, "2025-Q4") }),
      }),
      actor: person("mei"),
      now: "2026-03-10T01:00:00.000Z",
      day: firstDay,
    }).find(({ name }) => name === "answer")?.suggested;

  test("areas and participants are those of the last check until they are said anew; its answers are not", () => {
    const last = { areas: "选矿车间", participants: "梅厂长、苏安全", remark: "冬季" };
    expect(offered({}, last)).toEqual({
      checkedOn: firstDay,
      areas: "选矿车间",
      participants: "梅厂长、苏安全",
    });
    expect(offered({ areas: "尾矿库" }, last)).toMatchObject({ areas: "尾矿库" });
    expect(offered({})).toEqual({ checkedOn: firstDay });
  });

  test.each<Row>([
    { story: "the safety manager fills in the check", gives: "answered" },
    { story: "so may the principal", by: "mei", gives: "answered" },
    { story: "what was filled in may be mended until it is confirmed", state: "answered", gives: "answered" },
    { story: "an inspector may not", by: "lin", gives: "role-may-not" },
    { story: "somebody of another enterprise may not", by: "fang", gives: "out-of-scope" },
    { story: "what is confirmed stays", state: "confirmed", gives: "act-not-open-in-this-state" },
    { story: "what is not owed is not filled in", state: "exempt", gives: "act-not-open-in-this-state" },
    { story: "a closed enterprise checks nothing", facts: closed, gives: "enterprise-not-operating" },
    { story: "areas are asked for", input: aCheck({ areas: null }), gives: "input-invalid" },
    { story: "on the window's first day", input: aCheck({ checkedOn: "2026-01-01" }), gives: "answered" },
    {
      story: "a check of the window before is not one of this",
      input: aCheck({ checkedOn: "2025-12-31" }),
      gives: "checked-outside-window",
    },
    {
      story: "a check of tomorrow is none",
      input: aCheck({ checkedOn: "2026-03-11" }),
      gives: "checked-outside-window",
    },
    {
      story: "what was checked after the window is not of it",
      on: "2026-04-02",
      input: aCheck({ checkedOn: "2026-04-01" }),
      gives: "checked-outside-window",
    },
    {
      story: "an item that is not asked is not answered",
      input: aCheck({ answers: [...answersBut(), { item: "HC17/1", answer: "clear" }] }),
      gives: "item-not-on-checklist",
    },
    {
      story: "an item is answered once",
      input: aCheck({ answers: [...answersBut(), ...answersBut().slice(0, 1)] }),
      gives: "item-answered-twice",
    },
    {
      story: "every item is answered",
      input: aCheck({ answers: answersBut().slice(1) }),
      gives: "checklist-incomplete",
    },
    {
      story: "no answers at all are not enough",
      input: aCheck({ answers: null }),
      gives: "checklist-incomplete",
    },
    {
      story: "what is out of order is not none",
      input: aCheck({ answers: answersBut(["GM/3-2"]) }),
      gives: "none-found-contradicted",
    },
    {
      story: "something out of order needs no statement",
      input: aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null }),
      gives: "answered",
    },
    {
      story: "none found is said, not left to be guessed",
      input: aCheck({ noneFound: null }),
      gives: "none-found-not-stated",
    },
    {
      story: "a sector without criteria is checked by items of one's own",
      facts: { checklist: [] },
      input: aCheck({ answers: [{ subject: "配电房", answer: "present", note: "门未锁" }], noneFound: null }),
      gives: "answered",
    },
    {
      story: "or by none, when none was found",
      facts: { checklist: [] },
      input: aCheck({ answers: null }),
      gives: "answered",
    },
    {
      story: "answers that are taken back need the statement that nothing was found",
      state: "answered",
      facts: { checklist: [] },
      own: { answers: ownBad, noneFound: undefined },
      input: aCheck({ answers: null, noneFound: null }),
      gives: "none-found-not-stated",
    },
    {
      story: "and with it are taken back",
      state: "answered",
      facts: { checklist: [] },
      own: { answers: ownBad, noneFound: undefined },
      input: aCheck({ answers: null }),
      gives: "answered",
    },
    {
      story: "answers that are taken back are missing where the criteria ask for them",
      state: "answered",
      own: { answers: answersIn(answersBut()) },
      input: aCheck({ answers: null }),
      gives: "checklist-incomplete",
    },
  ])("$story", ({ gives, ...tried }) => {
    const plain = { by: "su" as const, state: "owed", input: aCheck() };
    expect(resultOf(tryOnSelfCheck("answer", { ...plain, ...tried }))).toBe(gives);
  });

  test("tells of a sector without criteria, and forgets what was stated of other answers", () => {
    const own = { noneFound: true };
    const found = aCheck({ answers: [{ subject: "配电房", answer: "present" }], noneFound: undefined });
    const { noneFound: _, ...input } = found;
    const decision = tryOnSelfCheck("answer", { by: "su", own, facts: { checklist: [] }, input });
    expect(stepsOf(decision)[0]?.after.values).toMatchObject({ withoutCriteria: true });
    expect(stepsOf(decision)[0]?.after.values).not.toHaveProperty("noneFound");
  });
});

describe("confirming", () => {
  test.each<Row>([
    { story: "the principal confirms that they led it", gives: "confirmed" },
    { story: "on the last day of the window", on: "2026-03-31", gives: "confirmed" },
    {
      story: "the safety manager may not: an absent principal does not count",
      by: "su",
      gives: "role-may-not",
    },
    { story: "the principal of another enterprise may not", by: "bai", gives: "out-of-scope" },
    { story: "an inspector may not", by: "lin", gives: "role-may-not" },
    { story: "before it is filled in nobody may", state: "owed", gives: "act-not-open-in-this-state" },
    { story: "a closed enterprise confirms nothing", facts: closed, gives: "enterprise-not-operating" },
    { story: "after the window it is late", on: afterIt, gives: "window-has-ended" },
    {
      story: "after the window nobody says that they did it within",
      on: afterIt,
      doneAt: "2026-03-31T01:00:00.000Z",
      gives: "confirmed-only-at-once",
    },
    {
      story: "who did not lead it may not say so",
      input: { ledInPerson: false },
      gives: "not-led-in-person",
    },
    { story: "it is said, not left to be guessed", input: {}, gives: "input-invalid" },
    { story: "a checklist without answers is no check", own: { answers: [] }, gives: "checklist-incomplete" },
    {
      story: "nor is one that neither found something nor says that it found nothing",
      own: { noneFound: undefined },
      gives: "none-found-not-stated",
    },
    {
      story: "nor one that says both",
      own: { answers: answersIn(answersBut(["GM/3-2"])) },
      gives: "none-found-contradicted",
    },
  ])("$story", ({ gives, ...tried }) => {
    expect(resultOf(tryOnSelfCheck("confirm", { input: led, ...tried }))).toBe(gives);
  });

  test.each<Row>([
    { story: "a check that was missed is made up", state: "lateAnswered", gives: "madeUp" },
    { story: "so is one whose window ended while it waited", state: "answered", gives: "madeUp" },
    { story: "the safety manager may not", by: "su", state: "lateAnswered", gives: "role-may-not" },
    { story: "within the window it is no late one", on: firstDay, gives: "window-still-open" },
    {
      story: "nothing is confirmed that is not filled in",
      state: "missed",
      gives: "act-not-open-in-this-state",
    },
    {
      story: "the principal led this one, too",
      state: "lateAnswered",
      input: { ledInPerson: false },
      gives: "not-led-in-person",
    },
  ])("late: $story", ({ gives, ...tried }) => {
    expect(resultOf(tryOnSelfCheck("confirmLate", { input: led, on: "2026-04-03", ...tried }))).toBe(gives);
  });

  test("takes the own password, of both kinds, and no other act does", () => {
    const asking = Object.entries(selfCheck.acts).filter(([, { confirms }]) => confirms === "password");
    expect(asking.map(([name]) => name)).toEqual(["confirm", "confirmLate"]);
  });

  test("notes where it was done, or that nobody knows", () => {
    const position = "geo:27.8258,99.7087;crs=wgs84;u=12";
    const [there] = stepsOf(tryOnSelfCheck("confirm", { input: { ...led, position } }));
    expect(there?.after.values).toMatchObject({ position, confirmedOn: firstDay });
    expect(there?.after.values).not.toHaveProperty("positionMissing");
    const [nowhere] = stepsOf(tryOnSelfCheck("confirm", { input: led }));
    expect(nowhere?.after.values).toMatchObject({ positionMissing: true });
  });
});

const stepsOf = (decision: ReturnType<typeof tryOnSelfCheck>): readonly Step[] =>
  "refusal" in decision ? [] : decision.steps;

describe("a bad answer", () => {
  const bad = [
    { item: "GM/3-2", answer: "present" as const, note: "无操作证" },
    ...answersIn(answersBut()).filter(({ item }) => item !== "GM/3-2"),
    { subject: "配电房门未锁", answer: "present" as const },
  ];
  const decision = tryOnSelfCheck("confirm", { own: { answers: bad, noneFound: undefined }, input: led });
  const [own, ...opened] = stepsOf(decision);
  const item = copperItems.find(({ id }) => id === "GM/3-2");

  test("opens a hazard with the clause filled in, as its enterprise's own finding", () => {
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({ act: "findInSelfCheck", series: "hazard/533401/2026" });
    expect(opened[0]?.after).toMatchObject({
      id: newIds[0],
      register: "hazard",
      version: 1,
      state: "found",
      values: {
        title: item?.text.zh,
        description: "无操作证",
        place: "选矿车间",
        organisation: enterpriseId("copper"),
        source: "selfCheck",
        foundOn: firstDay,
        foundByOrganisation: enterpriseId("copper"),
        criteriaItem: "GM/3-2",
        criteriaFrom: item?.from,
        selfCheck: selfCheckId,
      },
    });
  });

  test("of an item of one's own opens one without a clause", () => {
    expect(opened[1]?.after.values).toMatchObject({ title: "配电房门未锁", selfCheck: selfCheckId });
    expect(opened[1]?.after.values).not.toHaveProperty("criteriaItem");
  });

  test("links the self-check to what it opened", () => {
    expect(own?.after.values.hazards).toEqual(newIds.slice(0, 2));
  });

  test("that cannot open its hazard refuses the whole", () => {
    const future = { answers: bad, noneFound: undefined, checkedOn: "2026-03-12" };
    expect(resultOf(tryOnSelfCheck("confirm", { own: future, input: led }))).toBe("found-in-the-future");
  });

  test.each([
    { story: "with it", without: [], gives: "confirmed" },
    { story: "without it", without: ["GM/3-2"], gives: "confirmed" },
    { story: "without another", without: ["GM/3-1"], gives: "checklist-incomplete" },
  ])("is whole $story where an item was asked and withdrawn since", ({ without, gives }) => {
    const checklist = copperItems.filter(({ id }) => id !== "GM/3-2");
    const answers = answersIn(answersBut([], copperItems)).filter(({ item = "" }) => !without.includes(item));
    const facts = { checklist, checklistThen: copperItems };
    expect(resultOf(tryOnSelfCheck("confirm", { own: { answers }, input: led, facts }))).toBe(gives);
  });

  test("to an item that was withdrawn since opens its hazard all the same", () => {
    const checklist = copperItems.filter(({ id }) => id !== "GM/3-2");
    const facts = { checklist, checklistThen: copperItems };
    const own = { answers: bad, noneFound: undefined };
    const decision = tryOnSelfCheck("confirm", { own, input: led, facts });
    const opened = "steps" in decision ? decision.steps.map(({ after }) => after.values.criteriaItem) : [];
    expect(opened).toContain("GM/3-2");
  });

  test("to an item that the library no longer asks waits until the check is filled in anew", () => {
    const without = copperItems.filter(({ id }) => id !== "GM/3-2");
    const tried = { own: { answers: bad, noneFound: undefined }, input: led, facts: { checklist: without } };
    expect(resultOf(tryOnSelfCheck("confirm", tried))).toBe("item-not-on-checklist");
  });

  test("opens nothing before the principal confirms it", () => {
    const input = aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null });
    expect(stepsOf(tryOnSelfCheck("answer", { by: "su", input }))).toHaveLength(1);
  });
});

describe("what is missed", () => {
  test.each<Row>([
    { story: "the enterprise still fills in", by: "su", gives: "lateAnswered" },
    {
      story: "with the day on which it was made up",
      by: "su",
      input: aCheck({ checkedOn: "2026-04-02" }),
      gives: "lateAnswered",
    },
    { story: "an inspector does not fill in", by: "lin", gives: "role-may-not" },
    {
      story: "with no day that is still to come",
      by: "su",
      input: aCheck({ checkedOn: "2026-04-09" }),
      gives: "checked-outside-window",
    },
  ])("$story", ({ gives, ...tried }) => {
    const plain = { state: "missed", on: "2026-04-03", input: aCheck() };
    expect(resultOf(tryOnSelfCheck("answerLate", { ...plain, ...tried }))).toBe(gives);
  });

  test.each<Row>([
    { story: "the regulator closes with a reason", gives: "excused" },
    { story: "so does the head", by: "luo", gives: "excused" },
    { story: "not without one", input: {}, gives: "input-invalid" },
    { story: "the enterprise may not", by: "mei", gives: "role-may-not" },
    { story: "the regulator of another county may not", by: "chen", gives: "out-of-scope" },
    { story: "not while it is being made up", state: "lateAnswered", gives: "act-not-open-in-this-state" },
  ])("$story", ({ gives, ...tried }) => {
    const plain = { by: "lin" as const, state: "missed", input: { reason: "登记有误" } };
    expect(resultOf(tryOnSelfCheck("excuse", { ...plain, ...tried }))).toBe(gives);
  });

  test("comes to the organisation that supervises the enterprise", () => {
    const [step] = stepsOf(tryOnSelfCheck("miss", { by: "engine", state: "owed", on: afterIt }));
    expect(step?.after).toMatchObject({ state: "missed", values: { missedOn: afterIt } });
    expect(step?.after.values.holder).toBe(step?.after.values.supervisingOrganisation);
  });
});

test.each(["open", "openExempt", "exempt", "resume", "miss"])("%s is the calendar's, and nobody's", (act) => {
  for (const by of ["su", "mei", "lin", "luo", "zhang"] as const)
    for (const state of ["owed", "exempt"])
      expect(["role-may-not", "act-not-open-in-this-state"]).toContain(
        resultOf(tryOnSelfCheck(act, { by, state })),
      );
});
