import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const base = "http://127.0.0.1:8303";
for (const [n, size] of [["desk", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]]) {
  const c = await b.newContext({ viewport: size, locale: "zh-CN", acceptDownloads: true });
  await c.request.post(base + "/api/session", { data: { username: "xgll-inspector", password: "zhiben-demo" } });
  const p = await c.newPage();
  p.on("pageerror", (e) => console.log("ERR", e.message));
  p.on("console", (m) => m.type() === "error" && console.log("CON", m.text()));
  await p.goto(base + "/registers/hazard");
  await p.getByRole("button", { name: "导出", exact: true }).click();
  await p.getByText(/将导出/).waitFor();
  await p.waitForTimeout(400);
  await p.screenshot({ path: `/tmp/xshots/${n}-dialog.png` });
  const [d] = await Promise.all([p.waitForEvent("download"), p.getByRole("dialog").getByRole("button", { name: "导出", exact: true }).click()]);
  console.log(d.suggestedFilename()); await d.saveAs(`/tmp/xshots/${n}.xlsx`);
  await p.getByText(/已下载/).waitFor();
  await p.screenshot({ path: `/tmp/xshots/${n}-saved.png` });
  for (const f of [["official", "entries.xlsx?form=official&fields=list"], ["template", "template.xlsx"]]) {
    const r = await c.request.get(`${base}/api/registers/hazard/${f[1]}`);
    console.log(f[0], r.status()); (await import("node:fs")).writeFileSync(`/tmp/xshots/${f[0]}.xlsx`, await r.body());
  }
  for (const q of [{ fields: "list" }, {}]) await c.request.post(base + "/api/registers/hazard/exports", { data: { query: q, format: "csv" } });
  await p.goto(base + "/exports");
  await p.locator("h1").waitFor(); await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/xshots/${n}-exports.png` });
  const list = await (await c.request.get(base + "/api/registers/hazard/entries?state=closed&limit=1")).json();
  await p.goto(base + `/registers/hazard/entries/${list.entries[0].id}/sheet`);
  await p.locator("h1").waitFor(); await p.waitForTimeout(800);
  await p.screenshot({ path: `/tmp/xshots/${n}-sheet.png`, fullPage: true });
  if (n === "desk") await p.pdf({ path: "/tmp/xshots/sheet.pdf", format: "A4", preferCSSPageSize: true });
  await c.close();
}
await b.close();
