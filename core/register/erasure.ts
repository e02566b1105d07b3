import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import type { Role } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import type { Words } from "../words.ts";
import { commentFields } from "./comment.ts";
import type { Entry } from "./entry.ts";
import { choices, type Fields, longText, person, type Values } from "./field.ts";

/** What an attempt at one of the two acts is decided by, whatever the register. */
interface Attempt {
  readonly entry: Entry;
  readonly input: Values;
  readonly actor: Actor;
  readonly facts: { readonly sealed: readonly string[] };
}

const law: readonly Words[] = [
  { zh: "《个人信息保护法》第四十七条", en: "Personal Information Protection Law, art. 47" },
];

/** Who answers for what the government keeps; never the same person for both acts. */
const usuallyBy: readonly Role[] = ["departmentHead", "committeeOffice"];

/**
 * The fields in which a register keeps a request to erase, and what has been erased. What may be asked for is every sealed field,
 * the comments and the reasons of acts, in all versions; the basis of the request itself stays, and is to name nobody.
 */
export function erasureFieldsOf(own: Fields) {
  const sealed = Object.entries({ ...own, ...commentFields }).filter(([, field]) => "sealed" in field);
  const options: Readonly<Record<string, Words>> = {
    ...Object.fromEntries(sealed.map(([name, { words }]) => [name, words])),
    reason: { zh: "各项办理的理由", en: "Reasons of acts" },
  };
  return {
    erasureAsked: choices({ words: { zh: "申请删除的内容", en: "Asked to be erased" }, options }),
    erasureBasis: longText({
      words: { zh: "删除的法定情形", en: "Legal ground of the erasure" },
      why: {
        zh: "写明《个人信息保护法》第四十七条的哪一项，不写姓名",
        en: "Which case of art. 47 of the Personal Information Protection Law; no names",
      },
      maxLength: limits.reasonLengthCharacters,
    }),
    erasureAskedBy: person({ words: { zh: "删除申请人", en: "Erasure asked by" }, derived: true }),
    erased: choices({ words: { zh: "已依法删除", en: "Erased by law" }, options, derived: true }),
  } as const satisfies Fields;
}

/**
 * The two acts by which personal values are erased, the same in every register: one person asks, another erases. `whileOpen` says
 * whether the register lets it happen before a matter is at rest, `former` what a field was called when older lines were written.
 */
export function erasureActs(
  from: readonly string[],
  whileOpen: boolean,
  former: (field: string) => readonly string[],
  by: readonly Role[] = usuallyBy,
) {
  const kept = whileOpen ? [] : [closedFirst];
  return {
    requestErasure: {
      words: { zh: "申请删除个人信息", en: "Ask to erase personal data" },
      law,
      from,
      to: "unchanged",
      by,
      needs: ["erasureAsked", "erasureBasis"],
      facts: { sealed: true },
      guards: [...kept, somethingStands],
      checks: [askedStands],
      sets: ({ actor }: Attempt) => ({ erasureAskedBy: actor.id }),
      personalData: true,
    },
    erase: {
      words: { zh: "删除个人信息", en: "Erase personal data" },
      law,
      from,
      to: "unchanged",
      by,
      guards: [...kept, erasureWasAsked, askedByAnother],
      sets: ({ entry }: Attempt) => {
        const asked = entry.values.erasureAsked ?? [];
        const names = asked.flatMap((field) => [field, ...former(field)]);
        return {
          ...Object.fromEntries(asked.map((field) => [field, null])),
          erased: [...new Set([...(entry.values.erased ?? []), ...names])].sort(),
          erasureAsked: null,
          erasureAskedBy: null,
          erasureBasis: null,
        };
      },
      erases: true,
      personalData: true,
    },
  } as const;
}

/** What the law wants kept is kept until the matter is at rest: the second paragraph of art. 47. */
function closedFirst({ entry }: Attempt): Refusal | undefined {
  return entry.values.closedOn === undefined ? refusal("kept-while-open") : undefined;
}

function somethingStands({ facts }: Attempt): Refusal | undefined {
  return facts.sealed.length === 0 ? refusal("nothing-to-erase") : undefined;
}

function askedStands({ input, facts }: Attempt): Refusal | undefined {
  const asked = Array.isArray(input.erasureAsked) ? input.erasureAsked : [];
  const stands = asked.every((field) => facts.sealed.some((name) => name === field));
  return stands ? undefined : refusal("nothing-to-erase", [{ field: "erasureAsked", code: "not-an-option" }]);
}

function erasureWasAsked({ entry }: Attempt): Refusal | undefined {
  return entry.values.erasureAsked === undefined ? refusal("erasure-not-asked") : undefined;
}

function askedByAnother({ entry, actor }: Attempt): Refusal | undefined {
  return entry.values.erasureAskedBy === actor.id ? refusal("requester-may-not-erase") : undefined;
}
