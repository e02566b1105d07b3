import type { Words } from "../../core/words.ts";
import { StartProblem } from "../store/start-problem.ts";
import { ask } from "./passphrase.ts";

/** Where a running product is, and as whom to speak to it. */
export interface Address {
  readonly url: string;
  readonly user: string;
}

/** Somebody who is signed in at a running product, by the same doors as in the browser: rights, scope and audit log are the same. */
export interface ProductClient {
  /** The answer as JSON; throws a StartProblem in the product's own words where it is none that is good. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<unknown>;
  /** The answer as it comes. */
  fetch(path: string): Promise<Response>;
  signOut(): Promise<void>;
}

/** Reads where the product is and as whom: `--url`, else the address at which it starts by itself; `--user`. */
export function addressOf(values: {
  readonly url?: string | undefined;
  readonly user?: string | undefined;
}): Address {
  const { HOST = "127.0.0.1", PORT = "8080" } = process.env;
  const { url = `http://${HOST}:${PORT}`, user } = values;
  if (user === undefined)
    throw problem("user-missing", {
      zh: "请用 --user 指定登录用户名，密码由 ZHIBEN_PASSWORD 给出或当场输入",
      en: "Name a user with --user; the password comes from ZHIBEN_PASSWORD or is asked for",
    });
  if (!URL.canParse(url)) throw problem("bad-url", { zh: `地址无效：${url}`, en: `Not an address: ${url}` });
  return { url: url.replace(/\/$/, ""), user };
}

/** Signs in. Throws a StartProblem where nobody answers, or the product lets nobody in. */
export async function signInAt({ url, user }: Address): Promise<ProductClient> {
  const password = await ownPassword();
  const send = (path: string, init: RequestInit) =>
    fetch(url + path, init).catch((error: unknown) => {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw problem("no-answer", {
        zh: `${url} 没有应答（${cause}）`,
        en: `${url} does not answer (${cause})`,
      });
    });
  const signedIn = await send("/api/session", json("POST", { username: user, password }));
  const { next } = JSON.parse(await (await good(signedIn)).text());
  const begun = cookieOf(signedIn);
  const withCode = async () => {
    const asked = json("POST", { code: await ownCode() });
    const init = { ...asked, headers: { ...asked.headers, cookie: begun } };
    return cookieOf(await good(await send("/api/session/code", init)));
  };
  const cookie = next === "enter-code" ? await withCode() : begun;
  const own = (init: RequestInit, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
    ...init,
    headers: { ...init.headers, ...headers, cookie },
  });
  return {
    async ask(method, path, body, headers) {
      const init = body instanceof Uint8Array ? { method, body: new Uint8Array(body) } : json(method, body);
      return JSON.parse(await (await good(await send(path, own(init, headers)))).text());
    },
    fetch: async (path) => good(await send(path, own({}))),
    async signOut() {
      await send("/api/session", own({ method: "DELETE" }));
    },
  };
}

const cookieOf = ({ headers }: Response): string => (headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** The code of the second factor, for whoever has one. */
async function ownCode(): Promise<string> {
  const given = process.env.ZHIBEN_CODE;
  if (given) return given;
  if (process.stdin.isTTY) return ask({ zh: "验证码", en: "Code of the second factor" });
  throw problem("code-missing", {
    zh: "该账号有第二重验证，请用环境变量 ZHIBEN_CODE 给出验证码",
    en: "The account has a second factor: give its code in ZHIBEN_CODE",
  });
}

async function ownPassword(): Promise<string> {
  const given = process.env.ZHIBEN_PASSWORD;
  if (given) return given;
  if (process.stdin.isTTY) return ask({ zh: "密码", en: "Password" });
  throw problem("password-missing", {
    zh: "请用环境变量 ZHIBEN_PASSWORD 给出密码",
    en: "Give the password in ZHIBEN_PASSWORD",
  });
}

function json(method: string, body: unknown) {
  if (body === undefined) return { method };
  return { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
}

/** The answer where it is good; else why it is not, in the product's words. */
async function good(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const text = await answer.text();
  throw problem(`answered-${answer.status}`, {
    zh: `${answer.status}：${titleIn(text)}`,
    en: `${answer.status}`,
  });
}

function titleIn(text: string): string {
  try {
    const { title } = JSON.parse(text);
    return String(title);
  } catch {
    return text.slice(0, 200);
  }
}

const problem = (code: string, words: Words) => new StartProblem(code, words);
