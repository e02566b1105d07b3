import type { Words } from "../words.ts";

const wsl = (zh: string, en: string, text: Words): Words => ({
  zh: `《安全生产法》${zh}：${text.zh}`,
  en: `Work Safety Law, ${en}: ${text.en}`,
});

/**
 * The rules by which an enterprise is asked something, as close to the words of the Work Safety Law (2021) as one sentence holds
 * them. Where no rule is certain, a field names none.
 */
export const laws = {
  answerForAll: wsl("第五条", "art. 5", {
    zh: "生产经营单位的主要负责人是本单位安全生产第一责任人，对本单位的安全生产工作全面负责",
    en: "the principal answers first, and for all of the enterprise's work safety",
  }),
  standardise: wsl("第二十一条第一项", "art. 21(1)", {
    zh: "主要负责人加强安全生产标准化建设",
    en: "the principal furthers the standardisation of work safety",
  }),
  leadPrevention: wsl("第二十一条第五项", "art. 21(5)", {
    zh: "主要负责人督促、检查本单位的安全生产工作，及时消除生产安全事故隐患",
    en: "the principal urges and checks the enterprise's work safety, and has hazards removed in time",
  }),
  nameResponsible: wsl("第二十二条", "art. 22", {
    zh: "全员安全生产责任制应当明确各岗位的责任人员、责任范围和考核标准等内容",
    en: "for every post it is laid down who answers, for what, and by which standard",
  }),
  fund: wsl("第二十三条", "art. 23", {
    zh: "安全生产条件所必需的资金投入，由生产经营单位的决策机构、主要负责人或者个人经营的投资人予以保证",
    en: "the funds that safe conditions need are guaranteed by the board, the principal or the investor",
  }),
  haveSafetyStaff: wsl("第二十四条", "art. 24", {
    zh: "应当设置安全生产管理机构或者配备安全生产管理人员；是否须为专职，视行业和从业人员是否超过一百人而定",
    en: "there is a safety department or a safety manager; whether full-time, trade and a staff of over 100 decide",
  }),
  train: wsl("第二十八条", "art. 28", {
    zh: "应当对从业人员进行安全生产教育和培训",
    en: "staff are educated and trained in work safety",
  }),
  gradeRisks: wsl("第四十一条第一款", "art. 41(1)", {
    zh: "应当建立安全风险分级管控制度，按照安全风险分级采取相应的管控措施",
    en: "risks are graded, and controlled as their grade asks",
  }),
  removeHazards: wsl("第四十一条第二款", "art. 41(2)", {
    zh: "采取技术、管理措施，及时发现并消除事故隐患",
    en: "by technical and managerial measures hazards are found and removed in time",
  }),
  recordTruthfully: wsl("第四十一条第二款", "art. 41(2)", {
    zh: "事故隐患排查治理情况应当如实记录",
    en: "how hazards are looked for and dealt with is recorded truthfully",
  }),
  tellStaff: wsl("第四十一条第二款", "art. 41(2)", {
    zh: "事故隐患排查治理情况通过职工大会或者职工代表大会、信息公示栏等方式向从业人员通报",
    en: "staff are told of it by a staff congress, a notice board or the like",
  }),
  reportTwice: wsl("第四十一条第二款", "art. 41(2)", {
    zh: "重大事故隐患排查治理情况应当及时向负有安全生产监督管理职责的部门和职工大会或者职工代表大会报告",
    en: "of a major hazard the supervising department and the staff congress are told in time",
  }),
  tellDangers: wsl("第四十四条", "art. 44", {
    zh: "向从业人员如实告知作业场所和工作岗位存在的危险因素、防范措施以及事故应急措施",
    en: "staff are told of the dangers at their place and post, of the precautions, and what to do in an accident",
  }),
  protectStaff: wsl("第四十五条", "art. 45", {
    zh: "必须为从业人员提供符合国家标准或者行业标准的劳动防护用品",
    en: "staff are given protective equipment that meets the standards",
  }),
  recordChecks: wsl("第四十六条", "art. 46", {
    zh: "安全生产管理人员应当对安全生产状况进行经常性检查，检查及处理情况应当如实记录在案",
    en: "the safety manager checks constantly; the checks and what came of them are recorded truthfully",
  }),
  insure: wsl("第五十一条", "art. 51", {
    zh: "属于国家规定的高危行业、领域的生产经营单位，应当投保安全生产责任保险",
    en: "enterprises of the high-risk trades that the state names insure their liability for work safety",
  }),
  superviseByClass: wsl("第六十二条", "art. 62", {
    zh: "应急管理部门应当按照分类分级监督管理的要求，制定安全生产年度监督检查计划",
    en: "the yearly plan of inspections goes by the class and the grade of enterprises",
  }),
  qualifyBodies: wsl("第七十二条", "art. 72", {
    zh: "承担安全评价、认证、检测、检验职责的机构应当具备国家规定的资质条件，并对其作出的结果的合法性、真实性负责",
    en: "bodies that evaluate, certify, test and inspect are qualified as the state lays down, and answer for what they find",
  }),
  keepPeopleSafe: wsl("第六十五条", "art. 65", {
    zh: "重大事故隐患排除前或者排除过程中无法保证安全的，应当责令从危险区域内撤出作业人员，责令暂时停产停业或者停止使用相关设施、设备",
    en: "where safety cannot be assured until a major hazard is gone, people leave the danger area, and production or equipment stops",
  }),
  planForAccidents: wsl("第八十一条", "art. 81", {
    zh: "应当制定本单位生产安全事故应急救援预案",
    en: "there is a plan for the rescue in accidents",
  }),
  judgeByCriteria: wsl("第一百一十八条", "art. 118", {
    zh: "负有安全生产监督管理职责的部门应当根据各自的职责分工，制定相关行业、领域重大事故隐患的判定标准",
    en: "the supervising departments lay down the criteria of major hazards, each for its trades",
  }),
  fiveElements: {
    zh: "安委〔2024〕7号：整改措施、责任、资金、时限、预案“五落实”",
    en: "Work Safety Commission 2024 No. 7: measures, responsibility, funds, deadline and contingency plan",
  },
} as const satisfies Readonly<Record<string, Words>>;
