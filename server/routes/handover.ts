import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { textValue } from "../../core/register/entry.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { keptByAdministrators } from "../../core/registers/kept-by-administrators.ts";
import { mayBeHandedOver, post } from "../../core/registers/post.ts";
import { isRole } from "../../core/scope/roles.ts";
import { type Actor, scopeOf } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import { organisationFact } from "../store/campaign.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { type HeldBeside, holdersBeside, unseenNamings } from "../store/handover.ts";
import { listEntries } from "../store/lists.ts";
import type { StoredEntry } from "../store/row.ts";
import { awaitingRegisters, queryOf, readFigures } from "./home-figures.ts";
import * as shapes from "./shapes.ts";

const mostShown = 20;
const notHeld = { held: false, last: false, others: [], total: 0, unseen: 0, registers: [] };

/**
 * What waits for a post: as its holder finds it, counted for whoever grants and ends posts, and told entry by entry, as far as they see
 * it, to the head of the organisation and to the person. GB/T 22239-2019, 8.1.4.2: an administrator sees no business by being one.
 */
export const readHandover = route(
  "GET /api/posts/:id/handover",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ id: shapes.id }),
    tag: "accounts",
    words: { zh: "任职的交接：等待该岗位办理的事项", en: "What waits for a post, for whoever hands it over" },
    answers: z.object({
      /** Whether somebody holds it, or did. */
      held: z.boolean(),
      /** Whether nobody else holds the role in the organisation: then all of it is left to nobody. */
      last: z.boolean(),
      /** Who else holds it; empty for whoever is told no names. */
      others: z.array(z.string()),
      total: z.int(),
      /** Notices to this person by name that they have not seen. */
      unseen: z.int(),
      registers: z.array(
        z.object({
          register: z.string(),
          words: shapes.words,
          total: z.int(),
          entries: z
            .array(
              z.object({
                id: shapes.id,
                number: z.string(),
                title: z.string(),
                dueOn: z.string().nullable(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  },
  async (visit) => {
    const { services, scope, params, actor } = visit;
    const entry = await inTransaction(services.pool, scope, (tx) => readEntry(tx, scope, post, params.id));
    if (entry === undefined) throw new HttpProblem("not-found");
    const holder = holderOf(visit, entry);
    if (holder === undefined || !isShown(visit, entry)) return ok(notHeld);
    const counted = await countsOf(visit, holder);
    const told = isTold(actor) ? await entriesOf(visit, holder, counted) : new Map<string, never>();
    const beside = await inTransaction(services.pool, scopeOf(holder), (tx) =>
      besideOf(tx, visit, holder, entry.id),
    );
    return ok({
      held: true,
      last: beside.names.length === 0,
      others: isTold(actor) ? beside.names : [],
      total: counted.reduce((sum, { total }) => sum + total, 0),
      unseen: beside.unseen,
      registers: counted.map(({ register, total }) => ({
        register,
        words: registerNamed(register)?.words,
        total,
        ...(told.has(register) ? { entries: told.get(register) } : {}),
      })),
    });
  },
);

type Asking = SignedInVisit<{ readonly id: string }, unknown, unknown>;

/** An administrator finds every post, and learns of the work that waits for it how much it is. */
const isTold = ({ role }: Actor): boolean => !keptByAdministrators.by.some((name) => name === role);

/**
 * Until its end is noted there is something to hand over. Whoever held it learns after the last day no more than anybody: GB/T 22239-2019,
 * 8.1.7.3 takes their access at once.
 */
function isShown({ actor, today }: Asking, { state, values }: StoredEntry): boolean {
  const own = textValue(values, "account") === actor.id;
  const isOver = (textValue(values, "heldUntil") ?? today) < today;
  return mayBeHandedOver(state) && !(own && isOver);
}

/** Whose post it is, as they act in it. */
function holderOf({ services: { campaign } }: Asking, { values }: StoredEntry): Actor | undefined {
  const [role = "", organisation = "", id = ""] = ["role", "unit", "account"].map((field) =>
    textValue(values, field),
  );
  if (!isRole(role)) return undefined;
  const { sectors } = values;
  const named = Array.isArray(sectors) ? sectors.filter((sector) => typeof sector === "string") : [];
  return {
    id,
    name: textValue(values, "holderName") ?? "",
    role,
    organisation,
    level: organisationFact(campaign, organisation)?.level ?? "enterprise",
    region: textValue(values, "covers") ?? "",
    sectors: values.everySector === true ? "all" : named,
  };
}

/** How much waits, register by register, on the sight of whoever holds the post: what stands on their own home page. */
async function countsOf({ services, now, today }: Asking, holder: Actor) {
  const scope = scopeOf(holder);
  const asking = { services, scope, actor: holder, now, today };
  const wanted = awaitingRegisters(holder.role).map(({ name }) => ({
    name: "waiting",
    register: name,
    filters: { todo: "mine" },
  }));
  const figures = await inTransaction(services.pool, scope, (tx) => readFigures(tx, asking, wanted));
  return figures.filter(({ total }) => total > 0);
}

/** The entries themselves on the sight of whoever asks: a head may see less than what waits for one of their people. */
async function entriesOf(
  { services, scope, now, today }: Asking,
  holder: Actor,
  counted: readonly { readonly register: string }[],
) {
  const asking = { services, scope, actor: holder, now, today };
  return inTransaction(services.pool, scope, async (tx) => {
    const told = new Map<string, readonly Mentioned[]>();
    for (const { register: name } of counted) {
      const register = registerNamed(name);
      if (register === undefined) continue;
      const query = queryOf(register, asking, { todo: "mine", limit: String(mostShown) });
      const { entries } = await listEntries(tx, scope, register, query);
      told.set(
        name,
        entries.map(({ id, values }) => ({
          id,
          number: values.number ?? "",
          title: textValue(values, register.title) ?? values.number ?? "",
          dueOn: dayIn(values.dueOn),
        })),
      );
    }
    return told;
  });
}

interface Mentioned {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly dueOn: string | null;
}

const dayIn = (value: unknown): string | null => (typeof value === "string" && isDay(value) ? value : null);

async function besideOf(
  tx: Parameters<typeof holdersBeside>[0],
  { today }: Asking,
  { role, organisation, id }: Actor,
  own: string,
): Promise<{ readonly names: readonly string[]; readonly unseen: number }> {
  const asked: HeldBeside = { role, organisation, post: own, day: today };
  return { names: await holdersBeside(tx, asked), unseen: await unseenNamings(tx, id, organisation) };
}
