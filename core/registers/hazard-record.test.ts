import { describe, expect, test } from "vitest";
import { organisationFact, organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, enterpriseEntry, type Row, resultOf, tryOnHazard } from "../../test/support/builders.ts";
import { enterpriseId, firstDay } from "../../test/support/cast.ts";
import type { Decision } from "../register/decide.ts";
import type { Values } from "../register/field.ts";
import type { Facts } from "../register/register.ts";

const valuesOf = (decision: Decision): Values =>
  "refusal" in decision ? { refused: decision.refusal.code } : decision.steps[0].after.values;

const trade = organisationId("zhou-gongxin");

/** An organisation of the pack, as the department of the trade. */
const managedBy = (slug: string): Partial<Facts> => {
  const fact = organisationFact(campaign, organisationId(slug));
  if (fact === undefined) throw new Error(`The pack has no organisation ${slug}`);
  return { organisations: { sectorDepartment: fact } };
};

describe("the department of the trade", () => {
  test("is taken from the enterprise when a hazard is found, and is a party to it from then on", () => {
    const own = enterpriseEntry("copper", "operating", { sectorDepartment: trade });
    const found = tryOnHazard("find", {
      by: "su",
      state: "",
      input: { title: "无接地", organisation: own.id, source: "selfCheck", foundOn: firstDay },
      facts: { entries: { organisation: own } },
    });
    expect(valuesOf(found)).toMatchObject({ sectorDepartment: trade });
  });

  const input = { sectorDepartment: trade };
  const facts = managedBy("zhou-gongxin");
  test.each<Row>([
    { story: "Lin names it for what her bureau owns", by: "lin", gives: "rectifying" },
    { story: "Luo names it", by: "luo", gives: "rectifying" },
    { story: "Mei may not", by: "mei", gives: "role-may-not" },
    { story: "Chen is of another region", by: "chen", gives: "out-of-scope" },
    { story: "Duan's bureau does not own it", by: "duan", gives: "not-the-owning-level" },
    {
      story: "what is the enterprise's own stays among its own",
      by: "lin",
      own: { owningLevel: "enterprise" },
      gives: "owned-by-enterprise",
    },
    {
      story: "a department of another county manages no trade here",
      by: "lin",
      input: { sectorDepartment: organisationId("weixi-yingji") },
      facts: managedBy("weixi-yingji"),
      gives: "supervision-outside-region",
    },
    {
      story: "a department that manages another trade",
      by: "lin",
      input: { sectorDepartment: organisationId("zhou-wenlv") },
      facts: managedBy("zhou-wenlv"),
      gives: "trade-not-managed",
    },
    {
      story: "a department that manages no trade",
      by: "lin",
      input: { sectorDepartment: organisationId("zhou-huanjing") },
      facts: managedBy("zhou-huanjing"),
      gives: "trade-not-managed",
    },
    {
      story: "a department of the second sector's trade",
      by: "lin",
      own: { secondSector: "S15" },
      input: { sectorDepartment: organisationId("zhou-wenlv") },
      facts: managedBy("zhou-wenlv"),
      gives: "rectifying",
    },
    { story: "once it is closed", by: "lin", state: "closed", gives: "act-not-open-in-this-state" },
  ])("is named: $story", ({ gives, ...row }) => {
    expect(resultOf(tryOnHazard("involveTrade", { state: "rectifying", input, facts, ...row }))).toBe(gives);
  });
});

describe("the enterprise's own acceptance", () => {
  const accept = (input: object, on = "2026-03-20") =>
    tryOnHazard("selfAccept", {
      by: "su",
      state: "rectifying",
      on,
      input: {
        acceptanceReport: "合格",
        acceptancePersons: "张三",
        noPhotoReason: "防爆区域",
        ...input,
      },
    });

  test("keeps who carried it out, on which day and what was spent", () => {
    const entrusted = {
      acceptedOn: "2026-03-18",
      acceptanceBy: "entrusted",
      acceptanceBody: "某某安全技术服务公司（虚构）",
      actualFunds: 13_400.5,
    };
    expect(valuesOf(accept(entrusted))).toMatchObject(entrusted);
  });

  test("is of the day of the act where nobody says another", () => {
    expect(valuesOf(accept({}))).toMatchObject({ acceptedOn: "2026-03-20" });
    expect(valuesOf(accept({ acceptedOn: null }))).toMatchObject({ acceptedOn: "2026-03-20" });
  });

  test.each([
    { story: "on the day of the finding", acceptedOn: firstDay, gives: "selfAccepted" },
    { story: "before the finding", acceptedOn: "2026-03-09", gives: "day-outside-the-matter" },
    { story: "today", acceptedOn: "2026-03-20", gives: "selfAccepted" },
    { story: "tomorrow", acceptedOn: "2026-03-21", gives: "day-outside-the-matter" },
  ])("lies between finding and today: $story", ({ acceptedOn, gives }) => {
    expect(resultOf(accept({ acceptedOn }))).toBe(gives);
  });

  test("on the spot is of the same day, with what it cost", () => {
    const input = { acceptanceReport: "已补齐", actualFunds: 80 };
    expect(valuesOf(tryOnHazard("fixOnTheSpot", { by: "su", input }))).toMatchObject({
      acceptedOn: firstDay,
      actualFunds: 80,
    });
  });
});

