import { afterAll, beforeAll, beforeEach } from "vitest";
import { z } from "zod";
import { readAudit } from "../../server/store/audit-log.ts";
import { type PersonName, password } from "./cast.ts";
import type { Answer } from "./client.ts";
import {
  type AtProvider,
  type IdentityProvider,
  newBrowserAtProvider,
  startIdentityProvider,
} from "./identity-provider.ts";
import { type Browsing, newBrowser } from "./sign-in.ts";
import { mustDo, newWorld, type World } from "./world.ts";

/** Where the product says that the browser goes. */
export const begun = z.object({ address: z.string() });
type Proof = { readonly password: string } | { readonly code: string };
type Back = Readonly<Record<string, string>>;

/** Begins at the product, and says at the provider who one is. */
export async function visitProvider(
  browser: Browsing,
  who: string,
  there?: AtProvider,
  goOn?: string,
): Promise<Back> {
  const sent = mustDo(await browser.send("POST", "/api/sign-on", goOn === undefined ? {} : { goOn }));
  return (there ?? newBrowserAtProvider()).visit(begun.parse(sent.body).address, who);
}

export const comeBack = (browser: Browsing, back: Back): Promise<Answer> =>
  browser.send("POST", "/api/sign-on/return", back);

export async function signOn(who: string, on: World, browser = newBrowser(on)): Promise<Answer> {
  return comeBack(browser, await visitProvider(browser, who));
}

export async function passwordIn(name: PersonName, on: World): Promise<Browsing> {
  const browser = newBrowser(on);
  mustDo(await browser.signIn(name, password));
  return browser;
}

export const beginBinding = async (own: Browsing, proof: Proof = { password }): Promise<string> =>
  begun.parse(mustDo(await own.send("POST", "/api/sign-on/binding", proof)).body).address;

/** Binds an account to who somebody is at the provider, as its person does. */
export async function bind(
  name: PersonName,
  who: string,
  on: World,
  browser?: Browsing,
  proof?: Proof,
): Promise<Answer> {
  const own = browser ?? (await passwordIn(name, on));
  const back = await newBrowserAtProvider().visit(await beginBinding(own, proof), who);
  return own.send("POST", "/api/sign-on/binding/return", back);
}

/** By which way and why the last one failed to sign in. */
export async function lastFailure(on: World): Promise<unknown> {
  let last: unknown;
  for await (const { body, facts } of readAudit(on.owner, {}))
    if (body.act === "signInFailed") last = `${facts.way}: ${facts.why}`;
  return last;
}

/** Where the provider sends browsers back to; no test listens there. */
export const address = "http://127.0.0.1:4711";

interface BesideProvider {
  readonly provider: IdentityProvider;
  readonly world: World;
}

/** A world with a provider beside it for the tests of a file, handed over before the first; each test begins a second later. */
export function besideProvider(handOver: (started: BesideProvider) => void): void {
  let started: BesideProvider | undefined;
  beforeAll(async () => {
    const provider = await startIdentityProvider(address);
    started = { provider, world: await newWorld({ signOn: provider.settings() }) };
    handOver(started);
  });
  afterAll(() => started?.provider.stop());
  beforeEach(() => {
    if (started === undefined) return;
    const { provider, world } = started;
    // The audit log tells in the order of time.
    world.clock.now = new Date(world.clock.now.getTime() + 1_000);
    provider.assured = {};
    provider.names.clear();
  });
}
