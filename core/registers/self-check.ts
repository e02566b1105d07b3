import { type Day, monthOf, yearOf } from "../calendar/day.ts";
import { limits } from "../limits.ts";
import type { Answer } from "../register/answers.ts";
import { blankEntry, textValue } from "../register/entry.ts";
import {
  type Attempt,
  actsOf,
  defineRegister,
  type FollowUp,
  type Register,
  statesOf,
} from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { hazard } from "./hazard.ts";
import { parkOf } from "./park.ts";
import { type SelfCheckValues, selfCheckFields } from "./self-check-fields.ts";
import { selfCheckExchange } from "./self-check-headings.ts";
import { selfCheckHistory } from "./self-check-history.ts";
import {
  answersOf,
  belongsToWindow,
  checkedInItsWindow,
  checklistIsWhole,
  enterpriseStillOpen,
  isBad,
  isOwnWill,
  isVoluntary,
  ledByPrincipal,
  noCheckWaits,
  noneFoundIsStated,
  noneFoundStandsStated,
  windowHasEnded,
  windowIsOpen,
} from "./self-check-rules.ts";
import { periodWords, windowNamed } from "./self-check-windows.ts";

type SelfCheck = Attempt<SelfCheckValues>;

const measure7 = { zh: "治本攻坚措施7：自查自改常态化", en: "Measure 7: standing self-inspection" };
const wsl21 = { zh: "《安全生产法》第二十一条", en: "Work Safety Law, art. 21" };
const wsl41 = { zh: "《安全生产法》第四十一条", en: "Work Safety Law, art. 41" };

const states = statesOf(selfCheckFields)({
  owed: {
    words: { zh: "待自查", en: "To be checked" },
    holder: "organisation",
    awaits: ["safetyManager", "principal"],
    clock: { day: "windowTo" },
  },
  answered: {
    words: { zh: "已填报待负责人确认", en: "Filled in, to be confirmed" },
    holder: "organisation",
    awaits: ["principal"],
    clock: { day: "windowTo" },
  },
  missed: {
    words: { zh: "逾期未查", en: "Missed" },
    holder: "supervisingOrganisation",
    awaits: ["inspector", "departmentHead"],
    clock: { named: "check.missed.within" },
  },
  lateAnswered: {
    words: { zh: "补查已填报待负责人确认", en: "Made up, to be confirmed" },
    holder: "organisation",
    awaits: ["principal"],
    clock: { named: "check.missed.within" },
  },
  // Of a voluntary check, which has no window, too.
  confirmed: { words: { zh: "已完成", en: "Done" }, final: true },
  madeUp: { words: { zh: "逾期补查完成", en: "Done late" }, final: true },
  excused: { words: { zh: "逾期未查（监管单位销项）", en: "Missed, closed by the regulator" }, final: true },
  exempt: { words: { zh: "免查", en: "Not owed" }, final: true },
  withdrawn: { words: { zh: "已撤回", en: "Withdrawn" }, final: true },
});

const opening = {
  law: [measure7],
  from: "new",
  by: ["system"],
  facts: { entries: ["organisation"], organisations: ["supervisingOrganisation"] },
  takes: ["supervisingOrganisation"],
  sets: placedInWindow,
} as const;

const answering = {
  law: [measure7, wsl41],
  by: ["safetyManager", "principal"],
  needs: ["checkedOn", "areas", "participants"],
  takes: ["answers", "noneFound", "remark", "photos"],
  facts: {
    entries: ["organisation"],
    checklist: "checkedOn",
    last: { same: ["organisation"], in: ["confirmed", "madeUp"] },
  },
  guards: [enterpriseStillOpen],
  checks: [checkedInItsWindow, checklistIsWhole, noneFoundIsStated],
  sets: ({ actor, facts, input }: SelfCheck) => ({
    filledInBy: actor.id,
    // What was stated of other answers does not hold of these.
    noneFound: input.noneFound === true ? true : null,
    withoutCriteria: (facts.checklist ?? []).length === 0 ? true : null,
  }),
  // Where and with whom is mostly as the last time, and can be changed. What was found is of this check alone.
  suggests: ({ entry: { values }, facts: { last }, day }: SelfCheck) => ({
    checkedOn: values.checkedOn ?? day,
    areas: values.areas ?? (last && textValue(last.values, "areas")),
    participants: values.participants ?? (last && textValue(last.values, "participants")),
    answers: values.answers,
    noneFound: values.noneFound,
    remark: values.remark,
  }),
} as const;

/**
 * Hazards open here and not when the answers are filled in: until the principal has confirmed them they are a draft, which may
 * still be mended, and no hazard can be taken back.
 */
