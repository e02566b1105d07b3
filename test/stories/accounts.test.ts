import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeAt } from "../support/authenticator.ts";
import { newHome, type RunningServer, runBeside, startServer } from "../support/running-server.ts";
import { fill, finish, openForm, setStage, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

/** A real installation: in a demonstration nobody is handed a password of their own. */
let server: RunningServer;
let home: Awaited<ReturnType<typeof newHome>>;
const once = new Map<string, string>();
beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder, ["--no-demo"]);
  const three = ["--system", "qiyw:齐运维", "--security", "zhongbm:钟保密", "--audit", "chasj:查审计"];
  const said = await runBeside(home.folder, ["administrators", ...three, "--head", "luojz:罗局长"]);
  for (const [, username = "", password = ""] of said.matchAll(/（(\w+)）一次性密码 (\S+)，/g))
    once.set(username, password);
});
afterAll(async () => {
  await server?.stop();
  await home?.remove();
});

const stage = setStage(() => server.address);
const bureau = "迪庆藏族自治州应急管理局";

/** Comes in with a one-time password, up to the own home page: an own password, a second factor, the recovery codes. */
async function comeIn(page: Page, username: string, issued: string, own: string): Promise<void> {
  await page.goto(`${stage.address}/sign-in`);
  await signIn(page, username, issued);
  await page.getByLabel("新密码", { exact: true }).fill(own);
  await page.getByLabel("再输入一遍新密码").fill(own);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.getByRole("button", { name: "显示二维码" }).click();
  const secret = (await page.getByLabel("密钥").textContent()) ?? "";
  await page.getByRole("textbox", { name: "验证码" }).fill(codeAt(secret.replaceAll(" ", ""), new Date()));
  await page.getByRole("button", { name: "确认启用" }).click();
  await page.getByRole("button", { name: "已保存好，继续" }).click();
  await page.getByRole("heading", { level: 1, name: "您好" }).waitFor();
}

async function arrival(username: string, own: string): Promise<Page> {
  const page = await stage.stranger();
  await comeIn(page, username, once.get(username) ?? "", own);
  return page;
}

/** What was chosen goes with its list. */
async function choose(page: Page, form: Locator, label: RegExp, text: string): Promise<void> {
  await form.getByLabel(label).first().click();
  await form.getByLabel(label).first().fill(text);
  const option = page
    .locator(".ant-select-item-option, .ant-select-tree-title")
    .filter({ hasText: text })
    .first();
  await option.click();
}

async function triesInVain(username: string, secret: string): Promise<void> {
  const page = await stage.stranger();
  await page.goto(`${stage.address}/sign-in`);
  await signIn(page, username, secret);
  await page.getByText("用户名或密码不正确").waitFor();
}

test("an inspector can do nothing until the post is granted and confirmed, sees the own region and sectors, and the auditor finds the whole story", async () => {
  const system = await arrival("qiyw", "雪山脚下有一座小学校，春天");
  await system.getByRole("link", { name: "账号", exact: true }).click();
  await system.getByRole("link", { name: "开通账号" }).click();
  const account = system.getByRole("main");
  await fill(system, account, "用户名", "nima");
  await fill(system, account, "姓名", "尼玛");
  await choose(system, account, /^单位|^所在单位/, bureau);
  await system.getByRole("button", { name: "提交" }).click();
  await system.getByText("已完成：开通账号").waitFor();
  await system.getByRole("link", { name: "账号与登录" }).click();
  await system.getByLabel("姓名或用户名").fill("尼玛");
  await system.getByRole("button", { name: "查找" }).click();
  await system.getByRole("button", { name: "为尼玛发放一次性密码" }).click();
  const dialog = system.getByRole("dialog", { name: "发放一次性密码" });
  await dialog.getByRole("button", { name: "确认发放" }).click();
  const issued = (await dialog.locator("output").textContent()) ?? "";
  await triesInVain("nima", issued);

  const security = await arrival("zhongbm", "两只乌鸦在松树上吵了一整天");
  await security.getByRole("link", { name: "任职", exact: true }).click();
  await security.getByRole("link", { name: "授权" }).click();
  const grant = security.getByRole("main");
  await choose(security, grant, /^账号/, "尼玛");
  await fill(security, grant, "岗位", "行政执法人员");
  await choose(security, grant, /^任职单位/, bureau);
  await choose(security, grant, /^管辖地区/, "香格里拉市");
  await choose(security, grant, /^行业领域/, "金属冶炼、冶金");
  await security.keyboard.press("Tab");
  await security.getByRole("button", { name: "提交" }).click();
  await security.getByText("已完成：授权").waitFor();
  expect(await findingsOn(security)).toEqual([]);
  await triesInVain("nima", issued);

  const head = await arrival("luojz", "河边的核桃树下午才有影子");
  await head.getByRole("tab", { name: /^待办/ }).waitFor();
  await head.getByRole("main").getByRole("link", { name: /尼玛/ }).first().click();
  await openForm(head, "确认任职");
  await finish(head, "确认任职");

  const inspector = await stage.stranger();
  await comeIn(inspector, "nima", issued, "青稞熟了以后再去赶一次集");
  await inspector.getByRole("link", { name: "我的权限" }).click();
  const post = inspector.getByRole("region", { name: /行政执法人员/ });
  const reach = (await post.textContent()) ?? "";
  for (const part of ["香格里拉市", "金属冶炼、冶金"]) expect(reach).toContain(part);
  for (const part of ["德钦县", "维西", "危险化学品"]) expect(reach).not.toContain(part);

  const auditor = await arrival("chasj", "粉笔盒里住着三只小蜗牛吧");
  await auditor.getByRole("link", { name: "审计日志" }).click();
  const found = async (username: string, says: RegExp) => {
    await auditor.getByLabel("用户名", { exact: true }).fill(username);
    await auditor.getByRole("button", { name: "查询" }).click();
    await auditor.getByRole("cell", { name: says }).first().waitFor();
  };
  await found("qiyw", /^发放一次性密码/);
  await found("nima", /^登录失败，原因：没有在任岗位/);
  await found("nima", /^修改本人密码/);
  await found("nima", /^设置第二重验证/);
  await auditor.getByRole("link", { name: "任职", exact: true }).click();
  await auditor.getByRole("main").getByRole("link", { name: "尼玛" }).first().click();
  const ledger = auditor.getByRole("region", { name: "全过程记录" });
  await ledger.getByText("链条完整，逐行核验通过").waitFor();
  expect(await ledger.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["确认任职", "授权"]);
  for (const name of ["钟保密", "罗局长"]) expect(await ledger.textContent()).toContain(name);
});
