import type { Role } from "../scope/roles.ts";
import type { Words } from "../words.ts";
import { isOfKind } from "./person-kinds.ts";

export const signInWayNames = ["password", "provider", "providerTwice"] as const;
export type SignInWay = (typeof signInWayNames)[number];

/** By which way somebody signed in: by the own password, or vouched for by an identity provider, for one proof or for two. */
export const signInWays = {
  password: { zh: "密码", en: "by password" },
  provider: { zh: "统一身份认证", en: "by single sign-on" },
  providerTwice: { zh: "统一身份认证（含第二重验证）", en: "by single sign-on, two factors shown there" },
} as const satisfies Readonly<Record<SignInWay, Words>>;

/** How an account and somebody's name at the provider come together. */
export const bindings = ["person", "claim"] as const;
export type Binding = (typeof bindings)[number];

/** How long somebody has at the provider. */
export const signOnMinutes = 10;

/** What a provider says of how it made sure of somebody (OpenID Connect Core 1.0, 2: `acr` and `amr`). */
interface Assured {
  readonly acr: string | undefined;
  readonly amr: readonly string[];
}

/** Of those values that the operator named as two factors, one must have been said. */
export const wayOf = (
  { acr, amr }: Assured,
  enough: { readonly acr: readonly string[]; readonly amr: readonly string[] },
): SignInWay =>
  (acr !== undefined && enough.acr.includes(acr)) || amr.some((value) => enough.amr.includes(value))
    ? "providerTwice"
    : "provider";

/** For how much the provider's word stands; undefined where nobody vouched. */
export type Vouched = "first" | "both" | undefined;

/**
 * The three administrators show the product's own second factor whatever the provider says: whoever has the provider in hand must not
 * have the accounts, the rights and the audit log with it. GB/T 22239-2019, 8.1.4.1 d) and 8.1.5.
 */
export function vouchedFor(way: SignInWay, held: readonly Role[]): Vouched {
  if (way === "password") return undefined;
  return way === "providerTwice" && !isOfKind(held, ["administrators"]) ? "both" : "first";
}

/**
 * Whether an account may be bound by its user name alone, at the first sign-in: never of an administrator, whom somebody that chooses
 * names at the provider would choose first; and of nobody where it is the person who binds.
 */
export const mayBindByClaim = (binding: Binding, held: readonly Role[]): boolean =>
  binding === "claim" && held.length > 0 && !isOfKind(held, ["administrators"]);

/** A clock may differ from the provider's by so much. */
const toleranceMs = 60_000;

/** Whether somebody showed at the provider that it is they since `begun`, as opening a locked session asks; one that says nothing has not. */
export const isAnew = (authenticatedAt: Date | undefined, begun: Date): boolean =>
  authenticatedAt !== undefined && authenticatedAt.getTime() >= begun.getTime() - toleranceMs;

/** Only an address of the product itself, so that a link cannot send away whoever signs in by it. */
export const isOwnPath = (address: string): boolean =>
  /^\/(?![/\\])[^\\]*$/.test(address) && !/\p{Cc}/u.test(address);
