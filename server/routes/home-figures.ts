import { addDays, type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { dueRungs } from "../../core/calendar/due-ladder.ts";
import type { Register } from "../../core/register/register.ts";
import { mayRead } from "../../core/register/rights.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { watched, watchedOwn, watchedPeople } from "../../core/registers/watched.ts";
import { isAdministrator, type Role, readers, roles } from "../../core/scope/roles.ts";
import type { Words } from "../../core/words.ts";
import type { SignedInVisit } from "../http/route.ts";
import { listParameters, listQueryOf } from "../list-query.ts";
import type { Transaction } from "../store/database.ts";
import { countLists } from "../store/lists.ts";
import { signedInBefore } from "../store/people.ts";

export type HomeVisit = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "scope" | "actor" | "now" | "today"
>;

/** A number on the home page: what it counts is the list of a register under these filters, as a list's address takes them. */
interface Wanted {
  readonly name: string;
  readonly words?: Words;
  readonly register: string;
  readonly filters: Readonly<Record<string, string>>;
}
export type Figure = Wanted & { readonly total: number };

/** Registers in which work can wait for this role. */
export const awaitingRegisters = (role: Role): readonly Register[] =>
  registers.filter(({ states }) => Object.values(states).some(({ awaits }) => awaits?.includes(role)));

/** Registers of what is found, put right and checked: those in which work waits for somebody, but for who holds which post. */
export const workedRegisters: readonly Register[] = registers.filter(
  ({ keeping, states }) => !keeping && Object.values(states).some(({ awaits }) => awaits !== undefined),
);

/** A list as its own route would query it for this person. */
export const queryOf = (
  register: Register,
  { actor, today, services }: HomeVisit,
  filters: Readonly<Record<string, string>>,
) => listQueryOf(register, listParameters.parse(filters), { actor, today, campaign: services.campaign });

/** Counts figures by the queries of the lists that they open, those of a register together. */
export async function readFigures(
  tx: Transaction,
  visit: HomeVisit,
  wanted: readonly Wanted[],
): Promise<readonly Figure[]> {
  const totals = new Map<Wanted, number>();
  for (const [name, own] of Map.groupBy(wanted, ({ register }) => register)) {
    const register = registerNamed(name);
    if (register === undefined) throw new Error(`No register ${name}`);
    const queries = own.map(({ filters }) => queryOf(register, visit, filters));
    const counted = await countLists(tx, visit.scope, register, queries);
    for (const [at, figure] of own.entries()) totals.set(figure, counted[at] ?? 0);
  }
  return wanted.map((figure) => ({ ...figure, total: totals.get(figure) ?? 0 }));
}

/** The ladders of a post: of what waits for it, and of all that it answers for; an enterprise's own work is both. */
export function laddersOf(role: Role): readonly ("mine" | "scope")[] {
  if (roles[role].sees === "nothing") return [];
  const isAwaited = awaitingRegisters(role).some((register) => workedRegisters.includes(register));
  if (!isAwaited || readers.includes(role)) return ["scope"];
  // A park answers for the enterprises within beside its own tasks.
  return roles[role].sees === "organisation" && role !== "parkOffice" ? ["mine"] : ["mine", "scope"];
}

/** For each register what is overdue, due today, and due within some days. */
export async function readLadder(tx: Transaction, visit: HomeVisit, of: "mine" | "scope") {
  const mine: Readonly<Record<string, string>> = of === "mine" ? { todo: "mine" } : {};
  const { role } = visit.actor;
  const awaited = awaitingRegisters(role);
  const climbed = workedBy(role).filter((register) => of === "scope" || awaited.includes(register));
  const figures = await readFigures(
    tx,
    visit,
    climbed.flatMap(({ name: register }) =>
      dueRungs.map((due) => ({ name: due, register, filters: { ...mine, due, sort: "dueOn" } })),
    ),
  );
  return { of, rows: climbed.map(({ name }) => rowOf(name, figures)) };
}

const rowOf = (register: string, figures: readonly Figure[]) => ({
  register,
  figures: figures.filter((figure) => figure.register === register),
});

/** What of that comes before a role. */
const workedBy = (role: Role): readonly Register[] =>
  workedRegisters.filter((register) => mayRead(register, role));

/** Whether a role has to do with what is found, put right and checked: administrators have not, nor has a service body. */
export const hasWork = (role: Role): boolean => workedBy(role).length > 0;

/** What is watched in the scope of a post; of an administrator, who may sign in and what waits to be confirmed. */
export function readWatched(tx: Transaction, visit: HomeVisit) {
  const { role } = visit.actor;
  if (isAdministrator(role)) return readFigures(tx, visit, watchedPeople);
  return readFigures(tx, visit, hasWork(role) ? watched : watchedOwn);
}

// Whoever signs in for the first time finds the last week.
const firstLookDays = 7;

/** How much was opened and closed in the scope since the day of the last sign-in. */
export async function readNews(tx: Transaction, visit: HomeVisit) {
  const before = await signedInBefore(tx, visit.actor.id);
  const since: Day =
    before === undefined ? addDays(visit.today, -firstLookDays) : dayInShanghai(before.toISOString());
  const figures = await readFigures(
    tx,
    visit,
    workedBy(visit.actor.role).flatMap(({ name: register }): Wanted[] => [
      { name: "opened", register, filters: { "openedOn.from": since } },
      { name: "closed", register, filters: { "closedOn.from": since } },
    ]),
  );
  return { since, signedInBefore: before !== undefined, figures };
}
