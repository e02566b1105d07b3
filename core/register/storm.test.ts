import fc from "fast-check";
import { assert, expect, test } from "vitest";
import { factsFor, type RandomWorld, sha256 } from "../../test/support/random-facts.ts";
import { anyStorm, storm, type Try } from "../../test/support/random-world.ts";
import { dayInShanghai } from "../calendar/day.ts";
import { verifyChain, verifyValues } from "../ledger/line.ts";
import { problems } from "../problems.ts";
import { refusals } from "../refusals.ts";
import { registers } from "../registers/index.ts";
import { inScope, scopeOf } from "../scope/scope.ts";
import { checkValue } from "./check-field.ts";
import { actsFor, decide, type Step } from "./decide.ts";
import { blankEntry, placedOf } from "./entry.ts";
import type { Field } from "./field.ts";
import { figuresIn } from "./figures.ts";
import { fold } from "./record.ts";
import { actNamed, stateAfter } from "./register.ts";
import { verdictsIn } from "./verdicts.ts";

const runs = { numRuns: 30 };

function holdsInEveryStorm(
  hold: (tried: Try) => void,
  atTheEnd: (world: RandomWorld) => void = () => undefined,
) {
  fc.assert(
    fc.property(...anyStorm, (seed, tries) => atTheEnd(storm(seed, tries, hold))),
    runs,
  );
}

function forEachStep(hold: (step: Step, tried: Try) => void): (tried: Try) => void {
  return (tried) => {
    if ("refusal" in tried.decision) return;
    for (const step of tried.decision.steps) hold(step, tried);
  };
}

test("the storm is no calm: with a fixed seed every act of every register is done", () => {
  const declared = registers.flatMap(({ name, acts }) => Object.keys(acts).map((act) => `${name}.${act}`));
  const done = new Set<string>();
  for (let seed = 1; seed <= 600 && done.size < declared.length; seed += 1) {
    const tries = Array.from({ length: 600 }, (_, at) => seed * 1_000 + at);
    storm(
      seed,
      tries,
      forEachStep(({ register, act }) => done.add(`${register.name}.${act}`)),
    );
  }
  expect([...done].sort()).toEqual(declared.sort());
});

test("decide answers whatever is asked, and leaves what it was handed as it was", () => {
  // Whatever a storm hands to decide is frozen to its depth: a change would throw, as would decide itself.
  holdsInEveryStorm(({ request, decision }) => {
    expect(decide(request)).toEqual(decision);
  });
});

test("every refusal is in the catalogue, and so is every problem that it locates", () => {
  holdsInEveryStorm(({ decision }) => {
    if (!("refusal" in decision)) return;
    expect(refusals).toHaveProperty([decision.refusal.code]);
    for (const { code } of decision.refusal.problems ?? []) expect(problems).toHaveProperty([code]);
  });
});

test("an act is done only as its table says: from its states, to its state, by its roles, within sight", () => {
  holdsInEveryStorm(
    forEachStep(({ register, act: name, before, after, actor, reason }) => {
      const act = actNamed(register, name);
      if (act === undefined) throw new Error(`${name} is not declared`);
      expect(act.from === "new" ? before.version : act.from).toEqual(
        act.from === "new" ? 0 : expect.arrayContaining([before.state]),
      );
      expect(after.state).toBe(stateAfter(act, before, after.values));
      expect(after.values.asideFrom).toBe(
        register.states[after.state]?.aside ? (before.values.asideFrom ?? before.state) : undefined,
      );
      expect(register.states).toHaveProperty([after.state]);
      expect(act.by).toContain(actor.role);
      const seen = before.version === 0 ? after : before;
      expect(inScope(scopeOf(actor), placedOf(register, seen))).toBe(true);
      if (act.needs?.includes("reason")) expect(reason).not.toBe("");
    }),
  );
});

test("what a register keeps from others until some state is kept from them in every state before, and in none after", () => {
  holdsInEveryStorm(
    forEachStep(({ register: { restricting }, after }) => {
      if (restricting === undefined || "by" in restricting) return;
      expect(after.values.restricted).toBe(restricting.until.includes(after.state) ? undefined : true);
    }),
  );
});

test("an act is one version more of the entry that stood there, and its line says all that changed", () => {
  holdsInEveryStorm(
    forEachStep(({ before, after, changes, at, day, daySource, register, act }, { world, request }) => {
      const blank = blankEntry(register.name, before.id);
      expect(before).toEqual(world.kept.get(before.id)?.entry ?? blank);
      expect(after).toMatchObject({ id: before.id, register: register.name, version: before.version + 1 });
      const changed = Object.entries({ ...before.values, ...changes }).filter(([, value]) => value !== null);
      expect(after.values).toEqual(Object.fromEntries(changed));
      expect(at).toBe(request.now);
      const done = dayInShanghai(request.doneAt ?? request.now);
      const history = actNamed(register, act)?.records;
      expect(day).toBe(history ? after.values.openedOn : done);
      expect(daySource).toBe(day !== done ? "record" : request.doneAt === undefined ? undefined : "device");
    }),
  );
});

