import { addDays } from "../../core/calendar/day.ts";
import { drawPartnerSecret } from "../partner-secret.ts";
import { organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import { hashToken } from "../store/people.ts";
import { type Deed, registerOf } from "./deed.ts";
import { type World, workingDayUpTo } from "./world.ts";

const administers = { ask: "sysadmin", approve: "secadmin", issue: "sysadmin" } as const;

const morningMinute = 560;
const minutesBetween = 25;

/** Tokens of other systems, asked for by one administrator and approved by another. Nobody has their secrets: they are drawn and forgotten. */
export function tokenDeeds({ script, campaign, today, people }: World): readonly Deed[] {
  const { tokens, validDays } = script.tokens;
  return tokens.flatMap(({ key, input, unit, daysAgo, acts }) => {
    const day = workingDayUpTo(campaign, addDays(today, -daysAgo));
    const inputs = {
      ask: { ...input, unit: organisationId(unit), validUntil: addDays(day, validDays) },
      approve: {},
      issue: { secretHash: hashToken(drawPartnerSecret()) },
    };
    return acts.map((act, at): Deed => {
      const person = people.get(administers[act]);
      if (person === undefined) throw new Error(`The demonstration has no ${administers[act]}`);
      const minute = morningMinute + at * minutesBetween;
      const id = idOfName(`demonstration-token:${key}`);
      return {
        register: registerOf("partner-token"),
        id,
        actor: person.actor,
        act,
        input: inputs[act],
        day,
        minute,
      };
    });
  });
}
