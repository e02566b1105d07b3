import { expect, test } from "vitest";
import type { Clause, Reading, Target } from "../../core/pack/plan.ts";
import { readPack } from "../../server/store/read-pack.ts";

const { plan } = await readPack(import.meta.dirname);

/** What one measure demands, each with the number of the clause on which it must stand. */
interface Demand {
  readonly measure: number;
  /** Days, periods and numbers by the plan's own words. */
  readonly says?: readonly string[];
  /** Days, periods and numbers that are our reading. */
  readonly read?: readonly string[];
  /** Results to be shown, by a word of them. */
  readonly shows: readonly string[];
}

/** The plan's 38 measures, read one by one: what each sets, reaches and has to show. */
const demands: readonly Demand[] = [
  {
    measure: 1,
    says: ["2 every year", "3 by 2024-12-31", "3 = 15 item by 2024-12-31", "3 = 79 item by 2024-12-31"],
    read: ["3 by 2024-12-31"],
    shows: ["1 学习记录", "2 参训记录", "2 新上任", "3 状态、佐证和评分"],
  },
  {
    measure: 2,
    says: ["1 every year", "1 = 3 level every year"],
    read: ["1 every year"],
    shows: ["1 备案", "1 各版本", "2 责任追究"],
  },
  {
    measure: 3,
    says: ["1 2024-01-01 to 2024-12-31", "2 2025-01-01 to 2025-12-31", "3 2026-01-01 to 2026-12-31"],
    read: [
      "1 every year",
      "1 = 100 percent by 2024-12-31",
      "1 = 100 percent by 2024-12-31",
      "2 = 100 percent by 2025-12-31",
      "2 = 100 percent by 2025-12-31",
      "3 = 100 percent by 2026-12-31",
    ],
    shows: ["1 应训名单", "1 未训", "1 矿山", "1 医院", "2 金属冶炼", "2 文物", "3 商业综合体"],
  },
  {
    measure: 4,
    says: ["1 = 100 percent by 2026-12-31", "1 = 11 sector by 2026-12-31"],
    shows: ["1 分批", "1 按行业领域和县（市）", "1 判定标准"],
  },
  { measure: 5, read: ["1 = 100 percent"], shows: ["1 动态管理清单", "1 等级变化"] },
  { measure: 6, shows: ["1 指引指南和视频", "1 测验", "2 保险机构"] },
  {
    measure: 7,
    says: [
      "1 every quarter",
      "1 every month",
      "1 ≥ 1 time every quarter",
      "1 ≥ 1 time every month",
      "2 by 2024-12-31",
      "2 = 100 percent by 2024-12-31",
    ],
    shows: ["1 逾期", "1 签名", "1 未发现隐患", "1 执行率"],
  },
  { measure: 8, shows: ["1 奖励资金", "1 保密", "2 奖励制度", "3 工会"] },
  {
    measure: 9,
    says: ["1 = 4 list", "3 by 2024-12-31", "4 by 2026-12-31"],
    read: ["3 by 2024-12-31", "4 by 2026-12-31", "4 = 4 item by 2026-12-31"],
    shows: ["2 全过程记录", "2 闭环", "3 按地区和行业领域", "4 数据库建成", "4 一库集成"],
  },
  {
    measure: 10,
    says: [
      "1 = 2 level",
      "3 every year",
      "3 ≥ 30 item every year",
      "3 ≥ 30 item every year",
      "4 2025-01-01 to 2025-12-31",
    ],
    read: ["3 = 4 government every year", "3 every year", "4 by 2025-12-31"],
    shows: ["1 摘牌销号", "3 计数的政府", "3 分别计数", "3 既公开曝光又作出处理", "4 决定"],
  },
  {
    measure: 11,
    says: ["3 by 2024-12-31"],
    read: ["3 by 2024-12-31"],
    shows: ["1 双报告", "1 拒不整改、长期存在", "2 案件", "3 责任倒查机制"],
  },
  {
    measure: 12,
    says: ["2 by 2026-12-31"],
    read: ["1 ≥ 1 list", "2 by 2026-12-31"],
    shows: ["1 禁止和限制类产业目录", "2 会商记录"],
  },
  { measure: 13, shows: ["1 行业分中心和数据支撑平台", "1 试点", "2 全生命周期"] },
  {
    measure: 14,
    says: ["1 by 2024-12-31", "2 by 2025-12-31", "2 = 100 percent by 2025-12-31", "3 by 2026-12-31"],
    read: ["1 by 2024-12-31", "2 by 2025-12-31", "3 by 2026-12-31"],
    shows: ["1 用电监测", "2 应接入、已接入、在线", "3 智能化", "4 监测、预警、处置"],
  },
  {
    measure: 15,
    says: [
      "1 by 2025-12-31",
      "1 = 100 percent by 2025-12-31",
      "2 by 2024-12-31",
      "2 = 3 list by 2024-12-31",
      "3 by 2025-12-31",
      "4 by 2026-12-31",
    ],
    read: ["1 = 5 kind", "3 = 100 percent by 2025-12-31", "3 by 2025-12-31", "4 by 2026-12-31"],
    shows: ["1 子台账", "3 三张清单", "3 佐证", "4 小散乱"],
  },
  { measure: 16, shows: ["1 火灾报警", "2 主动安全装置", "3 机械化换人", "5 示范项目"] },
  {
    measure: 17,
    says: ["3 by 2025-12-31", "3 = 100 percent by 2025-12-31", "3 = 100 percent by 2025-12-31"],
    read: ["3 by 2025-12-31"],
    shows: ["1 一灯一带", "3 消防供水和自建房", "4 燃气管道、水库、电梯", "4 资金、进度"],
  },
  {
    measure: 18,
    says: ["1 by 2025-12-31", "1 ≥ 1 base by 2025-12-31", "1 ~ 1 school by 2025-12-31"],
    shows: ["1 容量"],
  },
  {
    measure: 19,
    says: ["1 = 100 percent", "2 = 100 percent"],
    shows: ["1 有效期和缺证名单", "2 后上岗"],
  },
  {
    measure: 20,
    says: ["1 by 2024-12-31", "1 = 100 percent", "2 by 2025-12-31"],
    read: ["1 by 2024-12-31", "2 by 2025-12-31"],
    shows: ["1 AQ 8011", "1 清退", "2 特种作业人员综合管理服务", "2 电气焊"],
  },
  {
    measure: 21,
    says: ["1 by 2024-12-31"],
    read: ["1 by 2024-12-31", "2 by 2024-12-31"],
    shows: ["1 频次、内容、范围、时间", "1 应训日期", "2 准入和退出"],
  },
  {
    measure: 22,
    says: [
      "1 every year",
      "1 every halfYear",
      "1 ≥ 1 time every year",
      "1 ≥ 1 time every halfYear",
      "1 = 100 percent",
      "2 = 100 percent",
    ],
    shows: ["1 演练日历", "2 救援队伍"],
  },
  { measure: 23, shows: ["1 等级、证书、有效期", "1 升级"] },
  {
    measure: 24,
    says: ["2 2024-01-01 to 2024-12-31", "3 by 2025-12-31"],
    read: ["2 = 100 percent by 2024-12-31", "3 by 2025-12-31"],
    shows: ["1 减少检查频次、复产验收优先", "2 冶金", "3 标杆"],
  },
  { measure: 25, shows: ["1 评价和失信", "1 门槛"] },
  { measure: 26, shows: ["1 曝光记录", "1 四不两直", "1 一案双罚"] },
  { measure: 27, says: ["1 = 11 kind"], shows: ["1 作业告知", "1 随机抽取"] },
  { measure: 28, shows: ["1 分包关系", "1 实名制"] },
  {
    measure: 29,
    says: ["1 by 2024-12-31", "1 = 3 item by 2024-12-31"],
    shows: ["1 无处罚", "1 约谈", "1 典型案例"],
  },
  { measure: 30, shows: ["1 乡镇", "2 装备", "4 尽职免责"] },
  { measure: 31, says: ["1 = 100 percent"], shows: ["1 走访", "2 小微企业"] },
  {
    measure: 32,
    says: ["2 by 2024-12-31", "2 = 2 level by 2024-12-31"],
    read: ["2 by 2024-12-31"],
    shows: ["1 技术检查员和政府购买服务", "1 不得自行入企检查", "2 抽取、回避和评价", "4 培训"],
  },
  {
    measure: 33,
    says: ["2 every year", "2 = 3 percent every year"],
    read: ["2 ≥ 1 item every year"],
    shows: ["1 一案双查", "1 移送", "2 抽样数", "2 评查表"],
  },
  {
    measure: 34,
    says: ["2 every year", "2 = 5 kind"],
    read: ["2 every year", "2 every year", "2 every year"],
    shows: ["2 安全生产月（6月）", "2 6月16日", "2 消防宣传月（11月）", "2 覆盖人数"],
  },
  { measure: 35, says: ["1 = 2 level"], shows: ["1 固定栏目", "1 警示宣传片"] },
  { measure: 36, says: ["1 = 5 kind"], shows: ["1 评选命名"] },
  { measure: 37, shows: ["1 责任清单", "1 谁靠近谁牵头"] },
  { measure: 38, shows: ["1 会商", "1 告警"] },
];

