import type { Day } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { blankEntry, type Entry } from "../../core/register/entry.ts";
import type { Values } from "../../core/register/field.ts";
import { type FrozenFigure, frozen } from "../../core/register/figures.ts";
import { assessment } from "../../core/registers/assessment.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { assessmentBasis } from "../../server/store/assessments.ts";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row } from "./builders.ts";
import { firstDay } from "./cast.ts";

export const assessmentId = idOfName("test-assessment");
export const county = organisationId("xianggelila-zhengfu");
export const countyOffice = organisationId("xianggelila-anweiban");
export const assessor = organisationId("zhou-anweiban");
export const appeal = organisationId("zhou-zhengfu");

/** What the county gives itself for what is judged by evidence: 22 of 25 points. */
export const ownScores = [
  { item: "leaders", points: 9, reason: "香安委〔2026〕3号，三级清单均已备案" },
  { item: "oversight", points: 7.5, reason: "通报4期、督促函21份、暗访9次" },
  { item: "publicity", points: 5.5, reason: "安全生产月活动总结" },
];

const values: Readonly<Record<string, number>> = {
  "stock-clearance": 100,
  "major-overdue": 2,
  "on-time-rate": 100,
  "repeated-share": 0,
  "self-check-rate": 100,
  "self-found-share": 60,
  "enterprises-graded-share": 100,
};

/** What the county has come to by recorded facts: all is at its best but two hazards that are overdue, 69 of 75 points. */
export const figures: readonly FrozenFigure[] = campaign.pack.indicators.flatMap((indicator) => {
  const value = values[indicator.id];
  if (value === undefined) return [];
  const place = { cut: { region: "533401" }, from: "2025-01-01", to: "2025-12-31" };
  return [frozen(indicator, place, "2026-03-09", { value, counted: value })];
});

/** The assessment of a county for 2025, in a state. */
export function assessmentEntry(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("assessment", assessmentId);
  const scored = state !== "selfScoring";
  const verified = scored && state !== "toVerify";
  const values = {
    title: "2025年度治本攻坚考核",
    year: "2025",
    unit: county,
    region: "533401",
    handledBy: countyOffice,
    assessor,
    appealTo: appeal,
    scheme: "government-2024",
    openedOn: firstDay,
    stateSince: firstDay,
    ...(scored ? { selfScores: ownScores, selfScoredBy: person("gesang").id } : {}),
    ...(verified
      ? { verifiedBy: person("zhang").id, objectionUntil: "2026-03-17", score: 91, grade: "优秀" }
      : {}),
    ...(state === "published" ? {} : { restricted: true }),
    ...(state === "objected" ? { objectedBy: person("gesang").id, objection: "有误" } : {}),
    ...own,
  };
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return { id: assessmentId, register: "assessment", version: 2, state, values: Object.fromEntries(kept) };
}

export type Tried = Partial<Row> & {
  readonly on?: Day;
  /** Who does it where it is nobody of the cast. */
  readonly actor?: Actor;
};

export function tryOn(
  act: string,
  { by = "zhang", state = "toVerify", own, input = {}, facts = {}, on = firstDay, actor = person(by) }: Tried,
) {
  const entry = assessmentEntry(state, own);
  const unit = String(input.unit ?? entry.values.unit ?? "");
  const year = Number(input.year ?? entry.values.year);
  const fact = organisationFact(campaign, unit);
  const basis = assessmentBasis(campaign, unit, year);
  return decide({
    register: assessment,
    entry,
    facts: plainFacts(
      {
        organisations: fact ? { unit: fact } : {},
        ...(basis ? { assessment: basis } : {}),
        figures,
        ...facts,
      },
      on,
    ),
    act,
    input,
    actor,
    now: `${on}T01:00:00.000Z`,
  });
}

/** What the entry holds after the act, which must be done. */
export function afterDoing(act: string, tried: Tried): Entry {
  const decision = tryOn(act, tried);
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0].after;
}
