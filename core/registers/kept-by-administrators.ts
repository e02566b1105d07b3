import { heads } from "../scope/roles.ts";

/**
 * Accounts and posts are the business of the administrators, who keep them, and of the auditor, who reads them; a head sees those of
 * the own organisation, and everybody their own. To no inspector does a region show who works where.
 */
export const keptByAdministrators = {
  by: ["systemAdministrator", "securityAdministrator", "auditor"],
  heads,
} as const;