/** The same of the plan's other sections, those that ask for something to be shown. */
const sectionDemands = [
  { kind: "principle", number: 2, shows: ["1 人防、技防、工程防还是管理防"] },
  { kind: "objective", number: 1, shows: ["1 培训与职责清单", "1 自查发现"] },
  {
    kind: "objective",
    number: 2,
    says: ["2 by 2024-12-31", "3 by 2025-12-31", "4 by 2026-12-31"],
    read: ["1 = 0 item", "2 by 2024-12-31", "3 by 2025-12-31", "4 by 2026-12-31"],
    shows: ["1 逾期未整改", "2 存量清零率", "3 增量", "4 动态清零机制"],
  },
  { kind: "objective", number: 3, shows: ["1 小微企业和乡村", "1 责任链"] },
  { kind: "objective", number: 4, says: ["1 = 0 accident"], shows: ["1 同比"] },
  { kind: "requirement", number: 1, shows: ["1 备案状态", "2 备案状态"] },
  { kind: "requirement", number: 2, shows: ["2 任务看板", "2 督促函"] },
  { kind: "requirement", number: 4, shows: ["2 联合检查", "2 警示教育"] },
  { kind: "requirement", number: 5, shows: ["2 专项整治"] },
  { kind: "safeguard", number: 1, shows: ["1 晾晒", "2 听取汇报", "3 分管州领导"] },
  { kind: "safeguard", number: 2, shows: ["1 资金台账", "1 费用提取", "1 低价中标"] },
  { kind: "safeguard", number: 3, shows: ["1 一次入企"] },
  { kind: "safeguard", number: 4, shows: ["1 表彰"] },
  { kind: "safeguard", number: 5, shows: ["1 考评方案"] },
] as const satisfies readonly (Omit<Demand, "measure"> & { kind: string; number: number })[];

