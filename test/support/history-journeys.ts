import { enterpriseId } from "./cast.ts";
import { type Input, type Journeys, stage } from "./journey.ts";
import { aHazard } from "./paths.ts";
import { aServiceBody } from "./registry-journeys.ts";

/** The row of an import from which a matter was taken up. */
const fromRow = (row: number): Input => ({ recordedFrom: `01890000-0000-7000-8000-000000000001/${row}` });

/** What began before the register, taken up with its history. */
export const historyJourneys: Journeys = {
  "enterprise-recorded": {
    register: "enterprise",
    stages: [
      stage("gesang", "record", {
        name: "早年关闭的砖厂（虚构）",
        region: "533401101",
        sector: "S05",
        noCodeReason: "workshop",
        openedOn: "2016-04-01",
        closedOn: "2021-12-31",
        recordedState: "closed",
        ...fromRow(3),
      }),
    ],
  },
  "site-recorded": {
    register: "site",
    stages: [
      stage("lin", "record", {
        name: "停用的排土场（虚构）",
        kind: "mine",
        organisation: enterpriseId("copper"),
        region: "533401205",
        sector: "S04",
        openedOn: "2019-06-01",
        stateSince: "2023-09-01",
        recordedState: "suspended",
        ...fromRow(4),
      }),
      stage("lin", "resume", { reason: "已治理" }),
    ],
  },
  "service-body-recorded": {
    register: "service-body",
    stages: [
      stage("gesang", "record", {
        ...aServiceBody,
        name: "早年退出的培训中心（虚构）",
        creditCode: "91999999MA0000704P",
        services: ["training"],
        openedOn: "2019-04-01",
        closedOn: "2023-12-31",
        recordedState: "withdrawn",
        ...fromRow(6),
      }),
    ],
  },
  "risk-point-recorded": {
    register: "risk-point",
    stages: [
      stage("mei", "record", {
        name: "井下爆破（虚构）",
        organisation: enterpriseId("copper"),
        accidentType: "blasting",
        level: "general",
        stateSince: "2026-01-10",
        recordedState: "controlled",
        ...fromRow(5),
      }),
      stage("su", "review", { reviewFinding: "措施有效" }),
    ],
  },
  "self-check-recorded": {
    register: "self-check",
    stages: [
      stage("luo", "record", {
        organisation: enterpriseId("copper"),
        period: "2025-Q3",
        checkedOn: "2025-08-20",
        closedOn: "2025-08-21",
        recordedState: "confirmed",
        ...fromRow(6),
      }),
    ],
  },
  "hazard-recorded-closed": {
    register: "hazard",
    stages: [
      stage("luo", "record", {
        ...aHazard({ foundOn: "2023-11-02", source: "inspection" }),
        level: "general",
        planMeasures: "补设接地",
        closedOn: "2024-01-15",
        recordedState: "closed",
        ...fromRow(7),
      }),
      stage("luo", "reopen", { reason: "复发", rectifyBy: "2026-06-01" }),
    ],
  },
  // Overdue since long before it was recorded.
  "hazard-recorded-open": {
    register: "hazard",
    stages: [
      stage("lin", "record", {
        ...aHazard({ foundOn: "2024-03-05", source: "inspection" }),
        level: "general",
        planFunds: 12_000,
        rectifyBy: "2024-09-30",
        recordedState: "rectifying",
        ...fromRow(8),
      }),
      stage("su", "recordProgress", { progress: "已订购备件" }),
    ],
  },
};
