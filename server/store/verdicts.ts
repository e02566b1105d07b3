import { addDays } from "../../core/calendar/day.ts";
import { verdictsOf } from "../../core/campaign/closing.ts";
import { textValue } from "../../core/register/entry.ts";
import type { Act } from "../../core/register/register.ts";
import type { TargetVerdict } from "../../core/register/verdicts.ts";
import { readBoardAtEnd } from "./board.ts";
import type { Campaign } from "./campaign.ts";
import { becomeCommitter, becomeReader, type Transaction } from "./database.ts";
import type { FactsRequest } from "./facts-request.ts";

/**
 * What the targets of the campaign came to, where an act keeps it: in the sight of the entry's region, whoever asks, as known at the end
 * of the day before, as the figures that an act freezes.
 */
export async function verdictFacts(
  tx: Transaction,
  campaign: Campaign,
  { entry, day, acts }: FactsRequest,
): Promise<readonly TargetVerdict[] | undefined> {
  if (!acts.some(({ facts }: Act) => facts?.verdicts)) return undefined;
  const asOf = addDays(day, -1);
  await becomeCommitter(tx);
  const board = await readBoardAtEnd(tx, campaign, {
    region: textValue(entry.values, "region") ?? "",
    day,
    asOf,
  });
  await becomeReader(tx);
  return verdictsOf(board, asOf);
}