const signs = { exactly: "=", atLeast: "≥", about: "~" } as const;

/** A number, day and period as the table writes them; empty where a reading has none. */
const amount = ({ comparison, value, unit, by, every }: Target | Reading): string =>
  [
    ...(comparison === undefined ? [] : [signs[comparison], value, unit]),
    ...(by === undefined ? [] : ["by", by]),
    ...(every === undefined ? [] : ["every", every]),
  ].join(" ");

const said = ({ number, dates = [], frequencies = [], targets = [] }: Clause): readonly string[] =>
  [
    ...dates.map(({ from, by }) => (from === undefined ? `by ${by}` : `${from} to ${by}`)),
    ...frequencies.map(({ every }) => `every ${every}`),
    ...targets.map(amount),
  ].map((one) => `${number} ${one}`);

const read = ({ number, readings = [] }: Clause): readonly string[] =>
  readings.map(amount).flatMap((one) => (one === "" ? [] : [`${number} ${one}`]));

const shown = ({ number, readings = [] }: Clause): readonly string[] =>
  readings.map(({ what }) => `${number} ${what.zh}`);

/** Whether a result of the pack, by clause and words, is the one of the table. */
const isThat = (result: string, demanded: string): boolean => {
  const clause = demanded.slice(0, demanded.indexOf(" ") + 1);
  return result.startsWith(clause) && result.includes(demanded.slice(clause.length));
};

const clausesOf = (number: number) => plan.measures.find((one) => one.number === number)?.clauses ?? [];

function expectHeld(clauses: readonly Clause[], demand: Pick<Demand, "says" | "read" | "shows">): void {
  expect(clauses.flatMap(said).sort()).toEqual([...(demand.says ?? [])].sort());
  expect(clauses.flatMap(read).sort()).toEqual([...(demand.read ?? [])].sort());
  const results = clauses.flatMap(shown);
  for (const demanded of demand.shows)
    expect(
      results.filter((result) => isThat(result, demanded)),
      demanded,
    ).toHaveLength(1);
  const others = results.filter((result) => !demand.shows.some((demanded) => isThat(result, demanded)));
  expect(others).toEqual([]);
}

test("no measure is left out of the table", () => {
  expect(demands.map(({ measure }) => measure)).toEqual(plan.measures.map(({ number }) => number));
  expect(demands).toHaveLength(38);
});

test.each(demands)("all that measure $measure demands stands on its clause, and no more", (demand) => {
  expectHeld(clausesOf(demand.measure), demand);
});

test.each(sectionDemands)("all that $kind $number demands stands on its clause, and no more", (demand) => {
  const section = plan.sections.find(({ kind, number }) => kind === demand.kind && number === demand.number);
  expectHeld(section?.clauses ?? [], demand);
});

test("no other section has a reading", () => {
  const listed: readonly string[] = sectionDemands.map(({ kind, number }) => `${kind} ${number}`);
  const withReadings = plan.sections.filter(({ clauses = [] }) =>
    clauses.some((one) => one.readings !== undefined),
  );
  expect(withReadings.map(({ kind, number }) => `${kind} ${number}`)).toEqual(listed);
});

test("a reading's words are ours: none repeats a piece of its clause as if the plan said it", () => {
  const clauses = [...plan.measures, ...plan.sections].flatMap((one) => one.clauses ?? []);
  const repeating = clauses.flatMap(({ text, readings = [] }) =>
    readings.map(({ what }) => what.zh).filter((words) => text.includes(words)),
  );
  expect(repeating).toEqual([]);
});

test("a reading says in words of its own what it rests on, and names no file of ours", () => {
  const clauses = [...plan.measures, ...plan.sections].flatMap((one) => one.clauses ?? []);
  const readings = clauses.flatMap((one) => one.readings ?? []);
  expect(new Set(readings.map(({ source }) => source))).toEqual(
    new Set([
      "对原文的解读",
      "对原文的解读；AQ 8011 安全生产培训机构基本条件",
      "对原文的解读；全国统一的活动时间",
      "国办发〔2024〕54号 严格规范涉企行政检查的意见",
    ]),
  );
});
