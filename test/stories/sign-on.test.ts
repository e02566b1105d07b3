import { createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeAt, secretAnswer, setAnswer } from "../support/authenticator.ts";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { newHome, type RunningServer, runBeside, startServer } from "../support/running-server.ts";
import { desk, phone, setStage, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

/** A real installation, at which people may also sign in through a real identity provider. */
let server: RunningServer;
let provider: IdentityProvider;
let home: Awaited<ReturnType<typeof newHome>>;
const once = new Map<string, string>();
beforeAll(async () => {
  home = await newHome();
  // The provider knows the product by its address, so that this is chosen beforehand.
  const port = await freePort();
  provider = await startIdentityProvider(`http://127.0.0.1:${port}`);
  server = await startServer(home.folder, ["--no-demo"], {
    PORT: String(port),
    ZHIBEN_SECOND_FACTOR: "none",
    ...provider.environment({ ZHIBEN_OIDC_NAME: "州统一身份认证" }),
  });
  const people = ["--system", "qiyw:齐运维", "--security", "zhongbm:钟保密", "--audit", "chasj:查审计"];
  const said = await runBeside(home.folder, ["administrators", ...people]);
  for (const [, username = "", password = ""] of said.matchAll(/（(\w+)）一次性密码 (\S+)，/g))
    once.set(username, password);
});
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
  await home?.remove();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no port");
  return address.port;
}

const stage = setStage(() => server.address);
const mine = "雪山脚下有一座小学校，春天";
const greeted = (page: Page) => page.getByRole("heading", { level: 1, name: "您好" }).waitFor();

/** At the provider's own page. */
async function sayThere(page: Page, who: string): Promise<void> {
  await page.getByLabel("工号").fill(who);
  await page.getByRole("button", { name: "在提供方登录" }).click();
}

const byProvider = (page: Page) => page.getByRole("button", { name: "用州统一身份认证登录" }).click();

/** Asks as the page that is open does. */
const ask = (page: Page, method: string, path: string, body: unknown): Promise<unknown> =>
  page.evaluate(
    async ([how, where, what]) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(where, { method: how, headers, body: what });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.status === 204 ? null : answer.json();
    },
    [method, path, JSON.stringify(body)] as const,
  );

/** Sets up a second factor; answers with its recovery codes. */
async function haveSecondFactor(page: Page): Promise<readonly string[]> {
  const shown = await ask(page, "POST", "/api/session/second-factor/secret", { password: mine });
  const code = codeAt(secretAnswer.parse(shown).secret, new Date());
  return setAnswer.parse(await ask(page, "PUT", "/api/session/second-factor", { code })).recoveryCodes;
}

test("somebody is refused who has not bound the account, binds it, and signs in through the provider from then on", async () => {
  const page = await stage.stranger();
  await page.goto(`${stage.address}/sign-in`);
  await page.getByRole("button", { name: "用州统一身份认证登录" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await byProvider(page);
  await sayThere(page, "employee-17");
  await page.getByText("没有对应可以登录的账号").waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "回到登录页" }).click();

  await signIn(page, "qiyw", once.get("qiyw"));
  await page.getByLabel("新密码", { exact: true }).fill(mine);
  await page.getByLabel("再输入一遍新密码").fill(mine);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await greeted(page);
  await page.goto(`${stage.address}/account`);
  const section = page.getByRole("region", { name: "州统一身份认证" });
  await section.getByText("未绑定").waitFor();
  await section.getByLabel("本系统的登录密码").fill("不是这个密码，肯定不是");
  await section.getByRole("button", { name: "绑定州统一身份认证" }).click();
  await section.getByText("密码不正确").waitFor();
  await section.getByLabel("本系统的登录密码").fill(mine);
  await section.getByRole("button", { name: "绑定州统一身份认证" }).click();
  // The provider knows already who sits here, and sends them straight back.
  await section.getByText(/^已绑定/).waitFor();
  expect(await findingsOn(page)).toEqual([]);

  await section.getByRole("button", { name: "解除绑定" }).click();
  await section.getByRole("button", { name: "确认解除绑定" }).click();
  await section.getByText("已解除绑定").waitFor();
  const [code = "", other = ""] = await haveSecondFactor(page);
  await page.reload();
  await section.getByLabel("验证码").fill(code);
  expect(await findingsOn(page)).toEqual([]);
  await section.getByRole("button", { name: "绑定州统一身份认证" }).click();
  await section.getByText(/^已绑定/).waitFor();
  await ask(page, "POST", "/api/session/second-factor/removal", { code: other });

  await page.getByRole("button", { name: "退出" }).first().click();
  await page.locator("input[autocomplete=username]").waitFor();
  await page.goto(`${stage.address}/account`);
  await byProvider(page);
  await page.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
  await page.getByRole("list", { name: "登录中的设备" }).getByText("统一身份认证").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");

  await page.getByRole("button", { name: "退出" }).first().click();
  const leave = page.getByRole("link", { name: "退出州统一身份认证" });
  await leave.waitFor();
  expect(await findingsOn(page)).toEqual([]);
  expect(await leave.getAttribute("href")).toContain(`${provider.issuer}/session/end`);
});

test("whoever gives it up at the provider is told so and goes back, on a telephone as well", async () => {
  const page = await stage.stranger(phone);
  await page.goto(`${stage.address}/sign-in`);
  await byProvider(page);
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByText("您在统一身份认证处取消了").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "回到登录页" }).click();
  await byProvider(page);
  await sayThere(page, "employee-17");
  await greeted(page);
});

test("a page that was locked goes on with its form once its person has signed in through the provider in another tab", async () => {
  const page = await stage.stranger(desk);
  await page.clock.install();
  await page.goto(`${stage.address}/sign-in`);
  await byProvider(page);
  await sayThere(page, "employee-17");
  await greeted(page);
  await page.goto(`${stage.address}/account`);
  await page.getByLabel("原密码").fill("已经填了一半");
  await page.clock.fastForward("15:30");
  const dialog = page.getByRole("dialog", { name: "登录已失效" });
  await dialog.getByText("长时间没有操作，已锁定").waitFor();
  await expect.poll(async () => (await page.request.get(`${stage.address}/api/session`)).status()).toBe(401);
  expect(await findingsOn(page)).toEqual([]);
  const opened = page.context().waitForEvent("page");
  await dialog.getByRole("link", { name: "用州统一身份认证登录（在新标签页中）" }).click();
  const other = await opened;
  await byProvider(other);
  // Though the provider remembers them, whoever opens a locked session shows again who they are.
  await sayThere(other, "employee-17");
  await greeted(other);
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel("原密码").inputValue()).toBe("已经填了一半");
});

// The last one: the provider does not come back.
test("while the provider does not answer, the page says so and the password works", async () => {
  await provider.stop();
  const page = await stage.stranger();
  await page.goto(`${stage.address}/sign-in`);
  await byProvider(page);
  await page.getByText("统一身份认证暂时连接不上").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await signIn(page, "qiyw", mine);
  await greeted(page);
});
