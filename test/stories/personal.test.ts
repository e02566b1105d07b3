import { expect, test } from "vitest";
import { idOfName } from "../../server/store/ids.ts";
import { timber } from "./people.ts";
import { desk, phone, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const page = `/registers/enterprise/entries/${idOfName(`demonstration-enterprise:${timber.enterprise}`)}`;
const mask = /088\*{4}\d{4}/;
const whole = /0887-\d{7}/;

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, a number is masked, shown whole for a reason, and hidden again", async ({ size }) => {
  const officer = await visitor(timber.inspector, page, size);
  const number = shown(officer, "联系电话");
  await number.getByText(mask).waitFor();
  expect(await officer.getByText(whole).count()).toBe(0);

  await number.getByRole("button", { name: "查看完整号码：联系电话" }).press("Enter");
  await number.getByText("记入审计日志").waitFor();
  expect(await findingsOn(officer), "the reason is asked").toEqual([]);
  await number.getByRole("button", { name: "确认查看" }).press("Enter");
  await number.getByText("请写明查看理由").waitFor();
  await number.getByLabel("查看理由").fill("通知复查时间");
  await number.getByLabel("查看理由").press("Enter");
  await number.getByText(whole).waitFor();
  await number.getByText("本次查看已留痕").waitFor();
  expect(await findingsOn(officer), "it is shown").toEqual([]);
  await number.getByRole("button", { name: "隐藏" }).press("Enter");
  await number.getByText(mask).waitFor();
  expect(await officer.getByText(whole).count()).toBe(0);
});

test("a leader reads the mask, and is offered no more", async () => {
  const leader = await visitor("leader", page);
  await shown(leader, "联系电话").getByText(mask).waitFor();
  expect(await leader.getByRole("button", { name: /查看完整号码/ }).count()).toBe(0);
});
