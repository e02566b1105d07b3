import type { Day } from "../../core/calendar/day.ts";
import { overCampaign } from "../../core/pack/report-kind.ts";
import { type TargetVerdict, verdictsIn } from "../../core/register/verdicts.ts";
import { report } from "../../core/registers/report.ts";
import { reportKeyOf, wholeCampaign } from "../../core/registers/report-duty.ts";
import { type Campaign, topOffices } from "./campaign.ts";
import { becomeCommitter, becomeReader, type Transaction } from "./database.ts";
import { tableOf } from "./tables.ts";

/** What the closing of a campaign keeps. */
export interface Closing {
  readonly closedOn: Day;
  /** By what was known at the end of this day. */
  readonly asOf: Day;
  readonly verdicts: readonly TargetVerdict[];
}

/**
 * The closing of a campaign, undefined while it is open. Of whoever asks: what the targets came to is the board's, which shows each
 * the units in sight; the evaluation that holds it may lie outside of that.
 */
export async function readClosing(tx: Transaction, campaign: Campaign): Promise<Closing | undefined> {
  const keys = closingKeys(campaign);
  if (keys.length === 0) return undefined;
  await becomeCommitter(tx);
  const { rows } = await tx.query<{ concluded_on: Day; verdicts: unknown }>({
    name: "closing",
    text: `select concluded_on, verdicts from (
        select concluded_on, data -> 'verdicts' as verdicts from ${tableOf(report)}
        where state = 'concluded' and report_key = any($1::text[])) closing limit 1`,
    values: [keys],
  });
  await becomeReader(tx);
  const [row] = rows;
  const verdicts = verdictsIn(row?.verdicts);
  const asOf = verdicts[0]?.asOf;
  if (row === undefined || asOf === undefined) return undefined;
  return { closedOn: row.concluded_on, asOf, verdicts };
}

/** The keys of the evaluations by which the campaign's office closes it. */
function closingKeys(campaign: Campaign): readonly string[] {
  const { reports, plan } = campaign.pack;
  const period = wholeCampaign(plan).name;
  return reports
    .filter(({ every }) => every === overCampaign)
    .flatMap(({ id: kind }) =>
      topOffices(campaign).map((organisation) => reportKeyOf({ kind, organisation, period })),
    );
}
