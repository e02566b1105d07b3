import { expect, test } from "vitest";
import { campaign } from "../../test/support/builders.ts";
import { boardQuestions, targetsOnBoard } from "./board.ts";
import { boardUnits } from "./board-units.ts";
import { closedBoard, judgedAsOf, verdictsOf } from "./closing.ts";
import type { Evidence } from "./lamp.ts";

const { pack } = campaign;
const units = boardUnits(pack);
const rules = { dueWithinDays: 30, pacePercent: 80 };
const after = { pack, units, day: "2027-02-10", rules };
const questions = boardQuestions(after);
const boardWith = (counted: number, evidence: readonly Evidence[] = []) => {
  const figures = questions.map(() => ({ value: counted * 25, counted, of: 4 }));
  const targets = targetsOnBoard(after, questions, { figures, evidenceFor: () => evidence });
  return { figures, targets, questions };
};
const sharesOf = ({ targets }: Pick<ReturnType<typeof boardWith>, "targets">, id: string) =>
  targets.find(({ target }) => target.id === id)?.shares ?? [];

test.each([
  { day: "2026-12-31", today: "2026-12-31", judged: { day: "2026-12-31", isOver: false } },
  { day: "2026-12-31", today: "2027-01-01", judged: { day: "2027-01-01", isOver: true } },
  { day: "2027-06-30", today: "2027-07-01", judged: { day: "2027-01-01", isOver: true } },
  { day: "2026-12-30", today: "2027-07-01", judged: { day: "2026-12-30", isOver: false } },
])("on $today a board of $day is judged as of $judged.day", ({ day, today, judged }) => {
  expect(judgedAsOf(pack.plan, day, today)).toEqual(judged);
});

test.each([
  ["a ratio of the whole campaign", "o1-t2", "2024-01-01"],
  ["what the plan wants by an earlier day", "o2-t2", "2024-01-01"],
  ["a month's self-checks: the last month of the campaign", "m7-c1-t2", "2026-12-01"],
  ["a quarter's: its last quarter", "m7-c1-t1", "2026-10-01"],
])("once the campaign is over its board asks for the days up to its last, of %s", (_, id, from) => {
  const [whole] = questions.filter(({ target }) => target === id);
  expect([whole?.from, whole?.to]).toEqual([from, "2026-12-31"]);
});

test("what was not reached by the last day is missed, and not on its way", () => {
  for (const id of ["o1-t2", "m5-c1-r1", "m7-c1-t2"])
    for (const { lamp } of sharesOf(boardWith(1), id)) {
      expect([id, lamp.colour]).toEqual([id, "red"]);
      expect(lamp.reason.zh).toContain("2026-12-31已过");
    }
  // A target with a day of its own was missed on that.
  expect(sharesOf(boardWith(1), "o2-t2")[0]?.lamp.reason.zh).toContain("2024-12-31已过");
  expect(sharesOf(boardWith(4), "m5-c1-r1")[0]?.lamp.colour).toBe("green");
});

test("tasks of the campaign's last period prove it at its end, and one that was not done is missed", () => {
  const yearly = pack.targets.map(({ id }) => id);
  const byTasks = boardWith(4, [{ is: "shown", dueOn: "2026-12-31" }]).targets.filter(
    ({ target, proof }) => proof === undefined && target.every !== undefined && yearly.includes(target.id),
  );
  expect(byTasks.length).toBeGreaterThan(0);
  for (const { shares } of byTasks) for (const { lamp } of shares) expect(lamp.colour).toBe("green");
  const open = boardWith(4, [{ is: "lacking" }]).targets.filter(({ proof }) => proof === undefined);
  for (const { shares } of open) for (const { lamp } of shares) expect(lamp.colour).toBe("red");
});

test("a closed board has every lamp and figure as the closing keeps it, whatever the pack's indicators say since", () => {
  const read = boardWith(3);
  const verdicts = verdictsOf(read, "2027-02-09");
  const changed = { ...pack, indicators: [], targets: pack.targets };
  const closed = closedBoard(changed, units, verdicts);
  expect(closed.targets.map(({ target }) => target.id)).toEqual(read.targets.map(({ target }) => target.id));
  for (const [at, { shares, proof }] of closed.targets.entries()) {
    const was = read.targets[at];
    expect(shares.map(({ unit, lamp }) => [unit, lamp])).toEqual(
      was?.shares.map(({ unit, lamp }) => [unit, lamp]),
    );
    expect(proof?.indicator.id).toBe(was?.proof?.indicator.id);
    for (const { question } of shares)
      if (question !== undefined)
        expect(closed.questions[question]?.kept).toEqual({ value: 75, counted: 3, of: 4 });
  }
});

test("somebody who sees some units alone is shown theirs", () => {
  const verdicts = verdictsOf(boardWith(3), "2027-02-09");
  const [one] = units;
  const closed = closedBoard(pack, one ? [one] : [], verdicts);
  expect(new Set(closed.targets.flatMap(({ shares }) => shares.map(({ unit }) => unit)))).toEqual(
    new Set([one?.id]),
  );
});