const confirming = {
  law: [measure7, wsl21],
  by: ["principal"],
  confirms: "password",
  needs: ["ledInPerson"],
  takes: ["position"],
  facts: { entries: ["organisation"], checklist: "checkedOn", newIds: true },
  // The checklist may have changed since, and a draft proves nothing: what is confirmed is whole.
  checks: [ledByPrincipal, checklistIsWhole, noneFoundStandsStated],
  sets: (attempt: SelfCheck) => ({
    ledBy: attempt.actor.id,
    confirmedOn: attempt.day,
    positionMissing: attempt.input.position === undefined ? true : null,
    hazards: hazardIds(attempt),
    ...keyGivenBack(attempt),
  }),
  follows: hazardsFound,
} as const;

const acts = actsOf(
  selfCheckFields,
  states,
)({
  open: {
    ...opening,
    words: { zh: "列入自查", en: "Call for the check" },
    to: "owed",
    needs: ["organisation", "period", "basis"],
  },
  openExempt: {
    ...opening,
    words: { zh: "列入并免查", en: "List as not owed" },
    to: "exempt",
    needs: ["organisation", "period", "basis", "exemption"],
  },
  openVoluntary: {
    words: { zh: "发起自愿自查", en: "Begin a voluntary check" },
    law: [measure7, wsl21],
    from: "new",
    to: "owed",
    by: ["safetyManager", "principal"],
    needs: ["organisation"],
    facts: {
      entries: ["organisation"],
      // Locks what is looked at: of two people who begin at once, one is led to the other's.
      counts: { begun: ["organisation"] },
      alike: { same: ["organisation"], newestBy: "openedOn", atWork: true },
    },
    checks: [enterpriseStillOpen, noCheckWaits],
    sets: begunToday,
    suggests: ({ actor }) => (actor.level === "enterprise" ? { organisation: actor.organisation } : {}),
  },
  withdraw: {
    words: { zh: "撤回自愿自查", en: "Withdraw the voluntary check" },
    law: [measure7],
    from: ["owed", "answered"],
    to: "withdrawn",
    by: ["safetyManager", "principal"],
    needs: ["reason"],
    applies: isOwnWill,
    sets: keyGivenBack,
  },
  exempt: {
    words: { zh: "免查", en: "Exempt" },
    law: [measure7],
    from: ["owed", "answered"],
    to: "exempt",
    by: ["system"],
    needs: ["exemption"],
    applies: belongsToWindow,
  },
  resume: {
    words: { zh: "恢复自查", en: "Owe again" },
    law: [measure7],
    from: ["exempt"],
    to: "owed",
    by: ["system"],
    sets: () => ({ exemption: null }),
  },
  answer: {
    ...answering,
    words: { zh: "填报自查", en: "Fill in the check" },
    from: ["owed", "answered"],
    to: "answered",
  },
  confirm: {
    ...confirming,
    words: { zh: "负责人确认", en: "Confirm as the principal" },
    from: ["answered"],
    to: "confirmed",
    guards: [enterpriseStillOpen, windowIsOpen],
  },
  miss: {
    words: { zh: "列为逾期未查", en: "List as missed" },
    law: [measure7],
    from: ["owed", "answered"],
    to: "missed",
    by: ["system"],
    takes: ["supervisingOrganisation"],
    facts: { organisations: ["supervisingOrganisation"] },
    applies: belongsToWindow,
    sets: ({ day }) => ({ missedOn: day }),
  },
  answerLate: {
    ...answering,
    words: { zh: "填报补查", en: "Fill in the late check" },
    from: ["missed", "lateAnswered"],
    to: "lateAnswered",
  },
  confirmLate: {
    ...confirming,
    words: { zh: "负责人确认补查", en: "Confirm the late check" },
    from: ["answered", "lateAnswered"],
    to: "madeUp",
    applies: belongsToWindow,
    guards: [enterpriseStillOpen, windowHasEnded],
  },
  excuse: {
    words: { zh: "销项", en: "Close without a check" },
    law: [measure7],
    from: ["missed"],
    to: "excused",
    by: ["inspector", "departmentHead"],
    needs: ["reason"],
  },
});

