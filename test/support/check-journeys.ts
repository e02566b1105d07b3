import type { Day } from "../../core/calendar/day.ts";
import { enterpriseId, firstDay } from "./cast.ts";
import { type CalendarStage, ground, type Journeys, naming, photos, stage } from "./journey.ts";
import { aCheck, answersBut } from "./self-checks.ts";

const calendar =
  (name: "copper" | "foundry", period: string) =>
  (on: Day, once?: CalendarStage["once"]): CalendarStage => ({
    by: "calendar",
    on,
    enterprise: enterpriseId(name),
    period,
    ...(once ? { once } : {}),
  });
const q1 = calendar("copper", "2026-Q1");
const q2 = calendar("copper", "2026-Q2");
const q3 = calendar("copper", "2026-Q3");
const q4 = calendar("copper", "2026-Q4");
const ofFoundry = calendar("foundry", "2026-Q4");
const led = { ledInPerson: true };
const stopped = { by: "luo", act: "stop", input: { reason: "停产检修" } } as const;
const resumed = {
  by: "luo",
  act: "resume",
  input: { checkedOn: "2026-07-06", checkFinding: "检修完毕" },
} as const;

/** Self-checks, as the calendar calls for them. */
export const checkJourneys: Journeys = {
  "self-check-confirmed": {
    register: "self-check",
    stages: [
      q1(firstDay, { by: "lin", act: "amend", input: { ownership: "provincial" } }),
      stage("su", "answer", photos("photos", aCheck({ remark: "无" }))),
      stage("su", "answer", aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null })),
      stage("mei", "confirm", { ...led, position: "geo:27.8258,99.7087;crs=wgs84;u=12" }),
      naming("su", "mei"),
      stage("gesang", "requestErasure", { erasureAsked: ["answers", "participants"], ...ground }),
      stage("luo", "erase"),
    ],
  },
  "hazard-from-self-check": { register: "hazard", openedBy: "self-check-confirmed", stages: [] },
  "self-check-made-up": {
    register: "self-check",
    stages: [
      q2("2026-04-01"),
      q2("2026-07-01"),
      stage("su", "answerLate", aCheck({ checkedOn: "2026-07-01" })),
      stage("mei", "confirmLate", led),
    ],
  },
  "self-check-excused": {
    register: "self-check",
    stages: [
      q3("2026-07-02"),
      q3("2026-07-03", stopped),
      q3("2026-07-06", resumed),
      q3("2026-10-08", stopped),
      stage("lin", "excuse", { reason: "同期已由上级带队检查" }),
    ],
  },
  "self-check-exempt": { register: "self-check", stages: [q4("2026-10-08")] },
  "self-check-voluntary": {
    register: "self-check",
    stages: [
      stage("tong", "openVoluntary", { organisation: enterpriseId("timber") }),
      stage("yu", "withdraw", { reason: "误点发起" }),
    ],
  },
  // Of a sector without criteria, and missed when the next year's holidays are not known yet.
  "self-check-missed": {
    register: "self-check",
    stages: [
      ofFoundry("2026-10-12", {
        by: "lin",
        act: "amend",
        input: { ownership: "prefecture", sector: "S17" },
      }),
      stage(
        "fang",
        "answer",
        aCheck({ checkedOn: "2026-10-12", answers: [{ subject: "井口", answer: "clear" }] }),
      ),
      ofFoundry("2027-01-01"),
    ],
  },
};
