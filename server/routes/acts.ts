import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { refusal, refusals } from "../../core/refusals.ts";
import { actsFor, type Decision, decide } from "../../core/register/decide.ts";
import { blankEntry, type Entry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { valuesLeft } from "../../core/register/left-out.ts";
import { shownValues } from "../../core/register/personal-values.ts";
import { type Act, actNamed, type Register } from "../../core/register/register.ts";
import type { Actor, Scope } from "../../core/scope/scope.ts";
import { type Warning, warnings } from "../../core/warnings.ts";
import { asProblem } from "../http/as-problem.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { drawPartnerSecret } from "../partner-secret.ts";
import { withoutKnownNumbers } from "../secrets/numbers.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import { IdTaken, StaleEntry } from "../store/commit-errors.ts";
import { inAnsweringTransaction, inTransaction, type Transaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { removeErasedFiles } from "../store/erasure.ts";
import { loadFacts } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import { onlySince, openerOf } from "../store/ledger.ts";
import { holdAll, holdLinked } from "../store/lock.ts";
import { hashToken } from "../store/people.ts";
import { claimKey } from "../store/repeated-requests.ts";
import type { StoredEntry } from "../store/row.ts";
import { viewEntries } from "./views.ts";

/** Who asks, and where: what every act needs beside the act itself. */
export interface Asking {
  readonly services: Services;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly now: Date;
  readonly today: Day;
}

/** One act as it was asked for: on an entry that exists, or opening one. */
export interface AskedAct {
  readonly register: Register;
  readonly act: string;
  readonly input: RawInput;
  readonly doneAt?: string | undefined;
  readonly key?: string | undefined;
  readonly opens?: { readonly id?: string | undefined };
  readonly on?: { readonly id: string; readonly version: number };
}

/** One request is one decision and one transaction: read within scope, decide, commit; a refusal writes nothing. */
export async function performAct(asking: Asking, asked: AskedAct) {
  // Named by the register, not by the request: a metric must not hold what somebody typed.
  const act = actNamed(asked.register, asked.act) === undefined ? "unknown" : asked.act;
  const count = (outcome: string) => asking.services.metrics.act(asked.register.name, act, outcome);
  try {
    const answer = await attempt(asking, asked);
    count("done");
    return answer;
  } catch (error) {
    const problem = asProblem(error);
    count(problem instanceof Refused ? problem.refusal.code : problem.code);
    throw error;
  }
}

/** Each time that an act finds its entry moved on, somebody else has written: whoever tries so often gets through. */
const tries = 10;

/**
 * Looks again where somebody wrote in the same moment: the version that was seen then tells whether the entry has really moved on,
 * or something was only said of it.
 */
async function performAnyway(asking: Asking, asked: AskedAct, id: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await perform(asking, asked, id);
    } catch (error) {
      const again = error instanceof StaleEntry && error.id === asked.on?.id && attempt < tries;
      if (!again) throw error;
    }
  }
}

async function attempt(asking: Asking, asked: AskedAct) {
  const id = asked.on?.id ?? asked.opens?.id ?? newId(asking.now.getTime());
  try {
    const done = await performAnyway(asking, asked, id);
    if (actNamed(asked.register, asked.act)?.erases)
      await removeErasedFiles(asking.services.pool, asking.services.files);
    return done;
  } catch (error) {
    if (error instanceof IdTaken) return entryInTheWay(asking, asked.register, id);
    throw error;
  }
}

function perform(asking: Asking, asked: AskedAct, id: string) {
  const { services, scope } = asking;
  const act = async (tx: Transaction) => {
    const repeated = await repeatedEntry(tx, asking, asked, id);
    const { entry, warnings, secret } = repeated
      ? { entry: repeated, warnings: undefined, secret: undefined }
      : await performOnce(tx, asking, asked, id);
    return { ...(await withActs(tx, asking, asked.register, entry)), warnings, secret };
  };
  return inAnsweringTransaction(services.pool, scope, act, async (tx, { warnings, secret, ...done }) => ({
    ...(await describeEntry(tx, asking, done)),
    ...(warnings ? { warnings: warnings.map(viewWarning(asking)) } : {}),
    ...(secret === undefined ? {} : { secret }),
  }));
}

/** What an act would point out if it were done now. Decided as it would be, refusals and all, and nothing is written. */
export function warningsOf(asking: Asking, asked: AskedAct) {
  const { services, scope } = asking;
  const id = asked.on?.id ?? newId(asking.now.getTime());
  return inTransaction(services.pool, scope, async (tx) => {
    const { outcome } = await decideOnce(tx, asking, asked, id);
    return { warnings: (outcome.warnings ?? []).map(viewWarning(asking)) };
  });
}

