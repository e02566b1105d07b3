import { expect, test } from "vitest";
import { hazardEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import type { PersonName } from "../../test/support/cast.ts";
import { sha256 } from "../../test/support/random-facts.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import { readingRoles } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import { mayBeNamed } from "./comment.ts";
import { actsFor, decide, type Request } from "./decide.ts";
import type { Entry } from "./entry.ts";
import type { RawInput } from "./field.ts";
import { namingsOf } from "./notices.ts";
import { fold, recordStep } from "./record.ts";
import { defineRegister } from "./register.ts";

interface Said {
  readonly by?: PersonName;
  readonly input?: RawInput;
  readonly entry?: Entry;
  readonly posts?: readonly Actor[];
}

const plain = { comment: "请补拍接地点", audience: "everyone" };

function request({
  by = "lin",
  input = plain,
  entry = hazardEntry("rectifying"),
  posts = [],
}: Said): Request {
  return {
    register: hazard,
    entry,
    facts: plainFacts({ posts: Object.fromEntries(Map.groupBy(posts, ({ id }) => id)) }),
    act: "comment",
    input,
    actor: person(by),
    now: "2026-03-20T01:00:00.000Z",
  };
}

const naming = (...names: readonly PersonName[]): Pick<Said, "input" | "posts"> => ({
  input: { ...plain, mentions: names.map((name) => person(name).id) },
  posts: names.map(person),
});
const among = (said: Pick<Said, "input" | "posts">): Pick<Said, "input" | "posts"> => ({
  ...said,
  input: { ...said.input, audience: "authorities" },
});

test.each<Said & { story: string; gives: string }>([
  { story: "whoever supervises it", gives: "rectifying" },
  { story: "whoever answers for the enterprise", by: "mei", gives: "rectifying" },
  { story: "a leader, who does nothing else", by: "yang", gives: "rectifying" },
  { story: "an officer of discipline inspection", by: "ji", gives: "rectifying" },
  { story: "also on what is at rest", entry: hazardEntry("closed"), gives: "closed" },
  { story: "an administrator of the system may not", by: "shen", gives: "role-may-not" },
  { story: "somebody from elsewhere may not", by: "chen", gives: "out-of-scope" },
  { story: "a blank is no comment", input: { ...plain, comment: " " }, gives: "input-invalid" },
  { story: "it says for whom it is", input: { comment: "请补拍" }, gives: "input-invalid" },
  { story: "a thousand characters", input: { ...plain, comment: "字".repeat(1_000) }, gives: "rectifying" },
  { story: "one more is too long", input: { ...plain, comment: "字".repeat(1_001) }, gives: "input-invalid" },
  { story: "the supervising side among itself", ...among(naming()), gives: "rectifying" },
  { story: "an enterprise has no part in that", by: "mei", ...among(naming()), gives: "audience-not-yours" },
  { story: "naming a colleague", ...naming("wang"), gives: "rectifying" },
  { story: "naming the enterprise's people", ...naming("mei", "su"), gives: "rectifying" },
  { story: "nobody is named who would not see it", ...naming("mei", "chen"), gives: "mentioned-may-not-see" },
  {
    story: "nobody is named who is not there",
    ...{ ...naming("mei"), posts: [] },
    gives: "mentioned-may-not-see",
  },
  { story: "among itself it names nobody else", ...among(naming("mei")), gives: "mentioned-may-not-see" },
  { story: "an enterprise names its supervisor", by: "mei", ...naming("lin"), gives: "rectifying" },
  {
    story: "but no authority that is no party",
    by: "mei",
    ...naming("yang"),
    gives: "mentioned-may-not-see",
  },
])("a comment: $story", ({ gives, ...said }) => {
  expect(resultOf(decide(request(said)))).toBe(gives);
});

test("a refusal says which of those who are named it means", () => {
  expect(decide(request(naming("mei", "chen")))).toMatchObject({
    refusal: { problems: [{ field: "mentions.1", code: "not-found" }] },
  });
});

test("the entry stays as it was, one version on, and its line keeps what was said, sealed", () => {
  const entry = hazardEntry("rectifying", { rectifyBy: "2026-04-10", dueOn: "2026-04-10" });
  const decision = decide(request({ ...naming("mei"), entry }));
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  const [step] = decision.steps;
  expect(step.after).toEqual({ ...entry, version: entry.version + 1 });
  expect(step.changes).toEqual({});
  const { line, sealed } = recordStep(step, undefined, () => "salt", sha256);
  expect(Object.keys(line.body.changes).sort()).toEqual(["audience", "comment", "mentions"]);
  expect(line.body.changes.audience).toBe("everyone");
  expect(line.text).not.toContain("请补拍");
  expect(line.text).not.toContain(person("mei").id);
  expect(sealed.map(({ field, value }) => [field, value])).toEqual([
    ["comment", "请补拍接地点"],
    ["mentions", [person("mei").id]],
  ]);
  expect(fold(hazard, [line.body], sealed)?.values).toEqual({});
});

test("a further comment takes nothing of what was erased with it, and is not erased by what comes later", () => {
  const entry = hazardEntry("closed", { erased: ["comment", "reason"] });
  const decision = decide(request({ entry }));
  expect(decision).toHaveProperty("steps.0.after.values.erased", ["reason"]);
});

test("who is named is told once in each organisation, and nobody tells themselves", () => {
  const wang = person("wang");
  const posts = [wang, { ...wang, role: "departmentHead" as const }, person("lin")];
  const input = { ...plain, mentions: [wang.id, person("lin").id] };
  const decision = decide(request({ input, posts }));
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  expect(namingsOf(decision.steps[0])).toEqual([
    { person: wang.id, organisation: wang.organisation, roles: ["inspector", "departmentHead"] },
  ]);
});

test("every register has the act, open in every state to every role before which entries come", () => {
  for (const { acts, states } of registers)
    expect(acts.comment).toMatchObject({ from: Object.keys(states), to: "unchanged", by: readingRoles });
});

test("a page is told whether this person may comment", () => {
  const told = (by: PersonName) => {
    const { register, actor, ...rest } = request({ by });
    return actsFor(register, { ...rest, actor, day: "2026-03-20" }).find(({ name }) => name === "comment");
  };
  expect(told("yang")).toEqual({ name: "comment" });
  expect(told("shen")).toMatchObject({ refusal: { code: "role-may-not" } });
});

test("no field of a register is called as what a comment holds, nor ever was", () => {
  const { place, ...others } = hazard.fields;
  if (place === undefined) throw new Error("A hazard has a place");
  const called = (fields: typeof others) => () => defineRegister({ ...hazard, fields });
  expect(called({ ...others, audience: place })).toThrow("audience");
  expect(called({ ...others, spot: { ...place, was: "mentions" } })).toThrow("spot");
});

test("a park names whom it sees to be a party, as an enterprise does", () => {
  const park = person("gao");
  const entry = hazardEntry("rectifying", { park: park.organisation });
  const named = (post: Actor) => mayBeNamed(hazard, entry, { actor: park, post, audience: "everyone" });
  expect([named(person("mei")), named(person("lin")), named(person("yang"))]).toEqual([true, true, false]);
});
