import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { readSignOn, type SignOnSettings } from "../../server/sign-on/settings.ts";

/** A real identity provider on loopback, at which anybody signs in under the name that they type. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What the provider calls people, by their subject; a subject of its own name where nothing stands here. */
  readonly names: Map<string, string>;
  /** How it made sure of people. */
  assured: { readonly acr?: string; readonly amr?: readonly string[] };
  settings(own?: Readonly<Record<string, string>>): SignOnSettings;
  environment(own?: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const client = "zhiben";
export const otherClient = "another-system";
export const clientSecret = "a secret that both of them keep, and nobody else";

/** Starts a provider that knows the product at this address, and another system that returns to the same page. */
export async function startIdentityProvider(address: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const names = new Map<string, string>();
  const known: IdentityProvider = {
    issuer,
    names,
    assured: {},
    environment: (own = {}) => ({
      ZHIBEN_OIDC_ISSUER: issuer,
      ZHIBEN_OIDC_CLIENT: client,
      ZHIBEN_OIDC_SECRET: clientSecret,
      ZHIBEN_OIDC_ADDRESS: address,
      ...own,
    }),
    settings(own) {
      const settings = readSignOn(known.environment(own));
      if (settings === undefined) throw new Error("There is a provider");
      return settings;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const provider = new Provider(issuer, configurationOf(address, known));
  server.on("request", provider.callback());
  return known;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider listens on no port");
  return address.port;
}

function configurationOf(address: string, known: IdentityProvider): Readonly<Record<string, unknown>> {
  const client_secret = clientSecret;
  const of = (client_id: string) => ({
    client_id,
    client_secret,
    redirect_uris: [`${address}/sign-on`],
    post_logout_redirect_uris: [`${address}/sign-in`],
  });
  return {
    clients: [of(client), of(otherClient)],
    pkce: { required: () => true },
    cookies: { keys: ["the provider's own key"] },
    acrValues: ["urn:example:two-factors"],
    claims: { openid: ["sub"], profile: ["preferred_username"], acr: null, amr: null, auth_time: null },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: known.names.get(sub) ?? sub, ...known.assured }),
    }),
  };
}
