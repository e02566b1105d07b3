import { mkdtemp, readFile, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { openSteeredBrowser } from "../test/stories/browser.ts";
import { newHome, startServer } from "../test/support/running-server.ts";
import { type Device, datasetAt, openPages, signIn } from "./lighthouse-pages.ts";
import { medianOf, round } from "./measure.ts";
import { writeResult } from "./store-result.ts";

/**
 * How Lighthouse rates the main pages of a fresh demonstration, each loaded cold by somebody who is signed in: the console of an
 * inspector as on a desk, the pages of an enterprise's principal as on a phone of a slow line. Lighthouse is no dependency: it is
 * installed into a folder of its own (`npm install lighthouse`), which `--lighthouse` names.
 */
const { values: flags } = parseArgs({
  options: {
    lighthouse: { type: "string" },
    /** Of a product with its demonstration that runs already; else one is started. */
    address: { type: "string" },
    rounds: { type: "string", default: "3" },
    /** Of the pages only those whose names hold this. */
    pages: { type: "string", default: "" },
    name: { type: "string", default: "lighthouse" },
  },
});
if (flags.lighthouse === undefined) throw new Error("--lighthouse names the folder in which it is installed");
const installed = join(flags.lighthouse, "node_modules/lighthouse");

const report = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});
type Report = z.infer<typeof report>;

interface Program {
  default(
    url: string,
    flags: object,
    config: object | undefined,
  ): Promise<{ readonly lhr: unknown } | undefined>;
  readonly desktopConfig: object;
}

const lighthouse: Program = await import(pathToFileURL(join(installed, "core/index.js")).href);
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(await readFile(join(installed, "package.json"), "utf8")));

/** One cold load of a page, as whoever the cookie names. */
async function rate(url: string, cookie: string, device: Device, port: number): Promise<Report> {
  const options = {
    port,
    onlyCategories: ["performance", "accessibility", "best-practices"],
    extraHeaders: { Cookie: cookie },
    logLevel: "error",
  };
  const config = device === "desktop" ? lighthouse.desktopConfig : undefined;
  const result = await lighthouse.default(url, options, config);
  return report.parse(result?.lhr);
}

const score = (one: Report, category: string): number =>
  Math.round((one.categories[category]?.score ?? 0) * 100);
const audit = (one: Report, name: string): number => round(one.audits[name]?.numericValue ?? Number.NaN);

/** What the rounds found: the score in the middle, and all that made it, round by round. */
function summary(rounds: readonly Report[]) {
  const each = rounds.map((one) => ({
    performance: score(one, "performance"),
    firstPaintMs: audit(one, "first-contentful-paint"),
    largestPaintMs: audit(one, "largest-contentful-paint"),
    speedIndexMs: audit(one, "speed-index"),
    blockingMs: audit(one, "total-blocking-time"),
    layoutShift: audit(one, "cumulative-layout-shift"),
    benchmarkIndex: one.environment.benchmarkIndex,
  }));
  return {
    performance: medianOf(each.map(({ performance }) => performance)),
    accessibility: Math.min(...rounds.map((one) => score(one, "accessibility"))),
    bestPractices: Math.min(...rounds.map((one) => score(one, "best-practices"))),
    rounds: each,
  };
}

async function rateAll(address: string) {
  const profile = await mkdtemp(join(tmpdir(), "zhiben-lighthouse-"));
  const browser = await openSteeredBrowser(profile);
  const found: object[] = [];
  try {
    for (const { name, username, device, path } of await openPages(address)) {
      if (!name.includes(flags.pages)) continue;
      const cookie = await signIn(address, username);
      const rounds: Report[] = [];
      for (let at = 0; at < Number(flags.rounds); at += 1)
        rounds.push(await rate(`${address}${path}`, cookie, device, browser.port));
      const page = { page: name, username, device, ...summary(rounds) };
      process.stderr.write(`${JSON.stringify(page)}\n`);
      found.push(page);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
  return { dataset: await datasetAt(address), pages: found };
}

async function withDemonstration<T>(work: (address: string) => Promise<T>): Promise<T> {
  if (flags.address !== undefined) return work(flags.address);
  const home = await newHome();
  const server = await startServer(home.folder);
  try {
    return await work(server.address);
  } finally {
    await server.stop();
    await home.remove();
  }
}

const load = loadavg().map(round);
const rated = await withDemonstration(rateAll);
process.stdout.write(`${await writeResult(flags.name, { lighthouse: version }, { load, ...rated })}\n`);
