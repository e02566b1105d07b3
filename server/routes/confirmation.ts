import type { SignInFailure } from "../../core/ledger/audit.ts";
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
 * Holds an act that wants it against the own password of whoever is signed in: right, or the request ends with a problem. Either way
 * the audit log tells it; the password itself is kept nowhere.
 */
export async function confirmPassword(asking: Asking, confirming: Confirming): Promise<void> {
  const { register, act, password } = confirming;
  if (actNamed(register, act)?.confirms === undefined) {
    if (password !== undefined) throw new HttpProblem("password-not-asked");
    return;
  }
  if (password === undefined)
    throw new HttpProblem("password-required", [{ field: "password", code: "required" }]);
  const wrong = await ownPasswordFault(asking, password);
  if (wrong?.tell !== false) await record(asking, confirming, wrong?.why);
  if (wrong === undefined) return;
  if (wrong.why === "throttled") throw new HttpProblem("too-many-attempts");
  throw new HttpProblem("password-wrong", [{ field: "password", code: "not-an-option" }]);
}

/**
 * Why a password is not the own one of whoever is signed in, undefined where it is, and whether a log is to tell it. Guesses count
 * together with failed sign-ins of the same account from the same address.
 */
export async function ownPasswordFault(
  { services: { signInGuard, pool }, actor, request, now }: Asking,
  password: string,
): Promise<{ readonly why: SignInFailure; readonly tell: boolean } | undefined> {
  const username = (await usernameOf(pool, actor.id)) ?? "";
  if (!signInGuard.mayTry(username, request.ip, now))
    return { why: "throttled", tell: signInGuard.firstRefused(username, request.ip) };
  const checked = await checkPassword(pool, username, password, now);
  if ("person" in checked) {
    signInGuard.succeeded(username, request.ip);
    return undefined;
  }
  signInGuard.failed(username, request.ip, now);
  return { why: checked.failure, tell: true };
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
