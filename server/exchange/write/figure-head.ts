import { type Day, dayInShanghai } from "../../../core/calendar/day.ts";
import { roles } from "../../../core/scope/roles.ts";
import type { Actor } from "../../../core/scope/scope.ts";
import type { Campaign } from "../../store/campaign.ts";
import type { Queryable } from "../../store/database.ts";
import { demonstrationMark, timeInShanghai, unitOf } from "./list-heading.ts";

export interface FigureHead {
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly asOf: Day | null;
  /** Where the figures are taken, in words; nothing where everywhere in the post's sight. */
  readonly places: readonly string[];
  readonly actor: Actor;
  readonly now: Date;
  readonly demonstration: boolean;
}

/** Which figures a file holds: the days, how far they were known, and where they are taken. */
export const filterOf = ({
  from,
  to,
  asOf,
  places,
}: Omit<FigureHead, "title" | "actor" | "now" | "demonstration">): string =>
  [
    `时段：${from} 至 ${to}`,
    asOf === null ? "口径：按导出时所知" : `口径：按 ${asOf} 当时所知`,
    `范围：${places.length === 0 ? "本岗位数据范围" : places.join("、")}`,
  ].join("；");

/** What stands above figures in a file, so that they can be told again: by whom, when, for which days, as known when. */
export async function figureLines(
  tx: Queryable,
  campaign: Campaign,
  head: FigureHead,
): Promise<{ readonly lines: readonly string[]; readonly name: string }> {
  const { actor, now, demonstration, title, to, asOf } = head;
  const by = `${actor.name}（${await unitOf(tx, campaign, actor)}，${roles[actor.role].words.zh}）`;
  const running = to >= dayInShanghai(now) ? "；时段未结束，数字仍会变化" : "";
  return {
    name: `${demonstration ? `${demonstrationMark.replace(" ", "-")}-` : ""}${title}-${asOf ?? dayInShanghai(now)}`,
    lines: [
      ...(demonstration ? [demonstrationMark] : []),
      `${filterOf(head)}${running}`,
      `导出人：${by}；导出时间：${timeInShanghai(now)}`,
    ],
  };
}
