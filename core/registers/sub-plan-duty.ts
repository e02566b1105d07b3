import { dueDay } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { clauseAt } from "../pack/asked-document.ts";
import type { OwedSubPlan } from "../pack/owed-sub-plan.ts";
import type { Organisation, Pack } from "../pack/pack.ts";
import { subPlanKeyOf } from "./sub-plan.ts";
import { membersOf, type Opening, type OpeningRules, withCommittees } from "./task-duty.ts";

type Known = Pick<Pack, "plan" | "organisations" | "subPlans">;

/**
 * The sub-plans that the plan asks of its units, each with what opens it: one for each row and unit, of the committee and the government of
 * a region one. What was due before they are opened in the installation is due some working days after that, and keeps its day as its
 * first, as a task does (decision 036).
 */
export function subPlanOpenings(pack: Known, day: Day, rules: OpeningRules): readonly Opening[] {
  return pack.subPlans.flatMap((row) => openingsOf(pack, row, day, rules));
}

function openingsOf(pack: Known, row: OwedSubPlan, day: Day, rules: OpeningRules): readonly Opening[] {
  const { plan } = pack;
  const { since, calendar, pastDate, idOf } = rules;
  const { clause } = placeIn(pack, row);
  const firstDueOn = clause.dates?.[0]?.by ?? row.by ?? plan.to;
  if (day < plan.from) return [];
  const due = firstDueOn < since ? dueDay(since, pastDate, calendar).day : firstDueOn;
  const named = row.units?.map((unit) => ({ unit })) ?? clause.leads ?? [];
  const owing = membersOf(pack, named);
  return withCommittees(owing, []).flatMap(({ unit }) => {
    const organisation = owing.find(({ id }) => id === unit);
    return organisation ? [openingOf(pack, row, organisation, { due, firstDueOn, rules, idOf })] : [];
  });
}

interface Term {
  readonly due: Day;
  readonly firstDueOn: Day;
  readonly rules: OpeningRules;
  readonly idOf: OpeningRules["idOf"];
}

function openingOf(
  pack: Known,
  row: OwedSubPlan,
  { id: unit, shortName }: Organisation,
  { due, firstDueOn, rules, idOf }: Term,
): Opening {
  const details = (row.details ?? []).filter(({ units }) =>
    membersOf(
      pack,
      units.map((named) => ({ unit: named })),
    ).some(({ id }) => id === unit),
  );
  const places = [row, ...details].map((place) => placeIn(pack, place));
  const { id: obligation, kind, section } = row;
  const input = {
    title: `${shortName.zh}${row.title.zh}`,
    kind,
    obligation,
    ...(section === undefined ? {} : { section }),
    clause: row.clause,
    provision: places.map(({ provision }) => provision).join("、"),
    asks: places.map(({ clause }) => clause.text).join("\n"),
    ...(details.length > 0 ? { details: details.map(({ as }) => as) } : {}),
    organisation: idOf(unit),
    receiver: rules.office,
    due,
    firstDueOn,
  };
  return { key: subPlanKeyOf(input), input };
}

function placeIn({ plan }: Known, place: Parameters<typeof clauseAt>[1]) {
  const found = clauseAt(plan, place);
  if (found === undefined) throw new Error(`The pack has no clause ${JSON.stringify(place)} for a sub-plan`);
  return found;
}
