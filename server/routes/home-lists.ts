import type { Entry } from "../../core/register/entry.ts";
import type { Register } from "../../core/register/register.ts";
import { mayRead } from "../../core/register/rights.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { selfCheck } from "../../core/registers/self-check.ts";
import { type Role, readers, roles } from "../../core/scope/roles.ts";
import type { Transaction } from "../store/database.ts";
import { listEntries } from "../store/lists.ts";
import {
  awaitingRegisters,
  type Figure,
  type HomeVisit,
  laddersOf,
  queryOf,
  readFigures,
  workedRegisters,
} from "./home-figures.ts";

/** Lists of somebody's own, by the name under which a list's address asks for them. */
export const workLists = ["todo", "acted", "started", "copied"] as const;
type WorkList = (typeof workLists)[number];

export interface ReadList {
  readonly name: WorkList;
  readonly total: number;
  readonly figures: readonly Figure[];
  /** The first of them, in the order of the list. */
  readonly entries: readonly Entry[];
}

const rowsShown = 8;

/**
 * The lists of a post: all where it acts in some register, for which a comment does not count; only what waits for it where it
 * reads first, and decides on what others bring; only what it is told where it belongs to an organisation that is named.
 */
function listsOf(role: Role): readonly WorkList[] {
  const acts = registers.some(
    ({ keeping, acts }) =>
      !keeping && Object.values(acts).some(({ by, remarks }) => !remarks && by.includes(role)),
  );
  if (acts && !readers.includes(role)) return workLists;
  if (awaitingRegisters(role).length > 0) return ["todo"];
  return roles[role].sees === "organisation" ? ["copied"] : [];
}

/** The lists of a person in their present post, and the self-check that an enterprise's is to make next. */
export async function readWorkLists(
  tx: Transaction,
  visit: HomeVisit,
): Promise<{ readonly lists: readonly ReadList[]; readonly call: Entry | undefined }> {
  const lists: ReadList[] = [];
  let call: Entry | undefined;
  for (const name of listsOf(visit.actor.role)) {
    if (name !== "todo") lists.push(await readNewest(tx, visit, name));
    else {
      const { list, found } = await readTodo(tx, visit);
      lists.push(list);
      if (visit.actor.level === "enterprise")
        call = found.find(({ register }) => register === selfCheck.name);
    }
  }
  return { lists, call };
}

/** What waits for the post: by due day, and after that what has none, as a voluntary self-check. */
async function readTodo(tx: Transaction, visit: HomeVisit) {
  const own = awaitingRegisters(visit.actor.role);
  const byDueDay = { todo: "mine", sort: "dueOn" };
  const counted = await readFigures(
    tx,
    visit,
    own.flatMap(({ name: register }) => [
      { name: "all", register, filters: { todo: "mine" } },
      { name: "dated", register, filters: byDueDay },
    ]),
  );
  const [dated, undated]: [Entry[], Entry[]] = [[], []];
  const figures = own.map((register) => {
    const [all, ofThem] = counted.filter((figure) => figure.register === register.name);
    // A list in the order of due days holds what has one: where something has none, its own order is the only one of the whole.
    const isDated = all?.total === ofThem?.total;
    return {
      name: "todo",
      register: register.name,
      filters: isDated ? byDueDay : { todo: "mine" },
      total: all?.total ?? 0,
      datedTotal: ofThem?.total ?? 0,
    };
  });
  for (const { register: name, total, datedTotal } of figures) {
    const register = registerNamed(name);
    if (register === undefined || total === 0) continue;
    dated.push(...(await firstOf(tx, visit, register, byDueDay)));
    if (datedTotal < total) undated.push(...(await firstOf(tx, visit, register, { todo: "mine" }, true)));
  }
  const found = [...dated.sort(byDay("dueOn")), ...undated];
  const list: ReadList = {
    name: "todo",
    total: sumOf(figures),
    figures: figures.map(({ datedTotal: _datedTotal, ...figure }) => figure),
    entries: found.slice(0, rowsShown),
  };
  return { list, found };
}

/** Another list of the person's own, the newest first. */
async function readNewest(tx: Transaction, visit: HomeVisit, name: WorkList): Promise<ReadList> {
  // Of what is told, what is at rest is past, and what nobody ever waits for, as all enterprises of a bureau, is no news.
  const isTold = name === "copied";
  const own = (isTold ? workedRegisters : registers).filter((register) =>
    mayRead(register, visit.actor.role),
  );
  const filters: Readonly<Record<string, string>> = {
    [name]: "mine",
    ...(isTold ? { unsettled: "true" } : {}),
  };
  const figures = await readFigures(
    tx,
    visit,
    own.map(({ name: register }) => ({ name, register, filters })),
  );
  const found: Entry[] = [];
  for (const register of own) {
    const isEmpty = figures.every((figure) => figure.register !== register.name || figure.total === 0);
    if (!isEmpty) found.push(...(await firstOf(tx, visit, register, filters)));
  }
  const entries = found.sort(byDay("openedOn")).reverse().slice(0, rowsShown);
  return { name, total: sumOf(figures), figures, entries };
}

const sumOf = (figures: readonly Pick<Figure, "total">[]): number =>
  figures.reduce((sum, { total }) => sum + total, 0);

const byDay =
  (day: "dueOn" | "openedOn") =>
  (one: Entry, other: Entry): number =>
    (one.values[day] ?? "") < (other.values[day] ?? "") ? -1 : 1;

async function firstOf(
  tx: Transaction,
  visit: HomeVisit,
  register: Register,
  filters: Readonly<Record<string, string>>,
  undated?: true,
): Promise<readonly Entry[]> {
  const query = queryOf(register, visit, { ...filters, fields: "list", limit: String(rowsShown) });
  const page = await listEntries(tx, visit.scope, register, { ...query, undated });
  return page.entries;
}

/** The hazards last registered in the scope, for whom no notice tells of any. */
export const readLatest = async (tx: Transaction, visit: HomeVisit): Promise<readonly Entry[]> =>
  laddersOf(visit.actor.role).includes("mine") ? [] : firstOf(tx, visit, hazard, {});
