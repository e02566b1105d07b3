import { expect, test } from "vitest";
import { campaign } from "../../test/support/builders.ts";
import { boardQuestions, targetsOnBoard } from "./board.ts";
import { boardUnits } from "./board-units.ts";

const { pack } = campaign;
const units = boardUnits(pack);
const rules = { dueWithinDays: 30, pacePercent: 80 };
const on = (day: string) => ({ pack, units, day, rules });
const daysOf = (target: string, day: string) => {
  const [whole] = boardQuestions(on(day)).filter((question) => question.target === target);
  return whole && [whole.from, whole.to];
};

test.each([
  { story: "a month's self-checks", target: "m7-c1-t2", is: ["2026-02-01", "2026-02-28"] },
  { story: "a quarter's self-checks", target: "m7-c1-t1", is: ["2025-10-01", "2025-12-31"] },
  { story: "a ratio of the whole campaign", target: "o1-t2", is: ["2024-01-01", "2026-03-15"] },
])("a question asks for the days of the last period that is over, of $story", ({ target, is }) => {
  expect(daysOf(target, "2026-03-15")).toEqual(is);
});

test("in the campaign's first month the running one is asked for, since none is over", () => {
  expect(daysOf("m7-c1-t2", "2024-01-15")).toEqual(["2024-01-01", "2024-01-15"]);
});

test("a month whose self-checks were missed is red in the next, with that month in the reason", () => {
  const asked = on("2026-03-15");
  const questions = boardQuestions(asked);
  const figures = questions.map(() => ({ value: 75, counted: 3, of: 4 }));
  const board = targetsOnBoard(asked, questions, { figures, evidenceFor: () => [] });
  const shares = board.find(({ target }) => target.id === "m7-c1-t2")?.shares ?? [];
  expect(shares.length).toBeGreaterThan(0);
  for (const { lamp } of shares) {
    expect(lamp.colour).toBe("red");
    expect(lamp.reason.zh).toMatch(/^2026-02-01至2026-02-28：75%/);
    expect(lamp.reason.en).toMatch(/^2026-02-01 to 2026-02-28: 75%/);
  }
});
