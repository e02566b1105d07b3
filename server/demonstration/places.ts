import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { idOfName } from "../store/ids.ts";
import { type Chance, newChance } from "./chance.ts";
import { type Deed, openingOf, registerOf } from "./deed.ts";
import type { Risks } from "./shape.ts";
import { type Firm, fitsTo, player, type World, workingDayFrom } from "./world.ts";

/** The sites of every enterprise, and on them its risk points with their four lists, reviewed from year to year. */
export function placeDeeds(world: World): readonly Deed[] {
  return world.firms.flatMap((firm) => {
    const chance = newChance(`places ${firm.key}`);
    const { sites, riskPoints } = world.script.risks;
    const own = sites.filter((site) => fitsTo(firm.row, site.for));
    const ids = own.map((_, at) => idOfName(`demonstration-site:${firm.key}/${at}`));
    return [
      ...own.map((site, at) => siteDeed(world, firm, site, ids[at] ?? "", chance)),
      ...riskPoints
        .filter((risk) => fitsTo(firm.row, risk.for))
        .flatMap((risk, at) =>
          riskDeeds(world, firm, risk, at, ids.length > 0 ? chance.pick(ids) : undefined),
        ),
    ];
  });
}

const weekdayAfter = (world: World, day: Day, days: number): Day =>
  workingDayFrom(world.campaign, addDays(day, days));

function siteDeed(
  world: World,
  firm: Firm,
  { kind, name }: Risks["sites"][number],
  id: string,
  chance: Chance,
): Deed {
  const register = registerOf("site");
  const { region, sector } = firm.row;
  return {
    register,
    id,
    actor: player(world, firm, "safety"),
    act: openingOf(register),
    input: {
      name: `${String(firm.row.name).replace(/（.*$/, "")}${name}（虚构）`,
      kind,
      organisation: firm.id,
      region,
      sector,
      ...firm.point,
      coordinateSystem: "cgcs2000",
      ...(firm.supervisor === undefined ? {} : { supervisedBy: firm.supervisor }),
      responsiblePerson: chance.pick(world.script.hazards.words.responsible ?? []),
    },
    day: weekdayAfter(world, firm.registeredOn, chance.between(3, 20)),
    minute: 600 + chance.between(0, 240),
  };
}

type Risk = Risks["riskPoints"][number];

/** What befalls a risk point, one act after the other. */
interface Way {
  readonly act: string;
  readonly by: "safety" | "principal";
  readonly after: number;
  readonly input: RawInput;
}

function riskDeeds(
  world: World,
  firm: Firm,
  risk: Risk,
  at: number,
  site: string | undefined,
): readonly Deed[] {
  const register = registerOf("risk-point");
  const chance = newChance(`risk ${firm.key}/${at}`);
  const id = idOfName(`demonstration-risk:${firm.key}/${at}`);
  const { name, accidentType, description } = risk;
  const identify = {
    act: openingOf(register),
    by: "safety" as const,
    after: chance.between(25, 45),
    input: {
      name: `${name}（虚构）`,
      organisation: firm.id,
      accidentType,
      description,
      ...(site === undefined ? {} : { site }),
    },
  };
  const minute = 540 + chance.between(0, 200);
  const way = wayOf(world, risk, chance);
  // What is not assessed or approved yet was identified of late.
  let day =
    way.length < stepsToControl
      ? addDays(world.today, -identify.after - way.length * 6 - 3)
      : firm.registeredOn;
  return [identify, ...way].map(({ act, by, after, input }): Deed => {
    day = weekdayAfter(world, day, after);
    return { register, id, actor: player(world, firm, by), act, input, day, minute };
  });
}

const stepsToControl = 3;

/** Most are assessed, described and approved within three weeks, and reviewed each year; a few lie still on the way or are gone. */
function wayOf({ script: { risks } }: World, risk: Risk, chance: Chance): readonly Way[] {
  const { likelihood, exposure, consequence } = risk;
  const figures = { method: "lec", likelihood, exposure, consequence };
  const lists = Object.fromEntries(
    Object.entries(risks.lists).map(([name, texts]) => [name, chance.pick(texts)]),
  );
  const whole: readonly Way[] = [
    { act: "assess", by: "safety", after: chance.between(2, 9), input: figures },
    {
      act: "describe",
      by: "safety",
      after: chance.between(1, 4),
      input: {
        tier: chance.pick(Object.values(risks.tiers)),
        responsibleUnit: "安全生产部",
        responsiblePerson: "现场负责人（演示）",
        ...lists,
      },
    },
    { act: "approve", by: "principal", after: chance.between(0, 3), input: {} },
  ];
  const fate = chance.between(0, 19);
  if (fate < 2) return whole.slice(0, fate);
  const review = (after: number): Way => ({
    act: "review",
    by: "safety",
    after,
    input: { reviewFinding: chance.pick(risks.reviewFindings) },
  });
  const once = [...whole, review(chance.between(330, 364))];
  if (fate === 2)
    return [...once, { act: "retire", by: "principal", after: 60, input: { reason: risks.retired } }];
  if (fate === 3) {
    const again = { ...figures, consequence: consequence / 2, reason: risks.reassessed };
    return [
      ...whole,
      { act: "revise", by: "safety", after: chance.between(150, 300), input: { reason: risks.reassessed } },
      { act: "assess", by: "safety", after: 4, input: again },
      { act: "approve", by: "principal", after: 2, input: {} },
      review(chance.between(330, 364)),
    ];
  }
  // One in twenty forgets its last review and stands overdue.
  return fate === 4 ? once : [...once, review(chance.between(330, 364))];
}
