import { type Answer, type Client, clientOf } from "./client.ts";
import type { World } from "./world.ts";

/** Somebody at one browser: it keeps the cookies that it is given. */
export interface Browsing extends Client {
  signIn(username: string, secret: string): Promise<Answer>;
}

const cookiesOf = ({ headers }: Answer): readonly string[] => {
  const given = headers["set-cookie"];
  return Array.isArray(given) ? given : given === undefined ? [] : [String(given)];
};

/** A browser at which nobody is signed in yet, as far as cookies go. */
export function newBrowser({ zhiben }: Pick<World, "zhiben">): Browsing {
  const jar = new Map<string, string>();
  const held = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const client = clientOf(zhiben.app, async () => (jar.size === 0 ? undefined : held()));
  const keep = (answer: Answer): Answer => {
    for (const line of cookiesOf(answer)) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const send: Client["send"] = async (...asked) => keep(await client.send(...asked));
  return {
    ...client,
    send,
    signIn: (username, password) => send("POST", "/api/session", { username, password }),
  };
}
