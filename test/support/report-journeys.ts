import type { Day } from "../../core/calendar/day.ts";
import { openReports } from "../../server/jobs/reports.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, type ReportStage, stage } from "./journey.ts";
import type { World } from "./world.ts";

/** The first day on which worlds owe reports: April's, the first month in which they have any. */
export const owedFrom: Day = "2026-05-01";

/** The reports that are owed on the first such day, in a world that then goes on where it was. */
export async function openOwedReports(world: World): Promise<void> {
  const { now } = world.clock;
  world.clock.now = new Date(`${owedFrom}T09:00:00+08:00`);
  await openReports(world.services);
  world.clock.now = now;
}

const owed = (kind: string, unit: string, on = owedFrom): ReportStage => ({
  by: "reports",
  on,
  kind,
  unit: organisationId(unit),
});

const answered = { problems: "个别企业自查质量不高", requests: "请州级协调专家", plans: "开展复工检查" };

/** Periodic reports, as the calendar brings them. */
export const reportJourneys: Journeys = {
  "report-of-a-county": {
    register: "report",
    stages: [
      owed("county-month", "xianggelila-anweiban"),
      stage("gesang", "submit", { problems: "个别企业自查质量不高" }),
      stage("gesang", "withdraw"),
      stage("gesang", "submit", answered),
      stage("zhang", "sendBack", { reason: "请说明问题所在企业类型" }),
      stage("gesang", "submit", { ...answered, problems: "木材加工企业自查质量不高" }),
      stage("zhang", "accept"),
      stage("zhang", "reopen", { reason: "请补充下步打算" }),
      stage("gesang", "submit", { ...answered, plans: "5月开展木材加工专项检查" }),
      stage("zhang", "accept"),
      naming("zhang", "gesang"),
      stage("zhang", "lock"),
      stage("zhang", "requestErasure", { erasureAsked: ["problems", "plans"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "report-of-the-park": {
    register: "report",
    stages: [
      owed("county-month", "xianggelila-chanye-yuanqu"),
      stage("gao", "submit", { problems: "无" }),
      stage("zhang", "accept"),
    ],
  },
};

/** Sent at the end of a year of which the next has no holidays yet: its review waits for their notice. */
export const lateReports: Journeys = {
  "report-of-a-department": {
    register: "report",
    stages: [
      owed("campaign-quarter", "zhou-yingji", "2026-12-30"),
      stage("zhou", "submit", { problems: "执法力量不足", plans: "增加专项检查" }),
    ],
  },
};

const account = {
  results: "重大事故隐患按期销号，企业自查常态化",
  problems: "小微企业自查质量不高",
  standing: "主要负责人月度带队自查写入企业制度",
};

/** When the campaign is over: its office closes it without some units, of which one hands in late. */
export const lastReports: Journeys = {
  "evaluation-that-closes": {
    register: "report",
    stages: [
      owed("campaign-final", "zhou-anweiban", "2027-01-01"),
      stage("zhang", "conclude", {
        ...account,
        requests: "无",
        missingUnits: "其余单位按期补报，不影响终期结果",
      }),
    ],
  },
  "evaluation-of-a-department": {
    register: "report",
    stages: [
      owed("campaign-final", "zhou-yingji", "2027-01-01"),
      stage("zhou", "evaluate", account),
      stage("zhang", "sendBack", { reason: "请写明保留哪些制度" }),
      stage("zhou", "evaluate", { ...account, standing: "三项制度继续执行" }),
      stage("zhang", "accept"),
    ],
  },
};
