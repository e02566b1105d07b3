import { dueDay } from "../calendar/calendar.ts";
import { yearOf } from "../calendar/day.ts";
import { assess } from "../campaign/assessment.ts";
import { indicatorsIn, schemeFor } from "../campaign/assessment-scheme.ts";
import { boardUnits } from "../campaign/board-units.ts";
import { shareInSight } from "../campaign/share.ts";
import { afterwards } from "../register/attempt.ts";
import { textValue } from "../register/entry.ts";
import type { FiguresAsked, FigureWanted } from "../register/figures-asked.ts";
import { actsOf, defineRegister, type Register } from "../register/register.ts";
import { scoresIn } from "../register/scores.ts";
import { assessmentFields } from "./assessment-fields.ts";
import { assessmentExchange } from "./assessment-headings.ts";
import {
  type Assessment,
  assessorDecides,
  decidedByAnother,
  deviationsFit,
  governmentDecides,
  isAssessed,
  isFirstOfYear,
  isNotItself,
  isOwnToAssess,
  judgedPoints,
  objectionIsOver,
  objectsInTime,
  selfScoresFit,
  unitScores,
  verifiedByAnother,
  vetoesFit,
  yearIsOver,
} from "./assessment-rules.ts";
import { assessingRoles, assessmentStates } from "./assessment-states.ts";
import { handlingRoles } from "./task-states.ts";
import { handlerOf } from "./unit-rules.ts";

const yearly = {
  zh: "三年行动方案保障措施（五）：作为安全生产目标责任制考评重点，拉开考核梯次",
  en: "The plan, safeguard 5: the focus of the yearly assessment of targets and responsibility, with graded results",
};
const factsOnly = {
  zh: "按指标计分的各项由系统按已记录的事实计算，任何人不得填写（设计，待核实）",
  en: "What goes by an indicator is worked out from recorded facts, and nobody types it (design, to be confirmed)",
};
const objectionRule = {
  zh: "被考核单位可在规定工作日内申请复核一次，由考核单位所属政府决定（设计，待核实）",
  en: "The unit may object once within some working days; the government above the office decides (design, to be confirmed)",
};

const byScheme = { unit: "unit", year: "year" } as const;
const withFigures = { assessment: byScheme, figures: figuresOfYear } as const;

const opening = {
  from: "new",
  to: "selfScoring",
  words: { zh: "开始考核", en: "Begin the assessment" },
  law: [yearly],
  needs: ["unit", "year"],
  facts: {
    organisations: ["unit"],
    assessment: byScheme,
    counts: { ofYear: ["unit", "year"] },
    alike: { same: ["unit", "year"], newestBy: "openedOn" },
  },
  checks: [yearIsOver, isAssessed, isOwnToAssess, isNotItself, isFirstOfYear],
  sets: placed,
} as const;

const acts = actsOf(
  assessmentFields,
  assessmentStates,
)({
  open: { ...opening, by: assessingRoles },
  openByCalendar: { ...opening, words: { zh: "按年开始考核", en: "Begin by the calendar" }, by: ["system"] },
  selfScore: {
    words: { zh: "提交自评", en: "Submit the own score" },
    law: [yearly, factsOnly],
    from: ["selfScoring"],
    to: "toVerify",
    by: handlingRoles,
    needs: ["selfScores"],
    takes: ["evidence"],
    facts: { assessment: byScheme },
    guards: [unitScores],
    checks: [selfScoresFit],
    sets: ({ actor }: Assessment) => ({ selfScoredBy: actor.id }),
    // What was sent back is mended and not written anew.
    suggests: ({ entry: { values } }: Assessment) => ({
      selfScores: values.selfScores,
      evidence: values.evidence,
    }),
  },
  sendBack: {
    words: { zh: "退回自评", en: "Send back" },
    law: [yearly],
    from: ["toVerify"],
    to: "selfScoring",
    by: assessingRoles,
    needs: ["reason"],
    guards: [assessorDecides, verifiedByAnother],
  },
  verify: {
    words: { zh: "核定", en: "Verify" },
    law: [yearly, factsOnly],
    from: ["toVerify"],
    to: "verified",
    by: assessingRoles,
    takes: ["verifiedScores", "vetoes"],
    facts: withFigures,
    guards: [assessorDecides, verifiedByAnother],
    checks: [deviationsFit, vetoesFit],
    sets: (attempt: Assessment) => ({
      ...fixed(attempt),
      verifiedBy: attempt.actor.id,
      verifiedOn: attempt.day,
      objectionUntil: objectionUntil(attempt),
    }),
  },
  agree: {
    words: { zh: "确认无异议", en: "Agree" },
    law: [objectionRule],
    from: ["verified"],
    to: "confirmed",
    by: handlingRoles,
    guards: [unitScores],
  },
  raiseObjection: {
    words: { zh: "申请复核", en: "Object" },
    law: [objectionRule],
    from: ["verified"],
    to: "objected",
    by: handlingRoles,
    needs: ["objection"],
    takes: ["objectionEvidence"],
    guards: [unitScores, objectsInTime],
    sets: ({ actor }: Assessment) => ({ objectedBy: actor.id }),
  },
  decide: {
    words: { zh: "作出复核决定", en: "Decide on the objection" },
    law: [objectionRule, factsOnly],
    from: ["objected"],
    to: "confirmed",
    by: ["leader"],
    needs: ["decision"],
    takes: ["verifiedScores", "vetoes"],
    facts: withFigures,
    guards: [governmentDecides, decidedByAnother],
    checks: [deviationsFit, vetoesFit],
    sets: (attempt: Assessment) => ({ ...fixed(attempt), decidedBy: attempt.actor.id }),
    // What is not decided otherwise stands as it was verified.
    suggests: ({ entry: { values } }: Assessment) => ({
      verifiedScores: values.verifiedScores,
      vetoes: values.vetoes,
    }),
  },
  publish: {
    words: { zh: "公布结果", en: "Publish" },
    law: [yearly],
    from: ["verified", "confirmed"],
    to: "published",
    by: assessingRoles,
    guards: [assessorDecides, objectionIsOver],
    sets: ({ actor, day }: Assessment) => ({ publishedBy: actor.id, publishedOn: day }),
  },
  void: {
    words: { zh: "作废", en: "Make void" },
    law: [yearly],
    from: ["selfScoring", "toVerify"],
    to: "void",
    by: assessingRoles,
    needs: ["reason"],
    guards: [assessorDecides],
    // Another one may be opened for the same year.
    sets: () => ({ assessmentKey: null }),
  },
});

