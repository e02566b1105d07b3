import { expect, test } from "vitest";
import { bring, send, timber } from "./people.ts";
import { desk, finish, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { become, visitor } = setStage();

test("a form that is filled in on a phone is counted, and told once nobody can be seen in it", async () => {
  const { path } = await bring(timber, "锯台护罩松动", "start");
  // Four that others filled in on their phones.
  for (let forms = 0; forms < 4; forms += 1)
    await send(timber.safety, "POST", "form-times", {
      register: "hazard",
      act: "recordProgress",
      device: "phone",
      seconds: 50,
    });
  const page = await visitor("sysadmin", "/", desk);
  await page.getByRole("link", { name: "表单用时" }).click();
  const row = page.getByRole("row", { name: /填报整改进展/ }).filter({ hasText: "手机" });
  await row.getByText("不足 5 份，不显示用时").waitFor();
  expect(await findingsOn(page)).toEqual([]);

  const firm = await visitor(timber.safety, path, phone);
  await openForm(firm, "填报整改进展");
  const told = firm.waitForResponse((answer) => answer.url().endsWith("/api/form-times"));
  await finish(firm, "填报整改进展", { 整改进展: "护罩已紧固" });
  const answer = await told;
  expect(answer.status()).toBe(204);
  // Which form, on what, how long: nothing of whose.
  expect(Object.keys(answer.request().postDataJSON()).toSorted()).toEqual([
    "act",
    "device",
    "register",
    "seconds",
  ]);

  await page.reload();
  await row.getByText("至少 5 份").waitFor();
  await row.getByText("1 分钟").first().waitFor();
});

test("a form is done all the same where its time cannot be told", async () => {
  const { path } = await bring(timber, "料场消防通道堆料", "start");
  const page = await visitor(timber.safety, path, phone);
  await page.route("**/api/form-times", (request) => request.abort());
  await openForm(page, "填报整改进展");
  await finish(page, "填报整改进展", { 整改进展: "通道已清空" });
  expect(await page.getByRole("alert").count()).toBe(0);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, the page of form times reads well, and is not offered to others", async ({ size }) => {
  const page = await visitor("sysadmin", "/form-times", size);
  await page.getByText(/不能用于考核或排名/).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await become(page, timber.safety, "/");
  if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
  await page.getByRole("link", { name: "组织机构" }).first().waitFor();
  expect(await page.getByRole("link", { name: "表单用时" }).count()).toBe(0);
});
