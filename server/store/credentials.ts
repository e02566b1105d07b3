import type { Day } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { isRole } from "../../core/scope/roles.ts";
import type { SignInCase } from "../../core/sign-in/next-step.ts";
import { isOfKind } from "../../core/sign-in/person-kinds.ts";
import { type SignInRules, secondFactorSince } from "../../core/sign-in/rules.ts";
import { type SignInWay, vouchedFor } from "../../core/sign-in/sign-on.ts";
import { becomeCommitter, becomeReader, inOrder, type Queryable, type Transaction } from "./database.ts";

/** An account as far as its administrators see it: how one signs in to it, and nothing of what it does. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  /** `issued` by an administrator and not changed yet. */
  readonly password: "none" | "issued" | "own";
  /** Until when an issued password is good. */
  readonly until: Date | null;
  readonly secondFactor: boolean;
  /** Whether it is bound to the identity provider. */
  readonly signOn: boolean;
}

const accountColumns = `id, username, name, disabled,
  case when password_hash is null then 'none' when must_change_password then 'issued' else 'own' end as password,
  password_expires_at as until, (exists (select 1 from second_factor f where f.person = person.id)
    or exists (select 1 from security_key k where k.person = person.id)) as "secondFactor",
  exists (select 1 from sign_on s where s.person = person.id) as "signOn"`;

/** The accounts whose user name or name holds these signs, by user name. */
export async function findAccounts(db: Queryable, signs: string): Promise<readonly Account[]> {
  const { rows } = await db.query<Account>(
    `select ${accountColumns} from person where position(lower($1) in lower(username)) > 0 or position($1 in name) > 0
      order by username limit $2`,
    [signs, limits.accountsListed],
  );
  return rows;
}

/** One account; undefined where there is none. */
export async function readAccount(db: Queryable, username: string): Promise<Account | undefined> {
  const { rows } = await db.query<Account>(`select ${accountColumns} from person where username = $1`, [
    username,
  ]);
  return rows[0];
}

/** By what rules, when, and whether the session has shown a code. */
interface Asked {
  readonly rules: SignInRules;
  readonly now: Date;
  readonly today: Day;
  readonly codeGiven: boolean;
  /** By which way they signed in; by password where it is left out. */
  readonly way?: SignInWay | undefined;
}

/** Which second factors a person has. */
interface Factors {
  readonly hasApp: boolean;
  readonly hasKey: boolean;
}

interface SignInRow extends Factors {
  readonly mustChangePassword: boolean;
  readonly roles: readonly string[];
}

/** How far a person is with signing in, by what stands in the database. */
export async function readSignInCase(
  db: Queryable,
  person: string,
  { rules, now, today, codeGiven, way = "password" }: Asked,
): Promise<SignInCase & Factors> {
  const { rows } = await db.query<SignInRow>({
    name: "sign-in-case",
    text: `select must_change_password as "mustChangePassword",
        exists (select 1 from second_factor f where f.person = p.id and f.since > coalesce($2, '-infinity'::timestamptz))
          as "hasApp",
        exists (select 1 from security_key k where k.person = p.id and k.added_at > coalesce($2, '-infinity'::timestamptz))
          as "hasKey",
        array(select o.role from post o where o.person = p.id and o.from_day <= $3 and (o.to_day is null or o.to_day >= $3))
          as roles
      from person p where p.id = $1`,
    values: [person, secondFactorSince(rules, now) ?? null, today],
  });
  const { mustChangePassword = false, hasApp = false, hasKey = false, roles = [] } = rows[0] ?? {};
  const held = roles.filter(isRole);
  const needsSecondFactor = isOfKind(held, rules.secondFactorFor);
  return {
    mustChangePassword,
    hasSecondFactor: hasApp || hasKey,
    hasApp,
    hasKey,
    needsSecondFactor,
    codeGiven,
    vouched: vouchedFor(way, held),
  };
}

/** The person's own password from now on. */
export const setOwnPassword = (tx: Transaction, person: string, hash: string, now: Date): Promise<unknown> =>
  asCommitter(tx, {
    text: `update person set password_hash = $2, password_changed_at = $3, must_change_password = false,
      password_expires_at = null where id = $1`,
    values: [person, hash, now],
  });

/** A password that its person changes on first use, and that is good until then. */
export const issuePassword = (
  tx: Transaction,
  person: string,
  hash: string,
  now: Date,
  until: Date,
): Promise<unknown> =>
  asCommitter(tx, {
    text: `update person set password_hash = $2, password_changed_at = $3, must_change_password = true,
      password_expires_at = $4 where id = $1`,
    values: [person, hash, now, until],
  });

const asCommitter = (tx: Transaction, statement: { readonly text: string; readonly values: unknown[] }) =>
  inOrder([becomeCommitter(tx), tx.query(statement), becomeReader(tx)]);
