import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { buildWebIfStale } from "./build-web.ts";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** A web of one page that says what stands in the core, with the real builder. */
async function smallWeb() {
  const root = await mkdtemp(join(tmpdir(), "zhiben-web-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = async (path: string, text: string) => {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await symlink(modules, join(root, "node_modules"));
  await write("package.json", '{"type": "module"}');
  await write("package-lock.json", "{}");
  await write("core/words.ts", 'export const word = "隐患";');
  await write("core/words.test.ts", "");
  await write("web/index.html", '<script type="module" src="/main.ts"></script>');
  await write("web/main.ts", 'import { word } from "../core/words.ts"; document.title = word;');
  await write("web/vite.config.ts", "export default { root: import.meta.dirname };");
  let builds = 0;
  const start = () => buildWebIfStale(() => (builds += 1), root);
  const served = () => {
    const assets = join(root, "web/dist/assets");
    return readdirSync(assets)
      .map((name) => readFileSync(join(assets, name), "utf8"))
      .join("\n");
  };
  return { root, write, start, served, builds: () => builds };
}

test("the web is built where it is missing, and again only when something that went into it has changed", async () => {
  const web = await smallWeb();
  await web.start();
  expect([web.builds(), web.served()]).toEqual([1, expect.stringContaining("隐患")]);
  await web.write("core/words.test.ts", "// a test goes into no page");
  await web.start();
  expect(web.builds()).toBe(1);
  await web.write("core/words.ts", 'export const word = "治本";');
  await web.start();
  expect([web.builds(), web.served()]).toEqual([2, expect.stringContaining("治本")]);
  await web.write("package-lock.json", '{"lockfileVersion": 3}');
  await web.start();
  expect(web.builds()).toBe(3);
  await rm(join(web.root, "web/dist"), { recursive: true });
  await web.start();
  expect([web.builds(), web.served()]).toEqual([4, expect.stringContaining("治本")]);
});

test("a web that cannot be built is no web: the start is refused in words, and so is the next one", async () => {
  const web = await smallWeb();
  await web.start();
  await web.write("web/main.ts", 'import { gone } from "../core/gone.ts"; document.title = gone;');
  const refused = { code: "web-not-built", words: { zh: expect.stringContaining("网页未能构建") } };
  await expect(web.start()).rejects.toMatchObject(refused);
  await expect(web.start()).rejects.toMatchObject(refused);
  await web.write("web/main.ts", 'document.title = "又好了";');
  await web.start();
  expect(web.served()).toContain("又好了");
});

test("an installation without the sources serves the web that was built for it", async () => {
  const web = await smallWeb();
  await web.start();
  const bare = await mkdtemp(join(tmpdir(), "zhiben-web-"));
  onTestFinished(() => rm(bare, { recursive: true, force: true }));
  await cp(join(web.root, "web/dist"), join(bare, "web/dist"), { recursive: true });
  await buildWebIfStale(() => expect.unreachable(), bare);
  expect(existsSync(join(bare, "web/dist/index.html"))).toBe(true);
});
