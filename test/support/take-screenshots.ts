import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { buildWebIfStale } from "../../server/build-web.ts";
import { webFolder } from "../../server/http/pages.ts";
import { assemble } from "../../server/start.ts";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { startEmbedded } from "../../server/store/embedded/index.ts";
import { openBrowser } from "../stories/browser.ts";
import { newHome } from "./running-server.ts";
import { largestBytes, type Screenshot, screenshots, takenAt } from "./screenshots.ts";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const password = "zhiben-demo";
const say = (text: string) => process.stdout.write(`${text}\n`);

/** `npm run screenshots`: the demonstration as it stands at a fixed moment, seen in a real browser. */
async function takeAll(address: string): Promise<void> {
  const browser = await openBrowser();
  try {
    await mkdir(folder, { recursive: true });
    const tooLarge: string[] = [];
    for (const one of screenshots) {
      const bytes = await take(browser, address, one);
      say(`${one.file}: ${bytes} bytes`);
      if (bytes > largestBytes) tooLarge.push(one.file);
    }
    if (tooLarge.length > 0) throw new Error(`Larger than ${largestBytes} bytes: ${tooLarge.join(", ")}`);
  } finally {
    await browser.close();
  }
}

async function take(browser: Browser, address: string, one: Screenshot): Promise<number> {
  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: one.size,
  });
  const session = await signIn(address, one.username);
  // Without an end: the server's clock stands elsewhere than the browser's, which would drop the cookie.
  await context.addCookies([{ name: session.name, value: session.value, url: address }]);
  await context.clock.setFixedTime(takenAt);
  const page = await context.newPage();
  const path = one.path.startsWith("/") ? one.path : await pathOfEntry(address, one.path, session);
  await page.goto(`${address}${path}`);
  await one.ready(page);
  // They come after the first sight, and each of these people has some.
  await page.getByRole("button", { name: /^消息提醒，/ }).waitFor();
  const offer = page.getByRole("button", { name: "不用了" });
  if (path === "/") await offer.click();
  await page.evaluate("document.fonts.ready");
  // One that lies below the picture is not fetched before somebody scrolls there.
  await page.waitForFunction(
    "[...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight)",
  );
  const picture = await page.screenshot({ path: join(folder, one.file), animations: "disabled" });
  await context.close();
  return picture.length;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
}

async function signIn(address: string, username: string): Promise<Cookie> {
  const response = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const [cookie = ""] = response.headers.getSetCookie();
  const [name = "", value = ""] = cookie.split(";")[0]?.split("=") ?? [];
  if (value === "") throw new Error(`${username} cannot sign in: ${await response.text()}`);
  return { name, value };
}

const entries = z.object({ entries: z.array(z.object({ id: z.string() })).min(1) });

/** The page of the major hazard in sight that has waited longest to be closed. */
async function pathOfEntry(address: string, path: string, { name, value }: Cookie): Promise<string> {
  const response = await fetch(
    `${address}/api/registers/hazard/entries?level=major&state=reviewed&sort=dueOn`,
    { headers: { cookie: `${name}=${value}` } },
  );
  const [first] = entries.parse(await response.json()).entries;
  return path.replace("entry", `/registers/hazard/entries/${first?.id}`);
}

const home = await newHome();
const data = await openDataFolder(join(home.folder, "data"));
const database = await startEmbedded({ dataDir: data.path, onProgress: ({ en }) => say(en) });
try {
  await buildWebIfStale(() => say("Building the web"));
  const zhiben = await assemble({
    connection: database.connection,
    filesFolder: data.files,
    exportsFolder: data.exports,
    keysFolder: data.keys,
    algorithm: "sha256",
    pages: webFolder,
    pack: "diqing",
    demonstration: true,
    clock: () => takenAt,
    onProgress: ({ en }) => say(en),
    onError: (error) => say(String(error)),
  });
  try {
    await takeAll(await zhiben.app.listen({ host: "127.0.0.1", port: 0 }));
  } finally {
    await zhiben.stop();
  }
} finally {
  await database.stop();
  await data.close();
  await home.remove();
}
