import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newHome, type RunningServer, runBeside, startServer } from "../support/running-server.ts";
import { setStage, signIn } from "./stage.ts";

/** A real installation, which nobody signs in to by password alone. */
let server: RunningServer;
let home: Awaited<ReturnType<typeof newHome>>;
const once = new Map<string, string>();
beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder, ["--no-demo"], { ZHIBEN_SECOND_FACTOR: "none" });
  const people = ["--system", "qiyw:齐运维", "--security", "zhongbm:钟保密", "--audit", "chasj:查审计"];
  const said = await runBeside(home.folder, ["administrators", ...people]);
  for (const [, username = "", password = ""] of said.matchAll(/（(\w+)）一次性密码 (\S+)，/g))
    once.set(username, password);
});
afterAll(async () => {
  await server?.stop();
  await home?.remove();
});

const stage = setStage(() => server.address);
const mine = "雪山脚下有一座小学校，春天";
const latest = "两只乌鸦在松树上吵了一整天";
let onceIssued = "";

async function choosePassword(page: Page, wanted: string, again = wanted): Promise<void> {
  await page.getByLabel("新密码", { exact: true }).fill(wanted);
  await page.getByLabel("再输入一遍新密码").fill(again);
  await page.getByRole("button", { name: "保存新密码" }).click();
}

test("an administrator comes in with a one-time password, chooses their own, and issues one to a colleague", async () => {
  const page = await stage.stranger();
  await page.goto(`${stage.address}/sign-in`);
  await signIn(page, "qiyw", once.get("qiyw"));
  await page.getByRole("heading", { name: "第一次登录：设置您自己的密码" }).waitFor();
  await choosePassword(page, "qiyw19900101!");
  await page.getByText("不能含有您的用户名或姓名").waitFor();
  await choosePassword(page, mine, `${mine}。`);
  await page.getByText("两遍输入不一致").waitFor();
  await choosePassword(page, mine);
  await page.getByRole("heading", { level: 1, name: "您好" }).waitFor();

  await page.getByRole("link", { name: "账号与登录" }).click();
  await page.getByLabel("姓名或用户名").fill("查审计");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("button", { name: "为查审计发放一次性密码" }).click();
  const dialog = page.getByRole("dialog", { name: "发放一次性密码" });
  await dialog.getByRole("button", { name: "确认发放" }).click();
  const issued = (await dialog.locator("output").textContent()) ?? "";
  onceIssued = issued;
  expect(issued).toMatch(/^[2-9a-z]{4}(-[2-9a-z]{4}){3}$/);

  const colleague = await stage.stranger();
  await colleague.goto(`${stage.address}/sign-in`);
  await signIn(colleague, "chasj", once.get("chasj"));
  await colleague.getByText("用户名或密码不正确").waitFor();
  await signIn(colleague, "chasj", issued);
  await colleague.getByRole("heading", { name: "第一次登录：设置您自己的密码" }).waitFor();
});

test("whoever changes the own password is signed out everywhere else", async () => {
  const [page, elsewhere] = [await stage.stranger(), await stage.stranger()];
  for (const one of [page, elsewhere]) {
    await one.goto(`${stage.address}/account`);
    await signIn(one, "qiyw", mine);
    await one.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
  }
  await page.getByLabel("原密码").fill("不是这个");
  await choosePassword(page, latest);
  await page.getByText("原密码不正确").waitFor();
  await page.getByLabel("原密码").fill(mine);
  await choosePassword(page, latest);
  await page.getByText("密码已修改").waitFor();
  await elsewhere.reload();
  await elsewhere.getByRole("heading", { name: /治本/ }).waitFor();
  await elsewhere.locator("input[autocomplete=username]").waitFor();
});

test("somebody ends a session that is open elsewhere, where the page says why and goes on once signed in again", async () => {
  const [page, elsewhere] = [await stage.stranger(), await stage.stranger()];
  for (const one of [elsewhere, page]) {
    await one.goto(`${stage.address}/account`);
    await signIn(one, "qiyw", latest);
    await one.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
  }
  await elsewhere.getByLabel("原密码").fill("已经填了一半");
  const sessions = page.getByRole("list", { name: "登录中的设备" });
  await sessions.getByRole("listitem").filter({ hasText: "本次登录" }).waitFor();
  await page.getByRole("list", { name: "最近的登录记录" }).getByText("成功").first().waitFor();
  await page.getByText(/^上次登录：.*来自 127\.0\.0\.1/).waitFor();
  // Of the sessions that other tests left open, one is the other page's.
  for (;;) {
    const others = sessions.getByRole("button", { name: /^结束 / });
    const left = await others.count();
    if (left === 0) break;
    await others.first().click();
    await expect.poll(() => others.count()).toBe(left - 1);
  }
  await page.getByText("已结束", { exact: true }).waitFor();
  await elsewhere.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  const dialog = elsewhere.getByRole("dialog", { name: "登录已失效" });
  await dialog.getByText("本人在别处结束了这次登录").waitFor();
  await dialog.getByLabel("用户名").fill("qiyw");
  await dialog.getByLabel("密码", { exact: true }).fill(latest);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await elsewhere.getByLabel("原密码").inputValue()).toBe("已经填了一半");
});

test("the system administrator ends every session of an account, and its page says so on the way to sign in", async () => {
  const [page, auditor] = [await stage.stranger(), await stage.stranger()];
  await auditor.goto(`${stage.address}/account`);
  await signIn(auditor, "chasj", onceIssued);
  await choosePassword(auditor, "七头牦牛在雨里过了独木桥");
  await auditor.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
  await page.goto(`${stage.address}/accounts`);
  await signIn(page, "qiyw", latest);
  await page.getByLabel("姓名或用户名").fill("查审计");
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("button", { name: "结束全部登录：查审计" }).click();
  const dialog = page.getByRole("dialog", { name: "结束全部登录" });
  await dialog.getByRole("button", { name: "确认结束" }).click();
  await dialog.getByText(/查审计的 \d 处登录已结束/).waitFor();
  await auditor.reload();
  await auditor.getByText("系统管理员结束了该账号的登录").waitFor();
  await auditor.locator("input[autocomplete=username]").waitFor();
});

test("a page at which nobody was for a quarter of an hour is locked, and keeps the form as it stands", async () => {
  const page = await stage.stranger();
  await page.clock.install();
  await page.goto(`${stage.address}/account`);
  await signIn(page, "qiyw", latest);
  await page.getByRole("heading", { level: 1, name: "我的账号" }).waitFor();
  await page.getByLabel("原密码").fill("已经填了一半");
  await page.clock.fastForward("14:00");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.clock.fastForward("01:30");
  const dialog = page.getByRole("dialog", { name: "登录已失效" });
  await dialog.getByText("长时间没有操作，已锁定").waitFor();
  // No way around it: the server has locked it too.
  await expect.poll(async () => (await page.request.get(`${stage.address}/api/session`)).status()).toBe(401);
  await dialog.getByLabel("用户名").fill("qiyw");
  await dialog.getByLabel("密码", { exact: true }).fill(latest);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel("原密码").inputValue()).toBe("已经填了一半");
  expect((await page.request.get(`${stage.address}/api/session`)).status()).toBe(200);
});