const viewWarning =
  ({ actor }: Asking) =>
  (warning: Warning) => ({ ...withoutEntries(warning, actor), words: warnings[warning.code] });

/** What names other entries names them by their titles, which a token may leave out: to a partner it names none. */
function withoutEntries<T extends { readonly entries?: unknown }>(said: T, { token }: Actor): T {
  if (token === undefined) return said;
  return { ...said, entries: undefined };
}

async function performOnce(tx: Transaction, asking: Asking, asked: AskedAct, id: string) {
  const { secret, drawn } = withDrawn(asked);
  const { outcome, entry, linked } = await decideOnce(tx, asking, drawn, id);
  await holdLinked(tx, entry, linked, new Set(outcome.steps.map((step) => step.after.id)));
  const [written] = await commit(tx, [outcome], headsOf([entry, ...linked]), asking.services);
  if (written === undefined) throw new Error("An outcome without a step");
  return { entry: written, warnings: outcome.warnings, secret };
}

/** An act on an entry that exists. */
export type ActOn = AskedAct & Required<Pick<AskedAct, "on">>;

/** Acts on entries of their own that belong together: each by the rules of its register, all of them in one transaction or none. */
export async function performTogether(
  tx: Transaction,
  asking: Asking,
  asked: readonly ActOn[],
): Promise<void> {
  const decided: Awaited<ReturnType<typeof decideOnce>>[] = [];
  for (const one of asked) decided.push(await decideOnce(tx, asking, one, one.on.id));
  const entries = decided.flatMap(({ entry, linked }) => [entry, ...linked]);
  const outcomes = decided.map(({ outcome }) => outcome);
  await holdAll(tx, entries, new Set(outcomes.flatMap(({ steps }) => steps.map(({ after }) => after.id))));
  await commit(tx, outcomes, headsOf(entries), asking.services);
}

/** The act with the hash of the secret that it draws, where it draws one; nobody else says which. */
function withDrawn(asked: AskedAct): { readonly secret?: string; readonly drawn: AskedAct } {
  const field = actNamed(asked.register, asked.act)?.draws;
  if (field === undefined) return { drawn: asked };
  if (Object.hasOwn(asked.input, field))
    throw new Refused(refusal("input-invalid", [{ field, code: "unknown" }]));
  const secret = drawPartnerSecret();
  return { secret, drawn: { ...asked, input: { ...asked.input, [field]: hashToken(secret) } } };
}

async function decideOnce(tx: Transaction, asking: Asking, asked: AskedAct, id: string) {
  const { services } = asking;
  const entry = await entryAskedFor(tx, asking, asked, id);
  const day = dayInShanghai(asked.doneAt ?? asking.now.toISOString());
  const act = actNamed(asked.register, asked.act);
  const request = { ...asked, ...asking, acts: act ? [act] : [], entry, day };
  const { facts, linked } = await loadFacts(tx, services.campaign, request);
  const input = await withoutKnownNumbers(tx, services.vault, asked.register, entry, asked.input);
  const outcome = accepted(
    decide({ ...asked, input, entry, facts, actor: asking.actor, now: asking.now.toISOString() }),
  );
  return { outcome, entry, linked };
}

const headsOf = (entries: readonly StoredEntry[]) =>
  new Map(entries.filter(({ version }) => version > 0).map(({ id, head }) => [id, head]));

function accepted(decision: Decision) {
  if ("refusal" in decision) throw new Refused(decision.refusal);
  return decision;
}

async function entryAskedFor(
  tx: Transaction,
  asking: Asking,
  asked: AskedAct,
  id: string,
): Promise<StoredEntry> {
  const { register, on, act } = asked;
  if (on === undefined) return { ...blankEntry(register.name, id), head: "" };
  // Absent and not-yours give the same 404, so nobody can probe another region.
  const entry = await readEntry(tx, asking.scope, register, id);
  const declared = actNamed(register, act);
  if (entry === undefined || declared === undefined) throw new HttpProblem("not-found");
  if (entry.version === on.version || declared.remarks) return entry;
  const remarks = Object.keys(register.acts).filter((name) => actNamed(register, name)?.remarks);
  if (on.version < entry.version && (await onlySince(tx, id, on.version, remarks))) return entry;
  const { services, today, actor } = asking;
  const [current] = await viewEntries(tx, services.campaign, today, [entry], actor.token);
  throw new HttpProblem("stale-version", [], { current });
}

