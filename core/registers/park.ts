import { textValue } from "../register/entry.ts";
import { organisation } from "../register/field.ts";
import type { Attempt } from "../register/register.ts";

/**
 * The industrial park in which the enterprise of an entry lies, as it was when the entry was opened. A park is an organisation and no
 * division: it sees what names it as a party. Work Safety Law (2021) art. 9 has parks look after the safety of those within.
 */
export const park = organisation({
  words: { zh: "所在园区", en: "Industrial park" },
  why: {
    zh: "园区管理机构由此看到入园企业的情况",
    en: "By it the park sees what concerns the enterprises within",
  },
  derived: true,
  party: true,
});

export const parkOf = ({ facts }: Pick<Attempt, "facts">): string | undefined =>
  textValue(facts.entries.organisation?.values ?? {}, "park");
