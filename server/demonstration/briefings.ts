import { addDays, yearOf } from "../../core/calendar/day.ts";
import { type CalendarPeriod, periodOn } from "../../core/calendar/period.ts";
import { briefing } from "../../core/registers/briefing.ts";
import { idOfName } from "../store/ids.ts";
import type { Briefings } from "./campaign-shapes.ts";
import { type Deed, momentOf } from "./deed.ts";
import { dated } from "./documents.ts";
import { scriptedDeeds } from "./tasks.ts";
import { type World, workingDayUpTo } from "./world.ts";

type Told = Briefings["briefings"][number];

const idOf = (key: string): string => idOfName(`demonstration-briefing:${key}`);

/**
 * What the offices published lately, each in a state of its own. Told when all else is, as reports are, and act by act: the number of one
 * that is issued follows from those that were issued before it.
 */
export function briefingRounds(world: World): readonly (readonly Deed[])[] {
  const { briefings } = world.script.briefings;
  const deeds = briefings.flatMap((one) => {
    const first = briefings.find(({ key }) => key === one.corrects) ?? one;
    return deedsOf(world, one, periodBefore(world, first));
  });
  return deeds.sort((one, other) => Number(momentOf(one)) - Number(momentOf(other))).map((deed) => [deed]);
}

/** The last period that was over when the first of them was drawn up. */
function periodBefore({ campaign, today }: World, { every, daysAgo }: Told): CalendarPeriod {
  const day = workingDayUpTo(campaign, addDays(today, -daysAgo));
  return periodOn(addDays(periodOn(day, every).from, -1), every);
}

function deedsOf(world: World, told: Told, { name, words }: CalendarPeriod): readonly Deed[] {
  const { key, by, daysAgo, title, input, acts, corrects } = told;
  const drawn = { title: title.replace("{period}", words), period: name, ...input };
  const link = corrects === undefined ? {} : { corrects: idOf(corrects) };
  const steps = [{ act: "drawUp", by, after: 0, input: { ...drawn, ...link } }, ...acts];
  const deeds = scriptedDeeds(world, { register: briefing, id: idOf(key), daysAgo, steps });
  // Redrawn, it is the whole of it again; signed, it is numbered in the year of that day.
  return deeds.map((deed, at): Deed => {
    const { whole, numbered } = acts[at - 1] ?? {};
    if (whole) return { ...deed, input: { ...dated(drawn, deed.day), ...deed.input } };
    return numbered ? { ...deed, input: { issueYear: `${yearOf(deed.day)}` } } : deed;
  });
}
