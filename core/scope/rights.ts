import type { Words } from "../words.ts";
import { type Role, readingRoles, roleNames } from "./roles.ts";

interface Right {
  readonly words: Words;
  /** What a person learns of it who asks why they may, or may not. */
  readonly why: Words;
  readonly roles: readonly Role[];
}

/**
 * What may be asked of the product at all. Every route for somebody who is signed in names one of these, and only the roles listed
 * get past it; what they then may see and do is said by their scope and by each register's table of acts. Deny by default: a route
 * without a right does not compile. GB/T 22239-2019, 8.1.4.2, asks for the least that each role needs.
 */
export const rights = {
  own: {
    words: {
      zh: "本人事务：登录、岗位、首页、通知、显示习惯",
      en: "One's own: session, posts, home, notices, looks",
    },
    why: {
      zh: "人人可办，只涉及本人",
      en: "Everybody's, and of nobody but themselves",
    },
    roles: roleNames,
  },
  reference: {
    words: {
      zh: "查阅公共资料：方案、判定标准、行政区划、行业、单位名录、日历",
      en: "Look up what is common: the plan, the criteria, regions, sectors, organisations, the calendar",
    },
    why: {
      zh: "不含任何企业或个人的监管信息",
      en: "It says nothing of how any enterprise or person fares",
    },
    roles: roleNames,
  },
  registers: {
    words: {
      zh: "查看、办理、导入、导出台账条目",
      en: "Read entries of registers, act on them, bring them in and take them out",
    },
    why: {
      zh: "限本岗位可看的台账、数据范围内的条目和各台账权限表所列的办理事项",
      en: "In the registers that the role may read, within the post's scope, and the acts that each register's table gives it",
    },
    roles: roleNames,
  },
  figures: {
    words: { zh: "查看统计指标和行动进展", en: "See indicators and how the campaign goes" },
    why: {
      zh: "限本岗位数据范围；每个数字都能打开它所统计的条目",
      en: "Within the post's scope; every figure opens the entries that it counts",
    },
    roles: readingRoles,
  },
  rightsOfOthers: {
    words: { zh: "查询其他账号的权限", en: "Look up what another account may see and do" },
    why: {
      zh: "限三员；查到的是权限，不是业务数据",
      en: "For the three administrators: they learn of rights, of no business",
    },
    roles: ["systemAdministrator", "securityAdministrator", "auditor"],
  },
  libraryUpkeep: {
    words: {
      zh: "导入、撤回判定标准官方原文",
      en: "Import official texts of the criteria, and withdraw an import",
    },
    why: {
      zh: "限本系统最高一级安委办；判定标准涉及全体企业",
      en: "For the topmost committee's office alone: criteria concern every enterprise",
    },
    roles: ["committeeOffice"],
  },
  credentials: {
    words: {
      zh: "查找账号的登录情况，发放一次性密码，申请重置第二重验证",
      en: "Find accounts, issue one-time passwords, ask to remove lost second factors",
    },
    why: {
      zh: "账号由系统管理员管理；看不到任何人的密码",
      en: "Accounts are the system administrator's, who sees nobody's password",
    },
    roles: ["systemAdministrator"],
  },
  enterpriseNames: {
    words: {
      zh: "查找企业、服务机构的名称、信用代码和所在地",
      en: "Find enterprises and service bodies by name, credit code and place",
    },
    why: {
      zh: "开通账号、授权任职、查询账号和任职时选定单位；其他情况一概不可见",
      en: "To open accounts, grant posts and look through both by organisation; nothing else of them is told",
    },
    roles: ["systemAdministrator", "securityAdministrator", "auditor"],
  },
  secondFactorResets: {
    words: {
      zh: "查看、撤销重置第二重验证的申请",
      en: "See and turn down what is asked for of lost second factors",
    },
    why: {
      zh: "限系统管理员和安全管理员；只见账号，不见密钥",
      en: "For the system and the security administrator, who see accounts and no secrets",
    },
    roles: ["systemAdministrator", "securityAdministrator"],
  },
  secondFactorDecision: {
    words: { zh: "确认重置他人的第二重验证", en: "Confirm the removal of a lost second factor" },
    why: {
      zh: "系统管理员申请、安全管理员确认，一人不能独办（GB/T 22239-2019，8.1.7.2）",
      en: "The system administrator asks, the security administrator confirms: nobody does it alone (GB/T 22239-2019, 8.1.7.2)",
    },
    roles: ["securityAdministrator"],
  },
  auditLog: {
    words: {
      zh: "查询、核验、导出审计日志",
      en: "Search the audit log, verify it and take it out",
    },
    why: {
      zh: "限审计管理员；日志说明谁在何时从何处做了什么，不含条目内容（GB/T 22239-2019，8.1.5.2）",
      en: "The auditor's alone: the log tells who did what, when and from where, and nothing of what entries hold (GB/T 22239-2019, 8.1.5.2)",
    },
    roles: ["auditor"],
  },
  usage: {
    words: { zh: "查看各表填写用时（不涉及个人）", en: "See how long forms take, of nobody in particular" },
    why: {
      zh: "用于改进系统，不用于评价任何人",
      en: "It serves to mend the product and never to rate anybody",
    },
    roles: ["systemAdministrator"],
  },
} as const satisfies Readonly<Record<string, Right>>;

export type RightName = keyof typeof rights;

/** Every right by its name, in the order in which they are told. */
export const rightNames = Object.keys(rights).filter((name): name is RightName => name in rights);

/** Whether a role may ask for what a right opens. */
export function mayAsk(role: Role, right: RightName): boolean {
  const { roles }: Right = rights[right];
  return roles.includes(role);
}
