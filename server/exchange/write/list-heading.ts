import { dayInShanghai, yearOf } from "../../../core/calendar/day.ts";
import type { Register } from "../../../core/register/register.ts";
import { roles } from "../../../core/scope/roles.ts";
import type { Actor } from "../../../core/scope/scope.ts";
import type { Campaign } from "../../store/campaign.ts";
import type { Queryable } from "../../store/database.ts";
import { titlesOf } from "../../store/titles.ts";

/** How a list stands in its file: to be worked on, or as a ledger that is printed, signed and filed. */
export type Form = "plain" | "official";

/** What stands above and below a list, and what its file is called. */
export interface Heading {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly foot: readonly string[];
  readonly official: boolean;
  readonly pageMark?: string;
}

interface Headed {
  readonly register: Register;
  readonly form: Form;
  readonly asked: { readonly region?: string | undefined };
  readonly actor: Actor;
  readonly now: Date;
  readonly total: number;
  /** What the list is narrowed by, in words. */
  readonly filter: string;
  readonly demonstration: boolean;
}

/** What every paper of a demonstration says. */
export const demonstrationMark = "演示样张 非公文";
const signatures = "填表人：　　　　　　　　　审核人：　　　　　　　　　负责人：　　　　　　　　　（签字）";

/** Title, particulars and signature line of a list, in Chinese as its cells are. */
export async function headingOf(tx: Queryable, campaign: Campaign, headed: Headed): Promise<Heading> {
  const { register, form, actor, now, total, filter, demonstration } = headed;
  const day = dayInShanghai(now);
  const unit = await unitOf(tx, campaign, actor);
  const mark = demonstration ? [demonstrationMark] : [];
  const ledger = ledgerName(register);
  const place = campaign.regionName(headed.asked.region ?? actor.region)?.zh ?? "";
  const common = {
    name: [...mark.map((text) => text.replace(" ", "-")), `${ledger}-${day}`].join("-"),
    official: form === "official",
  };
  if (form === "official")
    return {
      ...common,
      title: `${place}${ledger}（${yearOf(day)}年度）`,
      lines: [
        ...mark,
        `填报单位：${unit}　　　　填报日期：${dayInWords(day)}　　　　共 ${total} 条`,
        `范围：${filter}`,
      ],
      foot: ["", signatures],
      ...(demonstration ? { pageMark: demonstrationMark } : {}),
    };
  const by = `${actor.name}（${unit}，${roles[actor.role].words.zh}）`;
  return {
    ...common,
    title: ledger,
    lines: [
      ...mark,
      `筛选条件：${filter}`,
      `共 ${total} 条；导出人：${by}；导出时间：${timeInShanghai(now)}`,
    ],
    foot: [],
    ...(demonstration ? { pageMark: demonstrationMark } : {}),
  };
}

/** 台账 as the register is called, once. */
export const ledgerName = ({ words }: Pick<Register, "words">): string =>
  words.zh.endsWith("台账") ? words.zh : `${words.zh}台账`;

export async function unitOf(
  tx: Queryable,
  { organisations }: Campaign,
  { organisation }: Actor,
): Promise<string> {
  const known = organisations.get(organisation)?.name.zh;
  return known ?? (await titlesOf(tx, [organisation])).get(organisation) ?? "";
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

const shanghaiAheadMs = 8 * 3_600_000;

export const timeInShanghai = (now: Date): string =>
  new Date(now.getTime() + shanghaiAheadMs).toISOString().slice(0, 16).replace("T", " ");
