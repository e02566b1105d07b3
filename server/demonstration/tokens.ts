import { addDays } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { drawPartnerSecret } from "../partner-secret.ts";
import { organisationId } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import { hashToken } from "../store/people.ts";
import { type Deed, registerOf } from "./deed.ts";
import { type World, workingDayUpTo } from "./world.ts";

const register = "partner-token";
const administers = { ask: "sysadmin", approve: "secadmin", issue: "sysadmin" } as const;
type Act = keyof typeof administers;

const platform = {
  name: "州应急指挥平台（虚构）",
  purpose: "把全州重大隐患接入应急指挥平台",
  unit: "zhou-yingji",
  role: "inspector",
  covers: "5334",
  everySector: true,
  mayRead: ["hazard", "enterprise"],
  perMinute: 60,
  perDay: 10_000,
};
const screen = {
  ...platform,
  name: "维西县应急局大屏（虚构）",
  purpose: "在大屏上显示本县隐患数量",
  unit: "weixi-yingji",
  covers: "533423",
  mayRead: ["hazard"],
};

const stories: readonly {
  readonly key: string;
  readonly input: RawInput & { readonly unit: string };
  readonly daysAgo: number;
  readonly acts: readonly Act[];
}[] = [
  { key: "in-use", input: screen, daysAgo: 40, acts: ["ask", "approve", "issue"] },
  { key: "asked-for", input: platform, daysAgo: 2, acts: ["ask"] },
];

const validDays = 180;
const morningMinute = 560;
const minutesBetween = 25;

/** Two tokens of other systems: one in use, one that waits for the second administrator. Nobody has the secret: it is drawn and forgotten. */
export function tokenDeeds(world: World): readonly Deed[] {
  return stories.flatMap(({ key, input, daysAgo, acts }) => {
    const day = workingDayUpTo(world.campaign, addDays(world.today, -daysAgo));
    const asked = { ...input, unit: organisationId(input.unit), validUntil: addDays(day, validDays) };
    const inputs = { ask: asked, approve: {}, issue: { secretHash: hashToken(drawPartnerSecret()) } };
    return acts.map((act, at): Deed => {
      const person = world.people.get(administers[act]);
      if (person === undefined) throw new Error(`The demonstration has no ${administers[act]}`);
      return {
        register: registerOf(register),
        id: idOfName(`demonstration-token:${key}`),
        actor: person.actor,
        act,
        input: inputs[act],
        day,
        minute: morningMinute + at * minutesBetween,
      };
    });
  });
}
