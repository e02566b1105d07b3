import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate, setupLambdaEnvironment } from "@sparticuz/chromium";
import { type BrowserContext, chromium } from "playwright-core";

const system = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));

// Without them a closed network is asked for much, and every start waits for it.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** The system's Chromium, else the one that a package brings with its own libraries, with a profile of its own. */
export async function openBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), "zhiben-story-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: system ?? (await packaged()),
    args: flags,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function packaged(): Promise<string> {
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  await inflate(join(bin, "al2023.tar.br"));
  setupLambdaEnvironment(join(tmpdir(), "al2023", "lib"));
  return sparticuz.executablePath();
}
