import type { Day } from "../../core/calendar/day.ts";
import {
  type BoardAsked,
  type BoardQuestion,
  boardQuestions,
  type TargetOnBoard,
  targetsOnBoard,
} from "../../core/campaign/board.ts";
import { type BoardUnit, boardUnits } from "../../core/campaign/board-units.ts";
import { closedBoard, judgedAsOf } from "../../core/campaign/closing.ts";
import { evidenceAmong, type TaskIndex, taskIndex } from "../../core/campaign/evidence.ts";
import { seesTasksOf, unitsInSight } from "../../core/campaign/in-sight.ts";
import type { Cut, Figure } from "../../core/campaign/indicator.ts";
import type { LampRules } from "../../core/campaign/lamp.ts";
import { shareOf } from "../../core/campaign/share.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { type Campaign, organisationFact, organisationId, parametersOn } from "./campaign.ts";
import { computeIndicators } from "./cells.ts";
import { type Closing, readClosing } from "./closings.ts";
import type { Transaction } from "./database.ts";
import { tasksOfPlan } from "./evidence.ts";

/** A figure of the board: the question with where it is taken. */
export interface Taken extends BoardQuestion {
  readonly cut: Cut;
}

export interface BoardRead extends BoardAsked {
  readonly questions: readonly Taken[];
  readonly figures: readonly Figure[];
  readonly targets: readonly TargetOnBoard[];
  readonly tasksFor: TaskIndex;
  /** By which closing it is as it is; absent while the campaign is open. */
  readonly closing?: Closing;
}

/**
 * What a board shows to a scope on a day: the board itself and the big screen are told from this alone, so that they agree. Once the
 * campaign's last day is over, of it and every later day that is how things stood at its end, and once the campaign is closed what the
 * closing keeps.
 */
export async function readBoardOf(
  tx: Transaction,
  scope: Scope,
  campaign: Campaign,
  { day, today }: { readonly day: Day; readonly today: Day },
): Promise<BoardRead> {
  const judged = judgedAsOf(campaign.pack.plan, day, today);
  const shareOf = (unit: BoardUnit) => cutOf(campaign, unit);
  const units = unitsInSight(boardUnits(campaign.pack), scope, { idOf: organisationId, shareOf });
  const asked = { pack: campaign.pack, units, day, rules: lampRulesOn(campaign, day) };
  const closing = judged.isOver ? await readClosing(tx, campaign) : undefined;
  if (closing !== undefined)
    return { ...asked, ...(await readClosed(tx, scope, campaign, asked, closing)), closing };
  return { ...asked, ...(await readOpen(tx, scope, campaign, { ...asked, day: judged.day })) };
}

/** Tasks lie in no sector and are restricted to nobody: the engine sees those of all units. */
const engine: Scope = { sees: "everything" };

/** The board of all units as the closing of the campaign keeps it: in the sight of its whole region, as known at the end of a day. */
export async function readBoardAtEnd(
  tx: Transaction,
  campaign: Campaign,
  { region, day, asOf }: { readonly region: string; readonly day: Day; readonly asOf: Day },
): Promise<BoardRead> {
  const scope: Scope = { sees: "region", region, sectors: "all", organisation: "" };
  const asked = {
    pack: campaign.pack,
    units: boardUnits(campaign.pack),
    day,
    rules: lampRulesOn(campaign, day),
  };
  return { ...asked, ...(await readOpen(tx, scope, campaign, asked, { asOf, tasksBy: engine })) };
}

/** Throws where the pack names no such numbers: a lamp without them would be a guess. */
function lampRulesOn(campaign: Campaign, day: Day): LampRules {
  const { numbers } = parametersOn(campaign, day < campaign.pack.plan.from ? campaign.pack.plan.from : day);
  const { "lamp.due.within": dueWithinDays, "lamp.pace": pacePercent } = numbers;
  if (dueWithinDays === undefined || pacePercent === undefined)
    throw new Error(`The pack says nothing of lamps on ${day}`);
  return { dueWithinDays, pacePercent };
}

async function readOpen(
  tx: Transaction,
  scope: Scope,
  campaign: Campaign,
  asked: BoardAsked,
  known?: { readonly asOf: Day; readonly tasksBy: Scope },
) {
  const questions = boardQuestions(asked).map((question): Taken => placed(campaign, question));
  const figures = await computeIndicators(
    tx,
    scope,
    known === undefined ? questions : questions.map((question) => ({ ...question, asOf: known.asOf })),
  );
  const seen = new Set(
    asked.units.filter((unit) => seesTasksOf(unit, scope, { idOf: organisationId })).map(({ id }) => id),
  );
  const tasks = await tasksOfPlan(tx, known?.tasksBy ?? scope, campaign, asked.day);
  const tasksFor = taskIndex(tasks.filter(({ unit }) => seen.has(unit)));
  const targets: readonly TargetOnBoard[] = targetsOnBoard(asked, questions, {
    figures,
    evidenceFor: (target, unit) =>
      seen.has(unit) ? evidenceAmong(tasksFor(target, unit), target) : undefined,
  });
  return { questions, figures, targets, tasksFor };
}

/** What the closing keeps of these units; the whole of a scope, which it does not hold for each, as it was known then. */
async function readClosed(
  tx: Transaction,
  scope: Scope,
  campaign: Campaign,
  { pack, units }: BoardAsked,
  { asOf, verdicts }: Closing,
) {
  const { targets, questions: kept } = closedBoard(pack, units, verdicts);
  const questions = kept.map((question): Taken => placed(campaign, question));
  const missing = kept.flatMap((question, at) => {
    const taken = question.kept === undefined ? questions[at] : undefined;
    return taken === undefined ? [] : [{ ...taken, asOf }];
  });
  const counted = [...(await computeIndicators(tx, scope, missing))];
  const figures = kept.map((question): Figure => {
    const figure = question.kept ?? counted.shift();
    if (figure === undefined) throw new Error("A figure that was not counted");
    return figure;
  });
  return { questions, figures, targets, tasksFor: () => [] };
}

const placed = <Q extends BoardQuestion>(campaign: Campaign, question: Q): Q & Taken => ({
  ...question,
  cut: question.unit ? cutOf(campaign, question.unit) : {},
});

function cutOf(campaign: Campaign, { id }: BoardUnit): Cut {
  const fact = organisationFact(campaign, organisationId(id));
  if (fact === undefined) throw new Error(`No organisation ${id}`);
  return shareOf(fact);
}
