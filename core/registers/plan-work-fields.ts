import { code, integer, organisation, organisations, region } from "../register/field.ts";
import type { Words } from "../words.ts";

const mostJoint = 40;

/** Of which clause of the plan something is: a task, a document, an evaluation, an instruction. */
export const planMeasure = integer({ words: { zh: "措施", en: "Measure" }, min: 1, max: 999, column: true });
export const planClause = integer({ words: { zh: "条款", en: "Clause" }, min: 1, max: 999, column: true });

/** Of a clause outside the measures: `r1` of the first requirement, `s1` of the first safeguard. */
export const planSection = code({ words: { zh: "方案章节", en: "Section of the plan" }, internal: true });

export const leadingUnit = organisation({
  words: { zh: "牵头单位", en: "Leading unit" },
  offers: "assignable",
  column: true,
  party: true,
});

/** Units that help, and therefore see the entry; which it is, `why` says. */
export const jointUnits = (why: Words) =>
  organisations({ words: { zh: "配合单位", en: "Joint units" }, why, max: mostJoint, party: true });

/** Where the unit lies of which the entry is. */
export const unitRegion = region({ words: { zh: "所属地区", en: "Region" }, derived: true, column: true });

/** Who acts for the leading unit (`handlerOf` of `unit-rules.ts`). */
export const workHandler = organisation({
  words: { zh: "承办单位", en: "Handled by" },
  why: {
    zh: "党委、政府和没有承办岗位的单位，由同级安委办代为承办（待核实）",
    en: "For a Party committee, a government or a unit without such posts the committee's office of its level acts (to be confirmed)",
  },
  derived: true,
  column: true,
  party: true,
});
