import { readFileSync } from "node:fs";
import { type Binding, bindings } from "../../core/sign-in/sign-on.ts";
import type { Words } from "../../core/words.ts";
import { StartProblem } from "../store/start-problem.ts";

/** The identity provider by which people may sign in, as the operator wrote it down. */
export interface SignOnSettings {
  readonly issuer: URL;
  readonly client: string;
  readonly secret: string;
  /** The product's own address as browsers know it, to which the provider sends them back. */
  readonly address: URL;
  /** What the button calls the provider. */
  readonly name: Words;
  readonly scopes: readonly string[];
  readonly binding: Binding;
  /** Which claim holds the user name, where that binds. */
  readonly claim: string;
  /** The values of `acr` and `amr` that stand for two factors shown at the provider. */
  readonly enough: { readonly acr: readonly string[]; readonly amr: readonly string[] };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings of single sign-on; undefined where the installation has none. */
export function readSignOn(environment: Environment): SignOnSettings | undefined {
  const { ZHIBEN_OIDC_ISSUER: issuer, ZHIBEN_OIDC_NAME: name } = environment;
  if (!issuer) return refuseLeftOver(environment);
  const scopes = listOf(environment.ZHIBEN_OIDC_SCOPES || "openid profile", /[\s,]+/);
  if (!scopes.includes("openid")) throw bad("ZHIBEN_OIDC_SCOPES", "须含 openid", "openid must be among them");
  return {
    issuer: addressIn("ZHIBEN_OIDC_ISSUER", issuer),
    client: demanded(environment, "ZHIBEN_OIDC_CLIENT"),
    secret: secretIn(environment),
    address: ownAddressIn(demanded(environment, "ZHIBEN_OIDC_ADDRESS")),
    name: name ? { zh: name, en: name } : { zh: "统一身份认证", en: "single sign-on" },
    scopes,
    binding: bindingIn(environment.ZHIBEN_OIDC_BIND || "person"),
    claim: environment.ZHIBEN_OIDC_CLAIM || "preferred_username",
    enough: {
      acr: listOf(environment.ZHIBEN_OIDC_ACR ?? "", /[\s,]+/),
      amr: listOf(environment.ZHIBEN_OIDC_AMR ?? "", /[\s,]+/),
    },
  };
}

const listOf = (text: string, between: RegExp): readonly string[] => text.split(between).filter(Boolean);

const bad = (name: string, zh: string, en: string): StartProblem =>
  new StartProblem("bad-sign-on", {
    zh: `单点登录设置 ${name} 无效：${zh}`,
    en: `Not for ${name} (single sign-on): ${en}`,
  });

// Whoever wrote half of it down believes that people sign in by it.
function refuseLeftOver(environment: Environment): undefined {
  const left = Object.keys(environment).find((name) => name.startsWith("ZHIBEN_OIDC_") && environment[name]);
  if (left === undefined) return undefined;
  throw bad("ZHIBEN_OIDC_ISSUER", `已设置 ${left}，却没有提供方地址`, `there is ${left} without it`);
}

function demanded(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw bad(name, "未设置", "it is missing");
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether what goes there stays on this machine, so that nobody on the way could change it. */
export const isLoopback = ({ hostname }: URL): boolean => loopback.test(hostname);

function addressIn(name: string, text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const safe = address?.protocol === "https:" || (address?.protocol === "http:" && isLoopback(address));
  if (address === undefined || !safe)
    throw bad(name, `${text}，应为 https:// 地址`, `${text}; give an https:// address`);
  if (address.search !== "" || address.hash !== "" || address.username !== "" || address.password !== "")
    throw bad(name, "地址不带查询、锚点或口令", "an address without query, fragment or password");
  return address;
}

function ownAddressIn(text: string): URL {
  const address = addressIn("ZHIBEN_OIDC_ADDRESS", text);
  if (address.pathname === "/") return address;
  throw bad("ZHIBEN_OIDC_ADDRESS", `${text}，只写到端口为止`, `${text}; give nothing after host and port`);
}

function bindingIn(text: string): Binding {
  const found = bindings.find((known) => known === text);
  if (found !== undefined) return found;
  throw bad("ZHIBEN_OIDC_BIND", `${text}，可选 person、claim`, `${text}; there are person and claim`);
}

function secretIn(environment: Environment): string {
  const { ZHIBEN_OIDC_SECRET: given, ZHIBEN_OIDC_SECRET_FILE: file } = environment;
  if (given && file)
    throw bad("ZHIBEN_OIDC_SECRET", "与 ZHIBEN_OIDC_SECRET_FILE 只能设一个", "give it or its file, not both");
  const secret = file ? readSecret(file) : given;
  if (secret) return secret;
  throw bad("ZHIBEN_OIDC_SECRET", "未设置", "neither it nor ZHIBEN_OIDC_SECRET_FILE is there");
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw bad("ZHIBEN_OIDC_SECRET_FILE", why, why);
  }
}
