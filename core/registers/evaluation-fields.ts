import { limits } from "../limits.ts";
import {
  choice,
  code,
  day,
  decimal,
  files,
  label,
  longText,
  organisation,
  person,
  type ValuesOf,
} from "../register/field.ts";
import { jointUnits, leadingUnit, planClause, planMeasure, unitRegion } from "./plan-work-fields.ts";

/** How far an item is carried out, the best first. [design, to be confirmed] */
export const implementations = {
  done: { zh: "已落实", en: "Carried out" },
  mostly: { zh: "基本落实", en: "Mostly carried out" },
  partly: { zh: "部分落实", en: "Partly carried out" },
  none: { zh: "未落实", en: "Not carried out" },
} as const;

const own = { zh: "自评", en: "The unit's own report" };
const verified = { zh: "核定和结论", en: "Verification and conclusion" };

/** What is kept of the evaluation (落实情况评估) of one item of a checklist: what it asks, what its unit reports and shows, and what was found. */
export const evaluationFields = {
  title: label({
    words: { zh: "事项名称", en: "Title" },
    maxLength: limits.titleLengthCharacters,
    column: true,
  }),
  kind: choice({
    words: { zh: "所属清单", en: "Checklist" },
    options: {
      hard: { zh: "安全生产硬措施", en: "Hard measures for work safety" },
      own: { zh: "本级具体举措", en: "Actions of the place's own" },
    },
    column: true,
  }),
  itemNumber: code({
    words: { zh: "事项序号", en: "Number of the item" },
    why: {
      zh: "在清单中的序号，如7；分项如7-2",
      en: "As the checklist numbers it: 7, or 7-2 for a part of it",
    },
    pattern: "^[1-9][0-9]{0,2}(-[1-9][0-9]?)?$",
    column: true,
  }),
  itemSource: label({
    words: { zh: "事项出处", en: "Source of the item" },
    why: {
      zh: "文件名称和文号，便于查对原文",
      en: "Name and number of the document, so that its words can be found",
    },
  }),
  asks: longText({
    words: { zh: "事项内容", en: "What the item asks" },
    why: { zh: "照录文件原文", en: "Word for word" },
  }),
  measure: planMeasure,
  clause: planClause,
  unit: leadingUnit,
  joint: jointUnits({ zh: "配合单位看得到本事项", en: "They see the item" }),
  region: unitRegion,
  handledBy: organisation({
    words: { zh: "自评单位", en: "Reported by" },
    why: {
      zh: "党委、政府和没有承办岗位的单位，由同级安委办代为自评（待核实）",
      en: "For a Party committee, a government or a unit without such posts the committee's office of its level acts (to be confirmed)",
    },
    derived: true,
    column: true,
    party: true,
  }),
  assignedBy: organisation({
    words: { zh: "核定单位", en: "Verified by the office" },
    column: true,
    party: true,
  }),
  /** The checklist and the region of the office that keeps it, by which it is counted: one place's 79 items are not another's. */
  list: code({
    words: { zh: "清单标识", en: "Key of the checklist" },
    pattern: "^(hard|own)-[0-9]{2,9}$",
    derived: true,
    column: true,
    internal: true,
  }),
  /** Checklist and number, whatever became of it: the engine lists nothing again that was listed once. */
  itemPlace: code({
    words: { zh: "清单和序号", en: "Checklist and number" },
    derived: true,
    column: true,
    internal: true,
  }),
  /** The same while it stands, so that an item stands there once. */
  itemKey: code({
    words: { zh: "事项标识", en: "Key of the item" },
    derived: true,
    column: true,
    unique: true,
    internal: true,
  }),
  due: day({ words: { zh: "自评期限", en: "Due on" }, column: true }),
  firstDueOn: day({
    words: { zh: "原定期限", en: "First due on" },
    why: { zh: "调整期限后不变，统计以此为准", en: "It stays when the day is moved, and figures go by it" },
    column: true,
  }),
  implementation: choice({
    words: { zh: "自评落实情况", en: "How far, as the unit says" },
    options: implementations,
    group: own,
  }),
  situation: longText({ words: { zh: "落实情况说明", en: "What was done" }, group: own }),
  ownScore: decimal({
    words: { zh: "自评得分", en: "Own score" },
    why: { zh: "百分制（设计，待核实）", en: "Out of 100 (design, to be confirmed)" },
    min: 0,
    max: 100,
    decimals: 1,
    group: own,
  }),
  evidence: files({ words: { zh: "佐证材料", en: "Evidence" }, group: own }),
  evidenceAt: label({
    words: { zh: "佐证存放处", en: "Where the evidence lies" },
    why: { zh: "文号、档号或者台账编号", en: "The number of a document, a file or an entry" },
    group: own,
  }),
  gap: longText({
    words: { zh: "差距和下一步措施", en: "What is missing, and what comes next" },
    why: { zh: "没有完全落实的必须填写", en: "Needed where it is not fully carried out" },
    group: own,
  }),
  reportedBy: person({ words: { zh: "自评人", en: "Reported by whom" }, derived: true, group: own }),
  reportedOn: day({ words: { zh: "自评日期", en: "Reported on" }, derived: true, group: own }),
  foundImplementation: choice({
    words: { zh: "核定落实情况", en: "How far, as was found" },
    options: implementations,
    column: true,
    group: verified,
  }),
  verifiedScore: decimal({
    words: { zh: "核定得分", en: "Verified score" },
    min: 0,
    max: 100,
    decimals: 1,
    column: true,
    group: verified,
  }),
  deviation: longText({
    words: { zh: "与自评不同的理由", en: "Why it differs from the unit's own" },
    why: {
      zh: "落实情况或者得分与自评不同的必须填写",
      en: "Needed where state or score was found otherwise",
    },
    group: verified,
  }),
  conclusion: longText({ words: { zh: "评估结论", en: "Conclusion" }, group: verified }),
  verifiedBy: person({ words: { zh: "核定人", en: "Verified by" }, derived: true, group: verified }),
  verifiedOn: day({
    words: { zh: "核定日期", en: "Verified on" },
    derived: true,
    column: true,
    group: verified,
  }),
  endedOn: day({ words: { zh: "替代日期", en: "Superseded on" }, column: true, group: verified }),
  successor: label({
    words: { zh: "替代的文件或者评估", en: "What supersedes it" },
    why: {
      zh: "新文件的文号，或者新一次评估的编号",
      en: "The number of the new document, or of the new evaluation",
    },
    group: verified,
  }),
} as const;

export type EvaluationValues = ValuesOf<typeof evaluationFields>;