/** The entry that the same request made before, when this one repeats it: by its key, or by the id that its device gave it. */
async function repeatedEntry(
  tx: Transaction,
  asking: Asking,
  asked: AskedAct,
  id: string,
): Promise<StoredEntry | undefined> {
  const { register, act, input, opens, on, doneAt, key } = asked;
  if (key === undefined)
    return opens?.id === undefined ? undefined : openedBefore(tx, asking, register, opens.id);
  // Keyed, for a bare hash of an input would let a telephone number in it be found by trying.
  const asks = JSON.stringify([register.name, act, input, opens?.id, on, doneAt]);
  const claim = {
    person: asking.actor.id,
    key,
    requestHash: asking.services.vault.recognise(asks),
    register: register.name,
    at: asking.now,
  };
  const earlier = await claimKey(tx, claim, id);
  if (earlier === undefined)
    return opens?.id === undefined ? undefined : openedBefore(tx, asking, register, opens.id);
  if (earlier.requestHash !== claim.requestHash) throw new HttpProblem("idempotency-key-reused");
  const entry = await readEntry(tx, asking.scope, register, earlier.entry);
  // The act may have moved the entry out of sight; it was done all the same, once.
  if (entry === undefined) throw new HttpProblem("not-found");
  return entry;
}

async function openedBefore(
  tx: Transaction,
  asking: Asking,
  register: Register,
  id: string,
): Promise<StoredEntry | undefined> {
  const entry = await readEntry(tx, asking.scope, register, id);
  if (entry === undefined) return undefined;
  if ((await openerOf(tx, id)) !== asking.actor.id) throw new HttpProblem("id-taken");
  return entry;
}

/** The id stands already: the same request came first in the same moment, or the entry is somebody else's, in sight or not. */
function entryInTheWay(asking: Asking, register: Register, id: string) {
  const read = async (tx: Transaction) => {
    const entry = await openedBefore(tx, asking, register, id);
    if (entry === undefined) throw new HttpProblem("id-taken");
    return withActs(tx, asking, register, entry);
  };
  const { pool } = asking.services;
  return inAnsweringTransaction(pool, asking.scope, read, (tx, found) => describeEntry(tx, asking, found));
}

/** An entry with every act that may come next and the refusal that closes it. */
interface WithActs {
  readonly entry: Entry;
  readonly acts: Awaited<ReturnType<typeof offeredActs>>;
}

export async function withActs(
  tx: Transaction,
  asking: Asking,
  register: Register,
  entry: Entry,
): Promise<WithActs> {
  return { entry, acts: await offeredActs(tx, asking, register, entry) };
}

/** The entry as the person sees it, with its acts. Reads names alone, so it may leave together with the commit. */
export async function describeEntry(tx: Transaction, asking: Asking, { entry, acts }: WithActs) {
  const { services, today, actor } = asking;
  const [view] = await viewEntries(tx, services.campaign, today, [entry], actor.token);
  return { entry: view, acts };
}

/** The acts of a register with the refusals that close them for this person, in words. */
export async function offeredActs(tx: Transaction, asking: Asking, register: Register, entry: Entry) {
  const { services, actor, today } = asking;
  const possible = Object.values(register.acts).filter((act) => isPossible(act, entry, actor));
  const { facts } = await loadFacts(tx, services.campaign, {
    ...asking,
    register,
    acts: possible.map(asOffered),
    entry,
    input: {},
    day: today,
  });
  const offered = actsFor(register, { entry, facts, actor, now: asking.now.toISOString(), day: today });
  return offered.map(({ name, refusal: closed, suggested }) => ({
    name,
    ...(closed ? { refusal: { ...withoutEntries(closed, actor), words: refusals[closed.code] } } : {}),
    ...(suggested
      ? { suggested: valuesLeft(register, shownValues(register.allFields, suggested), actor.token) }
      : {}),
  }));
}

/** What can be done in a register where there is no entry yet. */
export function offeredOpening(tx: Transaction, asking: Asking, register: Register) {
  const acts = Object.entries(register.acts).filter(([, act]) => act.from === "new");
  const blank = { ...blankEntry(register.name, "00000000-0000-7000-8000-000000000000"), head: "" };
  return offeredActs(tx, asking, { ...register, acts: Object.fromEntries(acts) }, blank);
}

const isPossible = (act: Act, entry: Entry, actor: Actor): boolean =>
  act.by.includes(actor.role) &&
  act.records !== true &&
  (act.from === "new" ? entry.version === 0 : act.from.includes(entry.state));

/**
 * An act with what it takes to offer it. Compared sets are locked while they are compared, and a screen that only offers an act must
 * not wait for one that is being done; ids are drawn for what is opened, and nothing is yet; figures are counted for what is done.
 */
export function asOffered(act: Act): Act {
  const {
    counts: _counts,
    same: _same,
    others: _others,
    newIds: _newIds,
    figures: _figures,
    verdicts: _verdicts,
    registrant: _registrant,
    ...rest
  } = act.facts ?? {};
  return { ...act, facts: rest };
}
