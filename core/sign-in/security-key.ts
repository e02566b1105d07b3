import type { Words } from "../words.ts";
import type { CodeFailure } from "./code.ts";

/** Of security keys and passkeys (W3C Web Authentication, level 2); all of these are ours. */
export const securityKeys = { most: 5, nameCharacters: 40, challengeMinutes: 5, challengeBytes: 32 } as const;

/**
 * With which signatures a key may answer, by their numbers in the registry for COSE: ES256, EdDSA, RS256. Every key that is sold knows
 * one of them.
 */
export const keyAlgorithms = [-7, -8, -257] as const;

/** Where keys are used: each belongs to a host, and answers to pages of that origin alone. */
export interface KeyPlace {
  readonly host: string;
  readonly origin: string;
}

/** Why no key can be used where the product is opened. */
export const keyPlaceFaults = {
  addressIsNumber: {
    zh: "本系统是用 IP 地址打开的，浏览器不允许在 IP 地址上使用安全密钥；请用域名打开，或改用手机身份验证器",
    en: "The address is a number, for which no browser uses security keys: open it by a name, or take an authenticator on the phone",
  },
  withoutTls: {
    zh: "本系统未经 HTTPS 打开，浏览器不允许使用安全密钥；请用 https:// 打开，或改用手机身份验证器",
    en: "The connection is not by HTTPS, without which no browser uses security keys: open it by https://, or take an authenticator on the phone",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type KeyPlaceFault = keyof typeof keyPlaceFaults;

/**
 * Where a page is open, as far as keys go, by the scheme and host of the request. Browsers want a name that is no address and a secure
 * connection, or the own computer. Web Authentication, 5.1.3 and 13.4.9.
 */
export function keyPlaceAt(scheme: string, host: string): KeyPlace | { readonly fault: KeyPlaceFault } {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (/^[\d.]*$|[[\]:]/.test(name)) return { fault: "addressIsNumber" };
  const isOwnComputer = name === "localhost" || name.endsWith(".localhost");
  if (scheme !== "https" && !isOwnComputer) return { fault: "withoutTls" };
  const port = /:\d+$/.exec(host)?.[0] ?? "";
  const isUsual = port === (scheme === "https" ? ":443" : ":80");
  return { host: name, origin: `${scheme}://${name}${isUsual ? "" : port}` };
}

/**
 * Why a key that counts its uses is not believed; undefined where it is. A count that does not go up may be that of a copy; one that
 * stays at nothing is of a key that does not count. Web Authentication, 7.2, step 21.
 */
export function counterFault(counted: number, last: number): CodeFailure | undefined {
  if (counted === 0 && last === 0) return undefined;
  return counted > last ? undefined : "copiedKey";
}
