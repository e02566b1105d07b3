import { organisationId } from "../../server/store/campaign.ts";
import { firstDay } from "./cast.ts";
import { ground, type Journeys, naming, stage } from "./journey.ts";
import { countyBureau } from "./paths.ts";

const certificate = {
  certificateNumber: "测试执法证-nima",
  certificateFrom: "2026-01-01",
  certificateTo: "2030-12-31",
};
const granted = (own: Readonly<Record<string, unknown>> = {}) =>
  stage("min", "grant", ({ ids }) => ({
    account: ids.get("account-opened"),
    role: "inspector",
    unit: countyBureau,
    covers: "533401",
    sectors: ["S04"],
    heldFrom: firstDay,
    heldUntil: "2027-12-31",
    ...own,
  }));
const transferred = { endsFrom: firstDay, reason: "调离" };

/** What is entered to ask for a token of the county's bureau that reads hazards. */
export const aToken = {
  name: "县应急指挥平台",
  purpose: "把隐患数据接入县应急指挥平台",
  unit: countyBureau,
  role: "inspector",
  covers: "533401",
  mayRead: ["hazard"],
  validUntil: "2026-12-31",
  perMinute: 60,
  perDay: 10_000,
};

/** Accounts, and the posts of the first of them. */
export const peopleJourneys: Journeys = {
  "account-opened": {
    register: "account",
    stages: [
      stage("tang", "open", { username: "nima", name: "尼玛", unit: countyBureau, ...certificate }),
      stage("tang", "amend", { name: "尼玛次仁" }),
      naming("luo", "tang"),
    ],
  },
  "account-left": {
    register: "account",
    stages: [
      stage("tang", "open", { username: "left", name: "离岗者", unit: organisationId("zhou-yingji") }),
      stage("tang", "disable", { reason: "退休" }),
      stage("tang", "enable", { reason: "返聘" }),
      stage("tang", "disable", { reason: "返聘期满" }),
      stage("tang", "requestErasure", { erasureAsked: ["name"], ...ground }),
      stage("min", "erase"),
    ],
  },
  "post-confirmed": { register: "post", stages: [granted(), stage("luo", "confirm")] },
  "post-ended": {
    register: "post",
    stages: [
      granted({ role: "departmentHead", sectors: null, everySector: true, heldUntil: null }),
      stage("luo", "confirm"),
      naming("luo", "min"),
      stage("min", "end", transferred),
      stage("luo", "note"),
      stage("min", "requestErasure", { erasureAsked: ["holderName"], ...ground }),
      stage("tang", "erase"),
    ],
  },
  "account-succeeding": {
    register: "account",
    stages: [stage("tang", "open", { username: "jieren", name: "接任者", unit: countyBureau })],
  },
  "post-handed-over": {
    register: "post",
    stages: [
      granted({ role: "departmentHead", sectors: null, everySector: true }),
      stage("luo", "confirm"),
      stage("min", "handOver", ({ ids }) => ({
        successor: ids.get("account-succeeding"),
        ...transferred,
      })),
    ],
  },
  "post-succeeding": { register: "post", openedBy: "post-handed-over", stages: [] },
  "post-declined": {
    register: "post",
    stages: [
      granted({ role: "committeeOffice", unit: organisationId("xianggelila-anweiban") }),
      stage("luo", "decline", { reason: "编制已满" }),
    ],
  },
  "partner-token-revoked": {
    register: "partner-token",
    stages: [
      stage("tang", "ask", {
        ...aToken,
        sectors: ["S04"],
        mayRead: ["hazard", "enterprise"],
        mayDo: ["hazard.find"],
        masked: ["hazard.description"],
      }),
      stage("min", "approve"),
      stage("tang", "issue"),
      naming("luo", "tang"),
      stage("tang", "revoke", { reason: "对接项目结束" }),
      stage("tang", "requestErasure", { erasureAsked: ["purpose"], ...ground }),
      stage("min", "erase"),
    ],
  },
  // The calendar ends it.
  "partner-token-expired": {
    register: "partner-token",
    stages: [
      stage("tang", "ask", { ...aToken, everySector: true }),
      stage("min", "approve"),
      stage("tang", "issue"),
    ],
  },
  "partner-token-declined": {
    register: "partner-token",
    stages: [
      stage("tang", "ask", { ...aToken, everySector: true }),
      stage("min", "decline", { reason: "用途不清" }),
    ],
  },
  "post-withdrawn": {
    register: "post",
    stages: [
      granted({ role: "committeeOffice", unit: organisationId("xianggelila-anweiban") }),
      stage("min", "withdraw", { reason: "误授" }),
    ],
  },
  // The calendar ends it.
  "post-expired": {
    register: "post",
    stages: [
      granted({
        role: "committeeOffice",
        unit: organisationId("xianggelila-anweiban"),
        heldUntil: "2026-12-31",
      }),
      stage("luo", "confirm"),
    ],
  },
};
