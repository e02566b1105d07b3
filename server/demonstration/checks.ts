import { addDays, type Day, monthOf, monthsLater } from "../../core/calendar/day.ts";
import type { ChecklistItem } from "../../core/register/criteria-fact.ts";
import { textValue } from "../../core/register/entry.ts";
import { deedsOn, dutyRules, sectorsOf } from "../../core/registers/self-check-duty.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { checklistOn, parametersOn } from "../store/campaign.ts";
import { idOfName } from "../store/ids.ts";
import type { StoredEntry } from "../store/row.ts";
import { supervisorOf } from "../store/supervisor.ts";
import { type Chance, newChance } from "./chance.ts";
import { composed } from "./compose.ts";
import { type Deed, registerOf } from "./deed.ts";
import type { Told } from "./facts.ts";
import { firmOf } from "./records.ts";
import { type Firm, fitsTo, laterOf, player, type World, workingDayFrom, workingDayUpTo } from "./world.ts";

const register = registerOf("self-check");
// As the hourly job looks back: longer than the longest window.
const lookBackDays = 100;
const beforeWork = 480;

/** What the calendar brings to self-checks on a month's first working day, by the same rule as the hourly job: called for, exempt, missed. */
export function tending(world: World, told: Told, engine: Actor, day: Day): readonly Deed[] {
  const { campaign } = world;
  const rules = dutyRules(parametersOn(campaign, day).numbers);
  if (rules === undefined) return [];
  const checks = Map.groupBy(checksOf(told), ({ values }) => values.organisation);
  return world.firms.flatMap(({ id }) => {
    const enterprise = told.entries.get(id);
    if (enterprise === undefined) return [];
    const { values } = enterprise;
    const own = (checks.get(id) ?? []).filter(
      (check) =>
        check.values.closedOn === undefined || textOf(check, "windowTo") >= addDays(day, -lookBackDays),
    );
    const supervisor =
      textValue(values, "supervisedBy") ??
      supervisorOf(campaign, textValue(values, "region") ?? "", textValue(values, "sector") ?? "");
    const asked = { enterprise, checks: own, day, calendar: campaign.calendar, rules, supervisor };
    return deedsOn(asked).map(({ act, on, input }): Deed => {
      const check = on?.id ?? idOfName(`demonstration-check:${id}/${String(input.period)}`);
      return { register, id: check, actor: engine, act, input, day, minute: beforeWork };
    });
  });
}

const checksOf = ({ entries }: Told) =>
  [...entries.values()].filter((entry) => entry.register === register.name);

const textOf = ({ values }: StoredEntry, field: string): string => textValue(values, field) ?? "";

/** What the people do in a month about the self-checks that are theirs. */
export function checking(world: World, told: Told, month: string): readonly Deed[] {
  const firms = new Map(world.firms.map((firm) => [firm.id, firm]));
  return checksOf(told).flatMap((check) => {
    const firm = firms.get(textOf(check, "organisation"));
    if (firm === undefined) return [];
    const { closedOn, filledInBy, missedOn, period, voluntaryOn } = check.values;
    const chance = newChance(`check ${firm.key}/${period ?? voluntaryOn}`);
    if (closedOn !== undefined || filledInBy !== undefined) return [];
    const goOn = voluntaryOn !== undefined ? ofOwnWill : missedOn !== undefined ? madeUp : made;
    const deeds = goOn(world, firm, check, chance);
    return deeds.filter(({ day }) => monthOf(day) === month);
  });
}

/** Enterprises without the duty begin checks of their own will, on the days that the script names. */
export function voluntaryDeeds(world: World): readonly Deed[] {
  return world.script.stories.checks.voluntary.map(({ enterprise, daysAgo }) => {
    const firm = firmOf(world, enterprise);
    const day = workingDayUpTo(world.campaign, addDays(world.today, -daysAgo));
    const actor = player(world, firm, "safety");
    const input = { organisation: firm.id };
    return {
      register,
      id: voluntaryId(firm, daysAgo),
      actor,
      act: "openVoluntary",
      input,
      day,
      minute: beforeWork,
    };
  });
}

const voluntaryId = ({ id }: Firm, daysAgo: number) =>
  idOfName(`demonstration-check:${id}/voluntary ${daysAgo}`);

function ofOwnWill(world: World, firm: Firm, check: StoredEntry, chance: Chance): readonly Deed[] {
  const { voluntary, takenBack } = world.script.stories.checks;
  const told = voluntary.find(
    ({ enterprise, daysAgo }) => enterprise === firm.key && voluntaryId(firm, daysAgo) === check.id,
  )?.told;
  const day = textOf(check, "voluntaryOn");
  if (told === "takenBack") {
    const actor = player(world, firm, "principal");
    const input = { reason: chance.pick(takenBack) };
    return [{ register, id: check.id, actor, act: "withdraw", input, day, minute: 600 }];
  }
  const deeds = answered(world, firm, check, chance, { day, late: false });
  return deeds.slice(0, told === "begun" ? 0 : told === "filledIn" ? 1 : 2);
}