test("whatever an entry holds, its fields allow", () => {
  // A file is entered by its id and kept with what is known of it; figures and verdicts are entered by nobody.
  const allows = (field: Field | undefined, value: unknown) => {
    if (field?.kind === "verdicts") return verdictsIn(value).length > 0 ? undefined : "wrong-type";
    if (field?.kind === "figures") return figuresIn(value).length > 0 ? undefined : "wrong-type";
    return field && checkValue(field, entered(field, value));
  };
  const entered = (field: Field | undefined, value: unknown) =>
    field?.kind === "files" && Array.isArray(value) ? value.map(({ id }) => id) : value;
  holdsInEveryStorm(
    forEachStep(({ register, after }) => {
      for (const [name, value] of Object.entries(after.values)) {
        const field = register.allFields[name];
        expect(field, name).toBeDefined();
        expect(allows(field, value), name).toBeUndefined();
      }
    }),
  );
});

test("every entry is the fold of its ledger, and its ledger is whole", () => {
  holdsInEveryStorm(
    () => undefined,
    ({ kept }) => {
      for (const { register, entry, lines, sealed, everSealed, steps } of kept.values()) {
        const bodies = lines.map(({ body }) => body);
        for (const [at, { after }] of steps.entries())
          expect(fold(register, bodies.slice(0, at + 1), everSealed)).toEqual(after);
        expect(fold(register, bodies, sealed)).toEqual(entry);
        expect(steps.at(-1)?.after).toEqual(entry);
        expect(verifyChain(lines, sha256) ?? verifyValues(lines, sealed, sha256)).toBeUndefined();
        // Whoever erases a value leaves the rest of the entry as it was.
        const open = Object.entries(entry.values).filter(([name]) => !register.allFields[name]?.sealed);
        expect(fold(register, bodies, [])?.values).toEqual(Object.fromEntries(open));
      }
    },
  );
});

test("what an act does to other entries happens with it or not at all", () => {
  holdsInEveryStorm(({ request, decision }) => {
    if ("refusal" in decision) return;
    const [, ...others] = decision.steps;
    expect(new Set(decision.steps.map(({ after }) => after.id)).size).toBe(decision.steps.length);
    for (const { before } of others) {
      if (before.version === 0) continue;
      const moved = Object.entries(request.facts.entries).map(([name, entry]) => [
        name,
        entry.id === before.id ? { ...entry, state: "" } : entry,
      ]);
      const facts = { ...request.facts, entries: Object.fromEntries(moved) };
      expect(decide({ ...request, facts })).toHaveProperty("refusal.code", "act-not-open-in-this-state");
    }
  });
});

test("what an act opens beside it is opened with it or not at all, and is its own to open", () => {
  holdsInEveryStorm(({ request, decision }) => {
    if ("refusal" in decision) return;
    const opened = decision.steps.slice(1).filter(({ before }) => before.version === 0);
    for (const { after } of opened) expect(request.facts.newIds).toContain(after.id);
    const { organisation } = request.facts.entries;
    if (opened.length === 0 || organisation === undefined) return;
    const closed = { ...request.facts.entries, organisation: { ...organisation, state: "closed" } };
    expect(decide({ ...request, facts: { ...request.facts, entries: closed } })).toHaveProperty("refusal");
  });
});

test("an act that a screen offers is open, and one that it shows closed is refused for that reason", () => {
  holdsInEveryStorm(({ world, request }) => {
    const { register, entry, actor, now } = request;
    const day = dayInShanghai(now);
    const shown = factsFor(world, {
      register,
      acts: Object.values(register.acts),
      entry,
      input: {},
      actor,
      day,
    });
    const offered = new Map(
      actsFor(register, { entry, facts: shown, actor, now, day }).map((act) => [act.name, act]),
    );
    for (const [name, act] of Object.entries(register.acts)) {
      // Only what lies before the input is asked here, and a field that no act has is the first thing wrong with that.
      const input = { "no such field": 1 };
      const facts = factsFor(world, { register, acts: [act], entry, input, actor, day });
      const decision = decide({ register, entry, facts, act: name, input, actor, now });
      const code = "refusal" in decision ? decision.refusal.code : undefined;
      const offer = offered.get(name);
      if (offer) expect(code, name).toBe(offer.refusal?.code ?? "input-invalid");
      else if (
        actor.role !== "system" &&
        !act.records &&
        !act.applies?.({ entry, facts, input: {}, actor, now, day })
      )
        expect(["act-not-open-in-this-state", "role-may-not"]).toContain(code);
    }
  });
});

test("what a form suggests may be entered as it stands", () => {
  holdsInEveryStorm(({ world, request: { register, entry, actor, now } }) => {
    const day = dayInShanghai(now);
    const facts = factsFor(world, {
      register,
      acts: Object.values(register.acts),
      entry,
      input: {},
      actor,
      day,
    });
    for (const { name, suggested = {} } of actsFor(register, { entry, facts, actor, now, day })) {
      const { needs = [], takes = [] } = actNamed(register, name) ?? {};
      for (const [field, value] of Object.entries(suggested).filter(([, told]) => told !== undefined)) {
        expect([...needs, ...takes]).toContain(field);
        const declared = register.allFields[field];
        assert(declared !== undefined);
        expect(checkValue(declared, asEntered(declared, value)), field).toBeUndefined();
      }
    }
  });
});

/** What a form sends for a value that it was offered: of a file its id, and all else as it stands. */
function asEntered({ kind }: Field, value: unknown): unknown {
  return kind === "files" && Array.isArray(value) ? value.map(({ id }) => id) : value;
}
