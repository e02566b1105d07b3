import { addDays, type Day } from "../../core/calendar/day.ts";
import { overCampaign } from "../../core/pack/report-kind.ts";
import type { RawInput } from "../../core/register/field.ts";
import { report } from "../../core/registers/report.ts";
import type { ReportOpening } from "../../core/registers/report-duty.ts";
import { receivingRoles, reportingRoles } from "../../core/registers/report-states.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { reportsWanted } from "../jobs/reports.ts";
import { idOfName } from "../store/ids.ts";
import type { Reports } from "./campaign-shapes.ts";
import { type Chance, newChance } from "./chance.ts";
import type { Deed } from "./deed.ts";
import { holders, laterOf, type World, workingDayFrom } from "./world.ts";

const openedMinute = 510;
const firstMinute = 560;
const minutesBetween = 15;

/**
 * The reports that units owed lately and what became of them, act by act. Told when all else is: what they hold was counted as it was
 * known on the day before each act, and that no later act changes.
 */
export function reportRounds(world: World): readonly (readonly Deed[])[] {
  const { campaign, today, script } = world;
  const since = laterOf(campaign.pack.plan.from, addDays(today, -script.reports.toldDays));
  let current = 0;
  let neglected = 0;
  const ways = reportsWanted(campaign, today, since).map((opening) => {
    const people = peopleOf(world, opening);
    const openUntil = String(opening.input.openUntil);
    const isOld = openUntil < today;
    if (people && !isOld) current += 1;
    if (people && isOld && openUntil >= addDays(today, -monthDays)) neglected += 1;
    const place = isOld ? { neglected } : { current };
    return [
      openingDeed(world, opening),
      ...(people ? becoming(world, opening, { ...people, ...place }) : []),
    ];
  });
  const longest = Math.max(0, ...ways.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => ways.flatMap((way) => way[at] ?? []));
}

const monthDays = 31;
/** What became of the first reports of the period before the last: after long holidays nothing has come of those of the last. */
const ofNeglected = ["returned", "submitted"] as const;

const reportId = (key: string): string => idOfName(`demonstration-report:${key}`);

const openedOn = ({ campaign }: World, { input }: ReportOpening): Day =>
  workingDayFrom(campaign, addDays(String(input.periodTo), 1));

function openingDeed(world: World, opening: ReportOpening): Deed {
  const { key, input } = opening;
  const day = openedOn(world, opening);
  return {
    register: report,
    id: reportId(key),
    actor: world.engine,
    act: "open",
    input,
    day,
    minute: openedMinute,
  };
}

type Step = readonly [act: string, by: "unit" | "receiver", after: number, input?: RawInput];

interface People {
  readonly unit: Actor;
  readonly receiver: Actor;
}

/** Who stands in the unit and in the office; undefined where nobody does. */
function peopleOf(world: World, { input }: ReportOpening): People | undefined {
  const [unit] = holders(world, String(input.organisation), ...reportingRoles);
  const [receiver] = holders(world, String(input.receiver), ...receivingRoles);
  return unit && receiver && { unit, receiver };
}

interface Place {
  /** Among the reports of the last period. */
  readonly current?: number;
  /** Among those of the one before. */
  readonly neglected?: number;
}

/** What its unit makes of a report, and the office after it. */
function becoming(
  world: World,
  opening: ReportOpening,
  { current = 0, neglected = 0, ...actors }: People & Place,
): readonly Deed[] {
  const { key, input } = opening;
  // The office closes no campaign by itself.
  if (input.organisation === input.receiver) return [];
  const { script, campaign, today, engine } = world;
  const { fates, leftShare } = script.reports;
  const chance = newChance(`report ${key}`);
  const openUntil = String(input.openUntil);
  const isOld = openUntil < today;
  // Of a period before the last one, all but a few are settled.
  const settled = chance.falls(leftShare) ? "left" : chance.falls(0.3) ? "mended" : "accepted";
  const fate = isOld
    ? (ofNeglected[neglected - 1] ?? settled)
    : (fates[(current - 1) % fates.length] ?? settled);
  let day = openedOn(world, opening);
  const apart = chance.between(0, minutesBetween - 1);
  const steps = stepsOf(script.reports, fate, chance, input.every === overCampaign).map(
    ([act, by, after, entered = {}], at): Deed => {
      day = workingDayFrom(campaign, addDays(day, after));
      const minute = firstMinute + apart + at * minutesBetween;
      return { register: report, id: reportId(key), actor: actors[by], act, input: entered, day, minute };
    },
  );
  const isAccepted = fate === "accepted" || fate === "mended";
  if (!isOld || !isAccepted) return steps;
  const locked = laterOf(day, workingDayFrom(campaign, addDays(openUntil, 1)));
  return [
    ...steps,
    {
      register: report,
      id: reportId(key),
      actor: engine,
      act: "lockWhenOver",
      input: {},
      day: locked,
      minute: 1200,
    },
  ];
}

function stepsOf(
  { problems, requests, plans, results, standing, returned, mended }: Reports,
  fate: Reports["fates"][number],
  chance: Chance,
  isFinal: boolean,
): readonly Step[] {
  const account = () => ({ results: chance.pick(results), standing: chance.pick(standing) });
  const words = {
    problems: chance.pick(problems),
    ...(isFinal ? account() : { plans: chance.pick(plans) }),
  };
  const send = isFinal ? "evaluate" : "submit";
  const asked = chance.falls(0.4) ? { ...words, requests: chance.pick(requests) } : words;
  const submit: Step = [send, "unit", chance.between(1, 8), asked];
  const sentBack: Step = ["sendBack", "receiver", chance.between(1, 3), { reason: chance.pick(returned) }];
  const again: Step = [send, "unit", chance.between(1, 3), { ...asked, problems: chance.pick(mended) }];
  const accepted: Step = ["accept", "receiver", chance.between(1, 4)];
  const ways: Readonly<Record<typeof fate, readonly Step[]>> = {
    left: [],
    submitted: [submit],
    returned: [submit, sentBack],
    mended: [submit, sentBack, again, accepted],
    accepted: [submit, accepted],
  };
  return ways[fate];
}
