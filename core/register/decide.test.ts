import { describe, expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import {
  certificateOf,
  hazardEntry,
  ownedBy,
  person,
  plainFacts,
  resultOf,
} from "../../test/support/builders.ts";
import { enterpriseId } from "../../test/support/cast.ts";
import { makeCalendar } from "../calendar/calendar.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import type { Actor } from "../scope/scope.ts";
import { actsFor, type Decision, decide, type Request } from "./decide.ts";
import { blankEntry } from "./entry.ts";
import { lineFields } from "./register.ts";

const engine: Actor = { ...person("luo"), role: "system" };
const own = { rectifyBy: "2026-04-10" };

/** Lin reviews what Su accepted, as the request that goes through. */
const request: Request = {
  register: hazard,
  entry: hazardEntry("selfAccepted", own),
  facts: plainFacts({ officer: certificateOf("lin") }),
  act: "review",
  input: { reviewOpinion: "整改到位" },
  actor: person("lin"),
  now: "2026-03-20T01:00:00.000Z",
};

test.each<{ story: string; own?: Partial<Request>; gives: string }>([
  { story: "it is done", gives: "underReview" },
  { story: "there is no such act", own: { act: "forget" }, gives: "unknown-act" },
  { story: "a name that every object inherits is no act", own: { act: "constructor" }, gives: "unknown-act" },
  {
    story: "tomorrow's work is not done yet",
    own: { doneAt: "2026-03-20T16:00:00Z" },
    gives: "done-in-the-future",
  },
  { story: "later today is today", own: { doneAt: "2026-03-20T15:59:59Z" }, gives: "underReview" },
  {
    story: "work of thirty days ago still counts",
    own: {
      doneAt: "2026-02-18T01:00:00Z",
      entry: hazardEntry("selfAccepted", { ...own, stateSince: "2026-02-01" }),
    },
    gives: "underReview",
  },
  {
    story: "work of too long ago is recorded otherwise",
    own: { doneAt: "2026-02-17T01:00:00Z" },
    gives: "done-too-long-ago",
  },
  {
    story: "before the step began there was nothing to do",
    own: { doneAt: "2026-03-09T01:00:00Z" },
    gives: "done-before-the-last-act",
  },
  {
    story: "before the deadline was moved it was another",
    own: {
      doneAt: "2026-03-11T01:00:00Z",
      entry: hazardEntry("selfAccepted", { ...own, movedOn: "2026-03-12" }),
    },
    gives: "done-before-the-last-act",
  },
  {
    story: "on the day on which the step began there was",
    own: { doneAt: "2026-03-10T01:00:00Z" },
    gives: "underReview",
  },
  {
    story: "the state has passed",
    own: { entry: hazardEntry("closed") },
    gives: "act-not-open-in-this-state",
  },
  { story: "the post is another", own: { actor: person("luo") }, gives: "role-may-not" },
  { story: "the place is another's", own: { actor: person("chen") }, gives: "out-of-scope" },
  {
    story: "a guard is asked before the input",
    own: { facts: plainFacts(), input: {} },
    gives: "certificate-not-valid",
  },
  { story: "the input is asked last", own: { input: { reviewOpinion: 7 } }, gives: "input-invalid" },
])("one thing after the other is asked: $story", ({ own: differing = {}, gives }) => {
  expect(resultOf(decide({ ...request, ...differing }))).toBe(gives);
});

test("the first reason that a person should hear is the one that is told", () => {
  const wrong = { actor: person("yu"), input: {}, facts: plainFacts() };
  expect(resultOf(decide({ ...request, ...wrong, entry: hazardEntry("closed") }))).toBe(
    "act-not-open-in-this-state",
  );
  expect(resultOf(decide({ ...request, ...wrong }))).toBe("role-may-not");
  expect(resultOf(decide({ ...request, ...wrong, actor: person("chen") }))).toBe("out-of-scope");
});

test("work without network counts on its own day, and says where that day comes from", () => {
  const decision = decide({ ...request, doneAt: "2026-03-18T17:00:00Z" });
  expect(decision).toMatchObject({
    steps: [
      {
        at: request.now,
        day: "2026-03-19",
        daySource: "device",
        after: { values: { stateSince: "2026-03-19" } },
      },
    ],
  });
});

test("the day on which a matter moved is kept while its step lasts, for what was counted before it stays", () => {
  const begun = hazardEntry("rectifying", { ...own, stateSince: "2026-03-10", dueOn: "2026-04-10" });
  const move: Request = {
    ...request,
    entry: begun,
    act: "recalculate",
    input: {},
    actor: engine,
  };
  expect(movedOn(decide(move))).toBeUndefined();
  const late = { ...begun, values: { ...begun.values, dueOn: "2026-04-01" } };
  expect(movedOn(decide({ ...move, entry: late }))).toBe("2026-03-20");
  const moved = hazardEntry("selfAccepted", { ...own, movedOn: "2026-03-12" });
  expect(movedOn(decide({ ...request, entry: moved }))).toBeUndefined();
});

const movedOn = (decision: Decision) =>
  "steps" in decision ? decision.steps[0].after.values.movedOn : decision;

describe("a file", () => {
  const photo = {
    id: idOfName("test-photo"),
    hash: "0".repeat(64),
    name: "后.jpg",
    type: "image/jpeg",
    sizeBytes: 9,
  };
  const input = { reviewOpinion: "整改到位", afterPhotos: [photo.id] };

  test("is entered by its id, and kept with what is known of it", () => {
    const decision = decide({ ...request, input, facts: { ...request.facts, files: { [photo.id]: photo } } });
    expect(decision).toHaveProperty("steps.0.after.values.afterPhotos", [photo]);
  });

  test("that nobody uploaded is not found", () => {
    const problems = [{ field: "afterPhotos", code: "not-found" }];
    expect(decide({ ...request, input })).toEqual({ refusal: { code: "input-invalid", problems } });
  });
});

test("who is party to an entry sees it wherever it lies", () => {
  const entry = hazardEntry("selfAccepted", { ...own, owningOrganisation: person("chen").organisation });
  const facts = plainFacts({ officer: certificateOf("chen") });
  expect(resultOf(decide({ ...request, entry, facts, actor: person("chen") }))).toBe("underReview");
});

describe("recomputing a deadline", () => {
  const withoutNotice = makeCalendar([]);
  const provisional = hazardEntry("found", {
    stateSince: "2026-09-29",
    dueOn: "2026-10-02",
    dueProvisional: true,
  });
  const recalculated = (entry = provisional) =>
    decide({ ...request, entry, actor: engine, act: "recalculate", input: {}, facts: plainFacts() });

  test("is the engine's alone", () => {
    expect(resultOf(decide({ ...request, act: "recalculate", input: {} }))).toBe("role-may-not");
    expect(resultOf(recalculated(hazardEntry("closed")))).toBe("act-not-open-in-this-state");
  });

  test("replaces a provisional day by that of the notice", () => {
    // Three working days from the Tuesday before the National Day.
    expect(recalculated()).toMatchObject({
      steps: [{ changes: { dueOn: "2026-10-09", dueProvisional: null } }],
    });
    const facts = plainFacts({ calendar: withoutNotice });
    const again = decide({
      ...request,
      entry: provisional,
      actor: engine,
      act: "recalculate",
      input: {},
      facts,
    });
    expect(again).toMatchObject({ steps: [{ changes: {}, after: { values: { dueProvisional: true } } }] });
  });

  test("leaves a promised day as it was", () => {
    const entry = hazardEntry("rectifying", { ...own, dueOn: "2026-04-10" });
    expect(recalculated(entry)).toMatchObject({ steps: [{ changes: {} }] });
  });

  test("of a clock that the pack does not have is our fault, and thrown", () => {
    const facts = plainFacts({ clocks: {} });
    expect(() => decide({ ...request, facts: { ...facts, officer: certificateOf("lin") } })).toThrow(
      /no clock/,
    );
  });
});

describe("the acts that a screen offers", () => {
  const day = "2026-03-20";
  const offered = (entry: Request["entry"], actor: Actor, facts = request.facts) =>
    new Map(actsFor(hazard, { entry, facts, actor, now: request.now, day }).map((act) => [act.name, act]));

  test("of a blank entry are those that open one, with what is known already", () => {
    const acts = offered(blankEntry("hazard", "x"), person("su"));
    expect([...acts.values()]).toEqual([
      {
        name: "find",
        suggested: { foundOn: day, organisation: enterpriseId("copper"), source: "selfCheck" },
      },
    ]);
    expect(offered(blankEntry("hazard", "x"), person("lin")).get("find")?.suggested).toEqual({
      foundOn: day,
      source: "inspection",
    });
    expect(offered(blankEntry("hazard", "x"), person("zhang")).get("find")?.refusal?.code).toBe(
      "role-may-not",
    );
  });

  test("say why one is closed, and never name what only the engine does", () => {
    const acts = offered(request.entry, person("gu"), plainFacts({ officer: certificateOf("gu") }));
    expect(acts.get("review")).toEqual({ name: "review", refusal: { code: "certificate-not-valid" } });
    expect(acts.get("close")?.refusal?.code).toBe("act-not-open-in-this-state");
    expect([acts.has("absorb"), acts.has("recalculate"), acts.has("find")]).toEqual([false, false, false]);
  });

  test.each([
    { act: "report", state: "majorConfirmed", suggests: { reportMethod: "system", staffReportedOn: day } },
    { act: "assign", state: "generalConfirmed", suggests: { rectifyBy: "2026-04-04" } },
    { act: "plan", state: "planned", suggests: { rectifyBy: "2026-04-10" } },
    { act: "proposeMajor", state: "found", suggests: { judgementReason: "初判" } },
    { act: "proposeGeneral", state: "found", suggests: { judgementReason: "初判" } },
  ])("$act suggests what is known", ({ act, state, suggests }) => {
    const entry = hazardEntry(state, { ...own, judgementReason: "初判", owningLevel: "enterprise" });
    const actor = person(state === "found" ? "su" : "mei");
    expect(
      offered(entry, actor, plainFacts(ownedBy("xianggelila-yingji"))).get(act)?.suggested,
    ).toMatchObject(suggests);
  });
});

test("no field has the name under which a line keeps its reason", () => {
  for (const { allFields } of registers)
    for (const name of Object.keys(lineFields)) expect(allFields).not.toHaveProperty(name);
});
