import { type Refusal, refusal } from "../refusals.ts";
import type { Role } from "../scope/roles.ts";
import { type Actor, isPartyTo } from "../scope/scope.ts";
import type { Words } from "../words.ts";
import { isOfSupervision } from "./comment.ts";
import { type Entry, type Placing, placedOf } from "./entry.ts";
import { type Changes, type Fields, flag } from "./field.ts";

/**
 * How an entry is kept from those who see it by region alone, and opened to them again: by people in these roles, who say why; or by
 * the engine, for as long as it does not stand in one of these states.
 */
export type Restricting<S extends string = string> = RestrictingByPeople | RestrictingByState<S>;

interface RestrictingByPeople {
  readonly by: readonly Role[];
}

interface RestrictingByState<S extends string> {
  readonly until: readonly S[];
  /** Until when, and who sees it before: told to whoever does. */
  readonly why: Words;
}

/** Acts of which only the supervising side reads the reason: an enterprise is not to learn by it who reported, or what is looked into. */
const ofRestriction: readonly string[] = ["restrict", "liftRestriction"];

/** Whether somebody in a post reads the reason of an act. The policy on the table `value` says the same. */
export const readsReasonOf = (act: string, post: Pick<Actor, "role">): boolean =>
  !ofRestriction.includes(act) || isOfSupervision(post);

/** What an attempt at one of the two acts is decided by, whatever the register. */
interface Attempt {
  readonly entry: Entry;
  readonly actor: Actor;
}

const law: readonly Words[] = [
  {
    zh: "《危险化学品安全法》第十条（举报人信息保密）；知悉范围的设定由本系统提供，待核实",
    en: "Hazardous Chemicals Safety Law, art. 10 (secrecy of whistle-blowers); how sight is narrowed is this system's own way, to be confirmed",
  },
];

const byPeople: Words = {
  zh: "只有企业本身、事项中列明的单位和纪检监察人员看得到；企业看不到限制的理由",
  en: "Seen by the enterprise, by the units that the matter names, and by discipline inspection alone; the enterprise does not read why",
};

/** Kept in registers whose entries can be restricted. */
export const restrictionFieldsOf = (restricting: Restricting) =>
  ({
    restricted: flag({
      words: { zh: "限制知悉", en: "Restricted" },
      why: "until" in restricting ? restricting.why : byPeople,
      derived: true,
      column: true,
    }),
  }) as const satisfies Fields;

/** What the engine keeps of it for an entry that comes to stand in a state; nothing where people say so. */
export function restrictionIn(restricting: Restricting | undefined, state: string): Changes {
  if (restricting === undefined || "by" in restricting) return {};
  return { restricted: restricting.until.includes(state) ? null : true };
}

/**
 * The two acts by which a matter is kept from whoever sees it by region alone, as one under investigation is, and shown to them again;
 * open in every state. Whoever restricts goes on seeing it, for they must be of a unit that it names. Feature A12.
 */
export function restrictionActs(from: readonly string[], { by }: RestrictingByPeople, register: Placing) {
  const actorIsNamed = ({ entry, actor }: Attempt): Refusal | undefined =>
    isPartyTo(placedOf(register, { ...entry, values: { ...entry.values, restricted: true } }), actor)
      ? undefined
      : refusal("restricts-from-outside");
  const common = { law, from, to: "unchanged", by, needs: ["reason"], guards: [actorIsNamed] } as const;
  return {
    restrict: {
      ...common,
      words: { zh: "限制知悉范围", en: "Restrict who sees it" },
      applies: ({ entry }: Attempt) =>
        entry.values.restricted === true ? refusal("restricted-already") : undefined,
      sets: () => ({ restricted: true }),
    },
    liftRestriction: {
      ...common,
      words: { zh: "解除知悉限制", en: "Lift the restriction" },
      applies: ({ entry }: Attempt) =>
        entry.values.restricted === true ? undefined : refusal("not-restricted"),
      sets: () => ({ restricted: null }),
    },
  } as const;
}
