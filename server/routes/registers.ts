import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { asSeenBy } from "../../core/register/left-out.ts";
import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { countedWords } from "../exchange/counted-words.ts";
import { addressOf } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, ok, route, type SignedInVisit } from "../http/route.ts";
import { listParameters, listQueryOf, nextCursor } from "../list-query.ts";
import { inAnsweringTransaction, inOrder, inTransaction, type Transaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { countEntries, countOfFigure, countSome, listEntries } from "../store/lists.ts";
import type { Total } from "../store/text-search.ts";
import type { ListQuery } from "../store/walks.ts";
import { describeEntry, offeredOpening, performAct, warningsOf, withActs } from "./acts.ts";
import { confirmPassword } from "./confirmation.ts";
import { describeRegister, summarizeRegister } from "./describe-register.ts";
import { ledgerView } from "./ledger-view.ts";
import { recordListRead } from "./recorded.ts";
import { registerFor, registersFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";
import { viewEntries } from "./views.ts";

const tag = "registers";
const inRegister = z.strictObject({ register: z.string() });
const ofEntry = z.strictObject({ register: z.string(), id: shapes.id });
const ofAct = z.strictObject({ register: z.string(), id: shapes.id, act: z.string() });

/** The key under which a repeated request is the same one. */
function keyOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  const usable = typeof key === "string" && key !== "" && key.length <= limits.idempotencyKeyLengthCharacters;
  if (!usable) throw new HttpProblem("malformed-request", [{ field: "Idempotency-Key", code: "too-long" }]);
  return key;
}

export const listRegisters = route(
  "GET /api/registers",
  {
    right: "registers",
    partners: true,
    ...bare,
    tag,
    words: { zh: "台账目录", en: "The registers" },
    answers: z.object({ registers: z.array(shapes.registerSummary) }),
  },
  async ({ actor }) => ok({ registers: registersFor(actor).map(summarizeRegister) }),
);

export const readRegister = route(
  "GET /api/registers/:register",
  {
    right: "registers",
    partners: true,
    ...bare,
    params: inRegister,
    tag,
    words: { zh: "台账说明", en: "What a register is" },
    answers: shapes.register,
  },
  async (visit) => {
    const register = registerFor(visit.params.register, visit.actor);
    const { services, scope } = visit;
    const opening = await inTransaction(services.pool, scope, (tx) => offeredOpening(tx, visit, register));
    const { role, token } = visit.actor;
    const registers = registersFor(visit.actor).map((other) => asSeenBy(other, token));
    return ok(describeRegister(asSeenBy(register, token), opening, { role, registers }));
  },
);

export const listRegisterEntries = route(
  "GET /api/registers/:register/entries",
  {
    right: "registers",
    partners: true,
    proves: true,
    ...bare,
    params: inRegister,
    query: listParameters,
    tag,
    words: { zh: "条目列表", en: "Entries of a register" },
    answers: z.object({
      entries: z.array(shapes.entry),
      next: z.string().nullable(),
      total: z.number().optional(),
      atLeast: z.literal(true).optional(),
      /** Of a list that a figure counts: what that is, and how many of it have left the asker's sight since. */
      counted: z.object({ words: shapes.words, unseen: z.int() }).optional(),
    }),
  },
  async (visit) => {
    const { services, scope, sight, actor, today, query } = visit;
    const register = registerFor(visit.params.register, visit.actor);
    const asked = listQueryOf(register, query, { actor, today, campaign: services.campaign });
    const read = async (tx: Transaction) => {
      const page = await listEntries(tx, scope, register, asked);
      await recordListRead(tx, visit, register, addressOf(query), page.entries.length);
      const total = await totalOf(tx, scope, register, asked, query.count);
      return { page, total, counted: await countedOf(tx, visit, register, asked) };
    };
    return inAnsweringTransaction(services.pool, sight, read, async (tx, { page, total, counted }) => {
      const entries = await viewEntries(tx, services.campaign, today, page.entries, actor.token);
      const next = page.more ? nextCursor(asked, page.entries) : null;
      return ok({ entries, next, ...total, ...(counted && { counted }) });
    });
  },
);

/**
 * What a list holds that a figure counts. An entry that has moved elsewhere since, or is restricted now, was counted where it lay then:
 * it is no longer listed, and its number is told so that list and figure agree.
 */
async function countedOf(
  tx: Transaction,
  { services: { campaign }, scope }: Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "scope">,
  register: Register,
  { counted, sort, limit }: ListQuery,
) {
  if (counted === undefined) return undefined;
  const all: ListQuery = {
    equals: {},
    from: {},
    to: {},
    counted,
    sort: { ...sort, column: "opened_on" },
    limit,
  };
  const [held, seen] = await inOrder([
    countOfFigure(tx, register, counted),
    countEntries(tx, scope, register, all),
  ]);
  return { words: countedWords(campaign, register, counted), unseen: held - seen };
}

async function totalOf(
  tx: Transaction,
  scope: Scope,
  register: Register,
  asked: ListQuery,
  count: "exact" | "quick" | undefined,
): Promise<Partial<Total>> {
  if (count === undefined) return {};
  if (count === "quick") return countSome(tx, scope, register, asked);
  return { total: await countEntries(tx, scope, register, asked) };
}

export const openEntry = route(
  "POST /api/registers/:register/entries",
  {
    right: "registers",
    partners: true,
    ...bare,
    params: inRegister,
    body: z.strictObject({
      act: z.string().optional(),
      id: shapes.id.optional(),
      doneAt: shapes.instant.optional(),
      input: shapes.input,
      password: shapes.password.optional(),
    }),
    tag,
    words: { zh: "登记条目", en: "Open an entry" },
    answers: shapes.entryActedOn,
  },
  async (visit) => {
    const register = registerFor(visit.params.register, visit.actor);
    const { act, id, doneAt, input } = visit.body;
    const opening = Object.entries(register.acts).find(([, declared]) => declared.from === "new")?.[0] ?? "";
    const asked = {
      register,
      act: act ?? opening,
      input,
      doneAt,
      key: keyOf(visit.request.headers),
      opens: { id },
    };
    await confirmPassword(visit, { ...asked, entry: id, password: visit.body.password });
    return created(await performAct(visit, asked));
  },
);

export const warnOfAct = route(
  "POST /api/registers/:register/warnings",
  {
    right: "registers",
    partners: true,
    ...bare,
    params: inRegister,
    body: z.strictObject({
      act: z.string(),
      input: shapes.input,
      on: z.strictObject({ id: shapes.id, version: z.int().min(1) }).optional(),
    }),
    tag,
    words: { zh: "办理前提醒", en: "What an act would warn of" },
    answers: z.object({ warnings: z.array(shapes.warning) }),
  },
  async (visit) =>
    ok(await warningsOf(visit, { register: registerFor(visit.params.register, visit.actor), ...visit.body })),
);

export const readRegisterEntry = route(
  "GET /api/registers/:register/entries/:id",
  {
    right: "registers",
    partners: true,
    proves: true,
    ...bare,
    params: ofEntry,
    tag,
    words: { zh: "条目与可办动作", en: "An entry and its acts" },
    answers: shapes.entryWithActs,
  },
  async (visit) => {
    const { services, scope, sight, actor, params } = visit;
    const register = registerFor(params.register, actor);
    const read = async (tx: Transaction) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      return withActs(tx, visit, register, entry);
    };
    return inAnsweringTransaction(services.pool, sight, read, async (tx, found) =>
      ok(await describeEntry(tx, visit, found)),
    );
  },
);

