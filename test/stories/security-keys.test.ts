import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { newHome, type RunningServer, runBeside, startServer } from "../support/running-server.ts";
import { desk, phone, setStage, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

/** A real installation, opened by a name: at a number no browser uses keys. */
let server: RunningServer;
let home: Awaited<ReturnType<typeof newHome>>;
const once = new Map<string, string>();
beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder, ["--no-demo"]);
  const people = ["--system", "qiyw:齐运维", "--security", "zhongbm:钟保密", "--audit", "chasj:查审计"];
  const said = await runBeside(home.folder, ["administrators", ...people]);
  for (const [, username = "", password = ""] of said.matchAll(/（(\w+)）一次性密码 (\S+)，/g))
    once.set(username, password);
});
afterAll(async () => {
  await server?.stop();
  await home?.remove();
});

const stage = setStage(() => server.address.replace("127.0.0.1", "localhost"));
const mine = "雪山脚下有一座小学校，春天";

/** A security key in the computer of this window; whoever sits there touches it, or does not. */
async function plugIn(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    touch: (enabled: boolean) =>
      browser.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled }),
    unplug: () => browser.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
  };
}

async function begin(page: Page, username: string, password: string | undefined): Promise<void> {
  await page.goto(`${stage.address}/sign-in`);
  await signIn(page, username, password);
}

async function choosePassword(page: Page, username: string): Promise<void> {
  await begin(page, username, once.get(username));
  await page.getByLabel("新密码", { exact: true }).fill(mine);
  await page.getByLabel("再输入一遍新密码").fill(mine);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.getByRole("heading", { name: "请设置第二重验证" }).waitFor();
}

const greeted = (page: Page) => page.getByRole("heading", { level: 1, name: "您好" }).waitFor();

async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: "退出" }).first().click();
  await page.locator("input[autocomplete=username]").waitFor();
}

test("an administrator sets up a key at the first sign-in, and signs in with it from then on", async () => {
  const page = await stage.stranger(desk);
  const key = await plugIn(page);
  await choosePassword(page, "qiyw");
  await page.getByRole("button", { name: "改用安全密钥或通行密钥" }).click();
  await page.getByLabel("给这把密钥起个名称").fill("蓝色钥匙");
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Enter");
  const shown = (await page.getByRole("list", { name: "恢复码" }).textContent()) ?? "";
  const [recoveryCode = ""] = shown.match(/\w{4}-\w{4}-\w{4}/g) ?? [];
  await page.getByRole("button", { name: "已保存好，继续" }).click();
  await greeted(page);
  await leave(page);

  // The keyboard stands on the button already.
  await signIn(page, "qiyw", mine);
  await page.getByRole("heading", { name: "第二步：第二重验证" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "使用安全密钥" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await greeted(page);
  await leave(page);

  // The key is not there: the browser gives up, the page says so, and then it is there after all.
  await key.unplug();
  const other = await plugIn(page);
  await signIn(page, "qiyw", mine);
  await page.getByRole("button", { name: "使用安全密钥" }).click();
  await page.getByRole("alert").filter({ hasText: "已取消，或等待超时" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "再试一次" }).waitFor();
  await page.getByRole("button", { name: "改用恢复码" }).click();
  await page.getByRole("textbox", { name: "恢复码" }).fill(recoveryCode);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "继续", exact: true }).click();
  await greeted(page);

  // Another key in the place of the one that is lost.
  await page.goto(`${stage.address}/account`);
  await page.getByRole("button", { name: "移除：蓝色钥匙" }).click();
  await page.getByText("先添加另一种，才能移除它").waitFor();
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByRole("button", { name: "添加安全密钥" }).click();
  await page.getByRole("button", { name: "改用恢复码" }).click();
  const second = shown.match(/\w{4}-\w{4}-\w{4}/g)?.[1] ?? "";
  await page.getByRole("textbox", { name: "恢复码" }).fill(second);
  await page.getByRole("button", { name: "继续", exact: true }).click();
  await page.getByLabel("给这把密钥起个名称").fill("黑色钥匙");
  await page.getByRole("button", { name: "开始添加" }).click();
  const keys = page.getByRole("list", { name: "已添加的安全密钥" });
  await keys.getByText("黑色钥匙", { exact: true }).waitFor();
  await page.getByRole("button", { name: "改名：黑色钥匙" }).click();
  await keys.getByLabel("给这把密钥起个名称").fill("办公室电脑");
  await page.getByRole("button", { name: "保存名称" }).click();
  await keys.getByText("办公室电脑", { exact: true }).waitFor();
  expect(await findingsOn(page)).toEqual([]);

  await page.getByRole("button", { name: "移除：蓝色钥匙" }).click();
  expect(await findingsOn(page)).toEqual([]);
  await keys.getByRole("button", { name: "使用安全密钥" }).click();
  await keys.getByText("蓝色钥匙", { exact: true }).waitFor({ state: "detached" });
  await leave(page);
  await signIn(page, "qiyw", mine);
  await page.getByRole("button", { name: "使用安全密钥" }).click();
  await greeted(page);
  await other.unplug();
});

test("whoever turns away while the key is waited for takes another way", async () => {
  const page = await stage.stranger(phone);
  const key = await plugIn(page);
  await choosePassword(page, "chasj");
  await page.getByRole("button", { name: "改用安全密钥或通行密钥" }).click();
  await key.touch(false);
  await page.getByLabel("给这把密钥起个名称").fill("手机");
  await page.getByRole("button", { name: "开始添加" }).click();
  await page.getByText("等待安全密钥").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "改用手机身份验证器" }).click();
  await page.getByRole("img", { name: "第二重验证的二维码" }).waitFor();
});

test("at a number the page says why there are no keys, and the authenticator is there", async () => {
  const page = await stage.stranger(desk);
  const refused = z.object({ code: z.string(), detail: z.string() });
  await page.goto(`${server.address}/sign-in`);
  await signIn(page, "zhongbm", once.get("zhongbm"));
  await page.getByLabel("新密码", { exact: true }).fill(mine);
  await page.getByLabel("再输入一遍新密码").fill(mine);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.getByText("浏览器不允许在 IP 地址上使用安全密钥").waitFor();
  expect(await page.getByRole("button", { name: "改用安全密钥或通行密钥" }).count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
  const offer = `${server.address}/api/session/security-keys/offer`;
  const answer = await page.request.post(offer, { data: { password: mine } });
  expect(refused.parse(await answer.json())).toMatchObject({
    code: "keys-not-here",
    detail: expect.stringContaining("IP 地址"),
  });
  await page.getByRole("button", { name: "显示二维码" }).click();
  await page.getByRole("img", { name: "第二重验证的二维码" }).waitFor();
});
