import { describe, expect, test } from "vitest";
import { enterpriseEntry, hazardEntry, person, plainFacts, resultOf } from "../../test/support/builders.ts";
import type { PersonName } from "../../test/support/cast.ts";
import { enterprise } from "../registers/enterprise.ts";
import { hazard } from "../registers/hazard.ts";
import { actsFor, decide, type Request } from "./decide.ts";
import type { RawInput, Values } from "./field.ts";

const closed = { closedOn: "2026-03-10" };
const now = "2026-03-20T01:00:00.000Z";
const asked = { erasureAsked: ["title"], erasureAskedBy: person("luo").id, erasureBasis: "第一项" };

interface Tried {
  readonly story: string;
  readonly act?: string;
  readonly by?: PersonName;
  readonly state?: string;
  readonly own?: Values;
  readonly input?: RawInput;
  readonly sealed?: readonly string[];
  readonly gives: string;
}

const requestOf = ({
  act = "requestErasure",
  by = "luo",
  state = "closed",
  own = {},
  ...tried
}: Tried): Request => ({
  register: hazard,
  entry: hazardEntry(state, { ...(state === "closed" ? closed : {}), ...own }),
  facts: plainFacts({ sealed: tried.sealed ?? ["description", "title"] }),
  act,
  input: tried.input ?? (act === "erase" ? {} : { erasureAsked: ["title"], erasureBasis: "第一项" }),
  actor: person(by),
  now,
});

test.each<Tried>([
  { story: "the head of a department asks", gives: "closed" },
  { story: "the committee's office asks", by: "gesang", gives: "closed" },
  { story: "an enterprise may not", by: "mei", gives: "role-may-not" },
  { story: "an inspector may not", by: "lin", gives: "role-may-not" },
  { story: "nobody of another county may", by: "he", gives: "out-of-scope" },
  { story: "what is still open is kept", state: "rectifying", gives: "kept-while-open" },
  { story: "where nothing is sealed there is nothing", sealed: [], gives: "nothing-to-erase" },
  { story: "a field without a value", sealed: ["description"], gives: "nothing-to-erase" },
  {
    story: "a field that is not sealed",
    input: { erasureAsked: ["region"], erasureBasis: "x" },
    gives: "input-invalid",
  },
  {
    story: "the ground of an erasure",
    input: { erasureAsked: ["erasureBasis"], erasureBasis: "x" },
    gives: "input-invalid",
  },
  { story: "nothing at all", input: { erasureAsked: [], erasureBasis: "x" }, gives: "input-invalid" },
  { story: "without a ground", input: { erasureAsked: ["title"] }, gives: "input-invalid" },
])("asking for an erasure: $story", (tried) => {
  expect(resultOf(decide(requestOf(tried)))).toBe(tried.gives);
});

test.each<Tried>([
  { story: "another head erases", by: "zhou", own: asked, gives: "closed" },
  { story: "the office erases", by: "gesang", own: asked, gives: "closed" },
  { story: "who asked may not", own: asked, gives: "requester-may-not-erase" },
  { story: "what nobody asked for stays", by: "gesang", gives: "erasure-not-asked" },
  {
    story: "what was opened again is kept",
    by: "gesang",
    own: asked,
    state: "rectifying",
    gives: "kept-while-open",
  },
  { story: "an inspector may not", by: "lin", own: asked, gives: "role-may-not" },
])("erasing: $story", (tried) => {
  expect(resultOf(decide(requestOf({ ...tried, act: "erase" })))).toBe(tried.gives);
});

test("erasing clears the fields, says which, and forgets the request", () => {
  const own = { ...asked, erased: ["description"] };
  const decision = decide(requestOf({ story: "", act: "erase", by: "gesang", own, gives: "" }));
  expect(decision).toMatchObject({
    steps: [
      {
        erases: true,
        changes: {
          title: null,
          erased: ["description", "title"],
          erasureAsked: null,
          erasureAskedBy: null,
          erasureBasis: null,
        },
      },
    ],
  });
});

test("a field into which something is entered again is no longer said to be erased", () => {
  const entry = hazardEntry("closed", {
    ...closed,
    title: undefined,
    erased: ["closeOpinion", "reason", "title"],
  });
  const decision = decide({
    ...requestOf({ story: "", gives: "" }),
    entry: { ...entry, values: { ...entry.values, closeOpinion: "又填" } },
  });
  expect(decision).toHaveProperty("steps.0.changes.erased", ["reason", "title"]);
});

describe("an enterprise", () => {
  test("is never at rest while it operates: reasons that people wrote are erased all the same", () => {
    const decision = decide({
      ...requestOf({ story: "", gives: "" }),
      register: enterprise,
      entry: enterpriseEntry("copper", "operating", { erased: ["reason"] }),
      facts: plainFacts({ sealed: ["reason"] }),
      input: { erasureAsked: ["reason"], erasureBasis: "第二项" },
    });
    expect(resultOf(decision)).toBe("operating");
  });

  test("gives a new reason, and reasons are no longer said to be erased", () => {
    const decision = decide({
      ...requestOf({ story: "", gives: "" }),
      register: enterprise,
      entry: enterpriseEntry("copper", "operating", { erased: ["reason"] }),
      act: "stop",
      input: { reason: "停产检修" },
    });
    expect(decision).toHaveProperty("steps.0.changes.erased", null);
  });
});

test("a screen shows the acts to those whose they are, with the reason that closes them", () => {
  const { entry, facts, actor } = requestOf({ story: "", gives: "", sealed: [] });
  const offered = new Map(
    actsFor(hazard, { entry, facts, actor, now, day: "2026-03-20" }).map(({ name, refusal }) => [
      name,
      refusal?.code,
    ]),
  );
  expect([offered.get("requestErasure"), offered.get("erase")]).toEqual([
    "nothing-to-erase",
    "erasure-not-asked",
  ]);
});