/** 年度考核: one for each unit and year, from recorded facts and what is judged by evidence. Plan, safeguard 5; feature K5. */
export const assessment: Register = defineRegister({
  name: "assessment",
  plural: "assessments",
  words: { zh: "考核", en: "Assessment" },
  law: [yearly],
  measures: [],
  fields: assessmentFields,
  title: "title",
  list: ["number", "title", "unit", "score", "grade", "dueOn", "holder"],
  filters: ["year", "unit", "dueOn"],
  states: assessmentStates,
  acts,
  exchange: assessmentExchange,
  restricting: {
    until: ["published"],
    why: {
      zh: "公布以前只有被考核单位、自评单位、考核单位、复核单位和纪检监察人员看得到，作废的也不公开",
      en: "Until it is published it is seen by the assessed unit, by those who score it, assess it and decide on objections, and by discipline inspection alone; one that is void is never shown to others",
    },
  },
  numbering: {
    series: (values, day) => `assessment/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `KH${region}-${year}-${String(drawn).padStart(4, "0")}`;
    },
  },
  counts: {
    opened: { words: { zh: "考核数", en: "Assessments begun" }, on: "openedOn" },
    published: { words: { zh: "公布考核数", en: "Assessments published" }, on: "publishedOn" },
    overdue: { words: { zh: "逾期考核数", en: "Assessments overdue" }, overdue: true },
  },
});

function placed({ facts, input }: Assessment) {
  const { unit } = facts.organisations;
  const { assessment: known } = facts;
  return {
    title: `${input.year}年度治本攻坚考核`,
    region: unit?.region,
    handledBy: unit && handlerOf(unit),
    assessor: known?.assessor,
    appealTo: known?.appealTo,
    scheme: known?.scheme.version,
    assessmentKey: `${input.unit}/${input.year}`,
  };
}

/** Every indicator of the scheme over the year, for the unit's share. */
function figuresOfYear({ entry, pack, organisation, packId }: FiguresAsked): readonly FigureWanted[] {
  const unit = textValue(entry.values, "unit") ?? "";
  const fact = organisation(unit);
  const year = textValue(entry.values, "year") ?? "";
  const kind = boardUnits(pack).find(({ id }) => id === packId(unit))?.kind;
  const scheme = kind && schemeFor(pack.schemes, kind, Number(year));
  if (scheme === undefined || fact === undefined) return [];
  const cut = shareInSight(fact);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  return indicatorsIn(scheme).map((indicator) => ({ indicator, cut, ...span }));
}

/** The result with the figures of the moment: whatever changes later, this is what was verified. Feature K4. */
function fixed(attempt: Assessment) {
  const { assessment: known, figures: frozen = [] } = attempt.facts;
  if (known === undefined) throw new Error("An assessment is decided by its scheme");
  const { scheme } = known;
  const figures = new Map(frozen.map((figure) => [figure.indicator, figure]));
  const found = scoresIn(afterwards(attempt, "vetoes"));
  const { items, vetoes, total, grade } = assess(scheme, { figures, judged: judgedPoints(attempt), found });
  return {
    figures: frozen,
    result: items,
    vetoesMet: vetoes.map((item) => ({ item })),
    score: total,
    gradeId: grade.id,
    grade: grade.name.zh,
  };
}

function objectionUntil({ facts, day }: Assessment) {
  const clock = facts.clocks["assessment.objection.within"];
  if (clock === undefined) throw new Error("The pack has no clock assessment.objection.within");
  return dueDay(day, clock, facts.calendar).day;
}
