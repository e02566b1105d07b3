import type { Role } from "../scope/roles.ts";
import type { FieldTraits } from "./field.ts";
import { type PersonalKind, personalKinds } from "./personal.ts";

/** A number that belongs to a person; `personal.ts` says what becomes of it. Only the roles named may have it shown whole. */
export const personal = <const T extends FieldTraits & { personal: PersonalKind; shownTo: readonly Role[] }>(
  traits: T,
) =>
  ({
    ...traits,
    kind: "code",
    sealed: true,
    maxLength: 40,
    pattern: personalKinds[traits.personal].pattern,
  }) as const;
