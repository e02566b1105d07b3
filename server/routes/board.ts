import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { readBoardOf } from "../store/board.ts";
import { inTransaction } from "../store/database.ts";
import { boardAnswer } from "./board-shapes.ts";
import { viewBoard } from "./board-view.ts";

/** How every measure of the plan stands for every unit in sight on a day: one answer with all that the board shows. */
export const readBoard = route(
  "GET /api/campaign/board",
  {
    right: "figures",
    ...bare,
    query: z.strictObject({ day: z.string().refine(isDay).optional() }),
    tag: "campaign",
    words: { zh: "挂图作战：38项措施与各单位的进展", en: "The board: how the measures stand for every unit" },
    answers: boardAnswer,
  },
  async ({ services: { campaign, pool }, scope, today, query: { day = today } }) => {
    // What will be nobody knows: the calendar's share of a day to come says nothing of what will have been done.
    if (day > today) throw new HttpProblem("malformed-request", [{ field: "day", code: "not-an-option" }]);
    const known = await inTransaction(pool, scope, (tx) => readBoardOf(tx, scope, campaign, { day, today }));
    return ok(
      viewBoard({
        ...known,
        today,
        sectors: "sectors" in scope && scope.sectors !== "all" ? [...scope.sectors] : "all",
      }),
    );
  },
);
