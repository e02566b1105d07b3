import type { Words } from "../words.ts";

/**
 * The roles in which a person acts. A post is a role in an organisation; a person acts in one post at a time, so that the
 * ledger says in which capacity something was done. Deny by default: a role may do what a register's table names it for.
 */
export const roles = {
  safetyManager: {
    words: { zh: "企业安全管理人员", en: "Safety manager of an enterprise" },
    sees: "organisation",
    of: "enterprise",
  },
  principal: {
    words: { zh: "企业主要负责人", en: "Principal of an enterprise" },
    sees: "organisation",
    of: "enterprise",
  },
  inspector: {
    words: { zh: "行政执法人员", en: "Enforcement officer" },
    sees: "region",
  },
  departmentHead: {
    words: { zh: "监管部门负责人", en: "Head of a supervising department" },
    sees: "region",
  },
  // 国办发〔2024〕54号: a coordination body does not inspect enterprises, so no register gives it an act of inspection.
  committeeOffice: {
    words: { zh: "安委办工作人员", en: "Officer of the work-safety committee's office" },
    sees: "region",
  },
  // They read, and every number that they read opens down to the entries. Of acts they have the comment, and the review of tasks that
  // their committee's office handles itself.
  leader: {
    words: { zh: "党政领导", en: "Leader of the Party or the government" },
    sees: "region",
  },
  discipline: {
    words: { zh: "纪检监察人员", en: "Officer of discipline inspection" },
    sees: "region",
  },
  // The park is an organisation, not a division: it sees what names it as a party.
  parkOffice: {
    words: { zh: "园区管理机构人员", en: "Officer of an industrial park" },
    sees: "organisation",
    of: "enterprise",
  },
  // `domain.md` §2.5: staff of a service body give technical support and nothing else; no register gives them an act of inspection.
  serviceStaff: {
    words: { zh: "服务机构人员", en: "Staff of a service body" },
    sees: "organisation",
    of: "service-body",
  },
  // GB/T 22239-2019 keeps the three apart; none of them has any business with hazards or enterprises.
  systemAdministrator: {
    words: { zh: "系统管理员", en: "System administrator" },
    sees: "nothing",
  },
  securityAdministrator: {
    words: { zh: "安全管理员", en: "Security administrator" },
    sees: "nothing",
  },
  auditor: {
    words: { zh: "审计管理员", en: "Auditor" },
    sees: "nothing",
  },
  system: {
    words: { zh: "系统", en: "System" },
    sees: "everything",
  },
} as const satisfies Readonly<
  Record<
    string,
    | { words: Words; sees: "region" | "nothing" | "everything" }
    // Of which register the organisations are whose entries the role reads: in others there is nothing for it.
    | { words: Words; sees: "organisation"; of: "enterprise" | "service-body" }
  >
>;

export type Role = keyof typeof roles;

/** Every role that a person can hold; `system` is the engine itself. */
export const roleNames = Object.keys(roles).filter((name): name is Role => name !== "system");

/** Every role before which entries come: the administrators of the system have no business with them. */
export const readingRoles = roleNames.filter((name) => roles[name].sees !== "nothing");

/** The three administrators (三员): GB/T 22239-2019 lets nobody be two of them. */
export const administrators = ["systemAdministrator", "securityAdministrator", "auditor"] as const;

/** Those who read first: what they must decide on waits for them, and they have no lists of own work. */
export const readers: readonly Role[] = ["leader", "discipline"];

/** Who answers for an organisation and its people. */
export const heads = ["principal", "departmentHead", "leader"] as const satisfies readonly Role[];

export const isAdministrator = (role: string): boolean => administrators.some((name) => name === role);

export function isRole(name: string): name is Role {
  return Object.hasOwn(roles, name);
}