export const performEntryAct = route(
  "POST /api/registers/:register/entries/:id/acts/:act",
  {
    right: "registers",
    partners: true,
    ...bare,
    params: ofAct,
    body: z.strictObject({
      version: z.int().min(1),
      input: shapes.input.optional(),
      id: shapes.id.optional(),
      doneAt: shapes.instant.optional(),
      password: shapes.password.optional(),
    }),
    tag,
    words: { zh: "办理", en: "Perform an act" },
    answers: shapes.entryActedOn,
  },
  async (visit) => {
    const { actor, params, body, request } = visit;
    const asked = {
      register: registerFor(params.register, actor),
      act: params.act,
      input: body.input ?? {},
      doneAt: body.doneAt,
    };
    await confirmPassword(visit, { ...asked, entry: params.id, password: body.password });
    // A device gives each piece of offline work an id of its own; repeated, it is the same work.
    const key = keyOf(request.headers) ?? body.id;
    return ok(await performAct(visit, { ...asked, key, on: { id: params.id, version: body.version } }));
  },
);

export const readEntryLedger = route(
  "GET /api/registers/:register/entries/:id/ledger",
  {
    right: "registers",
    ...bare,
    params: ofEntry,
    tag,
    words: { zh: "全过程记录", en: "The ledger of an entry" },
    answers: shapes.ledger,
  },
  async (visit) => {
    const { services, scope, actor, params } = visit;
    const register = registerFor(params.register, actor);
    return inTransaction(services.pool, scope, async (tx) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      return ok(await ledgerView(tx, services, register, { entry: entry.id, reader: actor }));
    });
  },
);
