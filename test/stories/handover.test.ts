import { expect, test } from "vitest";
import { z } from "zod";
import { openForm, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const stage = setStage();
const entries = z.object({ entries: z.array(z.object({ id: z.string(), title: z.string() })) });
const opened = z.object({ entry: z.object({ id: z.string() }) });

test("whoever grants sees how much a leaver leaves, hands it over in one act, and the head reads what it is", async () => {
  const safety = await stage.visitor("silicon-safety", "/");
  const session = z
    .object({ post: z.object({ organisation: z.object({ id: z.string() }) }) })
    .parse(await safety.evaluate(async () => (await fetch("/api/session")).json()));
  const work = entries.parse(
    await safety.evaluate(async () => (await fetch("/api/registers/hazard/entries?todo=mine")).json()),
  );
  const title = work.entries[0]?.title ?? "";
  expect(title).not.toBe("");

  const admin = await stage.visitor("sysadmin", "/");
  const input = { username: "jieren", name: "接任者", unit: session.post.organisation.id };
  opened.parse(
    await admin.evaluate(
      async (body) => {
        const headers = { "content-type": "application/json" };
        const sent = { method: "POST", headers, body: JSON.stringify(body) };
        return (await fetch("/api/registers/account/entries", sent)).json();
      },
      { input },
    ),
  );

  const page = await stage.visitor("secadmin", "/");
  const posts = entries.parse(
    await page.evaluate(
      async (unit) => (await fetch(`/api/registers/post/entries?unit=${unit}&role=safetyManager`)).json(),
      session.post.organisation.id,
    ),
  );
  const post = `/registers/post/entries/${posts.entries[0]?.id}`;
  await page.goto(`${stage.address}${post}`);
  const handover = page.getByRole("region", { name: "交接" });
  await handover.getByText(/等待此岗位办理的事项共 \d+ 项/).waitFor();
  await handover.getByText("该单位没有其他人任此岗位").waitFor();
  expect(await handover.textContent()).not.toContain(title);
  expect(await findingsOn(page)).toEqual([]);
  const form = await openForm(page, "移交给接任者");
  await form.getByLabel("接任者账号").fill("接任者");
  await page.locator(".ant-select-item-option:visible").filter({ hasText: "接任者" }).first().click();
  await form.getByLabel("理由").fill("调离");
  await form.locator("button[type=submit]").click();
  await page.getByText("已完成：移交给接任者").waitFor();

  const head = await stage.visitor("silicon-principal", post);
  await head.getByRole("region", { name: "交接" }).getByRole("link", { name: title }).waitFor();
  expect(await findingsOn(head)).toEqual([]);
  expect(await shown(head, "接任者账号").textContent()).toContain("接任者");
  await head.goto(`${stage.address}/registers/post?todo=mine`);
  await head.getByText("待确认").first().waitFor();
});

test("what awaits confirmation is listed as taken back where somebody leaves, and a fault of reading it is told", async () => {
  const page = await stage.visitor("secadmin", "/");
  const read = (path: string) => page.evaluate(async (from) => (await fetch(from)).json(), path);
  const held = entries.parse(await read("/api/registers/post/entries?role=safetyManager&state=awaiting"));
  const { values } = z
    .object({ entry: z.object({ values: z.object({ account: z.string() }) }) })
    .parse(await read(`/api/registers/post/entries/${held.entries[0]?.id}`)).entry;
  const account = `/registers/account/entries/${values.account}`;
  await page.goto(`${stage.address}${account}`);
  const leaving = page.getByRole("region", { name: "任职与交接" });
  await leaving.getByText("离岗一次移交").click();
  await leaving.getByText(/尚待确认，将撤回授权/).waitFor();
  expect(await leaving.getByLabel("卸任日期").count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);

  const broken = (path: string) => page.route(path, (route) => route.abort());
  await broken("**/api/registers/post/entries/*");
  await page.reload();
  await page.getByRole("alert").getByText("无法连接服务器").waitFor();
  await page.unroute("**/api/registers/post/entries/*");
  await broken("**/api/registers/post/entries?*");
  await page.reload();
  await page.getByRole("alert").getByText("无法连接服务器").waitFor();
});