test("what was spent so far is told with the progress", () => {
  const input = { progress: "已完成一半", actualFunds: 6_000 };
  expect(valuesOf(tryOnHazard("recordProgress", { by: "su", state: "rectifying", input }))).toMatchObject({
    actualFunds: 6_000,
  });
});

test("a review keeps its day until it is sent back", () => {
  const own = { owningLevel: "enterprise", owningOrganisation: enterpriseId("copper") };
  const reviewed = tryOnHazard("review", {
    by: "lin",
    state: "selfAccepted",
    input: { reviewOpinion: "属实" },
  });
  expect(valuesOf(reviewed)).toMatchObject({ reviewedOn: firstDay });
  const verified = tryOnHazard("verify", {
    state: "selfAccepted",
    own,
    input: { reviewOpinion: "属实" },
  });
  expect(valuesOf(verified)).toMatchObject({ reviewedOn: firstDay });
  const back = tryOnHazard("sendBack", {
    by: "luo",
    state: "reviewed",
    own: { reviewedOn: firstDay },
    input: { reason: "松动", rectifyBy: "2026-06-01" },
  });
  expect(valuesOf(back)).not.toHaveProperty("reviewedOn");
  expect(resultOf(back)).toBe("sentBack");
});

describe("making the closure public", () => {
  const input = { publishedOn: "2026-03-20", publishedIn: ["website", "noticeBoard"] };
  const own: Values = { closedOn: "2026-03-20", level: "major" };
  test.each<Row>([
    { story: "Luo, whose bureau owns it", by: "luo", gives: "closed" },
    { story: "Lin", by: "lin", gives: "closed" },
    { story: "Duan's bureau does not own it", by: "duan", gives: "not-the-owning-level" },
    { story: "Mei does not own it", by: "mei", gives: "not-the-owning-level" },
    {
      story: "Mei, of what is the enterprise's own",
      by: "mei",
      own: { ...own, owningLevel: "enterprise", owningOrganisation: enterpriseId("copper") },
      gives: "closed",
    },
    { story: "Chen is of another region", by: "chen", gives: "out-of-scope" },
    { story: "nobody says where", by: "luo", input: { publishedOn: "2026-03-20" }, gives: "input-invalid" },
    {
      story: "in the future",
      by: "luo",
      input: { ...input, publishedOn: "2026-03-21" },
      gives: "day-outside-the-matter",
    },
    {
      story: "before it was found",
      by: "luo",
      input: { ...input, publishedOn: "2026-03-09" },
      gives: "day-outside-the-matter",
    },
    { story: "before it is closed", by: "luo", state: "reviewed", gives: "act-not-open-in-this-state" },
  ])("$story", ({ gives, ...row }) => {
    const plain = { state: "closed", own, input, on: "2026-03-20" };
    expect(resultOf(tryOnHazard("publish", { ...plain, ...row }))).toBe(gives);
  });

  test.each(["reopen", "rejudge"])("counts no more once it is worked on again: %s", (act) => {
    const given = { level: "general", ...input, publicationReference: "某网" };
    const again = { reason: "复发", ...(act === "reopen" ? { rectifyBy: "2026-06-01" } : {}) };
    const values = valuesOf(tryOnHazard(act, { by: "luo", state: "closed", own: given, input: again }));
    expect(values).toHaveProperty("openedOn");
    for (const field of Object.keys(given).slice(1)) expect(values).not.toHaveProperty(field);
  });
});

test("photos of the board may go with it", () => {
  const photo = { id: idOfName("board"), hash: "ab", name: "一.jpg", type: "image/jpeg", sizeBytes: 9 };
  const input = { publishedOn: firstDay, publishedIn: ["noticeBoard"], publicationFiles: [photo.id] };
  const facts = { files: { [photo.id]: photo } };
  expect(valuesOf(tryOnHazard("publish", { by: "luo", state: "closed", input, facts }))).toMatchObject({
    publicationFiles: [photo],
  });
});
