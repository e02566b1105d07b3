import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, photos, stage } from "./journey.ts";
import { openedFrom } from "./task-journeys.ts";

/** What the committee's office of the prefecture lists beside the plan. */
export const aDocument = {
  title: "迪庆州安全生产约谈办法",
  kind: "issue",
  provision: "州安委会2026年第一次全体会议",
  measure: 11,
  clause: 2,
  asks: "制定约谈办法，明确情形和程序",
  unit: organisationId("zhou-yingji"),
  joint: [organisationId("zhou-sifa")],
  due: "2026-06-30",
} as const;

export const consulting = {
  consulted: "各成员单位和各县（市）安委办",
  consultedUntil: "2026-03-10",
} as const;

export const sending = {
  opinions: "收到意见12条，采纳9条，未采纳的已说明",
  legalReviewer: organisationId("zhou-yingji"),
} as const;

export const issuing = {
  documentNumber: "迪安发〔2026〕8号",
  issuedOn: "2026-03-10",
  effectiveFrom: "2026-04-01",
  validUntil: "2031-03-31",
  publishedAt: "州政府门户网站",
} as const;

/** Documents, as the plan asks for them and as the committee's office lists them. */
export const documentJourneys: Journeys = {
  "document-of-the-plan": {
    register: "document",
    stages: [
      {
        by: "plan",
        on: openedFrom,
        provision: "m21-c2-d1",
        unit: organisationId("zhou-yingji"),
        register: "document",
      },
      stage("zhou", "startDraft"),
      stage("zhou", "consult", photos("draft", { ...consulting, consultedUntil: openedFrom })),
      stage("zhou", "sendToReview", photos("draft", sending)),
      stage("duan", "sendBack", { reason: "缺少解释条款" }),
      stage("zhou", "consult", photos("draft", { ...consulting, consultedUntil: openedFrom })),
      stage("zhou", "sendToReview", photos("draft", sending)),
      stage("zhou", "recall", { reason: "补充意见" }),
      stage("zhou", "sendToReview", photos("draft", sending)),
      naming("zhou", "duan"),
      stage("duan", "clear", { legalOpinion: "合法，可以印发" }),
      stage("zhang", "moveDue", { due: "2026-12-31", reason: "与省级规定衔接" }),
      stage("zhou", "issue", photos("text", { ...issuing, issuedOn: openedFrom })),
      stage("zhou", "revise", {
        endedOn: openedFrom,
        successor: "迪安发〔2026〕9号",
        reason: "调整适用范围",
      }),
      stage("zhang", "requestErasure", { erasureAsked: ["draft", "legalOpinion"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "document-issued-before": {
    register: "document",
    stages: [
      {
        by: "plan",
        on: openedFrom,
        provision: "m11-c3-d1",
        unit: organisationId("zhou-anweiban"),
        register: "document",
      },
      stage(
        "zhang",
        "recordIssued",
        photos("text", {
          ...issuing,
          issuedOn: "2024-11-20",
          effectiveFrom: "2025-01-01",
          legalOpinion: "已经州司法局审核",
        }),
      ),
      stage("zhang", "replace", { endedOn: openedFrom, successor: "迪安发〔2026〕11号", reason: "正式施行" }),
    ],
  },
  "document-of-a-safeguard": {
    register: "document",
    stages: [
      {
        by: "plan",
        on: openedFrom,
        provision: "s3-c1-d1",
        unit: organisationId("zhou-anweiban"),
        register: "document",
      },
      stage("zhang", "recordIssued", photos("text", { ...issuing, issuedOn: "2026-03-02" })),
      stage("zhang", "repeal", { endedOn: openedFrom, reason: "并入条例" }),
    ],
  },
  "document-listed": {
    register: "document",
    stages: [
      stage("zhang", "listDocument", aDocument),
      stage("zhou", "startDraft"),
      stage("zhang", "void", { reason: "省级已有统一规定" }),
    ],
  },
};