/** Most are made in their window. One that still runs is left, at the enterprises with named accounts, to whoever looks. */
function made(world: World, firm: Firm, check: StoredEntry, chance: Chance): readonly Deed[] {
  const { missedShare, standing } = world.script.stories.checks;
  const [from, to, opened] = [
    textOf(check, "windowFrom"),
    textOf(check, "windowTo"),
    textOf(check, "stateSince"),
  ];
  const latest = monthOf(from) === monthOf(to) ? lastDayOfMonthlyCheck : lastDayOfQuarterlyCheck;
  const isMissed = chance.falls(missedShare);
  const drawn = workingDayUpTo(world.campaign, addDays(from, chance.between(firstDayOfCheck, latest)));
  if (isRunning(world, to) && firm.key === standing.filledIn)
    return answered(world, firm, check, chance, { day: opened, late: false }).slice(0, 1);
  if (isLastMissed(world, to) && [standing.left, standing.filledInLate].includes(firm.key)) return [];
  if (isMissed || (isRunning(world, to) && isNamed(world, firm))) return [];
  return answered(world, firm, check, chance, { day: laterOf(drawn, opened), late: false });
}

const isNamed = ({ script }: World, { key }: Firm): boolean =>
  script.people.accounts.some(({ enterprise }) => enterprise === key);

/** Whether nothing has been listed as missed yet of a window with this end. */
const isRunning = ({ campaign, today }: World, to: Day): boolean =>
  workingDayFrom(campaign, addDays(to, 1)) > today;

/** Whether a monthly window with this end is the last that has been listed. */
const isLastMissed = (world: World, to: Day): boolean =>
  !isRunning(world, to) && isRunning(world, addDays(monthsLater(addDays(to, 1), 1), -1));

const firstDayOfCheck = 4;
const lastDayOfMonthlyCheck = 22;
const lastDayOfQuarterlyCheck = 74;

/** What was missed is made up within two weeks or closed by the department; two still wait. */
function madeUp(world: World, firm: Firm, check: StoredEntry, chance: Chance): readonly Deed[] {
  const { excused, standing } = world.script.stories.checks;
  const missedOn = textOf(check, "missedOn");
  const isLast = isLastMissed(world, textOf(check, "windowTo"));
  if (isLast && firm.key === standing.left) return [];
  if (isLast && firm.key === standing.filledInLate)
    return answered(world, firm, check, chance, { day: missedOn, late: true }).slice(0, 1);
  const day = workingDayFrom(world.campaign, addDays(missedOn, chance.between(3, 8)));
  if (firm.supervisor !== undefined && chance.falls(0.25)) {
    const actor = player(world, firm, "head");
    const input = { reason: chance.pick(excused) };
    return [{ register, id: check.id, actor, act: "excuse", input, day, minute: 600 }];
  }
  return answered(world, firm, check, chance, { day, late: true });
}

function answered(
  world: World,
  firm: Firm,
  check: StoredEntry,
  chance: Chance,
  { day, late }: { readonly day: Day; readonly late: boolean },
): readonly Deed[] {
  const { row } = firm;
  const { checks } = world.script.stories;
  const items = checklistOn(
    world.campaign,
    sectorsOf({ sector: row.sector, otherSectors: row.otherSectors }),
    day,
  );
  const bad = chance.falls(checks.badShare) ? badItem(world, firm, items, chance) : undefined;
  const [safety, principal] = [player(world, firm, "safety"), player(world, firm, "principal")];
  const minute = 540 + chance.between(0, 200);
  const deed = { register, id: check.id, day };
  const answer: Deed = {
    ...deed,
    actor: safety,
    act: late ? "answerLate" : "answer",
    input: {
      checkedOn: day,
      areas: chance.pick(checks.areas),
      participants: `${principal.name}、${safety.name}`,
      answers: items.map((item) => (item.id === bad?.item ? bad : { item: item.id, answer: "clear" })),
      ...(bad === undefined ? { noneFound: true } : {}),
    },
    minute,
  };
  const confirm: Deed = {
    ...deed,
    actor: principal,
    act: late ? "confirmLate" : "confirm",
    input: { ledInPerson: true },
    minute: minute + 35,
  };
  // Some wait for the principal until the window's end.
  const isLeft = !late && textOf(check, "windowTo") >= world.today && chance.falls(checks.unconfirmedShare);
  return isLeft ? [answer] : [answer, confirm];
}

/** An item of which a fault is known, found to be so. */
function badItem(
  { script: { hazards } }: World,
  { row }: Firm,
  items: readonly ChecklistItem[],
  chance: Chance,
) {
  const asked = new Set(items.map(({ id }) => id));
  const kinds = hazards.faults.filter(
    (kind) => kind.item !== undefined && asked.has(kind.item) && fitsTo(row, kind.for),
  );
  if (kinds.length === 0) return undefined;
  const { item, title, why } = composed(hazards, chance.pick(kinds), row, chance);
  return { item, answer: "present", note: `${title}：${why}` };
}
