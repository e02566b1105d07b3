import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { addressGroup } from "../../core/sign-in/address-group.ts";
import { isOwnPath, signOnMinutes } from "../../core/sign-in/sign-on.ts";
import { HttpProblem, type HttpProblemCode } from "../http/problems.ts";
import type { Visit } from "../http/route.ts";
import type { Services } from "../services.ts";
import {
  type CameBack,
  drawSecrets,
  type Identity,
  type Provider,
  SignOnFailure,
  type SignOnFault,
} from "../sign-on/provider.ts";
import { type Begun, keepBegun, takeBegun } from "../store/sign-on.ts";

const cookie = "zhiben_sign_on";
/** No other route is sent the token of a way. */
const cookiePath = "/api/sign-on";

/** What the page hands on that the provider sent the browser back to. */
export const cameBack = z.strictObject({
  state: z.string().min(1).max(512),
  code: z.string().min(1).max(4096).optional(),
  iss: z.string().max(2000).optional(),
  error: z.string().min(1).max(128).optional(),
});

export const ownPath = z.string().max(2000).refine(isOwnPath);

/** The provider, where the installation has one. */
export function providerOf({ signOn }: Pick<Services, "signOn">): Provider {
  if (signOn === undefined) throw new HttpProblem("sign-on-absent");
  return signOn;
}

type Asking = Pick<Visit<unknown, unknown, unknown>, "services" | "request" | "reply" | "now">;

/** Begins a way to the provider in this browser; answers with the address to which the browser goes. */
export async function beginWay(
  { services, request, reply, now }: Asking,
  way: Pick<Begun, "person" | "goOn" | "anew">,
): Promise<string> {
  const provider = providerOf(services);
  if (!services.signOnGuard.mayAsk(addressGroup(request.ip), now)) throw new HttpProblem("too-many-requests");
  const secrets = drawSecrets();
  const address = await provider.addressOf(secrets, way.anew).catch(asProblem);
  const token = randomBytes(32).toString("base64url");
  await keepBegun(services.pool, token, { ...secrets, ...way, at: now }, oldest(now));
  giveToken(request, reply, token);
  return address;
}

const oldest = (now: Date): Date => new Date(now.getTime() - signOnMinutes * 60_000);

// The browser comes back to a page, whose own request carries the cookie: it never travels with a visit from elsewhere.
function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === "https";
  const maxAge = signOnMinutes * 60;
  reply.setCookie(cookie, token, { httpOnly: true, sameSite: "strict", path: cookiePath, secure, maxAge });
}

/** A way that this browser began, and that is used up now. */
export async function endWay({ services, request, reply, now }: Asking, back: CameBack): Promise<Begun> {
  providerOf(services);
  const token = request.cookies[cookie];
  reply.clearCookie(cookie, { path: cookiePath });
  const begun = token === undefined ? undefined : await takeBegun(services.pool, token, oldest(now));
  // Another's way that was slipped to this browser has another state: nobody is signed in to an account that is not theirs.
  if (begun === undefined || begun.state !== back.state) throw new HttpProblem("sign-on-stale");
  return begun;
}

const problems = {
  providerDown: "sign-on-down",
  providerRefused: "sign-on-given-up",
  answerInvalid: "sign-on-invalid",
} as const satisfies Readonly<Record<SignOnFault, HttpProblemCode>>;

/** What went wrong at the provider, as whoever asks is told it. */
export function asProblem(error: unknown): never {
  throw error instanceof SignOnFailure ? new HttpProblem(problems[error.fault]) : error;
}

/** Who came back; `tell` is told why nobody did, before the request ends with a problem. */
export async function identify(
  services: Services,
  back: CameBack,
  begun: Begun,
  tell: (why: SignOnFault) => Promise<void>,
): Promise<Identity> {
  try {
    return await providerOf(services).identify(back, begun);
  } catch (error) {
    if (!(error instanceof SignOnFailure)) throw error;
    services.log.warn({ fault: error.fault, why: reasonOf(error.cause) }, "sign-on-failed");
    await tell(error.fault);
    return asProblem(error);
  }
}

// Of an error its kind alone: what it says or carries may hold what the provider or the browser sent.
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
