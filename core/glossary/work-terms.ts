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
  serviceBody: {
    words: { zh: "服务机构", en: "service body" },
    meaning: {
      zh: "从事安全评价、检测检验、培训、咨询、安责险等服务的机构，只提供技术支持，不检查企业；见 `docs/registers/service-body.md`",
      en: "whoever evaluates, tests, trains, advises or insures as a business: technical support only, and no inspection of anybody; see `docs/registers/service-body.md`",
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
  finalEvaluation: {
    words: { zh: "终期评估", en: "final evaluation" },
    meaning: {
      zh: "行动最后一日过后各单位的总结：系统固定的指标，加上成效、问题和纳入长效机制的做法",
      en: "what a unit hands in when the campaign is over: figures that the system freezes, with results, problems and what stays in force",
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
  task: {
    words: { zh: "任务", en: "task" },
    meaning: {
      zh: "挂图作战的一项：方案的一个条款、一个牵头单位、一期或者一个期限；也可由安委办交办；见 `docs/registers/task.md`",
      en: "one clause of the plan for one leading unit and one period or day, or what the committee's office assigned; see `docs/registers/task.md`",
    },
  },
  report: {
    words: { zh: "定期报表", en: "periodic report" },
    meaning: {
      zh: "一个单位一期的报表：数字由系统统计，报送时固定；见 `docs/registers/report.md`",
      en: "what one unit reports of one period, with figures that the system counts and sending freezes; see `docs/registers/report.md`",
    },
  },
  frozenFigure: {
    words: { zh: "填报数值", en: "frozen figure" },
    meaning: {
      zh: "报送时固定的指标数值，截至前一日24时，可以随时按当时所知复算并打开条目",
      en: "a figure as an act kept it, as known by the end of the day before; counted again and opened at any time",
    },
    explained: true,
  },
  document: {
    words: { zh: "制度文件", en: "document" },
    meaning: {
      zh: "方案或者安委办要求制定、修订的文件，从起草到印发、失效逐步登记；见 `docs/registers/document.md`",
      en: "what the plan or a committee's office wants issued or revised, from its draft to its issue and its end; see `docs/registers/document.md`",
    },
  },
  evaluation: {
    words: { zh: "落实情况评估", en: "evaluation" },
    meaning: {
      zh: "清单中的一项举措：牵头单位报落实情况、佐证和自评分，安委办由他人核定；见 `docs/registers/evaluation.md`",
      en: "one item of a checklist: its unit reports how far it is carried out, with evidence and a score, and somebody else of the office verifies it; see `docs/registers/evaluation.md`",
    },
  },
  checklistOfActions: {
    words: { zh: "评估清单", en: "checklist of actions" },
    meaning: {
      zh: "须逐项评估的硬措施或者本级具体举措；方案数据中有的自动列入，没有的由安委办列入",
      en: "the hard measures, or the actions of a place's own, to be evaluated item by item: those in the pack are listed by themselves, the others by the committee's office",
    },
  },
  subPlan: {
    words: { zh: "子方案", en: "sub-plan" },
    meaning: {
      zh: "县（市）、园区的辖区方案和部门的行业领域子方案，从起草到备案、修订逐步登记；见 `docs/registers/sub-plan.md`",
      en: "what a county, a park or a department makes of the plan, from its draft to its filing and its next edition; see `docs/registers/sub-plan.md`",
    },
  },
  filing: {
    words: { zh: "备案", en: "filing" },
    meaning: {
      zh: "制定单位报备、上级安委办准予备案或者退回；备案不是审批",
      en: "a unit hands in what it issued, and the office above files it or returns it; it is no approval",
    },
    explained: true,
  },
  briefing: {
    words: { zh: "通报", en: "briefing" },
    meaning: {
      zh: "安委办按月、季、半年或者年公布的情况：指标和排名拟稿时固定，签发后由主送单位签收；见 `docs/registers/briefing.md`",
      en: "what a committee's office publishes of a period: figures and ranks that drawing it up freezes, acknowledged by those to whom it goes; see `docs/registers/briefing.md`",
    },
  },
  directive: {
    words: { zh: "议定事项和批示", en: "directive" },
    meaning: {
      zh: "会议议定的事项或者领导批示，照录原文，由此交办任务；见 `docs/registers/directive.md`",
      en: "what a meeting decided or a leader wrote, word for word, and turned into tasks; see `docs/registers/directive.md`",
    },
  },
  assessment: {
    words: { zh: "考核", en: "assessment" },
    meaning: {
      zh: "一个单位一年一份：按考核方案由已记录的事实计分，凭佐证的几项自评、核定；见 `docs/registers/assessment.md`",
      en: "one for each unit and year, scored from recorded facts by a scheme and from a few judged items; see `docs/registers/assessment.md`",
    },
  },
  scheme: {
    words: { zh: "考核方案", en: "scheme" },
    meaning: {
      zh: "考核的指标、分值、计分规则、否决项和等次，有版本和施行日期",
      en: "items, weights, rules, vetoes and grades of an assessment, in versions with days",
    },
  },
  veto: {
    words: { zh: "一票否决", en: "veto" },
    meaning: {
      zh: "有此情形的，无论多少分，等次不高于方案所定的一等",
      en: "what caps the grade, whatever the score",
    },
  },
  deliverable: {
    words: { zh: "应有成果", en: "deliverable" },
    meaning: {
      zh: "任务办结时须出示的成果，审核以此为准",
      en: "what must be shown when a task is submitted, and by which it is reviewed",
    },
    explained: true,
  },
  handledBy: {
    words: { zh: "承办单位", en: "handled by" },
    meaning: {
      zh: "代牵头单位办理任务的单位：部门、安委办、园区自行承办，党委、政府等由同级安委办承办（待核实）",
      en: "who acts for the leading unit: departments, offices and the park for themselves, for others the committee's office of their level (to be confirmed)",
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
