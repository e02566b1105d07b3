import { addDays, type Day } from "../../core/calendar/day.ts";
import type { Queryable } from "../../server/store/database.ts";

/** A ledger line as anybody can read it, without a line of the product's own code. */
interface PlainLine {
  readonly register: string;
  readonly entry: string;
  readonly day: Day;
  readonly state: string;
  readonly changes: Readonly<Record<string, unknown>>;
}

/** An entry's plain values after each of its lines, with the day from which they hold. */
interface Standing {
  readonly register: string;
  readonly days: readonly { readonly day: Day; readonly values: ReadonlyMap<string, unknown> }[];
}

/** Where a standing tells the entry's state: no field is called so. */
const stateOf = "(state)";

export async function readStandings(owner: Queryable): Promise<readonly Standing[]> {
  const { rows } = await owner.query<{ text: string }>(
    "select text from ledger where register <> 'installation' order by entry, version",
  );
  const lines = rows.map(({ text }): PlainLine => JSON.parse(text));
  const byEntry = Map.groupBy(lines, ({ entry }) => entry);
  return [...byEntry.values()].map((own) => {
    let values = new Map<string, unknown>();
    const days = own.map(({ day, state, changes }) => {
      values = new Map([...values, ...Object.entries(changes), [stateOf, state]]);
      return { day, values };
    });
    return { register: own[0]?.register ?? "", days };
  });
}

/** What is restricted is counted apart, in a place of its own. */
const placeOf = (values: ReadonlyMap<string, unknown>): string =>
  [
    ...["region", "sector", "organisation", "park", "level"].map((name) => values.get(name) ?? ""),
    values.get("restricted") === true,
  ].join("/");

const placeOfCell =
  "region || '/' || sector || '/' || organisation || '/' || park || '/' || level || '/' || restricted";

const wasMissed = ["missed", "lateAnswered", "excused"];
const wasOwed = ["owed", "answered", "confirmed", "madeUp", ...wasMissed];

interface CountedByDay {
  readonly register: string;
  readonly measure: string;
  readonly on: string;
  readonly sum?: string;
  /** The day on which it is taken back, where the entry has one. */
  readonly until?: string;
  /** The day from which the days are summed. */
  readonly since?: string;
  readonly states?: readonly string[];
  readonly not?: readonly string[];
  readonly holds?: (values: ReadonlyMap<string, unknown>) => boolean;
}

const isFirstEdition = (values: ReadonlyMap<string, unknown>): boolean => values.get("edition") === 1;

const noHazard = ["dismissed", "void", "merged"];

