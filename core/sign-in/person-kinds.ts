import { administrators, type Role, roleNames, roles } from "../scope/roles.ts";
import type { Words } from "../words.ts";

/** Of what kind people are as far as signing in goes; each role belongs to one kind. */
export const personKinds = {
  administrators: { zh: "三员", en: "The three administrators" },
  officials: { zh: "机关单位人员", en: "Officials" },
  enterprises: { zh: "企业、服务机构人员", en: "People of enterprises and service bodies" },
} as const satisfies Readonly<Record<string, Words>>;
export type PersonKind = keyof typeof personKinds;

export const isPersonKind = (name: string): name is PersonKind => Object.hasOwn(personKinds, name);

/** Whoever sees no more than their own organisation is of an enterprise or a service body, but for the park's office. */
export function personKindOf(role: Role): PersonKind {
  if (administrators.some((name) => name === role)) return "administrators";
  return roles[role].sees === "organisation" && role !== "parkOffice" ? "enterprises" : "officials";
}

/** Whether somebody with these posts is of one of the kinds. */
export const isOfKind = (held: readonly Role[], kinds: readonly PersonKind[]): boolean =>
  held.some((role) => kinds.includes(personKindOf(role)));

/** The roles of a kind, in their order. */
export const rolesOfKind = (kind: PersonKind): readonly Role[] =>
  roleNames.filter((role) => personKindOf(role) === kind);