/** 自查自改: one entry for each enterprise and window, made by the calendar, or one of its own will; led and confirmed by the principal. */
export const selfCheck: Register = defineRegister({
  name: "self-check",
  plural: "self-checks",
  words: { zh: "自查自改", en: "Self-check" },
  law: [measure7, wsl21, wsl41],
  measures: [7],
  fields: selfCheckFields,
  title: "title",
  list: ["number", "title", "region", "sector", "windowTo", "confirmedOn", "holder"],
  filters: ["region", "sector", "organisation", "period", "voluntaryOn", "dueOn"],
  states,
  acts,
  history: {
    ...selfCheckHistory,
    sets: (attempt) => ({
      ...placedInWindow(attempt),
      confirmedOn:
        textValue(attempt.input, "recordedState") === "excused" ? null : textValue(attempt.input, "closedOn"),
    }),
  },
  exchange: selfCheckExchange,
  numbering: {
    series: (values, day) =>
      `self-check/${countyOf(String(values.region))}/${(textValue(values, "period") ?? day).slice(0, 4)}`,
    format: (series, drawn) => {
      const [, county, year] = series.split("/");
      return `ZC${county}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  // By the day on which the window ends, so that all five of one period meet and make its ratio; voluntary checks stand apart.
  counts: {
    owed: {
      words: { zh: "应自查次数", en: "Checks owed" },
      on: "windowTo",
      in: Object.keys(states).filter((state) => !["exempt", "withdrawn"].includes(state)),
    },
    onTime: { words: { zh: "按期完成次数", en: "Done on time" }, on: "windowTo", in: ["confirmed"] },
    late: { words: { zh: "逾期补查次数", en: "Done late" }, on: "windowTo", in: ["madeUp"] },
    missed: {
      words: { zh: "逾期未查次数", en: "Missed" },
      on: "windowTo",
      in: ["missed", "lateAnswered", "excused"],
    },
    exempt: { words: { zh: "免查次数", en: "Not owed" }, on: "windowTo", in: ["exempt"] },
    voluntary: {
      words: { zh: "自愿自查次数", en: "Voluntary checks made" },
      on: "voluntaryOn",
      in: ["confirmed"],
    },
  },
});

function placedInWindow(attempt: SelfCheck) {
  const { facts, input } = attempt;
  const { period = "", organisation } = input;
  const { cycle, from, to } = windowNamed(period);
  const enterprise = facts.entries.organisation?.values ?? {};
  return {
    title: `${textValue(enterprise, "name") ?? ""}${periodWords(period)}自查`,
    region: textValue(enterprise, "region"),
    sector: textValue(enterprise, "sector"),
    park: parkOf(attempt),
    windowKey: `${organisation}/${period}`,
    cycle,
    windowFrom: from,
    windowTo: to,
  };
}

/** A check that nobody asked for: the checklist, the principal and the hazards are those of any other, but it counts for no window. */
function begunToday(attempt: SelfCheck) {
  const { facts, input, day } = attempt;
  const enterprise = facts.entries.organisation?.values ?? {};
  return {
    title: `${textValue(enterprise, "name") ?? ""}${dayWords(day)}自愿自查`,
    region: textValue(enterprise, "region"),
    sector: textValue(enterprise, "sector"),
    park: parkOf(attempt),
    windowKey: `${input.organisation}/voluntary`,
    basis: "voluntary" as const,
    voluntaryOn: day,
  };
}

/** 2026年3月10日. */
const dayWords = (day: Day): string =>
  `${yearOf(day)}年${Number(monthOf(day).slice(5))}月${Number(day.slice(8))}日`;

/** Once it is over, the enterprise may begin another. The key of a window stays taken. */
function keyGivenBack({ entry }: SelfCheck) {
  return isVoluntary(entry.values) ? { windowKey: null } : {};
}

const badAnswers = (attempt: SelfCheck): readonly Answer[] => answersOf(attempt).filter(isBad);

function hazardIds(attempt: SelfCheck): readonly string[] | null {
  const ids = attempt.facts.newIds?.slice(0, badAnswers(attempt).length) ?? [];
  return ids.length === 0 ? null : ids;
}

function hazardsFound(attempt: SelfCheck): readonly FollowUp[] {
  const bad = badAnswers(attempt);
  return (attempt.facts.newIds ?? []).slice(0, bad.length).flatMap((id, at) => {
    const answer = bad[at];
    return answer === undefined ? [] : [hazardOf(attempt, answer, id)];
  });
}

/** The hazard that a bad answer tells of, with the clause as it was in force on the day of the check. */
function hazardOf(
  { entry, facts }: SelfCheck,
  { item = "", subject = item, note }: Answer,
  id: string,
): FollowUp {
  const asked = [facts.checklist, facts.checklistThen].flat().find((known) => known?.id === item);
  const { areas, checkedOn, organisation } = entry.values;
  return {
    register: hazard,
    entry: blankEntry(hazard.name, id),
    act: "findInSelfCheck",
    input: {
      title: shortened(asked?.text.zh ?? subject),
      organisation,
      source: "selfCheck",
      foundOn: checkedOn,
      selfCheck: entry.id,
      ...(areas === undefined ? {} : { place: areas }),
      ...(note === undefined ? {} : { description: note }),
      ...(asked === undefined ? {} : { criteriaItem: asked.id }),
    },
    facts: {
      entries: { ...facts.entries, selfCheck: entry },
      criteria: asked === undefined ? {} : { criteriaItem: asked },
    },
  };
}

const shortened = (title: string): string =>
  Array.from(title).slice(0, limits.titleLengthCharacters).join("");
