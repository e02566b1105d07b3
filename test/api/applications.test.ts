import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId, enterprises, firstDay, type PersonName } from "../support/cast.ts";
import { clientOf, entryIn } from "../support/client.ts";
import { signIn as cookieOf, mustDo, newWorld, type World } from "../support/world.ts";

const register = "enterprise-application";
const own = "七头牦牛在雨里过了独木桥";
const checked = { verifiedBy: "callBack", verification: "按登记机关电话回拨法定代表人，属实" };

let world: World;
let address = 0;
beforeAll(async () => {
  world = await newWorld({ proxies: ["127.0.0.1"] });
});

/** A code of a fictional enterprise that nobody knows. */
let codes = 10;
const newCode = (): string => {
  codes += 1;
  return `91999999MA00${String(codes).padStart(4, "0")}AX`;
};

const anApplication = (input: Readonly<Record<string, unknown>> = {}) => ({
  name: "松赞民宿（虚构）",
  creditCode: newCode(),
  region: "533401101",
  sector: "S04",
  legalRepresentative: "扎西",
  applicant: "央宗",
  applicantPhone: "13900001234",
  authority: "本人为总经理，法定代表人扎西可以证明",
  ...input,
});

/** Somebody who is not signed in, from an address of their own unless one is named. */
function send(path: string, body: unknown, from?: string) {
  address += from === undefined ? 1 : 0;
  const forwarded = from ?? `10.0.${Math.trunc(address / 250)}.${(address % 250) + 1}`;
  const at = `/api/enterprise-applications${path}`;
  return world.nobody.send("POST", at, body, { "x-forwarded-for": forwarded });
}

interface Proof {
  readonly number: string;
  readonly secret: string;
}

async function applied(input: Readonly<Record<string, unknown>> = {}): Promise<Proof & { id: string }> {
  const { body } = mustDo(await send("", { input: anApplication(input) }));
  const { rows } = await world.owner.query<{ id: string }>("select id from entry where number = $1", [
    body.number,
  ]);
  return { number: String(body.number), secret: String(body.secret), id: rows[0]?.id ?? "" };
}

const status = async ({ number, secret }: Proof) => (await send("/status", { number, secret })).body;

async function act(name: PersonName, id: string, what: string, input = {}, by = world) {
  const { rows } = await by.owner.query<{ version: number }>("select version from entry where id = $1", [id]);
  return by.as(name).act(register, id, what, { version: rows[0]?.version ?? 0, input });
}

const password = ({ number, secret }: Proof, chosen = own) =>
  send("/password", { number, secret, password: chosen });

const signedIn = async (username: string) => {
  const cookie = await cookieOf(world.zhiben.app, username, own);
  return clientOf(world.zhiben.app, async () => cookie);
};

