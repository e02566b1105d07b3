import type { Page } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { codeAt } from "../support/authenticator.ts";
import { newHome, type RunningServer, runBeside, startServer } from "../support/running-server.ts";
import { desk, phone, setStage, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

/** A real installation, whose administrators sign in with two factors. */
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

const stage = setStage(() => server.address);
let codesOfSystem: readonly string[] = [];
const mine = "雪山脚下有一座小学校，春天";

async function begin(username: string, password: string | undefined, size = desk): Promise<Page> {
  const page = await stage.stranger(size);
  await page.goto(`${stage.address}/sign-in`);
  await signIn(page, username, password);
  return page;
}

/** What a phone's camera reads from the picture on the page. */
async function scanned(page: Page): Promise<string> {
  const picture = await page.getByRole("img", { name: "第二重验证的二维码" }).screenshot();
  // As a text: it runs in the browser, whose own names for pictures are not known here.
  const { width, height, data } = pixels.parse(
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob("${picture.toString("base64")}"), (sign) => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return { width, height, data: [...context.getImageData(0, 0, width, height).data] };
    })()`),
  );
  return decodeQR({ width, height, data: Uint8Array.from(data) });
}

const pixels = z.object({ width: z.int(), height: z.int(), data: z.array(z.int()) });

/** Goes through the first sign-in: an own password, the secret, its first code, the recovery codes. */
async function firstSignIn(username: string, size = desk) {
  const page = await begin(username, once.get(username), size);
  await page.getByRole("heading", { name: "第一次登录：设置您自己的密码" }).waitFor();
  await page.getByLabel("新密码", { exact: true }).fill(mine);
  await page.getByLabel("再输入一遍新密码").fill(mine);
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.getByRole("heading", { name: "请设置第二重验证" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "显示二维码" }).click();
  const typed = (await page.getByLabel("密钥").textContent()) ?? "";
  const secret = new URL(await scanned(page)).searchParams.get("secret") ?? "";
  expect(typed.replaceAll(" ", "")).toBe(secret);
  await page.getByRole("textbox", { name: "验证码" }).fill("000000");
  await page.getByRole("button", { name: "确认启用" }).click();
  await page.getByText("验证码不正确或已使用过").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const code = codeAt(secret, new Date());
  await page.getByRole("textbox", { name: "验证码" }).fill(code);
  await page.getByRole("button", { name: "确认启用" }).click();
  const shown = (await page.getByRole("list", { name: "恢复码" }).textContent()) ?? "";
  expect(await findingsOn(page)).toEqual([]);
  const recoveryCodes = shown.match(/\w{4}-\w{4}-\w{4}/g) ?? [];
  await page.getByRole("button", { name: "已保存好，继续" }).click();
  await page.getByRole("heading", { level: 1, name: "您好" }).waitFor();
  return { page, secret, code, recoveryCodes };
}

/** The code of the step after the present one, which a phone that is a little ahead shows already. */
const nextCode = (secret: string) => codeAt(secret, new Date(Date.now() + 30_000));

async function give(page: Page, code: string): Promise<void> {
  await page.getByRole("heading", { name: "第二步：输入验证码" }).waitFor();
  await page.getByRole("textbox", { name: "验证码" }).fill(code);
  await page.getByRole("button", { name: "继续", exact: true }).click();
}

const greeted = (page: Page) => page.getByRole("heading", { level: 1, name: "您好" }).waitFor();

test("an administrator sets up a second factor at the first sign-in, and signs in with it from then on", async () => {
  const { page, secret, code, recoveryCodes } = await firstSignIn("qiyw");
  expect(recoveryCodes).toHaveLength(10);
  codesOfSystem = recoveryCodes;
  await page.getByRole("button", { name: "退出" }).first().click();
  await page.locator("input[autocomplete=username]").waitFor();

  const again = await begin("qiyw", mine);
  await give(again, code);
  await again.getByText("验证码不正确或已使用过").waitFor();
  expect(await findingsOn(again)).toEqual([]);
  const next = nextCode(secret);
  await give(again, next);
  await greeted(again);

  const other = await begin("qiyw", mine);
  await give(other, next);
  await other.getByText("验证码不正确或已使用过").waitFor();
  const [recoveryCode = ""] = recoveryCodes;
  await give(other, recoveryCode);
  await greeted(other);
  await other.goto(`${stage.address}/account`);
  await other.getByText("恢复码还剩 9 个").waitFor();
  expect(await findingsOn(other)).toEqual([]);
  expect(await other.getByRole("button", { name: "停用手机验证码" }).count()).toBe(0);

  const third = await begin("qiyw", mine);
  await give(third, recoveryCode);
  await third.getByText("验证码不正确或已使用过").waitFor();
});

test("a lost second factor takes two administrators, and its person is told and begins anew", async () => {
  const { page: auditor } = await firstSignIn("chasj", phone);
  const { page: security } = await firstSignIn("zhongbm");
  // The recovery codes of the story before are in use up to the second.
  const system = await begin("qiyw", mine);
  await give(system, codesOfSystem[1] ?? "");
  await greeted(system);
  await system.getByRole("link", { name: "账号与登录" }).click();
  await system.getByLabel("姓名或用户名").fill("查审计");
  await system.getByRole("button", { name: "查找" }).click();
  await system.getByRole("button", { name: "为查审计申请重置第二重验证" }).click();
  await system.getByRole("dialog").getByRole("button", { name: "提出申请" }).click();
  await system.getByText("齐运维 于").waitFor();
  expect(await findingsOn(system)).toEqual([]);
  expect(await system.getByRole("button", { name: "确认重置查审计的第二重验证" }).count()).toBe(0);

  await security.getByRole("link", { name: "账号与登录" }).click();
  await security.getByRole("button", { name: "确认重置查审计的第二重验证" }).click();
  await security.getByText("没有待确认的申请").waitFor();

  await auditor.reload();
  await auditor.locator("input[autocomplete=username]").waitFor();
  await signIn(auditor, "chasj", mine);
  await auditor.getByRole("heading", { name: "请设置第二重验证" }).waitFor();
  await auditor.getByText("齐运维申请，钟保密确认").waitFor();
});
