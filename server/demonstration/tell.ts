import { type Day, monthOf } from "../../core/calendar/day.ts";
import { decide, type Outcome } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import type { FrozenFigure } from "../../core/register/figures.ts";
import { actNamed } from "../../core/register/register.ts";
import { commit, type Sealing } from "../store/commit.ts";
import type { Transaction } from "../store/database.ts";
import { figureFacts } from "../store/figures.ts";
import type { StoredEntry } from "../store/row.ts";
import { type Deed, momentOf } from "./deed.ts";
import { factsFor, type Told } from "./facts.ts";

/** An act that was refused: its entry is left as it stood, and nothing more is told of it. */
export interface Untold {
  readonly act: string;
  readonly id: string;
  readonly day: Day;
  readonly code: string;
}

/** Deeds that come up while others are told: what the calendar brings in a month, what people then do, and what follows from it. */
export interface Prompts {
  /** Those of a month's first working day, before all others. */
  readonly begins: (month: string) => readonly Deed[];
  readonly within: (month: string) => readonly Deed[];
  /** What becomes of the entries that an act has opened beside its own. */
  readonly opened: (entry: StoredEntry) => readonly Deed[];
}

/**
 * Tells deeds month by month in the order of their moments, through `decide` and `commit` like any other act, many to a commit. An
 * entry needs its number before it goes on, so of each month first what opens, then all the rest, then what that has opened.
 */
export async function tell(
  tx: Transaction,
  told: Told,
  deeds: readonly Deed[],
  prompts: Prompts,
  sealing: Sealing,
): Promise<readonly Untold[]> {
  const untold: Untold[] = [];
  const waiting = Map.groupBy(deeds, ({ day }) => monthOf(day));
  const tellThem = async (list: readonly Deed[]) => {
    const known = new Set(told.entries.keys());
    untold.push(...(await tellAtOnce(tx, told, inOrder(list), sealing, untold)));
    return [...told.entries.values()].filter(
      ({ id }) => !known.has(id) && !list.some((deed) => deed.id === id),
    );
  };
  for (const month of [...waiting.keys()].sort()) {
    await tellThem(prompts.begins(month));
    const seen = new Set(told.entries.keys());
    const [opening, rest] = parted(
      inOrder(waiting.get(month) ?? []),
      ({ id, waits }) => !waits && !seen.has(id) && !!seen.add(id),
    );
    await tellThem(opening);
    const opened = await tellThem([...rest, ...prompts.within(month)]);
    const next = opened.flatMap(prompts.opened);
    await tellThem(next.filter(({ day }) => monthOf(day) === month));
    for (const [later, list] of Map.groupBy(next, ({ day }) => monthOf(day)))
      if (later > month) waiting.set(later, [...(waiting.get(later) ?? []), ...list]);
  }
  return untold;
}

/** By their moments; those of one moment as they came. */
const inOrder = (deeds: readonly Deed[]): readonly Deed[] =>
  deeds
    .map((deed) => ({ deed, at: momentOf(deed).getTime() }))
    .sort((one, other) => one.at - other.at)
    .map(({ deed }) => deed);

function parted<T>(list: readonly T[], passes: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const one of list) (passes(one) ? yes : no).push(one);
  return [yes, no];
}

/** Tells deeds that are in the order of their moments, in one commit. What an act freezes is counted before them. */
export async function tellAtOnce(
  tx: Transaction,
  told: Told,
  deeds: readonly Deed[],
  sealing: Sealing,
  before: readonly Untold[],
): Promise<readonly Untold[]> {
  const heads = headsOf(told);
  const ended = new Set(before.map(({ id }) => id));
  const untold: Untold[] = [];
  const outcomes: Outcome[] = [];
  const figures = await figuresFor(tx, told, deeds);
  for (const deed of deeds) {
    if (ended.has(deed.id)) continue;
    const decision = decideOn(told, deed, figures.get(deed));
    if ("refusal" in decision) {
      const { act, id, day } = deed;
      untold.push({ act, id, day, code: decision.refusal.code });
      ended.add(id);
      continue;
    }
    outcomes.push(decision);
    for (const { after } of decision.steps) told.entries.set(after.id, { ...after, head: "" });
  }
  if (outcomes.length > 0) remember(told, await commit(tx, outcomes, heads, sealing));
  return untold;
}

const headsOf = ({ entries }: Told) => new Map([...entries.values()].map(({ id, head }) => [id, head]));

const remember = ({ entries }: Told, written: readonly StoredEntry[]) => {
  for (const entry of written) entries.set(entry.id, entry);
};

/** What the deeds freeze, from what has been committed before them. */
async function figuresFor(
  tx: Transaction,
  { campaign, entries }: Told,
  deeds: readonly Deed[],
): Promise<ReadonlyMap<Deed, readonly FrozenFigure[]>> {
  const found = new Map<Deed, readonly FrozenFigure[]>();
  for (const deed of deeds) {
    const { register, id, input, actor, day } = deed;
    const act = actNamed(register, deed.act);
    if (act?.facts?.figures === undefined) continue;
    const entry = entries.get(id) ?? blankEntry(register.name, id);
    const scope = { sees: "everything" as const };
    const asked = { register, acts: [act], entry, input, actor, scope, day };
    found.set(deed, (await figureFacts(tx, campaign, asked)) ?? []);
  }
  return found;
}

function decideOn(told: Told, deed: Deed, figures: readonly FrozenFigure[] | undefined) {
  const { register, id, act, input, actor } = deed;
  const entry = told.entries.get(id) ?? blankEntry(register.name, id);
  const facts = { ...factsFor(told, deed, entry), figures };
  return decide({ register, entry, facts, act, input, actor, now: momentOf(deed).toISOString() });
}
