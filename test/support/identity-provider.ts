import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Context, Provider } from "oidc-provider";
import { readSignOn, type SignOnSettings } from "../../server/sign-on/settings.ts";

/** A real identity provider on loopback, at which anybody signs in under the name that they type. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What the provider calls people, by their subject; by the subject itself where nothing stands here. */
  readonly names: Map<string, string>;
  /** How it made sure of people. */
  assured: { readonly acr?: string; readonly amr?: readonly string[] };
  settings(own?: Readonly<Record<string, string>>): SignOnSettings;
  environment(own?: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const clientId = "zhiben";
export const otherClient = "another-system";
const clientSecret = "a-secret-that-both-of-them-keep-and-nobody-else";

/** Starts a provider that knows the product at this address, and another system that returns to the same page. */
export async function startIdentityProvider(address: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${portOf(server)}`;
  const known: IdentityProvider = {
    issuer,
    names: new Map(),
    assured: {},
    environment: (own = {}) => ({
      ZHIBEN_OIDC_ISSUER: issuer,
      ZHIBEN_OIDC_CLIENT: clientId,
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
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith(interaction)) void interact(provider, known, request, response);
    else answer(request, response);
  });
  return known;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider listens on no port");
  return address.port;
}

function configurationOf(address: string, known: IdentityProvider): Readonly<Record<string, unknown>> {
  const of = (id: string) => ({
    client_id: id,
    client_secret: clientSecret,
    redirect_uris: [`${address}/sign-on`],
    post_logout_redirect_uris: [`${address}/sign-in`],
  });
  return {
    clients: [of(clientId), of(otherClient)],
    pkce: { required: () => true },
    cookies: { keys: ["the provider's own key"] },
    acrValues: ["urn:example:two-factors"],
    claims: { openid: ["sub", "acr", "amr"], profile: ["preferred_username"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `${interaction}${uid}` },
    // Whoever works there has agreed to all of it.
    loadExistingGrant: async ({ oidc: { client, session, provider } }: Context) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: known.names.get(sub) ?? sub }),
    }),
  };
}

const interaction = "/interaction/";

/** The provider's own page: somebody says who they are, or gives it up. */
async function interact(
  provider: Provider,
  { assured }: IdentityProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
    return;
  }
  const given = new URLSearchParams(await text(request));
  const accountId = given.get("account") ?? "";
  const result = given.has("give-up")
    ? { error: "access_denied" }
    : { login: { accountId, ...assured, amr: assured.amr ?? ["pwd"] } };
  await provider.interactionFinished(request, response, result);
}

const page = `<!doctype html><html lang="zh-CN"><title>某单位统一身份认证</title><h1>某单位统一身份认证</h1>
<form method="post"><label>工号 <input name="account"></label>
<button>在提供方登录</button> <button name="give-up" value="1">取消</button></form></html>`;

/** Somebody's browser at the provider, which remembers who signed in there. */
export interface AtProvider {
  /** Goes where the product sent it and says who sits there; comes back with what the provider sends along. */
  visit(address: string, who: string): Promise<Readonly<Record<string, string>>>;
}

const mostSteps = 10;

export function newBrowserAtProvider(): AtProvider {
  const jar = new Map<string, string>();
  const ask = async (address: string, form?: URLSearchParams) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = form === undefined ? {} : { method: "POST", body: form };
    const answer = await fetch(address, { redirect: "manual", headers: { cookie }, ...sent });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next !== null) return new URL(next, address);
    if (new URL(address).pathname.startsWith(interaction)) return undefined;
    throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`);
  };
  return {
    async visit(address, who) {
      const { origin } = new URL(address);
      const said = new URLSearchParams(who === "give-up" ? { "give-up": "1" } : { account: who });
      let at = new URL(address);
      for (let step = 0; step < mostSteps; step += 1) {
        at = (await ask(at.href)) ?? (await ask(at.href, said)) ?? at;
        if (at.origin === origin) continue;
        if (at.pathname !== "/sign-on") throw new Error(`It comes back to ${at.pathname}`);
        return Object.fromEntries(at.searchParams);
      }
      throw new Error("The provider sends its visitor round and round");
    },
  };
}
