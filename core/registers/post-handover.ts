import { type Refusal, refusal } from "../refusals.ts";
import { blankEntry } from "../register/entry.ts";
import type { Attempt, FollowUp, Register } from "../register/register.ts";
import type { PostValues } from "./post-fields.ts";

type Post = Attempt<PostValues>;

/** Whoever leaves is not their own successor, nor is whoever grants: GB/T 22239-2019, 8.1.4.2 d). */
export function succeededByAnother({ entry, input: { successor }, actor }: Post): Refusal | undefined {
  const wrong = [{ field: "successor", code: "not-an-option" }] as const;
  if (successor === entry.values.account) return refusal("succeeds-oneself", wrong);
  return successor === actor.id ? refusal("own-post", wrong) : undefined;
}

/** The same role in the same organisation, over the same, from the day on which it ends for the one who leaves. */
export function toSuccessor(register: () => Register, { entry, input, facts }: Post): readonly FollowUp[] {
  const { successor, endsFrom = "" } = input;
  const [id = ""] = facts.newIds ?? [];
  const { role, unit, covers, everySector, sectors, heldUntil } = entry.values;
  const goesOn = heldUntil !== undefined && heldUntil >= endsFrom ? { heldUntil } : {};
  const coverage = Object.entries({ covers, everySector, sectors }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    {
      register: register(),
      entry: blankEntry("post", id),
      act: "succeed",
      input: {
        account: successor,
        role,
        unit,
        heldFrom: endsFrom,
        succeeds: entry.id,
        ...goesOn,
        ...Object.fromEntries(coverage),
      },
      facts: {
        entries: {
          ...(facts.entries.successor ? { account: facts.entries.successor } : {}),
          succeeds: entry,
        },
        places: { ...placesOf(entry) },
      },
    },
  ];
}

/** Places that were checked when the post was granted. */
function placesOf({ values: { covers, sectors } }: Post["entry"]) {
  return { ...(covers === undefined ? {} : { covers }), ...(sectors === undefined ? {} : { sectors }) };
}
