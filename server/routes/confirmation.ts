import { actNamed, type Register } from "../../core/register/register.ts";
import { HttpProblem } from "../http/problems.ts";
import type { SignedInVisit } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { checkPassword, usernameOf } from "../store/people.ts";
import { recordVisit } from "./recorded.ts";

/** The act that is to be confirmed, and the password that came with it. */
interface Confirming {
  readonly register: Register;
  readonly act: string;
  /** Absent for an act that opens an entry whose id is not drawn yet. */
  readonly entry?: string | undefined;
  readonly password: string | undefined;
}

type Asking = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "actor" | "scope" | "request" | "now" | "token"
>;

/**
 * Holds an act that wants it against the own password of whoever is signed in: right, or the request ends with a problem. Guesses
 * count together with failed sign-ins of the same account from the same address. Either way the audit log tells it; the password
 * itself is kept nowhere.
 */
export async function confirmPassword(asking: Asking, confirming: Confirming): Promise<void> {
  const { register, act, password } = confirming;
  if (actNamed(register, act)?.confirms === undefined) {
    if (password !== undefined) throw new HttpProblem("password-not-asked");
    return;
  }
  if (password === undefined)
    throw new HttpProblem("password-required", [{ field: "password", code: "required" }]);
  const { services, actor, request, now } = asking;
  const { signInGuard, pool } = services;
  const username = (await usernameOf(pool, actor.id)) ?? "";
  if (!signInGuard.mayTry(username, request.ip, now)) {
    if (signInGuard.firstRefused(username, request.ip)) await record(asking, confirming, "throttled");
    throw new HttpProblem("too-many-attempts");
  }
  const checked = await checkPassword(pool, username, password);
  if (!("person" in checked)) {
    signInGuard.failed(username, request.ip, now);
    await record(asking, confirming, checked.failure);
    throw new HttpProblem("password-wrong", [{ field: "password", code: "not-an-option" }]);
  }
  signInGuard.succeeded(username, request.ip);
  await record(asking, confirming, undefined);
}

// In a transaction of its own: what is refused is told all the same.
function record(
  asking: Asking,
  { register, act, entry: id }: Confirming,
  why: string | undefined,
): Promise<void> {
  const { services, scope } = asking;
  return inTransaction(services.pool, scope, async (tx) => {
    // Whether the entry is the person's to see is asked later on; here only what they see is told by its number.
    const entry = id === undefined ? undefined : await readEntry(tx, scope, register, id);
    const facts = { register: register.name, entry: id, number: entry?.values.number, of: act };
    await recordVisit(
      tx,
      asking,
      why === undefined
        ? { event: "passwordConfirmed", facts }
        : { event: "confirmationFailed", facts: { ...facts, why } },
    );
  });
}
