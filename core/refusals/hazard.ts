import type { Words } from "../words.ts";

/** Why an act on a hazard is not done. */
export const hazardRefusals = {
  "enterprise-not-operating": {
    zh: "该企业已关闭、注销或合并",
    en: "This enterprise is closed, deregistered or merged",
  },
  "criteria-item-cited-twice": {
    zh: "同一条款不得重复引用",
    en: "The same criteria item is cited twice",
  },
  "criteria-item-not-in-force": {
    zh: "该判定标准条款在发现之日不在有效期内",
    en: "This criteria item was not in force on the day of finding",
  },
  "criteria-item-withdrawn": {
    zh: "所选条款由导入而来，该次导入已撤回，不能再引用",
    en: "The chosen item was imported and the import has been withdrawn: it can no longer be cited",
  },
  "key-check-item-beside-criteria": {
    zh: "该行业领域在发现之日已有施行的判定标准，应引用判定标准条款，不引用重点检查事项",
    en: "This sector had criteria in force on the day of finding: cite one of them and no key check item",
  },
  "risk-point-of-another-enterprise": {
    zh: "所选风险点不属于该企业",
    en: "This risk point belongs to another enterprise",
  },
  "criteria-item-needed": {
    zh: "判定重大隐患须选择判定标准条款",
    en: "A major hazard is judged by a criteria item",
  },
  "criteria-not-whole": {
    zh: "请选择判定标准条款；条款库尚未收录全部条款，所依据的条款未收录的，附专家意见并写明条款号",
    en: "Choose the criteria item; the library lacks some of them, so where yours is one of those bring an expert's opinion that names it",
  },
  "no-criteria-without-expert": {
    zh: "该行业领域尚无已录入的判定标准，须附专家意见",
    en: "No criteria are loaded for this sector: bring an expert's opinion",
  },
  "catch-all-without-expert": {
    zh: "按兜底条款判定须附专家意见",
    en: "Judging by a catch-all clause takes an expert's opinion",
  },
  "found-in-the-future": { zh: "发现日期不能晚于今天", en: "The day of finding may not lie in the future" },
  "day-outside-the-matter": {
    zh: "日期须在发现隐患之日至今天之间",
    en: "The day lies between the finding of the hazard and today",
  },
  "due-in-the-past": { zh: "整改期限不能早于今天", en: "The rectification deadline may not lie in the past" },
  "proposer-may-not-validate": {
    zh: "提出判定的人不能审定自己的判定",
    en: "Whoever proposed the judgement may not validate it",
  },
  "same-role-may-not-validate": {
    zh: "判定须由另一岗位的人员审定",
    en: "A judgement is validated by somebody in another role",
  },
  "owning-organisation-without-duty": {
    zh: "该单位不是负有安全监管职责的部门",
    en: "This organisation has no duty of safety supervision",
  },
  "supervision-outside-region": {
    zh: "该单位不管辖隐患所在地",
    en: "This organisation does not supervise the place of the hazard",
  },
  "staff-report-missing": {
    zh: "尚未向职工大会、职工代表大会或公示栏报告（双报告）",
    en: "The report to the staff congress or notice board is missing (double report)",
  },
  "nothing-reported-yet": { zh: "该隐患尚未办理双报告", en: "This hazard has not been reported twice" },
  "proof-taken-back": { zh: "补充凭证不能删除已有的凭证", en: "Adding proof takes none away" },
  "plan-lacks-five-elements": {
    zh: "整改方案五落实（责任、措施、资金、时限、预案）不全",
    en: "The plan lacks one of its five elements: responsibility, measures, funds, deadline, contingency plan",
  },
  "extension-not-later": {
    zh: "延期后的期限须晚于现期限",
    en: "The new deadline must be later than the present one",
  },
  "extension-after-expiry": {
    zh: "期限已过，不能再申请延期",
    en: "The deadline has passed; an extension is asked for before it",
  },
  "extensions-used-up": { zh: "已达到延期次数上限", en: "No further extension is allowed" },
  "approver-not-one-level-up": {
    zh: "延期须由上一级单位批准",
    en: "An extension is approved by the organisation one level above the owner of the hazard",
  },
  "requester-may-not-approve": { zh: "申请人不能批准自己的申请", en: "Nobody approves their own request" },
  "owned-by-enterprise": {
    zh: "该隐患由企业自行验收销号，无需执法人员复查",
    en: "This hazard is the enterprise's own to verify and close",
  },
  "owned-by-government": {
    zh: "该隐患须由负有安全监管职责的部门复查",
    en: "This hazard is reviewed by the supervising department",
  },
  "certificate-not-valid": {
    zh: "您没有当日有效的行政执法证",
    en: "You hold no enforcement certificate valid on this day",
  },
  "rectifier-may-not-review": {
    zh: "参与整改的人员或单位不能复查、验收自己的整改",
    en: "Whoever rectified a hazard may not accept the rectification",
  },
  "same-officer-may-not-countersign": {
    zh: "复查须由两名执法人员分别签字",
    en: "A review takes two officers; the second must be another one",
  },
  "reviewer-may-not-close": {
    zh: "复查人员不能同时办理销号",
    en: "Whoever reviewed a hazard may not close it",
  },
  "not-the-owning-level": {
    zh: "该隐患归另一层级或单位复查、销号",
    en: "This hazard is reviewed and closed by the level and organisation that owns it",
  },
  "own-judgement-not-disputed": {
    zh: "企业自己判定的隐患请退回重新判定，无需提出异议",
    en: "What the enterprise judged by itself is sent back to be judged again, not disputed",
  },
  "disputes-used-up": { zh: "已达到异议次数上限", en: "No further objection is allowed" },
  "dispute-decided-elsewhere": {
    zh: "异议由上一级单位核定",
    en: "The objection is decided by the organisation one level above the owner of the hazard",
  },
  "judge-may-not-decide-dispute": {
    zh: "参与判定或提出异议的人不能核定异议",
    en: "Whoever judged or objected may not decide the objection",
  },
  "not-controlled": { zh: "该隐患未处于临时管控中", en: "This hazard is not under interim control" },
  "control-of-another": {
    zh: "管控由作出决定的单位解除",
    en: "A control is lifted by the organisation that ordered it",
  },
  "control-before-review": {
    zh: "重大隐患须经复查同意后方可解除管控、恢复生产",
    en: "With a major hazard, control is lifted only once the review has agreed",
  },
  "transferred-to-itself": { zh: "不能移送给本单位", en: "It cannot be transferred to its own owner" },
  "not-the-receiver": {
    zh: "该隐患未移送给您的单位",
    en: "This hazard was not transferred to your organisation",
  },
  "suspended-without-control": {
    zh: "重大隐患中止整改前须先采取临时管控",
    en: "Before a major hazard is suspended, it is put under interim control",
  },
  "suspensions-used-up": { zh: "已达到中止整改次数上限", en: "No further suspension is allowed" },
  "suspension-too-long": {
    zh: "中止整改的时间超过上限",
    en: "A suspension may not last that long",
  },
  "due-beyond-the-rest": {
    zh: "恢复后的期限最多顺延中止的天数，需要更长时间请申请延期",
    en: "The deadline moves by the days of the suspension at most; more is asked for as an extension",
  },
  "suspension-not-ahead": {
    zh: "中止整改的截止日期须晚于今天",
    en: "A suspension must end later than today",
  },
  "major-not-voided-by-enterprise": {
    zh: "企业不能作废已判定的重大隐患",
    en: "An enterprise may not void a hazard confirmed as major",
  },
  "photos-missing": {
    zh: "重大隐患须有整改前后照片；不能拍摄的请写明原因",
    en: "A major hazard needs photos before and after, or the reason why none could be taken",
  },
  "finding-taken-back": {
    zh: "补充情况不能删除已有的照片、描述和停产撤人要求",
    en: "Adding to a finding takes away neither photos nor description nor the order to stop",
  },
  "not-the-finder": {
    zh: "隐患情况由发现单位补充",
    en: "Only the organisation that found the hazard may add to the finding",
  },
  "duplicate-of-itself": { zh: "不能与自身合并", en: "Nothing is a duplicate of itself" },
  "duplicate-of-another-enterprise": {
    zh: "只能与同一企业的隐患合并",
    en: "Only hazards of the same enterprise can be duplicates",
  },
  "duplicate-is-merged": { zh: "目标隐患本身已被合并", en: "The other hazard has itself been merged" },
  "duplicate-out-of-sight": {
    zh: "所并入的隐患不在您的数据范围内，请由能看到两条隐患的人员撤销",
    en: "The hazard it was merged into is outside your scope; somebody who sees both can part them",
  },
  "duplicate-at-rest": {
    zh: "目标隐患已办结，请先重新打开再合并",
    en: "The other hazard is at rest: have it reopened first",
  },
  "major-into-lesser": {
    zh: "重大隐患不能并入未判定为重大的隐患",
    en: "A major hazard is not merged into one that is not",
  },
  "merge-of-anothers-finding": {
    zh: "部门发现或监管的隐患由部门合并",
    en: "What a department found or owns, a department merges",
  },
  "must-be-judged-first": {
    zh: "须立即停产或撤人、或已对照判定标准条款的隐患应先判定，不能直接现场整改",
    en: "A hazard that stops production, clears people or cites a criteria item is judged first",
  },
  "already-major": { zh: "该隐患已判定为重大隐患", en: "This hazard is judged major already" },
  "nothing-to-acknowledge": {
    zh: "没有待签收的重大隐患报告",
    en: "There is no report of a major hazard to acknowledge",
  },
  "duplicates-merged-into-it": {
    zh: "已有其他隐患并入本隐患，请将另一条并入本隐患",
    en: "Others were merged into this hazard: merge the other one into this one instead",
  },
  "rests-until-a-department-acts": {
    zh: "停产停业期间转入基建或试生产，须由监管部门办理",
    en: "While it is stopped, the department that supervises it lists it as under works or on trial",
  },
} as const satisfies Readonly<Record<string, Words>>;
