import { z } from "zod";
import { chartNames } from "../../core/campaign/analysis.ts";
import { limits } from "../../core/limits.ts";
import { type Problem, refusal } from "../../core/refusals.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { mayAsk } from "../../core/scope/rights.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { HttpProblem, type LocatedProblem, Refused } from "../http/problems.ts";
import { bare, created, noContent, ok, route } from "../http/route.ts";
import { type Asker, listParameters, listQueryOf } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import { changeSearch, dropSearch, keepSearch, readSearches } from "../store/searches.ts";
import { type PivotVisit, pivotTable } from "./pivot.ts";
import { pivotQuery } from "./pivot-shapes.ts";
import * as shapes from "./shapes.ts";

const tag = "registers";
const name = z.string().trim().min(1).max(limits.searchNameLengthCharacters);
const filters = z.record(z.string().max(64), z.string().max(limits.shortTextLengthCharacters));
const search = z.object({ id: shapes.id, register: z.string(), name, filters, notifies: z.boolean() });
const oneSearch = z.strictObject({ search: shapes.id });

export const listSearches = route(
  "GET /api/searches",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "本人在当前岗位保存的筛选", en: "The searches that one keeps in the present post" },
    answers: z.object({ searches: z.array(search) }),
  },
  async ({ services, scope, actor, post }) => {
    const owner = { person: actor.id, post: post.id };
    return ok({ searches: await inTransaction(services.pool, scope, (tx) => readSearches(tx, owner)) });
  },
);

export const addSearch = route(
  "POST /api/searches",
  {
    right: "own",
    ...bare,
    body: z.strictObject({ register: z.string().max(64), name, filters, notifies: z.boolean() }),
    tag,
    words: { zh: "保存筛选", en: "Keep a search" },
    answers: search,
  },
  async (visit) => {
    const { services, scope, actor, post, body, today } = visit;
    if (body.register === analysis) checkView(visit, body);
    else checkFilters(body.register, body.filters, { actor, today, campaign: services.campaign });
    const kept = await inTransaction(services.pool, scope, (tx) =>
      keepSearch(tx, { person: actor.id, post: post.id }, body, limits.savedSearches),
    );
    if (kept === undefined) throw new HttpProblem("too-many-searches");
    return created(kept);
  },
);

export const editSearch = route(
  "PUT /api/searches/:search",
  {
    right: "own",
    ...bare,
    params: oneSearch,
    body: z.strictObject({ name, notifies: z.boolean() }),
    tag,
    words: { zh: "修改保存的筛选", en: "Change a search" },
    answers: "nothing",
  },
  async ({ services, scope, actor, post, params, body }) => {
    const changed = { ...body, id: params.search };
    const owner = { person: actor.id, post: post.id };
    if (!(await inTransaction(services.pool, scope, (tx) => changeSearch(tx, owner, changed))))
      throw new HttpProblem("not-found");
    return noContent;
  },
);

export const removeSearch = route(
  "DELETE /api/searches/:search",
  {
    right: "own",
    ...bare,
    params: oneSearch,
    tag,
    words: { zh: "删除保存的筛选", en: "Remove a search" },
    answers: "nothing",
  },
  async ({ services, scope, actor, post, params }) => {
    const owner = { person: actor.id, post: post.id };
    if (!(await inTransaction(services.pool, scope, (tx) => dropSearch(tx, owner, params.search))))
      throw new HttpProblem("not-found");
    return noContent;
  },
);

/** Under this name views of the analysis are kept: its address, as a list's filters are. */
const analysis = "analysis";

/** Refuses what the analysis could not show. Nothing comes into a table of figures, so that nobody is told of it. */
function checkView(
  visit: PivotVisit & { readonly actor: Actor },
  { filters, notifies }: { readonly filters: Readonly<Record<string, string>>; readonly notifies: boolean },
): void {
  if (!mayAsk(visit.actor.role, "figures")) throw new Refused(refusal("role-may-not"));
  if (notifies) throw new HttpProblem("malformed-request", [{ field: "notifies", code: "not-an-option" }]);
  const { chart, ...asked } = filters;
  const parsed = pivotQuery.safeParse(asked);
  if (parsed.error !== undefined)
    throw inFilters(
      parsed.error.issues.map(({ path }): Problem => ({ field: path.join("."), code: "bad-pattern" })),
    );
  if (chart !== undefined && !chartNames.some((name) => name === chart))
    throw inFilters([{ field: "chart", code: "not-an-option" }]);
  try {
    pivotTable(visit, parsed.data);
  } catch (error) {
    if (error instanceof HttpProblem && error.located.length > 0) throw inFilters(error.located);
    throw error;
  }
}

/** What belongs to one page of a list and not to the list. */
const ofPage = ["cursor", "limit", "count", "fields"];

/** Refuses filters that the register's list would refuse, by their names in the body. */
function checkFilters(named: string, given: Readonly<Record<string, string>>, asker: Asker): void {
  const register = registerNamed(named);
  if (register === undefined)
    throw new HttpProblem("malformed-request", [{ field: "register", code: "unknown" }]);
  const strange = Object.keys(given).filter((field) => ofPage.includes(field));
  const parsed = listParameters.safeParse(given);
  const problems: Problem[] = [
    ...strange.map((field): Problem => ({ field, code: "unknown" })),
    ...(parsed.error?.issues ?? []).map(
      ({ path }): Problem => ({ field: path.join("."), code: "bad-pattern" }),
    ),
  ];
  if (problems.length > 0) throw inFilters(problems);
  try {
    listQueryOf(register, listParameters.parse(given), asker);
  } catch (error) {
    if (error instanceof HttpProblem && error.located.length > 0) throw inFilters(error.located);
    throw error;
  }
}

const inFilters = (problems: readonly LocatedProblem[]) =>
  new HttpProblem(
    "malformed-request",
    problems.map((problem) => ({ ...problem, field: `filters.${problem.field}` })),
  );
