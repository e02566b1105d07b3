import { z } from "zod";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import type { Field } from "../../core/register/field.ts";
import { shownValues } from "../../core/register/personal-values.ts";
import {
  enterpriseApplication,
  letInStates,
  mayBeMended,
} from "../../core/registers/enterprise-application.ts";
import { applied } from "../../core/registers/enterprise-application-fields.ts";
import { receivingUnit } from "../../core/registers/enterprise-application-rules.ts";
import { passwordFault } from "../../core/sign-in/password.ts";
import { commonPasswords } from "../common-passwords.ts";
import { originOf } from "../http/origin.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, noContent, ok, openRoute, type Visit } from "../http/route.ts";
import { drawOneTimePassword } from "../one-time-password.ts";
import type { Services } from "../services.ts";
import { holdFirstPassword, readApplication } from "../store/applications.ts";
import { recordOfItself } from "../store/audit.ts";
import { organisationFact } from "../store/campaign.ts";
import { readAccount, setOwnPassword } from "../store/credentials.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { hashPassword, hashToken } from "../store/people.ts";
import type { StoredEntry } from "../store/row.ts";
import { actByEngine } from "./engine-act.ts";
import * as shapes from "./shapes.ts";

const tag = "enterprise-applications";
const typed = z
  .string()
  .min(1)
  .max(limits.applicationNumberLengthCharacters)
  // Half of a character has no bytes that the audit log could seal, and no NUL gets into the database; nobody types a control character.
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const proof = { number: typed, secret: typed };
const proven = z.strictObject(proof);

/** Where an enterprise may say that it lies, and in which trade it is: what anybody may know. */
export const readApplicationOffers = openRoute(
  "GET /api/enterprise-applications/offers",
  {
    ...bare,
    tag,
    words: { zh: "企业注册可选的地区和行业", en: "Places and sectors in which enterprises apply" },
    answers: z.object({
      /** What is asked, in its order, in the words of the register. */
      fields: z.array(
        z.object({
          name: z.string(),
          kind: z.string(),
          words: shapes.words,
          why: shapes.words.optional(),
          maxLength: z.int().optional(),
        }),
      ),
      regions: z.array(z.object({ code: z.string(), name: shapes.words })),
      sectors: z.array(z.object({ code: z.string(), name: shapes.words })),
    }),
  },
  async ({ services: { campaign } }) =>
    ok({
      fields: applied.map(describeField),
      regions: campaign.pack.regions
        .filter(({ code }) => code.length >= 6)
        .map(({ code, name }) => ({ code, name })),
      sectors: campaign.pack.sectors.map(({ code, name }) => ({ code, name })),
    }),
);

function describeField(name: (typeof applied)[number]) {
  const field: Field | undefined = enterpriseApplication.allFields[name];
  const long = field?.kind === "text" && field.multiline;
  return {
    name,
    kind: long ? "long" : field?.kind,
    words: field?.words,
    why: field?.why,
    ...(field && "maxLength" in field ? { maxLength: field.maxLength } : {}),
  };
}

/**
 * An enterprise applies. The answer is the same whether or not it, or somebody of it, is known already; the secret is shown this once.
 */
export const apply = openRoute(
  "POST /api/enterprise-applications",
  {
    ...bare,
    body: z.strictObject({ input: shapes.input }),
    tag,
    words: { zh: "提交企业注册申请", en: "Apply for an enterprise" },
    answers: z.object({ number: z.string(), secret: z.string() }),
  },
  async (visit) => {
    const { services, body } = visit;
    const secret = drawOneTimePassword();
    const { values } = await guarded(visit, async () => {
      const input = { ...received(services, body.input, {}), secretHash: hashToken(secret) };
      return send(visit, { act: "apply", input });
    });
    const { number } = values;
    return created({ number, secret });
  },
);

const view = z.object({
  number: z.string(),
  state: z.string(),
  stateWords: shapes.words,
  since: z.iso.date(),
  /** Why it was given back or refused. */
  answer: z.string().nullable(),
  /** The user name of the account that was opened. */
  username: z.string().nullable(),
  mayMend: z.boolean(),
  /** Whether the county has still to decide. */
  waits: z.boolean(),
  /** Whether a first password may be chosen now. */
  mayChoosePassword: z.boolean(),
  values: z.record(z.string(), z.unknown()),
});

export const readOwnApplication = openRoute(
  "POST /api/enterprise-applications/status",
  {
    ...bare,
    body: proven,
    tag,
    words: { zh: "查询企业注册申请", en: "Look up an application" },
    answers: view,
  },
  async (visit) => {
    const entry = await shownApplication(visit);
    return ok(await viewOf(visit, entry));
  },
);

export const mendApplication = openRoute(
  "POST /api/enterprise-applications/amendment",
  {
    ...bare,
    body: z.strictObject({ ...proof, input: shapes.input }),
    tag,
    words: { zh: "补正企业注册申请", en: "Mend an application that was given back" },
    answers: view,
  },
  async (visit) => {
    const { services, body } = visit;
    const known = await shownApplication(visit);
    const mended = await guarded(visit, async () =>
      send(visit, { act: "mend", input: received(services, body.input, known.values), on: known }),
    );
    return ok(await viewOf(visit, mended));
  },
);