/** Counts per day: what counts, on the day in which field, and the field that is summed. Written anew, from the registers' words. */
const countedByDay: readonly CountedByDay[] = [
  { register: "self-check", measure: "self-check.owed", on: "windowTo", states: wasOwed },
  { register: "self-check", measure: "self-check.onTime", on: "windowTo", states: ["confirmed"] },
  { register: "self-check", measure: "self-check.late", on: "windowTo", states: ["madeUp"] },
  { register: "self-check", measure: "self-check.missed", on: "windowTo", states: wasMissed },
  { register: "self-check", measure: "self-check.voluntary", on: "voluntaryOn", states: ["confirmed"] },
  { register: "self-check", measure: "self-check.exempt", on: "windowTo", states: ["exempt"] },
  { register: "hazard", measure: "hazard.found", on: "foundOn", not: noHazard },
  { register: "hazard", measure: "hazard.closed", on: "closedOn", states: ["closed"] },
  { register: "hazard", measure: "hazard.open", on: "foundOn", until: "closedOn", not: noHazard },
  {
    register: "hazard",
    measure: "hazard.stockClosed",
    on: "closedOn",
    states: ["closed"],
    holds: (values) => values.get("stock") === "stock",
  },
  {
    register: "hazard",
    measure: "hazard.repeated",
    on: "foundOn",
    not: noHazard,
    holds: (values) => values.get("repeated") === true,
  },
  { register: "hazard", measure: "hazard.defied", on: "defiedOn", not: noHazard },
  { register: "hazard", measure: "hazard.firstDue", on: "firstDueOn", not: noHazard },
  {
    register: "hazard",
    measure: "hazard.closedInTime",
    on: "firstDueOn",
    states: ["closed"],
    holds: (values) => String(values.get("closedOn")) <= String(values.get("firstDueOn")),
  },
  { register: "hazard", measure: "hazard.daysToClose", on: "closedOn", states: ["closed"], since: "foundOn" },
  { register: "hazard", measure: "hazard.promised", on: "firstDueOn", sum: "planFunds", not: noHazard },
  { register: "hazard", measure: "hazard.invested", on: "closedOn", sum: "actualFunds", states: ["closed"] },
  { register: "enterprise", measure: "enterprise.registered", on: "registeredOn" },
  { register: "enterprise", measure: "enterprise.standing", on: "registeredOn", until: "ceasedOn" },
  { register: "enterprise", measure: "enterprise.closed", on: "ceasedOn" },
  {
    register: "enterprise",
    measure: "enterprise.graded",
    on: "firstGradedOn",
    until: "ceasedOn",
    not: ["merged"],
  },
  { register: "site", measure: "site.registered", on: "openedOn" },
  { register: "site", measure: "site.closed", on: "closedOn" },
  { register: "risk-point", measure: "risk-point.identified", on: "openedOn" },
  { register: "risk-point", measure: "risk-point.approved", on: "approvedOn", states: ["controlled"] },
  { register: "risk-point", measure: "risk-point.retired", on: "closedOn" },
  { register: "report", measure: "report.owed", on: "due" },
  {
    register: "report",
    measure: "report.sent",
    on: "due",
    states: ["submitted", "received", "concluded", "locked"],
  },
  {
    register: "report",
    measure: "report.onTime",
    on: "due",
    states: ["submitted", "received", "concluded", "locked"],
    holds: (values) => String(values.get("firstSentOn")) <= String(values.get("due")),
  },
  { register: "briefing", measure: "briefing.drawnUp", on: "openedOn" },
  {
    register: "briefing",
    measure: "briefing.issued",
    on: "issuedOn",
    states: ["circulated", "acknowledged"],
  },
  { register: "task", measure: "task.opened", on: "openedOn" },
  { register: "task", measure: "task.closed", on: "closedOn", states: ["closed"] },
  { register: "task", measure: "task.onTime", on: "onTimeOn", states: ["closed"] },
  { register: "assessment", measure: "assessment.opened", on: "openedOn" },
  { register: "assessment", measure: "assessment.published", on: "publishedOn" },
  { register: "directive", measure: "directive.recorded", on: "openedOn" },
  { register: "directive", measure: "directive.closed", on: "closedOn", states: ["closed"] },
  { register: "document", measure: "document.owed", on: "openedOn", not: ["void"] },
  { register: "document", measure: "document.issued", on: "issuedOn" },
  {
    register: "document",
    measure: "document.onTime",
    on: "issuedOn",
    holds: (values) => String(values.get("issuedOn")) <= String(values.get("firstDueOn")),
  },
  { register: "evaluation", measure: "evaluation.listed", on: "openedOn", not: ["void"] },
  { register: "evaluation", measure: "evaluation.evaluated", on: "verifiedOn" },
  {
    register: "evaluation",
    measure: "evaluation.onTime",
    on: "verifiedOn",
    holds: (values) => String(values.get("verifiedOn")) <= String(values.get("firstDueOn")),
  },
  { register: "sub-plan", measure: "sub-plan.owed", on: "openedOn", not: ["void"], holds: isFirstEdition },
  {
    register: "sub-plan",
    measure: "sub-plan.filed",
    on: "filedOn",
    states: ["onFile", "superseded"],
    holds: isFirstEdition,
  },
  {
    register: "sub-plan",
    measure: "sub-plan.onTime",
    on: "filedOn",
    states: ["onFile", "superseded"],
    holds: (values) =>
      isFirstEdition(values) && String(values.get("firstHandedInOn")) <= String(values.get("firstDueOn")),
  },
];

