import { beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "../../server/store/audit-log.ts";
import { setUpSecondFactor } from "../support/authenticator.ts";
import { password } from "../support/cast.ts";
import { zhiben } from "../support/command.ts";
import { newBrowser } from "../support/sign-in.ts";
import { newWorld, type World } from "../support/world.ts";

const three = ["--system", "qiyw:齐运维", "--security", "zhongbm:钟保密", "--audit", "chasj:查审计"];

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.owner.query(
    `update post set role = 'inspector' where role in ('systemAdministrator', 'securityAdministrator', 'auditor')`,
  );
});

test.each([
  ["a flag that is left out", three.slice(2), /系统管理员/],
  ["a user name in capitals", ["--system", "QiYW:齐运维", ...three.slice(2)], /user name in small letters/],
  ["an administrator who is the head too", [...three, "--head", "qiyw:齐运维"], /另为一人/],
  ["one person for two", [...three.slice(0, 4), "--audit", "qiyw:齐运维"], /三个人/],
])("%s makes nobody", async (_, given, says) => {
  const { code, err } = await zhiben(world, ["administrators", ...given]);
  expect(code).toBe(2);
  expect(err).toMatch(says);
});

test("the first administrators and head of an installation are made once, with passwords that are changed on first use", async () => {
  const { code, out } = await zhiben(world, ["administrators", ...three, "--head", "luojz:罗局长"]);
  expect(code).toBe(0);
  const passwords = [...out.matchAll(/一次性密码 (\S+)，/g)].map(([, once = ""]) => once);
  expect(passwords).toHaveLength(4);
  for (const [at, username] of ["qiyw", "zhongbm", "chasj", "luojz"].entries()) {
    world.clock.now = new Date();
    const { body } = await newBrowser(world).signIn(username, passwords[at] ?? "");
    expect(body).toEqual({ next: "change-password" });
  }
  const again = await zhiben(world, ["administrators", ...three]);
  expect(again.code).toBe(2);
  expect(again.err).toMatch(/已经建立：chasj、qiyw、zhongbm/);
  expect((await verifyAudit(world.owner, "sha256")).faults).toEqual([]);
  // Accounts and posts have their records, by which `verify` holds who may sign in.
  const { rows } = await world.owner.query(
    "select e.username from entry_account e join person p on p.id = e.id where e.username = any($1) order by 1",
    [["qiyw", "zhongbm", "chasj", "luojz"]],
  );
  expect(rows.map(({ username }) => username)).toEqual(["chasj", "luojz", "qiyw", "zhongbm"]);
});

describe("on the server the second factor", () => {
  test("of an administrator who lost it is removed, which ends their sessions and is told", async () => {
    const own = await newWorld();
    const { browser } = await setUpSecondFactor(own, "tang");
    expect((await zhiben(own, ["second-factor", "--remove", "tang"])).code).toBe(0);
    expect((await browser.get("/api/session")).status).toBe(401);
    const tang = newBrowser(own);
    expect((await tang.signIn("tang", password)).body).toMatchObject({ person: { name: "唐系统" } });
    const { rows } = await own.owner.query<{ act: string }>(
      "select act from audit where act = 'secondFactorTakenAway'",
    );
    expect(rows).toHaveLength(1);
    expect((await verifyAudit(own.owner, "sha256")).faults).toEqual([]);
    const again = await zhiben(own, ["second-factor", "--remove", "tang"]);
    expect([again.code, again.err]).toEqual([2, expect.stringMatching(/没有设置第二重验证/)]);
  });

  test.each(["lin", "nobody-of-that-name"])("of %s, who is no administrator, is not", async (username) => {
    const own = await newWorld();
    const { code, err } = await zhiben(own, ["second-factor", "--remove", username]);
    expect([code, err]).toEqual([2, expect.stringMatching(/不是三员的账号/)]);
  });
});