/** The first password of the account that was opened: once, and within some days. Afterwards one signs in as anybody does. */
export const chooseFirstPassword = openRoute(
  "POST /api/enterprise-applications/password",
  {
    ...bare,
    body: z.strictObject({ ...proof, password: shapes.password }),
    tag,
    words: { zh: "设置首个密码", en: "Choose the first password" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, body, now } = visit;
    const entry = await shownApplication(visit);
    const { username = "", applicant = "", number } = textsOf(entry);
    const why = await whyNoPassword(services, visit, entry);
    if (why !== undefined) throw new HttpProblem(why);
    const { leastPasswordCharacters: leastCharacters } = services.signInRules;
    const isCommon = await commonPasswords();
    const asked = { username, name: applicant, leastCharacters, isCommon };
    const fault = passwordFault(body.password, asked);
    if (fault !== undefined) throw new HttpProblem("password-refused", [{ field: "password", code: fault }]);
    const hash = await hashPassword(body.password);
    await inTransaction(services.pool, undefined, async (tx) => {
      // Of two at the same moment one chooses.
      await holdFirstPassword(tx, username);
      const account = await readAccount(tx, username);
      if (account === undefined || account.password !== "none") throw new HttpProblem("application-used");
      await setOwnPassword(tx, account.id, hash, now);
      const facts = { account: account.id, entry: entry.id, number };
      await record(tx, visit, { event: "applicationPasswordChosen", facts });
    });
    return noContent;
  },
);

type Asking = Pick<Visit<unknown, unknown, unknown>, "services" | "request" | "now">;

const record = (tx: Transaction, { services, request, now }: Asking, happened: Told) =>
  recordOfItself(tx, services.algorithm, { ...happened, from: originOf(request) }, now);
type Told = Parameters<typeof recordOfItself>[2];

/** Writes what was sent, and tells the audit log of it. */
const send = (visit: Asking, sent: Omit<Parameters<typeof actByEngine>[2], "register">) =>
  inTransaction(visit.services.pool, undefined, async (tx) => {
    const entry = await actByEngine(tx, visit.services, { ...sent, register: enterpriseApplication });
    const { name } = enterpriseApplication;
    const facts = { register: name, entry: entry.id, number: entry.values.number, of: sent.act };
    await record(tx, visit, { event: "applicationSent", facts });
    return entry;
  });

/** As many as may be sent; what is refused counts for its address alone. */
async function guarded<T>({ services, request, now }: Asking, write: () => Promise<T>): Promise<T> {
  const { applicationGuard } = services;
  if (!applicationGuard.mayApply(request.ip, now)) throw new HttpProblem("too-many-applications");
  try {
    return await write();
  } catch (thrown) {
    applicationGuard.wroteNothing();
    throw thrown;
  }
}

/** What was entered of the fields that an applicant fills in, with the unit that receives it. */
function received(
  { campaign }: Services,
  input: Readonly<Record<string, unknown>>,
  known: StoredEntry["values"],
): Record<string, unknown> {
  const foreign = Object.keys(input).filter((name) => !applied.some((field) => field === name));
  if (foreign.length > 0)
    throw new HttpProblem(
      "malformed-request",
      foreign.map((field) => ({ field, code: "unknown" })),
    );
  const [region, sector] = [input.region ?? known.region, input.sector ?? known.sector];
  const units = [...campaign.organisations.keys()].flatMap((id) => organisationFact(campaign, id) ?? []);
  const asked = { region: String(region ?? ""), sector: String(sector ?? "") };
  // Of a place that does not exist any will do: the rules refuse it, and name the place and not a field that nobody filled in.
  return { ...input, receivingUnit: receivingUnit(units, asked) ?? units[0]?.id };
}

/** The application of whoever shows its number and secret; a wrong number and a wrong secret answer alike. */
async function shownApplication(
  visit: Asking & { readonly body: { readonly number: string; readonly secret: string } },
): Promise<StoredEntry> {
  const { services, request, now, body } = visit;
  if (!services.applicationGuard.mayLook(request.ip, now)) throw new HttpProblem("too-many-requests");
  const number = body.number.normalize("NFKC").trim().toUpperCase();
  const secret = body.secret.normalize("NFKC").trim().toLowerCase();
  const found = await inTransaction(services.pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return readApplication(tx, number, hashToken(secret));
  });
  if (found !== undefined) return found;
  await inTransaction(services.pool, undefined, (tx) =>
    record(tx, visit, { event: "applicationUnknown", facts: { number } }),
  );
  throw new HttpProblem("application-unknown");
}

const textsOf = ({ values: { username, applicant, number, answer } }: StoredEntry) => {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return { username: text(username), applicant: text(applicant), number: text(number), answer: text(answer) };
};

/** Why no first password can be chosen; undefined where it can. */
async function whyNoPassword({ pool }: Services, { now }: Asking, entry: StoredEntry) {
  const { username } = textsOf(entry);
  if (!letInStates.some((state) => state === entry.state) || username === undefined)
    return "application-not-approved";
  const account = await readAccount(pool, username);
  if (account === undefined || account.disabled || account.password !== "none") return "application-used";
  const last = addDays(entry.values.stateSince ?? "1900-01-01", limits.applicationSecretDays);
  return dayInShanghai(now.toISOString()) > last ? "application-secret-over" : undefined;
}

async function viewOf(visit: Asking, entry: StoredEntry) {
  const { state, values } = entry;
  const { username, answer } = textsOf(entry);
  const shown = shownValues(enterpriseApplication.allFields, values);
  return {
    number: values.number,
    state,
    stateWords: enterpriseApplication.states[state]?.words,
    since: values.stateSince,
    answer: answer ?? null,
    username: username ?? null,
    mayMend: mayBeMended(state),
    waits: enterpriseApplication.states[state]?.awaits !== undefined && username === undefined,
    mayChoosePassword: (await whyNoPassword(visit.services, visit, entry)) === undefined,
    values: Object.fromEntries(applied.map((name) => [name, shown[name] ?? null])),
  };
}
