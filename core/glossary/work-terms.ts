import type { Terms } from "./term.ts";

/** Enterprises, their places, risks and checks, and the plan that asks for all of it. */
export const workTerms = {
  enterprise: {
    words: { zh: "企业", en: "enterprise" },
    meaning: {
      zh: "生产经营单位，每家只登记一次；见 `docs/registers/enterprise.md`",
      en: "whoever produces or trades, registered once; see `docs/registers/enterprise.md`",
    },
  },
  creditCode: {
    words: { zh: "统一社会信用代码", en: "credit code" },
    meaning: {
      zh: "18 位，末位为校验码，GB 32100-2015；少数真实代码不符合校验",
      en: "18 characters with a check digit, GB 32100-2015; some real ones do not fit it",
    },
    explained: true,
  },
  grade: {
    words: { zh: "安全等级", en: "grade" },
    meaning: {
      zh: "A 至 D 四级，由一人拟定、另一人审定，决定检查频次",
      en: "A to D, proposed by one and confirmed by another; it sets how often an enterprise is inspected",
    },
    explained: true,
  },
  aboveScale: {
    words: { zh: "规模以上 / 高危行业", en: "above scale / high-risk" },
    meaning: {
      zh: "决定法定义务的两个标志；《安全生产法》所称与应投保的“高危”是两份名单",
      en: 'two flags that decide duties; "high-risk" by the Work Safety Law and by the duty to insure are two lists',
    },
  },
  liabilityInsurance: {
    words: { zh: "安责险", en: "safety liability insurance" },
    meaning: {
      zh: "安全生产责任保险，高危行业企业应当投保；《安全生产法》第五十一条",
      en: "liability insurance for work safety, a duty of high-risk trades; Work Safety Law art. 51",
    },
    explained: true,
  },
  standardisation: {
    words: { zh: "安全生产标准化", en: "work-safety standardisation" },
    meaning: {
      zh: "企业按规范建立的安全生产管理体系，分级评定，有有效期",
      en: "an enterprise's system of safety management, rated by levels and for a term",
    },
    explained: true,
  },
  standing: {
    words: { zh: "存续", en: "standing" },
    meaning: {
      zh: "企业没有关闭、注销，也没有并入其他企业",
      en: "of an enterprise: neither closed nor deregistered nor merged into another",
    },
  },
  merge: {
    words: { zh: "合并 / 撤销合并", en: "merge / part" },
    meaning: {
      zh: "重复登记的企业相互关联为一家，可原样撤销",
      en: "an enterprise that was registered twice is linked both ways, and can be parted again as it was",
    },
  },
  site: {
    words: { zh: "场所", en: "site" },
    meaning: {
      zh: "企业的矿、库、站、项目或车间，各有所在地、行业和监管单位",
      en: "a mine, dam, station, project or workshop of an enterprise, with its own place, trade and supervisor",
    },
  },
  reminderLadder: {
    words: { zh: "催办阶梯", en: "reminder ladder" },
    meaning: {
      zh: "期限临近或已过时逐级提醒：经办岗位、单位负责人、安委办、党政领导，各在到期前后第几个工作日",
      en: "who is reminded how many working days before or after a deadline: handler, head of the unit, committee's office, leader",
    },
    explained: true,
  },
  riskPoint: {
    words: { zh: "风险点", en: "risk point" },
    meaning: {
      zh: "企业何处可能出事、多严重、由谁用什么措施管住；管控失效即为隐患",
      en: "what could go wrong at an enterprise, how grave, and who controls it by what",
    },
    explained: true,
  },
  fourLists: {
    words: { zh: "四个清单", en: "four lists" },
    meaning: {
      zh: "风险点的基础信息、责任分工、防控措施、应急处置四份清单；重大风险缺一不可",
      en: "of a risk point: basic facts, responsibility, controls, emergency",
    },
    explained: true,
  },
  lec: {
    words: { zh: "LEC 法 / LS 矩阵", en: "LEC / LS" },
    meaning: {
      zh: "用数值计算风险等级的两种方法：可能性×暴露×后果，或可能性×严重性",
      en: "two ways to compute a risk's level from figures: likelihood × exposure × consequence, or likelihood × severity",
    },
    explained: true,
  },
  selfCheck: {
    words: { zh: "自查自改", en: "self-check" },
    meaning: {
      zh: "企业在一个自查期内的检查，由主要负责人带队并确认；方案措施7",
      en: "one window's check of an enterprise, led and confirmed by its principal; measure 7",
    },
    explained: true,
  },
  window: {
    words: { zh: "自查期", en: "window" },
    meaning: {
      zh: "应完成一次自查的月份或季度",
      en: "the month or quarter within which a self-check is owed",
    },
    explained: true,
  },
  voluntaryCheck: {
    words: { zh: "自愿自查", en: "voluntary check" },
    meaning: {
      zh: "企业自己发起的自查：没有期限，也不代替应查的一次",
      en: "a self-check that an enterprise makes of its own will: it has no window and counts for none",
    },
    explained: true,
  },
  checklist: {
    words: { zh: "检查清单", en: "checklist" },
    meaning: {
      zh: "检查日适用于本企业行业的判定标准条款，逐条填“发现”“未发现”或“不涉及”",
      en: "the criteria items in force for an enterprise's sectors on a day, each answered found, not found or not applicable",
    },
  },
  missed: {
    words: { zh: "逾期未查 / 补查", en: "missed / made up" },
    meaning: {
      zh: "自查期结束仍未确认；事后补做的自查",
      en: "a window that ended unconfirmed, and its check done late",
    },
    explained: true,
  },
  exempt: {
    words: { zh: "免查", en: "exempt" },
    meaning: { zh: "本期无须自查，列明原因", en: "a window that is not owed, listed with its reason" },
    explained: true,
  },
  organisation: {
    words: { zh: "单位", en: "organisation" },
    meaning: {
      zh: "数据包中的党委、政府、办公室、部门、园区或支撑单位，各有上级；`/organisations` 列出全部",
      en: "a Party committee, government, office, department, park or supporting body of the pack, with the one above it; `/organisations` shows them all",
    },
  },
  duty: {
    words: { zh: "职责", en: "duty" },
    meaning: {
      zh: "单位在哪些行业做什么：综合监管、监管、行管、协调、支撑",
      en: "what an organisation does in which sectors: comprehensive supervision (综合监管), supervision (监管), management of the trade (行管), coordination, support",
    },
  },
  plan: {
    words: { zh: "方案", en: "plan" },
    meaning: {
      zh: "本次行动的文件：部分、行动、措施，逐字收录",
      en: "the campaign's document: sections, actions and measures, word for word",
    },
  },
  clause: {
    words: { zh: "条款", en: "clause" },
    meaning: {
      zh: "措施原文的一段，有自己的责任单位、日期、频次和目标；各条款连起来就是原文",
      en: "a piece of a measure's text with its own units, days, frequencies and targets; its clauses are the text",
    },
  },
  leadUnit: {
    words: { zh: "牵头单位、配合单位", en: "lead, joint unit" },
    meaning: {
      zh: "牵头或（无人牵头时）负责该条款的单位；与其一同负责的单位",
      en: "who leads a clause, or answers for it where nobody leads; who answers for it beside a lead",
    },
  },
  groupOfUnits: {
    words: { zh: "单位组", en: "group of units" },
    meaning: {
      zh: "方案用一个词统称的若干单位，如“负有安全监管职责的部门”",
      en: "units that the plan names by one phrase: 负有安全监管职责的部门",
    },
  },
  target: {
    words: { zh: "目标", en: "target" },
    meaning: {
      zh: "条款要达到的数：数什么、怎样比、多少、单位，到哪天或每期",
      en: "what a clause shall reach: what is counted, a comparison, a number, a unit, by a day or in each period",
    },
  },
  reading: {
    words: { zh: "解读", en: "reading" },
    meaning: {
      zh: "条款字面之外，按我们的理解要求展示的成果，可有数字、日期或周期；不是方案本身，一律待核实",
      en: "what a clause asks for beside its own words, as we read it: a result to be shown, with or without a number, a day or a period; never the plan, always to be confirmed",
    },
    explained: true,
  },
  record: {
    words: { zh: "补录", en: "record later" },
    meaning: {
      zh: "建台账以前的事项，按实际环节和当时日期登记，注明来源文件和行",
      en: "to take up a matter that began before the register, in the step and on the days that it had, with the row it comes from",
    },
    explained: true,
  },
  provisional: {
    words: { zh: "暂定", en: "provisional" },
    meaning: {
      zh: "期限落在尚未公布节假日安排的年度，公布后自动重算",
      en: "a deadline in a year whose holiday notice is not published",
    },
    explained: true,
  },
  toBeConfirmed: {
    words: { zh: "待核实", en: "to be confirmed" },
    meaning: {
      zh: "来源尚未读到原件的数字，或本系统的设计值",
      en: "a figure whose source has not been read, or a design value",
    },
    explained: true,
  },
} as const satisfies Terms;
