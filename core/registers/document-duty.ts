import { dueDay } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { type AskedDocument, clauseAt } from "../pack/asked-document.ts";
import type { Pack } from "../pack/pack.ts";
import { documentKeyOf } from "./document.ts";
import { membersOf, type Opening, type OpeningRules, withCommittees } from "./task-duty.ts";

type Known = Pick<Pack, "plan" | "organisations" | "documents">;

/**
 * The documents that the plan asks of its units, each with what opens it: one for each row and unit, on the clause's day, else on the
 * row's, else on the campaign's last. What was due before tasks are opened in the installation is due some working days after that, and keeps its
 * day as its first, as a task does (decision 036). `day` says up to when clauses have begun.
 */
export function documentOpenings(pack: Known, day: Day, rules: OpeningRules): readonly Opening[] {
  return pack.documents.flatMap((row) => openingsOf(pack, row, day, rules));
}

function openingsOf(
  pack: Known,
  row: AskedDocument,
  day: Day,
  { since, calendar, pastDate, office, idOf }: OpeningRules,
): readonly Opening[] {
  const { plan } = pack;
  const found = clauseAt(plan, row);
  if (found === undefined) throw new Error(`The pack has no clause for the document ${row.id}`);
  const { clause, provision } = found;
  const [date] = clause.dates ?? [];
  const firstDueOn = date?.by ?? row.by ?? plan.to;
  if (day < (date?.from ?? plan.from)) return [];
  const named = row.units?.map((unit) => ({ unit })) ?? clause.leads ?? [];
  const { id: obligation, title, kind, measure, section } = row;
  return withCommittees(membersOf(pack, named), []).map(({ unit, joint }) => {
    const input = {
      title: title.zh,
      kind,
      obligation,
      ...(measure === undefined ? {} : { measure }),
      ...(section === undefined ? {} : { section }),
      clause: clause.number,
      provision,
      asks: clause.text,
      unit: idOf(unit),
      ...(joint.length > 0 ? { joint: joint.map(idOf) } : {}),
      assignedBy: office,
      due: firstDueOn < since ? dueDay(since, pastDate, calendar).day : firstDueOn,
      firstDueOn,
    };
    return { key: documentKeyOf(input), input };
  });
}