describe("an enterprise that nobody knows", () => {
  test("is let in by the county: roll, account and post in one act, and the principal sees the own enterprise only", async () => {
    const creditCode = newCode();
    const proof = await applied({ creditCode });
    expect(proof.number).toMatch(/^ZC533401-\d{5}$/);
    expect(await status(proof)).toMatchObject({
      state: "submitted",
      mayChoosePassword: false,
      username: null,
    });
    const waiting = await world.as("luo").get(`/api/registers/${register}/entries?todo=mine`);
    expect(waiting.body.entries).toContainEqual(
      expect.objectContaining({ id: proof.id, state: "submitted" }),
    );
    expect((await password(proof)).body.code).toBe("application-not-approved");

    mustDo(await act("luo", proof.id, "approve", checked));
    const told = await status(proof);
    expect(told).toMatchObject({ state: "approved", username: creditCode.toLowerCase() });
    const username = String(told.username);
    expect((await password(proof, "123456")).body.code).toBe("password-refused");
    expect((await password(proof)).status).toBe(204);
    expect((await password(proof, "另一句谁也猜不到的话呀呀")).body.code).toBe("application-used");

    const yang = await signedIn(username);
    const session = await yang.get("/api/session");
    expect(session.body.post).toMatchObject({ role: "principal" });
    const seen = await yang.list("enterprise");
    expect(seen.entries.map(({ values }) => values.creditCode)).toEqual([creditCode]);
    expect((await yang.list(register)).entries.map(({ id }) => id)).toEqual([proof.id]);
    const { values } = (await world.as("luo").entry("enterprise", String(seen.entries[0]?.id))).entry;
    expect(values).toMatchObject({ name: "松赞民宿（虚构）", sector: "S04", principal: "央宗" });
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  test("mends what was given back, and the telephone stays what it was", async () => {
    const proof = await applied({ name: "写错了名字" });
    mustDo(await act("gesang", proof.id, "giveBack", { answer: "名称与营业执照不符" }));
    const told = await status(proof);
    expect(told).toMatchObject({ state: "returned", answer: "名称与营业执照不符" });
    expect(JSON.stringify(told)).not.toContain("13900001234");
    const { number, secret } = proof;
    const mended = await send("/amendment", { number, secret, input: { name: "更正后的名字（虚构）" } });
    expect(mended.body).toMatchObject({ state: "submitted", answer: null, waits: true, mayMend: false });
    const log = await world.as("shen").get("/api/audit?event=applicationSent");
    expect(JSON.stringify(log.body)).toContain("办理动作：补正后重新提交");
    const again = await send("/amendment", { number, secret, input: {} });
    expect(again.body.code).toBe("act-not-open-in-this-state");
    const shown = await world.as("luo").send("POST", `/api/registers/${register}/entries/${proof.id}/shown`, {
      fields: ["applicantPhone"],
      reason: "核实申请人",
    });
    expect(JSON.stringify(shown.body)).toContain("13900001234");
  });

  test("is refused for good, and reads why", async () => {
    const proof = await applied();
    mustDo(await act("luo", proof.id, "turnDown", { answer: "电话核实，企业未授权" }));
    expect(await status(proof)).toMatchObject({ state: "refused", answer: "电话核实，企业未授权" });
    expect((await password(proof)).body.code).toBe("application-not-approved");
  });
});

describe("an enterprise that the roll knows", () => {
  const registered = async (creditCode: string, further: Readonly<Record<string, unknown>> = {}) =>
    entryIn(
      mustDo(
        await world.as("luo").open("enterprise", {
          act: "register",
          input: { name: "名册里的名字（虚构）", region: "533401101", sector: "S04", creditCode, ...further },
        }),
      ),
    ).id;

  test("keeps its entry, and the officer is warned of another name, of a doubtful code and of a second application", async () => {
    const creditCode = newCode();
    const id = await registered(creditCode);
    await applied({ creditCode });
    const proof = await applied({ creditCode });
    const body = { act: "approve", on: { id: proof.id, version: 1 }, input: checked };
    const warned = await world.as("luo").send("POST", `/api/registers/${register}/warnings`, body);
    const { warnings } = warned.body as { warnings: readonly { code: string }[] };
    expect(warnings.map(({ code }) => code)).toEqual([
      "credit-code-doubtful",
      "code-applied-for-already",
      "enterprise-named-otherwise",
    ]);
    const { values } = entryIn(mustDo(await act("luo", proof.id, "approve", checked)));
    expect(values.organisation).toBe(id);
  });

  test("gets a further principal only knowingly, under another user name, and the first one is told and notes it", async () => {
    const { creditCode } = enterprises.copper;
    const proof = await applied({ creditCode, region: "533401205" });
    expect((await act("luo", proof.id, "approve", checked)).body.code).toBe("enterprise-has-principal");
    mustDo(await act("luo", proof.id, "approveBeside", { ...checked, reason: "原负责人休产假" }));
    const told = await world.as("mei").get("/api/notices");
    expect(JSON.stringify(told.body.notices)).toContain(proof.id);
    expect((await password(proof)).status).toBe(204);
    const newcomer = await signedIn(String((await status(proof)).username));
    const note = await newcomer.act(register, proof.id, "note", { version: 2, input: {} });
    expect(note.body.code).toBe("own-application");
    mustDo(await act("mei", proof.id, "note"));
    const next = await applied({ creditCode, region: "533401205" });
    mustDo(await act("luo", next.id, "approveBeside", { ...checked, reason: "再设一名" }));
    expect((await status(next)).username).toBe(`${creditCode.toLowerCase()}-2`);
  });

  test("counts a principal who is to be confirmed, and is sent to the administrators when all its user names are taken", async () => {
    const creditCode = newCode();
    const unit = await registered(creditCode, { supervisedBy: organisationId("xianggelila-yingji") });
    const opened = [];
    for (let at = 1; at <= 20; at += 1) {
      const username = `${creditCode.toLowerCase()}${at === 1 ? "" : `-${at}`}`;
      const input = { username, name: `第${at}人`, unit };
      opened.push(entryIn(mustDo(await world.as("tang").open("account", { input }))).id);
    }
    const proof = await applied({ creditCode });
    expect((await act("luo", proof.id, "approve", checked)).body.code).toBe("application-usernames-used-up");
    const input = { account: opened[0], role: "principal", unit, heldFrom: firstDay };
    mustDo(await world.as("min").open("post", { act: "grant", input }));
    expect((await act("luo", proof.id, "approve", checked)).body.code).toBe("enterprise-has-principal");
  });

  test("has an approval noted by whoever was there before it, and not by two newcomers for each other", async () => {
    const { creditCode } = enterprises.foundry;
    const newcomers = [];
    for (const applicant of ["先来者", "后来者"]) {
      world.clock.now = new Date(world.clock.now.getTime() + 60_000);
      const proof = await applied({ creditCode, region: enterprises.foundry.region, applicant });
      mustDo(await act("luo", proof.id, "approveBeside", { ...checked, reason: "增设" }));
      expect((await password(proof)).status).toBe(204);
      newcomers.push({ id: proof.id, by: await signedIn(String((await status(proof)).username)) });
    }
    const [first, second] = newcomers;
    const note = { version: 2, input: {} };
    const refused = await second?.by.act(register, first?.id ?? "", "note", note);
    expect(refused?.body.code).toBe("noted-by-one-before");
    mustDo(await act("bai", first?.id ?? "", "note"));
  });

  test("is not let in where it does not lie, nor beside a principal who is not there", async () => {
    const elsewhere = await applied({ creditCode: enterprises.timber.creditCode });
    const refused = await act("luo", elsewhere.id, "approve", checked);
    expect(refused.body.code).toBe("applicant-enterprise-elsewhere");
    const proof = await applied();
    const beside = await act("luo", proof.id, "approveBeside", { ...checked, reason: "增设" });
    expect(beside.body.code).toBe("enterprise-has-no-principal");
  });

  test("that has closed lets nobody in", async () => {
    const creditCode = newCode();
    const id = await registered(creditCode);
    mustDo(
      await world.as("luo").act("enterprise", id, "closeDown", { version: 1, input: { reason: "关闭" } }),
    );
    const proof = await applied({ creditCode });
    expect((await act("luo", proof.id, "approve", checked)).body.code).toBe("enterprise-not-operating");
  });
});

describe("who decides", () => {
  test.each<[PersonName, number]>([
    ["lin", 403],
    ["tang", 404],
    ["min", 404],
    ["he", 404],
    ["mei", 404],
    ["yang", 403],
  ])("%s does not", async (name, answered) => {
    const { id } = await applied();
    const answer = await act(name, id, "approve", checked);
    expect(answer.status).toBe(answered);
  });

  test("nobody applies by the register itself", async () => {
    const answer = await world.as("luo").open(register, { act: "apply", input: anApplication() });
    expect(answer.body.code).toBe("role-may-not");
  });

  test("says how it was checked", async () => {
    const { id } = await applied();
    expect((await act("luo", id, "approve", { verifiedBy: "visit" })).body.code).toBe("input-invalid");
  });

  test("of two who approve at once the same enterprise, one opens it and the other has to look again", async () => {
    const creditCode = newCode();
    const [one, other] = [await applied({ creditCode }), await applied({ creditCode })];
    const answers = await Promise.all([
      act("luo", one.id, "approve", checked),
      act("gesang", other.id, "approve", checked),
    ]);
    expect(answers.map(({ status: code }) => code).sort()).toEqual([200, 422]);
    expect(answers.find(({ status: code }) => code === 422)?.body.code).toBe("enterprise-has-principal");
  });
});

describe("a stranger", () => {
  test("is answered the same, whether or not the enterprise and its people are known", async () => {
    const shapes = await Promise.all(
      [newCode(), enterprises.copper.creditCode].map(async (creditCode) => {
        const { status: code, body } = await send("", { input: anApplication({ creditCode }) });
        return [code, Object.keys(body).sort(), String(body.secret).length];
      }),
    );
    expect(shapes[0]).toEqual(shapes[1]);
  });

  test.each([
    ["a code of the wrong form", { creditCode: "9199" }, "input-invalid", "creditCode"],
    ["no telephone", { applicantPhone: "一二三" }, "input-invalid", "applicantPhone"],
    ["a place that does not exist", { region: "999999" }, "input-invalid", "region"],
    ["a prefecture", { region: "5334" }, "application-above-county", "region"],
    ["a trade that does not exist", { sector: "S99" }, "input-invalid", "sector"],
    ["a statement without end", { authority: "证".repeat(501) }, "input-invalid", "authority"],
    ["a state of the entry", { username: "root" }, "malformed-request", "username"],
    [
      "a unit of their choice",
      { receivingUnit: enterpriseId("copper") },
      "malformed-request",
      "receivingUnit",
    ],
  ])("is told what to mend: %s", async (_, input, code, field) => {
    const { body } = await send("", { input: anApplication(input) });
    expect(body).toMatchObject({ code, problems: [expect.objectContaining({ field })] });
  });

  test("who leaves something out is told of it", async () => {
    const { body } = await send("", { input: anApplication({ applicant: undefined }) });
    expect(body).toMatchObject({
      code: "input-invalid",
      problems: [{ field: "applicant", code: "required" }],
    });
  });

  test("is told the same of a wrong number and of a wrong secret, and the log of it", async () => {
    const { number, secret } = await applied();
    const answers = [
      await send("/status", { number: "ZC533401-99999", secret }),
      await send("/status", { number, secret: "aaaa-bbbb-cccc-dddd" }),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(["application-unknown", "application-unknown"]);
    const log = await world.as("shen").get("/api/audit?event=applicationUnknown");
    expect(JSON.stringify(log.body)).toContain("applicationUnknown");
  });

  test.each([
    ["/status", {}],
    ["/amendment", { input: {} }],
    ["/password", { password: own }],
  ])("is refused a control character or half of one in number and secret: %s", async (path, rest) => {
    for (const odd of ["\0", "ZC533401\u0000-00001", "a\nb", "\u0085", "\ud800"])
      for (const proof of [
        { number: odd, secret: "aaaa" },
        { number: "ZC533401-00001", secret: odd },
      ]) {
        const answer = await send(path, { ...proof, ...rest });
        expect([answer.status, answer.body.code]).toEqual([400, "malformed-request"]);
      }
  });

  test("types number and secret as they please", async () => {
    const { number, secret } = await applied();
    const answer = await send("/status", {
      number: ` ${number.toLowerCase()} `,
      secret: secret.toUpperCase(),
    });
    expect(answer.status).toBe(200);
  });

  test("sends so many an hour and no more, and tries so many secrets a minute", async () => {
    const from = "10.9.9.9";
    const answers = [];
    for (let at = 0; at <= limits.applicationsPerHour; at += 1)
      answers.push((await send("", { input: anApplication() }, from)).body.code);
    expect(answers.at(-1)).toBe("too-many-applications");
    expect(answers.slice(0, -1).every((code) => code === undefined)).toBe(true);
    const tries = [];
    for (let at = 0; at <= limits.applicationLooksPerMinute; at += 1)
      tries.push((await send("/status", { number: "ZC533401-00001", secret: `x${at}` }, from)).body.code);
    expect(tries.at(-1)).toBe("too-many-requests");
  });
});

test("the password is chosen within some days, and not for an account that was disabled", async () => {
  const late = await newWorld({ proxies: ["127.0.0.1"] });
  const input = anApplication();
  const sent = mustDo(await late.nobody.send("POST", "/api/enterprise-applications", { input }));
  const { number, secret } = sent.body;
  const { rows } = await late.owner.query<{ id: string }>("select id from entry where number = $1", [number]);
  mustDo(await act("luo", rows[0]?.id ?? "", "approve", checked, late));
  const choose = () =>
    late.nobody.send("POST", "/api/enterprise-applications/password", { number, secret, password: own });
  late.clock.now = new Date(`${addDays(firstDay, limits.applicationSecretDays + 1)}T09:00:00+08:00`);
  expect((await choose()).body.code).toBe("application-secret-over");
});
