import { type Calendar, type Clock, dueDay } from "../calendar/calendar.ts";
import { addDays, type Day, yearOf } from "../calendar/day.ts";
import { type CalendarPeriod, periodOn, periodsWithin } from "../calendar/period.ts";
import { boardUnits } from "../campaign/board-units.ts";
import { provingIndicators } from "../campaign/plan-targets.ts";
import { shareInSight } from "../campaign/share.ts";
import type { DaySpan } from "../campaign/target-period.ts";
import type { Organisation, Pack } from "../pack/pack.ts";
import { ofTargets, overCampaign, type ReportKind } from "../pack/report-kind.ts";
import type { RawInput } from "../register/field.ts";
import type { FiguresAsked, FigureWanted } from "../register/figures-asked.ts";

/** A report that a unit owes in every period of its kind, or once over the whole campaign; the unit by its id in the pack. */
export interface ReportDuty {
  readonly kind: ReportKind;
  readonly unit: Organisation;
}

/** Who owes which reports, to the office that receives them, which owes itself none but the evaluation by which it closes the campaign. */
export function reportDuties(pack: Pack, receiver: string): readonly ReportDuty[] {
  const leading = new Set(boardUnits(pack).flatMap(({ id, kind }) => (kind === "department" ? [id] : [])));
  const isAmong = (unit: Organisation, from: ReportKind["from"]): boolean => {
    if (unit.kind === "park") return from.includes("park");
    if (unit.kind === "committeeOffice") return unit.level === "county" && from.includes("countyOffice");
    return unit.kind === "department" && leading.has(unit.id) && from.includes("department");
  };
  return pack.reports.flatMap((kind) =>
    pack.organisations.flatMap((unit) => {
      const owes = unit.id === receiver ? kind.every === overCampaign : isAmong(unit, kind.from);
      return owes ? [{ kind, unit }] : [];
    }),
  );
}

/** What the instances of a duty go by. */
export interface ReportRules {
  /** The day from which reports are owed: nothing of a period that ended before. */
  readonly since: Day;
  readonly campaign: DaySpan;
  readonly calendar: Calendar;
  readonly clockOf: (name: string) => Clock | undefined;
  /** The office that receives them, by the id under which the tables know it. */
  readonly receiver: string;
  readonly idOf: (unit: string) => string;
}

export interface ReportOpening {
  readonly key: string;
  readonly input: RawInput;
}

/** The reports of a duty whose periods are over on a day, the earliest first. */
export function reportsOn(
  { kind, unit }: ReportDuty,
  day: Day,
  rules: ReportRules,
): readonly ReportOpening[] {
  const within = rules.clockOf(kind.due);
  if (within === undefined || day <= rules.since) return [];
  return periodsOf(kind, day, rules)
    .filter(({ to }) => to < day)
    .map(({ name, words, from, to }) => {
      const next = periodOn(addDays(to, 1), kind.every === overCampaign ? "year" : kind.every);
      const input = {
        title: `${kind.name.zh}（${words}，${unit.shortName.zh}）`,
        kind: kind.id,
        every: kind.every,
        organisation: rules.idOf(unit.id),
        receiver: rules.receiver,
        period: name,
        periodFrom: from,
        periodTo: to,
        due: dueDay(to, within, rules.calendar).day,
        openUntil: next.to,
        ...(kind.asks.length > 0 ? { asks: kind.asks } : {}),
      };
      return { key: reportKeyOf(input), input };
    });
}

/** Those in which somebody could keep here what is counted: of a campaign its last day at least. */
function periodsOf(
  { every }: ReportKind,
  day: Day,
  { since, campaign }: ReportRules,
): readonly CalendarPeriod[] {
  if (every !== overCampaign) return periodsWithin(every, since, addDays(day, -1));
  return since <= campaign.to ? [wholeCampaign(campaign)] : [];
}

/** A campaign as the period of its final evaluation, by its years. */
export function wholeCampaign({ from, to }: DaySpan): CalendarPeriod {
  const [first, last] = [yearOf(from), yearOf(to)];
  return { name: `${first}-${last}`, words: `${first}—${last}年`, from, to };
}

interface Keyed {
  readonly kind?: string | undefined;
  readonly organisation?: string | undefined;
  readonly period?: string | undefined;
}

export const reportKeyOf = ({ kind, organisation, period }: Keyed): string =>
  `${kind}/${organisation}/${period}`;

/** The figures that a report holds: its kind's, of the unit's own share as everywhere in the campaign, over its period. */
export function reportFigures({ entry, input, pack, organisation }: FiguresAsked): readonly FigureWanted[] {
  const held = (name: string): string => String(input[name] ?? entry.values[name] ?? "");
  const kind = pack.reports.find(({ id }) => id === held("kind"));
  const unit = organisation(held("organisation"));
  if (kind === undefined || unit === undefined) return [];
  const place = { cut: shareInSight(unit), from: held("periodFrom"), to: held("periodTo") };
  const indicators = kind.indicators === ofTargets ? provingIndicators(pack) : kind.indicators;
  return indicators.map((indicator) => ({ indicator, ...place }));
}
