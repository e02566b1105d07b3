import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { type PersonName, password } from "./cast.ts";
import { type Browsing, newBrowser } from "./sign-in.ts";
import { mustDo, type World } from "./world.ts";

/** The code that an authenticator app shows at an instant, from the secret that was typed into it. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

export const secretAnswer = z.object({ secret: z.string(), address: z.string() });
export const setAnswer = z.object({ recoveryCodes: z.array(z.string()), signIn: z.unknown() });

/** Somebody with a second factor, and the browser in which they set it up. */
interface WithSecondFactor {
  readonly browser: Browsing;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Signs in by password and sets up a second factor with the code of now. */
export async function setUpSecondFactor(world: World, name: PersonName): Promise<WithSecondFactor> {
  const browser = newBrowser(world);
  mustDo(await browser.signIn(name, password));
  const shown = await browser.send("POST", "/api/session/second-factor/secret", { password });
  const { secret } = secretAnswer.parse(mustDo(shown).body);
  const code = codeAt(secret, world.clock.now);
  const set = mustDo(await browser.send("PUT", "/api/session/second-factor", { code }));
  return { browser, secret, recoveryCodes: setAnswer.parse(set.body).recoveryCodes };
}
