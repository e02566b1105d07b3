import * as oidc from "openid-client";
import { type SignInWay, wayOf } from "../../core/sign-in/sign-on.ts";
import { isLoopback, type SignOnSettings } from "./settings.ts";

/** The page of the console to which the provider sends people back. */
export const returnPath = "/sign-on";

/** What nobody but this browser and this server knows of one way to the provider. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  /** Of which the provider is told the hash alone, and which is shown with the code (RFC 7636). */
  readonly verifier: string;
}

/** What came back with the browser. */
export interface CameBack {
  readonly state: string;
  readonly code?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
}

/** Who somebody is, as the provider says and signs it. */
export interface Identity {
  readonly issuer: string;
  /** Theirs alone for ever, whatever they are called. */
  readonly subject: string;
  readonly way: SignInWay;
  readonly authenticatedAt: Date | undefined;
  /** Asks under which user name, where that is needed; undefined where the provider says none. */
  username(): Promise<string | undefined>;
}

/** Why nobody is known to have come back: the provider did not answer, it refused, or what it said does not hold. */
export type SignOnFault = "providerDown" | "providerRefused" | "answerInvalid";

/** Thrown where the provider does not say who somebody is. */
export class SignOnFailure extends Error {
  readonly fault: SignOnFault;
  constructor(fault: SignOnFault, cause: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}

/** The identity provider as the routes know it. */
export interface Provider {
  readonly settings: SignOnSettings;
  /** Where the browser is sent; `anew` where whoever sits there must show that it is they. */
  addressOf(secrets: Secrets, anew: boolean): Promise<string>;
  identify(back: CameBack, secrets: Secrets): Promise<Identity>;
  /** Where one signs out at the provider; undefined where it offers that nowhere. */
  endAddress(): Promise<string | undefined>;
}

const patienceSeconds = 5;
const knownForMs = 3_600_000;
const downForMs = 5_000;

/** Draws the secrets of one way. */
export const drawSecrets = (): Secrets => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
});

/**
 * Asks the provider for its description (OpenID Connect Discovery 1.0). Its client shows its secret as the provider prefers, holds
 * every ID token against the provider's keys, and waits for no answer longer than a few seconds.
 */
export async function discover({ issuer, client, secret }: SignOnSettings): Promise<oidc.Configuration> {
  const plain = isLoopback(issuer) ? [oidc.allowInsecureRequests] : [];
  const found = await oidc.discovery(issuer, client, undefined, oidc.None(), {
    timeout: patienceSeconds,
    execute: plain,
  });
  const metadata = found.serverMetadata();
  // What a provider takes that says nothing (Discovery 1.0, 3).
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const shown = methods.includes("client_secret_basic")
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
  const configuration = new oidc.Configuration(metadata, client, undefined, shown);
  configuration.timeout = patienceSeconds;
  for (const allow of plain) allow(configuration);
  oidc.enableNonRepudiationChecks(configuration);
  return configuration;
}

/** Speaks with the provider of these settings. Nothing is asked of it before somebody wants to sign in. */
export function openProvider(settings: SignOnSettings): Provider {
  const redirect = new URL(returnPath, settings.address).href;
  let known: { readonly configuration: Promise<oidc.Configuration>; readonly until: number } | undefined;
  const configured = async (fresh = false): Promise<oidc.Configuration> => {
    if (fresh || known === undefined || known.until <= performance.now())
      known = { configuration: discover(settings), until: performance.now() + knownForMs };
    const { configuration } = known;
    try {
      return await configuration;
    } catch (error) {
      // Whoever sets out asks again at once, of whom there are only so many; anybody else after a while.
      if (known?.configuration === configuration)
        known = { configuration, until: performance.now() + downForMs };
      throw new SignOnFailure("providerDown", error);
    }
  };
  return {
    settings,
    async addressOf({ state, nonce, verifier }, anew) {
      const { acr } = settings.enough;
      // Asked anew each time: nobody is sent to a provider that does not answer.
      const address = oidc.buildAuthorizationUrl(await configured(true), {
        redirect_uri: redirect,
        scope: settings.scopes.join(" "),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...(acr.length > 0 ? { acr_values: acr.join(" ") } : {}),
        ...(anew ? { prompt: "login", max_age: "0" } : {}),
      });
      return safe(address);
    },
    async identify(back, secrets) {
      const configuration = await configured();
      try {
        return await identityOf(settings, configuration, new URL(`${redirect}?${queryOf(back)}`), secrets);
      } catch (error) {
        throw new SignOnFailure(faultOf(error), error);
      }
    },
    async endAddress() {
      const configuration = await configured();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      const back = new URL("/sign-in", settings.address).href;
      return safe(oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }));
    },
  };
}

/** A browser is sent nowhere but where nobody on the way could change what it says, whatever the provider's description names. */
function safe(address: URL): string {
  if (address.protocol === "https:" || (address.protocol === "http:" && isLoopback(address)))
    return address.href;
  throw new SignOnFailure("answerInvalid", new Error(`Not an address to go to: ${address.href}`));
}

function queryOf(back: CameBack): URLSearchParams {
  const { state, code, iss, error } = back;
  const query = new URLSearchParams({ state });
  for (const [name, value] of Object.entries({ code, iss, error }))
    if (value !== undefined) query.set(name, value);
  return query;
}

async function identityOf(
  { claim, enough }: SignOnSettings,
  configuration: oidc.Configuration,
  back: URL,
  { state, nonce, verifier }: Secrets,
): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(configuration, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("The provider sent no ID token");
  const { iss: issuer, sub: subject, acr, auth_time: at } = claims;
  const amr = Array.isArray(claims.amr) ? claims.amr.filter((value) => typeof value === "string") : [];
  return {
    issuer,
    subject,
    way: wayOf({ acr: typeof acr === "string" ? acr : undefined, amr }, enough),
    authenticatedAt: typeof at === "number" ? new Date(at * 1_000) : undefined,
    async username() {
      const own = textIn(claims[claim]);
      if (own !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined) return own;
      try {
        const told = await oidc.fetchUserInfo(configuration, tokens.access_token, subject);
        return textIn(told[claim]);
      } catch (error) {
        throw new SignOnFailure(faultOf(error), error);
      }
    },
  };
}

const textIn = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

// No answer, a late one, or one of a server that is not well; all else is an answer that does not hold.
const down: ReadonlySet<unknown> = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT", "OAUTH_RESPONSE_IS_NOT_CONFORM"]);

function faultOf(error: unknown): SignOnFault {
  if (error instanceof oidc.AuthorizationResponseError) return "providerRefused";
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 ? "providerDown" : "answerInvalid";
  if (error instanceof oidc.ClientError) return down.has(error.code) ? "providerDown" : "answerInvalid";
  return error instanceof TypeError && error.cause !== undefined ? "providerDown" : "answerInvalid";
}
