import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { readSettings, type Settings } from "../settings.ts";
import { judgeCalendar } from "./calendar.ts";
import { type Check, carryOut, type Finding } from "./check.ts";
import { dataFolder, judgeUser, keys } from "./data-folder.ts";
import { diskSpace, diskSpeed, judgeSpace, judgeSync } from "./disk.ts";
import { backups, tlsCertificate } from "./files.ts";
import { judgeNode, judgePostgres } from "./software.ts";

const now = new Date("2026-03-10T09:00:00+08:00");
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhiben-doctor-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** What a check finds in the folder, with settings of its own. */
async function stateIn(check: Check, own: Partial<Settings> = {}): Promise<Finding["state"] | undefined> {
  const settings = { ...readSettings({ ZHIBEN_DATA: folder }), ...own };
  const [found] = await carryOut(check, { settings, now }, undefined);
  return found?.state;
}

test.each<[string, Finding, Finding["state"]]>([
  ["plenty of space", judgeSpace(50e9), "ok"],
  ["little space", judgeSpace(3e9), "warning"],
  ["hardly any space", judgeSpace(0.5e9), "fault"],
  ["a quick disk", judgeSync(0.8), "ok"],
  ["a slow disk", judgeSync(45), "warning"],
  ["a user of its own", judgeUser(false), "ok"],
  ["root", judgeUser(true), "warning"],
  ["a Node that will do", judgeNode("24.21.0"), "ok"],
  ["the least Node", judgeNode("22.18.0"), "ok"],
  ["an old Node", judgeNode("22.17.9"), "fault"],
  ["a PostgreSQL that will do", judgePostgres(150_013, "15.13"), "ok"],
  ["an old PostgreSQL", judgePostgres(140_018, "14.18"), "fault"],
])("%s", (_, finding, state) => {
  expect(finding.state).toBe(state);
  // Whoever is told that something is wrong is told what to do, in both languages.
  if (state !== "ok") expect(finding.remedy).toEqual({ zh: expect.any(String), en: expect.any(String) });
});

test("the disk of a folder is really measured, and nothing stays behind", async () => {
  expect(["ok", "warning"]).toContain(await stateIn(diskSpace));
  expect(["ok", "warning"]).toContain(await stateIn(diskSpeed));
  await rm(folder, { recursive: false }).catch(() => undefined);
  expect(await stateIn(diskSpeed, { dataDir: join(folder, "absent") })).toBe("fault");
});

test.each<[string, number, Finding["state"]]>([
  ["that is shut", 0o700, "ok"],
  ["that everybody may read", 0o755, "fault"],
  ["that its group may write", 0o720, "fault"],
])("a data folder %s", async (_, mode, state) => {
  await chmod(folder, mode);
  expect(await stateIn(dataFolder)).toBe(state);
});

describe("keys", () => {
  const keep = async (mode: number) => {
    await mkdir(join(folder, "keys"));
    await writeFile(join(folder, "keys", "checkpoint-key"), "secret");
    await chmod(join(folder, "keys", "checkpoint-key"), mode);
  };

  test("that are private are well", async () => {
    await keep(0o600);
    expect(await stateIn(keys)).toBe("ok");
  });

  test("that others may read are a fault", async () => {
    await keep(0o640);
    expect(await stateIn(keys)).toBe("fault");
  });

  test("that are missing are a fault", async () => {
    expect(await stateIn(keys)).toBe("fault");
  });
});

describe("the TLS certificate", () => {
  const certificate = async (days: number) => {
    const out = join(folder, "tls.pem");
    const made = ["-keyout", join(folder, "key.pem"), "-out", out, "-subj", "/CN=zhiben.example"];
    const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    execFileSync("openssl", ["req", ...kind, "-days", String(days), ...made], { stdio: "ignore" });
    return out;
  };
  const stateAfter = async (days: number) => {
    const settings = readSettings({ ZHIBEN_DATA: folder, TLS_CERT: await certificate(90) });
    const later = new Date(Date.now() + days * 86_400_000);
    const [found] = await carryOut(tlsCertificate, { settings, now: later }, undefined);
    return found?.state;
  };

  test.each<[number, string]>([
    [1, "ok"],
    [70, "warning"],
    [91, "fault"],
    [-2, "fault"],
  ])("of 90 days is looked at after %i days: %s", async (days, state) => {
    expect(await stateAfter(days)).toBe(state);
  });

  test("that is none is a fault, and not to have one is not", async () => {
    await writeFile(join(folder, "none.pem"), "nothing");
    expect(await stateIn(tlsCertificate, { tlsCertificate: join(folder, "none.pem") })).toBe("fault");
    expect(await stateIn(tlsCertificate)).toBe("ok");
  });
});

describe("backups", () => {
  test.each<[number, string]>([
    [3, "ok"],
    [30, "warning"],
    [200, "fault"],
  ])("the newest of which is %i hours old: %s", async (hours, state) => {
    for (const [name, age] of [
      ["old", 1_000],
      ["new", hours],
    ] as const) {
      await writeFile(join(folder, name), "");
      const at = new Date(now.getTime() - age * 3_600_000);
      await utimes(join(folder, name), at, at);
    }
    expect(await stateIn(backups, { backups: folder })).toBe(state);
  });

  test("of which there is none are a fault, and without a folder a warning", async () => {
    expect(await stateIn(backups, { backups: folder })).toBe("fault");
    expect(await stateIn(backups, { backups: join(folder, "absent") })).toBe("fault");
    expect(await stateIn(backups)).toBe("warning");
  });
});

describe("the calendar", () => {
  const with2026 = { years: [{ year: 2026, source: "x", holidays: [], swappedWorkingDays: [] }] };

  test.each([
    ["of this year alone will do in spring", with2026, "2026-03-10", "ok"],
    ["but not in December", with2026, "2026-12-01", "warning"],
    ["nor without this year", with2026, "2027-01-01", "fault"],
  ])("%s", (_, calendar, today, state) => {
    expect(judgeCalendar(calendar, today).state).toBe(state);
  });
});
