import type { SignInFailure } from "../../core/ledger/audit.ts";
import { actNamed, type Register } from "../../core/register/register.ts";
import { HttpProblem } from "../http/problems.ts";
import type { SignedInVisit } from "../http/route.ts";
import type { Guesser, Wait } from "../http/sign-in-guard.ts";
import { inTransaction, type Queryable } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { isKnownPlace } from "../store/own-sessions.ts";
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
  if (wrong.wait !== undefined) throw tooManyAttempts(wrong.wait);
  throw new HttpProblem("password-wrong", [{ field: "password", code: "not-an-option" }]);
}

/** Whoever tries a password for an account from an address. */
export async function guesserAt(
  db: Queryable,
  username: string,
  address: string,
  now: Date,
): Promise<Guesser> {
  return { username, address, known: await isKnownPlace(db, username, address, now) };
}

/** The same for an account that is none: how long one waits tells nothing but how often one tried. */
export const tooManyAttempts = ({ seconds }: Wait): HttpProblem =>
  new HttpProblem("too-many-attempts", [], { retryAfterSeconds: seconds });

/**
 * Why a password is not the own one of whoever is signed in, undefined where it is, and whether a log is to tell it. Guesses count
 * together with failed sign-ins of the same account from the same address.
 */
export async function ownPasswordFault(
  { services: { signInGuard, pool }, actor, request, now }: Asking,
  password: string,
): Promise<{ readonly why: SignInFailure; readonly tell: boolean; readonly wait?: Wait } | undefined> {
  const username = (await usernameOf(pool, actor.id)) ?? "";
  const guesser = await guesserAt(pool, username, request.ip, now);
  const wait = signInGuard.attempt(guesser, now);
  if (wait !== undefined) return { why: "throttled", tell: wait.first, wait };
  const checked = await checkPassword(pool, username, password, now);
  if ("person" in checked) {
    signInGuard.succeeded(guesser);
    return undefined;
  }
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
