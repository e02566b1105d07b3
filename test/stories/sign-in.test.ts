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
  await choosePassword(page, "两只乌鸦在松树上吵了一整天");
  await page.getByText("原密码不正确").waitFor();
  await page.getByLabel("原密码").fill(mine);
  await choosePassword(page, "两只乌鸦在松树上吵了一整天");
  await page.getByText("密码已修改").waitFor();
  await elsewhere.reload();
  await elsewhere.getByRole("heading", { name: /治本/ }).waitFor();
  await elsewhere.locator("input[autocomplete=username]").waitFor();
});
