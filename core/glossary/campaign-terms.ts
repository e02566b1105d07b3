import type { Terms } from "./term.ts";

/** What the law and the campaign's documents call things: the words that a newcomer stumbles over. */
export const campaignTerms = {
  board: {
    words: { zh: "挂图作战", en: "board" },
    meaning: {
      zh: "一页显示38项措施在各单位的进展：每格一盏灯，灯由指标或者佐证任务算出，不由人填",
      en: "one page with a lamp for every measure and unit, worked out from indicators or from tasks with evidence",
    },
    explained: true,
  },
  lamp: {
    words: { zh: "亮灯", en: "lamp" },
    meaning: {
      zh: "红：逾期未达到或者未清零；黄：临期或者落后于时间进度；绿：达到或者按进度推进；灰：无可统计或者尚未开始；阈值待核实",
      en: "red: past its day, or not down to zero; yellow: due soon or behind the calendar; green: reached or on the way; grey: nothing to count",
    },
    explained: true,
  },
  fiveElements: {
    words: { zh: "五落实", en: "five elements" },
    meaning: {
      zh: "整改须逐项落实责任、措施、资金、时限、预案；缺一项不能开始整改",
      en: "responsibility, measures, funds, deadline, contingency plan; rectification does not start while one is missing",
    },
    explained: true,
  },
  doubleReport: {
    words: { zh: "双报告", en: "double report" },
    meaning: {
      zh: "重大事故隐患既向负有安全监管职责的部门报告，又向职工大会、职工代表大会或公示栏报告，各留凭证；《安全生产法》第四十一条",
      en: "to the regulator and to the staff, each with its proof; Work Safety Law art. 41",
    },
    explained: true,
  },
  listedSupervision: {
    words: { zh: "挂牌督办", en: "listed supervision" },
    meaning: {
      zh: "政府或部门公开点名一处重大事故隐患，限期整改并跟踪到销号，未办结不摘牌",
      en: "a government or department names a major hazard in public, sets its deadline and follows it until it is closed",
    },
    explained: true,
  },
  close: {
    words: { zh: "销号", en: "close" },
    meaning: {
      zh: "整改经复查合格后，由管辖该隐患的层级从台账上销去；复查人员不能同时销号",
      en: "taken off the record by the level that owns the hazard, and never by whoever reviewed it",
    },
    explained: true,
  },
  clearedContinually: {
    words: { zh: "动态清零", en: "continual clearing" },
    meaning: {
      zh: "随时发现、随时整改：存量到期消除，新增的按期整改，不积压过期未改的重大隐患",
      en: "hazards are put right as they are found: the old stock goes by its day, the new ones within their deadline, and nothing overdue piles up",
    },
    explained: true,
  },
  stockAndIncrement: {
    words: { zh: "存量 / 增量", en: "stock / increment" },
    meaning: {
      zh: "方案规定日期之前发现的隐患为存量，之后发现的为增量，分别计数",
      en: "hazards found up to the plan's day are stock, later ones increment; they are counted apart",
    },
  },
  threeMusts: {
    words: { zh: "三管三必须", en: "three musts" },
    meaning: {
      zh: "管行业必须管安全、管业务必须管安全、管生产经营必须管安全；《安全生产法》第三条",
      en: "whoever manages a trade, a line of business or production manages its safety too; Work Safety Law art. 3",
    },
    explained: true,
  },
  dualDuty: {
    words: { zh: "一岗双责", en: "dual duty of a post" },
    meaning: {
      zh: "每个岗位既对本职业务负责，又对该业务的安全生产负责",
      en: "a post answers for its business and for the safety of that business",
    },
    explained: true,
  },
  sharedResponsibility: {
    words: { zh: "党政同责", en: "shared responsibility" },
    meaning: {
      zh: "地方党委和政府的主要负责人对本地区安全生产共同负责",
      en: "the heads of Party and government of a place answer for its work safety together",
    },
    explained: true,
  },
  twoFociOneMajor: {
    words: { zh: "两重点一重大", en: "two foci and one major" },
    meaning: {
      zh: "重点监管的危险化工工艺、重点监管的危险化学品、危险化学品重大危险源",
      en: "chemical processes and dangerous chemicals under special supervision, and major sources of danger",
    },
    explained: true,
  },
  majorHazardSource: {
    words: { zh: "重大危险源", en: "major hazard source" },
    meaning: {
      zh: "危险物品数量达到或超过临界量的单元；它本身不是隐患，但必须登记、评估、监控",
      en: "a unit whose dangerous goods reach a threshold quantity; no hazard by itself, and registered, assessed and watched",
    },
    explained: true,
  },
  unannounced: {
    words: { zh: "四不两直", en: "unannounced inspection" },
    meaning: {
      zh: "不发通知、不打招呼、不听汇报、不用陪同接待，直奔基层、直插现场",
      en: "no notice, no greeting, no briefing, no escort: straight to the unit, straight to the site",
    },
    explained: true,
  },
  supervisionOfSafety: {
    words: { zh: "监管", en: "safety supervision" },
    meaning: {
      zh: "负有安全生产监督管理职责的部门对企业检查、执法、复查、销号",
      en: "what a department with the duty of work-safety supervision does: inspect, enforce, review, close",
    },
  },
  tradeManagement: {
    words: { zh: "行管", en: "management of the trade" },
    meaning: {
      zh: "行业管理部门：管行业必须管安全，但不是该企业的监管执法部门；见“行业管理部门”",
      en: "short for the department that manages a trade and must care for its safety without being its regulator",
    },
  },
  tradeDepartment: {
    words: { zh: "行业管理部门", en: "department of the trade" },
    meaning: {
      zh: "管理该行业而不负责监管执法的部门；作为相关单位可以看到该隐患",
      en: "manages the trade without supervising it; a party to the hazard, so that it sees it",
    },
    explained: true,
  },
  dualPrevention: {
    words: { zh: "双重预防", en: "dual prevention" },
    meaning: {
      zh: "风险分级管控和隐患排查治理两道防线：先管住风险，再查改失效的管控措施",
      en: "two lines of defence: risks are graded and controlled, and what failed of the controls is found and put right",
    },
    explained: true,
  },
  wholeStaff: {
    words: { zh: "全员安全生产责任制", en: "responsibility of the whole staff" },
    meaning: {
      zh: "从主要负责人到每名从业人员都有写明的安全生产责任，并考核；《安全生产法》第四条、第二十二条",
      en: "from the principal to every worker each has a written responsibility for safety, and is held to it; Work Safety Law art. 4 and 22",
    },
    explained: true,
  },
  majorHazard: {
    words: { zh: "重大事故隐患", en: "major hazard" },
    meaning: {
      zh: "按公布的判定标准判定、危害和整改难度大的隐患；须双报告、五落实，由部门复查销号",
      en: "judged by a published criteria item; reported twice, rectified by five elements, reviewed and closed by a department",
    },
    explained: true,
  },
  hazardLevels: {
    words: { zh: "重大 / 一般事故隐患", en: "major / general hazard" },
    meaning: { zh: "隐患的两个等级；见 `docs/registers/hazard.md`", en: "see `docs/registers/hazard.md`" },
  },
  ownAcceptance: {
    words: { zh: "自验收", en: "own acceptance" },
    meaning: {
      zh: "企业组织本单位专家，或委托技术机构，对自己的整改先行验收",
      en: "the enterprise accepts its own rectification, by its own experts or by a technical body that it entrusts",
    },
    explained: true,
  },
  makingPublic: {
    words: { zh: "公示", en: "making public" },
    meaning: {
      zh: "隐患整改销号情况向社会或职工公开的地点和时间，可在销号前或销号后",
      en: "where and when the outcome of a hazard was told to the public or to the staff, before or after it was closed",
    },
  },
  unproven: {
    words: { zh: "凭证不全", en: "unproven" },
    meaning: {
      zh: "双报告中有一项既无文书、回执，也无照片；只作标记，不阻止办理",
      en: "of a double report: one of its legs has neither paper nor receipt nor photo; flagged, and no refusal",
    },
    explained: true,
  },
  defiance: {
    words: { zh: "拒不整改", en: "defied" },
    meaning: {
      zh: "部门责令后仍不整改，由监管部门负责人认定；《安全生产法》第一百零二条",
      en: "not put right in spite of an order, as the head of the department finds; Work Safety Law art. 102",
    },
    explained: true,
  },
  interimControl: {
    words: { zh: "临时管控", en: "interim control" },
    meaning: {
      zh: "整改完成前防止出事的措施，如停产、撤人、限人、专人监护；重大隐患须复查同意后解除",
      en: "what keeps an accident off until the hazard is put right: stop, clear, restrict, watch; with a major hazard lifted only once the review agrees",
    },
    explained: true,
  },
  criteriaStandard: {
    words: { zh: "判定标准", en: "criteria standard" },
    meaning: {
      zh: "国家公布的某行业重大事故隐患判定标准的一个版本；修订后的版本另用代码",
      en: "one version of a published standard for major hazards; a changed one has another code",
    },
    explained: true,
  },
  criteriaItem: {
    words: { zh: "判定标准条款", en: "criteria item" },
    meaning: {
      zh: "判定标准中的一条，判定重大隐患时引用",
      en: "an item of a published standard by which a hazard is judged major",
    },
    explained: true,
  },
  topic: {
    words: { zh: "主题", en: "topic" },
    meaning: {
      zh: "标准中只知道标题的内容：列出来供对照，不能引用",
      en: "what of a standard is known by its heading alone: shown, and never cited",
    },
  },
  keyCheckItem: {
    words: { zh: "重点检查事项", en: "key check item" },
    meaning: {
      zh: "没有判定标准的行业领域，由部门列出的检查事项；该领域有标准施行后不再引用",
      en: "what a department lists for a sector that has no criteria; cited as a criteria item is, while the sector has no criteria in force",
    },
    explained: true,
  },
  lineage: {
    words: { zh: "版本系列", en: "lineage" },
    meaning: {
      zh: "前后相继、未明文废止的各版本：任一天只有一个有效",
      en: "versions that follow one another without a repeal in words: one of them is in force on a day",
    },
  },
  officialText: {
    words: { zh: "官方原文", en: "official text" },
    meaning: {
      zh: "条款公布时的原文，由负责本系统的单位导入，与转述并列",
      en: "the text of an item as published, imported by the office that answers for the installation, beside our own words",
    },
  },
  importedItem: {
    words: { zh: "导入条款", en: "imported item" },
    meaning: {
      zh: "数据包中没有、由导入的官方原文形成的条款；导入后即可引用",
      en: "an item that the pack does not have and an imported official text made; citable from its import on",
    },
  },
  importWithdrawal: {
    words: { zh: "撤回导入", en: "withdrawal of an import" },
    meaning: {
      zh: "对错误导入的撤销，须写明原因；其原文和条款不再有效，已引用的保留",
      en: "the end of an import that was made by mistake, with a reason: its texts and items count no more, what cited them keeps them",
    },
  },
} as const satisfies Terms;