const countedOverdue: Readonly<Record<string, string>> = {
  hazard: "hazard.overdue",
  "risk-point": "risk-point.overdue",
  report: "report.overdue",
  briefing: "briefing.overdue",
  task: "task.overdue",
  assessment: "assessment.overdue",
  directive: "directive.overdue",
  document: "document.overdue",
  evaluation: "evaluation.overdue",
  "sub-plan": "sub-plan.overdue",
};

export const countedMeasures = [
  ...countedByDay.map(({ measure }) => measure),
  ...Object.values(countedOverdue),
];

/** How many there are, and their sum in hundredths, by measure, place and day; places with nothing are left out. */
export function recountByDay(standings: readonly Standing[]): ReadonlyMap<string, string> {
  const cells = new Map<string, { count: number; cents: number }>();
  for (const { register, days } of standings) {
    const values = days.at(-1)?.values ?? new Map<string, unknown>();
    for (const one of countedByDay.filter((known) => known.register === register)) {
      const { measure, on, until, sum, since, states, not, holds } = one;
      const [day, state] = [values.get(on), String(values.get(stateOf))];
      if (typeof day !== "string" || states?.includes(state) === false || not?.includes(state)) continue;
      if (holds?.(values) === false) continue;
      const days = since === undefined ? 0 : Math.round(daysApart(String(values.get(since)), day));
      const summed = sum === undefined ? days : Number(values.get(sum) ?? 0);
      put(cells, `${measure} ${placeOf(values)} ${day}`, 1, Math.round(summed * 100));
      const end = until === undefined ? undefined : values.get(until);
      if (typeof end === "string") put(cells, `${measure} ${placeOf(values)} ${end}`, -1, 0);
    }
  }
  return written(cells);
}

const daysApart = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;

function put(
  cells: Map<string, { count: number; cents: number }>,
  key: string,
  count: number,
  cents: number,
) {
  const cell = cells.get(key) ?? { count: 0, cents: 0 };
  cells.set(key, { count: cell.count + count, cents: cell.cents + cents });
}

export async function cellsByDay(owner: Queryable): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ key: string; count: number; sum: number }>(
    `select measure || ' ' || ${placeOfCell} || ' ' || day as key,
        sum(count) as count, sum(sum) as sum
      from cell where measure not like '%.overdue' group by 1 having sum(count) <> 0 or sum(sum) <> 0`,
  );
  return written(new Map(rows.map(({ key, count, sum }) => [key, { count, cents: Math.round(sum * 100) }])));
}

const written = (cells: ReadonlyMap<string, { count: number; cents: number }>): ReadonlyMap<string, string> =>
  new Map(
    [...cells]
      .filter(([, { count, cents }]) => count !== 0 || cents !== 0)
      .sort()
      .map(([key, { count, cents }]) => [key, `${count} ${cents}`]),
  );

/** How many entries were overdue in each place at the end of a day: those whose deadline, as it stood then, had passed. */
export function recountOverdue(standings: readonly Standing[], day: Day): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const { register, days } of standings) {
    const then = days.filter((held) => held.day <= day).at(-1);
    const due = then?.values.get("dueOn");
    const measure = countedOverdue[register];
    if (measure === undefined || then === undefined || typeof due !== "string" || due >= day) continue;
    const place = `${measure} ${placeOf(then.values)}`;
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  return new Map([...places].sort());
}

export async function cellsOverdue(owner: Queryable, day: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await owner.query<{ place: string; count: number }>(
    `select measure || ' ' || ${placeOfCell} as place, sum(count) as count
      from cell where measure like '%.overdue' and day <= $1 group by 1 having sum(count) <> 0 order by 1`,
    [day],
  );
  return new Map(rows.map(({ place, count }): [string, number] => [place, count]).sort());
}

/** Every day from the first to the last. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
