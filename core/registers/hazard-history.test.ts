import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, criteriaOf, enterpriseEntry, person, plainFacts } from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import {
  copper,
  from,
  type HistoryRow,
  record,
  resultOf,
  stepOf,
  today,
} from "../../test/support/histories.ts";
import { decide } from "../register/decide.ts";
import { blankEntry } from "../register/entry.ts";
import type { RawInput } from "../register/field.ts";
import type { OrganisationFact } from "../register/organisation-fact.ts";
import { inputOfRecord } from "../register/recorded.ts";
import type { Facts } from "../register/register.ts";
import { hazard } from "./hazard.ts";

const owned = (slug: string): { readonly id: string; readonly facts: Partial<Facts> } => {
  const fact = organisationFact(campaign, organisationId(slug));
  if (fact === undefined) throw new Error(`The pack has no organisation ${slug}`);
  return {
    id: fact.id,
    facts: { entries: { organisation: copper }, organisations: { owningOrganisation: fact } },
  };
};
const bureau = owned("xianggelila-yingji");

describe("a hazard's history", () => {
  const closed = {
    title: "井下移动式变电站无接地",
    organisation: copper.id,
    source: "inspection",
    foundOn: "2024-03-05",
    level: "general",
    state: "closed",
    closedOn: "2024-05-20",
  };
  const rectifying = { ...closed, state: "rectifying", closedOn: null, rectifyBy: "2024-09-30" };

  test.each<HistoryRow>([
    { story: "Luo, the head of the bureau", gives: "closed" },
    {
      story: "the committee's office, which says whose it was",
      by: "gesang",
      input: { owningOrganisation: bureau.id },
      facts: bureau.facts,
      gives: "closed",
    },
    {
      story: "the committee's office owns none itself",
      by: "gesang",
      gives: "history-owner-missing",
      mend: "owningOrganisation:required",
    },
    { story: "Lin may not say alone that it is closed", by: "lin", gives: "history-closed-by-a-head" },
    { story: "Lin records what is still open", by: "lin", input: rectifying, gives: "rectifying" },
    { story: "Mei may not, of her own enterprise", by: "mei", gives: "role-may-not" },
    { story: "nor may Su", by: "su", gives: "role-may-not" },
    { story: "nor a leader", by: "yang", gives: "role-may-not" },
    {
      story: "He, whose bureau is of another region",
      by: "he",
      gives: "supervision-outside-region",
      mend: "owningOrganisation:not-an-option",
    },
    {
      story: "closed without its day",
      input: { closedOn: null },
      gives: "history-without-its-end",
      mend: "closedOn:required",
    },
    {
      story: "open with a day of closing",
      input: { ...rectifying, closedOn: "2024-05-20" },
      gives: "history-has-not-ended",
      mend: "closedOn:not-an-option",
    },
    {
      story: "closed before it was found",
      input: { closedOn: "2024-03-04" },
      gives: "history-days-out-of-order",
      mend: "closedOn:too-small",
    },
    {
      story: "opened before it was found",
      input: { openedOn: "2024-03-01" },
      gives: "history-days-out-of-order",
      mend: "openedOn:too-small",
    },
    {
      story: "closed on another day than it came to rest",
      input: { stateSince: "2024-05-01" },
      gives: "history-days-out-of-order",
      mend: "stateSince:too-small",
    },
    {
      story: "accepted before it was found",
      input: { acceptedOn: "2024-03-01" },
      gives: "history-days-out-of-order",
      mend: "acceptedOn:too-small",
    },
    {
      story: "found tomorrow",
      input: { foundOn: "2026-03-11", closedOn: "2026-03-12" },
      gives: "history-in-the-future",
      mend: "foundOn:too-large closedOn:too-large",
    },
    {
      story: "without a deadline where one runs",
      input: { ...rectifying, rectifyBy: null },
      gives: "history-step-not-whole",
      mend: "rectifyBy:required",
    },
    {
      story: "without the day since which a term runs",
      input: { ...rectifying, state: "selfAccepted" },
      gives: "history-step-not-whole",
      mend: "stateSince:required",
    },
    {
      story: "in a step with its day",
      input: { ...rectifying, state: "selfAccepted", stateSince: "2026-03-01" },
      gives: "selfAccepted",
    },
    { story: "found, and not judged", input: { ...rectifying, state: "found", level: null }, gives: "found" },
    {
      story: "judged before it was",
      input: { ...rectifying, state: "found" },
      gives: "history-level-misfits",
      mend: "level:not-an-option",
    },
    {
      story: "closed without a level",
      input: { level: null },
      gives: "history-level-misfits",
      mend: "level:required",
    },
    {
      story: "reported as a general one",
      input: { ...rectifying, state: "reported", stateSince: "2026-03-01" },
      gives: "history-level-misfits",
      mend: "level:not-an-option",
    },
    { story: "dismissed without one", input: { state: "dismissed", level: null }, gives: "dismissed" },
    {
      story: "in a step where one of two has spoken",
      input: { ...rectifying, state: "underReview" },
      gives: "input-invalid",
      mend: "recordedState:not-an-option",
    },
    { story: "without a title", input: { title: null }, gives: "input-invalid", mend: "title:required" },
    {
      story: "without a state",
      input: { state: undefined },
      gives: "input-invalid",
      mend: "recordedState:required",
    },
    {
      story: "of an enterprise that is nowhere",
      facts: { entries: {} },
      gives: "input-invalid",
      mend: "organisation:not-found",
    },
    {
      story: "of an enterprise that has closed since",
      enterprise: enterpriseEntry("copper", "closed"),
      gives: "closed",
    },
    {
      story: "open at an enterprise that has closed",
      enterprise: enterpriseEntry("copper", "closed"),
      input: rectifying,
      gives: "enterprise-not-operating",
    },
    {
      story: "by an item that was not in force",
      input: { criteriaItem: "GM/3-2", foundOn: "1990-01-01" },
      facts: { entries: { organisation: copper }, ...criteriaOf("GM/3-2") },
      gives: "criteria-item-not-in-force",
      mend: "criteriaItem:not-an-option",
    },
    {
      story: "owned by a department without the duty",
      input: { owningOrganisation: owned("zhou-wenlv").id },
      facts: owned("zhou-wenlv").facts,
      gives: "owning-organisation-without-duty",
      mend: "owningOrganisation:not-an-option",
    },
    {
      story: "owned by a bureau of another county",
      input: { owningOrganisation: owned("weixi-yingji").id },
      facts: owned("weixi-yingji").facts,
      gives: "supervision-outside-region",
      mend: "owningOrganisation:not-an-option",
    },
  ])("$story", ({ gives, mend, ...told }) => {
    expect(resultOf(record(hazard, closed, told))).toEqual({ gives, mend });
  });

  test("stands on its own days: opened, numbered and counted then", () => {
    const step = stepOf(
      record(hazard, closed, { facts: { entries: { organisation: copper }, campaignFrom: "2024-04-01" } }),
    );
    expect(step).toMatchObject({ day: "2024-03-05", daySource: "record", series: "hazard/533401/2024" });
    expect(step.after.values).toMatchObject({
      foundOn: "2024-03-05",
      openedOn: "2024-03-05",
      stateSince: "2024-05-20",
      closedOn: "2024-05-20",
      stock: "stock",
      level: "general",
      region: copper.values.region,
      sector: copper.values.sector,
      owningOrganisation: person("luo").organisation,
      owningLevel: "county",
      foundByOrganisation: person("luo").organisation,
      recordedState: "closed",
      recordedFrom: `${from.import}/7`,
    });
    expect(step.after.values).not.toHaveProperty("dueOn");
    expect(step.after.values).not.toHaveProperty("holder");
  });

  test("that began today has its day from nowhere else", () => {
    const input = { ...rectifying, foundOn: today, rectifyBy: "2026-04-01" };
    expect(stepOf(record(hazard, input, {}))).toMatchObject({ day: today, daySource: undefined });
  });

  test("is due and held as its step says, from the day since which it lasts", () => {
    const values = (input: RawInput) => stepOf(record(hazard, closed, { input })).after.values;
    expect(values(rectifying)).toMatchObject({
      dueOn: "2024-09-30",
      firstDueOn: "2024-09-30",
      holder: copper.id,
    });
    const accepted = values({
      ...rectifying,
      state: "selfAccepted",
      stateSince: "2026-03-02",
      openedOn: "2024-03-06",
    });
    expect(accepted).toMatchObject({ openedOn: "2024-03-06", stateSince: "2026-03-02" });
    expect(String(accepted.dueOn) > "2026-03-02").toBe(true);
    expect(String(accepted.dueOn) < "2026-06-01").toBe(true);
    const defied = values({ ...rectifying, state: "defied", stateSince: "2026-02-01", level: "major" });
    expect(defied).toMatchObject({ defiedOn: "2026-02-01", dueOn: "2024-09-30" });
  });

  test("of the enterprise's own check was found by it", () => {
    const step = stepOf(record(hazard, closed, { input: { source: "selfCheck" } }));
    expect(step.after.values).toMatchObject({ foundByOrganisation: copper.id });
  });

  test("needs the row that it comes from", () => {
    const decision = decide({
      register: hazard,
      entry: blankEntry("hazard", idOfName("test-history")),
      facts: plainFacts({ entries: { organisation: copper } }),
      act: "record",
      input: { ...inputOfRecord(closed, from), recordedFrom: "by hand" },
      actor: person("luo"),
      now: `${today}T01:00:00.000Z`,
    });
    expect(resultOf(decision)).toEqual({ gives: "input-invalid", mend: "recordedFrom:bad-pattern" });
  });
});

test("an enterprise may own what it settled by itself", () => {
  const own: OrganisationFact = {
    id: enterpriseId("copper"),
    level: "enterprise",
    region: "533401205",
    supervises: [],
  };
  const input = {
    title: "警示标志缺失",
    organisation: copper.id,
    source: "selfCheck",
    foundOn: "2025-06-01",
    level: "general",
    state: "closed",
    closedOn: "2025-06-03",
    owningOrganisation: own.id,
  };
  const facts = { entries: { organisation: copper }, organisations: { owningOrganisation: own } };
  const { values } = stepOf(record(hazard, input, { facts })).after;
  expect(values).toMatchObject({ owningOrganisation: own.id, owningLevel: "enterprise" });
});
