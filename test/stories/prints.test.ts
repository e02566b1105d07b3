import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, cement } from "./people.ts";
import { desk, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

/** Counts the times that the browser is asked to print, and prints nothing. */
async function holdPrinting(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(`window.printed = 0; window.print = () => { window.printed += 1; };`);
  return () => page.evaluate("window.printed");
}

test("a print stands in the log before the browser prints; what cannot be entered there is not printed", async () => {
  const { path, number } = await bring(cement, "收尘器卸灰口漏风");
  const page = await visitor(cement.safety, "/", desk);
  const printed = await holdPrinting(page);
  await page.goto(`${address}${path}/sheet`);
  await page.route("**/api/prints", (route) => route.abort());
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "没有打印：打印须先记入审计日志" }).waitFor();
  expect(await printed()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);

  await page.unroute("**/api/prints");
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await expect.poll(printed).toBe(1);
  expect(await page.getByRole("alert").count()).toBe(0);
  // By the browser's own menu.
  await page.goto(`${address}/registers/hazard?q=${encodeURIComponent("收尘器卸灰口漏风")}`);
  await page.getByText("共 1 条").waitFor();
  const told = page.waitForResponse((answer) => answer.url().endsWith("/api/prints"));
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect((await told).status()).toBe(204);

  const auditor = await visitor("auditor", `/audit?account=${cement.safety}&event=printed`, desk);
  await auditor
    .getByRole("cell", { name: `打印“事故隐患” ${number}（据浏览器报告）` })
    .first()
    .waitFor();
  await auditor
    .getByRole("cell", { name: /^打印“事故隐患”，1 行，筛选条件：.*收尘器卸灰口漏风（据浏览器报告）/ })
    .first()
    .waitFor();
});
