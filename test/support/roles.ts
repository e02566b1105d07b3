import { isRole, type Role } from "../../core/scope/roles.ts";
import type { PersonName } from "./cast.ts";

/** Somebody of the cast in each role, at or near Mei's enterprise where the role sees any. */
export const peopleByRole: Readonly<Record<Exclude<Role, "system">, PersonName>> = {
  safetyManager: "su",
  principal: "mei",
  inspector: "lin",
  departmentHead: "luo",
  committeeOffice: "gesang",
  leader: "yang",
  discipline: "ji",
  parkOffice: "gao",
  serviceStaff: "kang",
  systemAdministrator: "tang",
  securityAdministrator: "min",
  auditor: "shen",
};

/** Every role that a person can hold, with its person. */
export const rolesAndPeople = Object.entries(peopleByRole).flatMap(([role, name]) =>
  isRole(role) ? [{ role, name }] : [],
);
