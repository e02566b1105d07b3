import { AsyncLocalStorage } from "node:async_hooks";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { assemble } from "../server/start.ts";
import { addressOf, benchAct, pages } from "./pages.ts";
import { benchNow, benchPassword, safetyName } from "./world.ts";

/** One statement as the driver was handed it. */
export interface Statement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one real request sends to the database, and which of its values belong to the entry or are drawn anew each time. */
export interface Captured {
  readonly request: string;
  readonly statements: readonly Statement[];
  readonly entry?: { readonly id: string; readonly number: string; readonly organisation: string };
  readonly drawn?: readonly string[];
}

const recording = new AsyncLocalStorage<Statement[]>();

/** Performs every page of the bench and its act once, on a bench database, and gives what each of them sends. */
export async function capture(url: string): Promise<Readonly<Record<string, Captured>>> {
  const restore = recordStatements();
  const zhiben = await assemble({
    connection: { connectionString: url },
    filesFolder: tmpdir(),
    exportsFolder: join(tmpdir(), "zhiben-bench-exports"),
    keysFolder: join(tmpdir(), "zhiben-bench-keys"),
    algorithm: "sha256",
    pages: undefined,
    pack: "diqing",
    demonstration: true,
    clock: () => benchNow,
    onProgress: () => undefined,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  try {
    const captured: Record<string, Captured> = {};
    for (const page of pages) {
      const cookie = await signIn(zhiben.app, page.username);
      captured[page.name] = await recorded(zhiben.app, { method: "GET", url: addressOf(page), cookie });
    }
    captured.act = await captureAct(zhiben.app);
    return captured;
  } finally {
    await zhiben.stop();
    restore();
  }
}

async function captureAct(app: FastifyInstance): Promise<Captured> {
  const { cookie, warm, entry } = await entriesToActOn(app, 0);
  const act = ({ id, version }: EntryAnswer) => ({
    method: "POST" as const,
    url: `/api/registers/hazard/entries/${id}/acts/${benchAct.name}`,
    cookie,
    payload: { version, input: benchAct.input },
  });
  await recorded(app, act(warm));
  const captured = await recorded(app, act(entry));
  const notices = captured.statements.find(({ name }) => name === "give-notices")?.values[0];
  return {
    ...captured,
    entry: { id: entry.id, number: entry.number, organisation: entry.values.organisation },
    // They go out as the text of an array.
    drawn: String(notices).match(/[0-9a-f-]{36}/g) ?? [],
  };
}

/** Two entries of the first enterprise that still has as many that the act is open for. */
async function entriesToActOn(
  app: FastifyInstance,
  enterprise: number,
): Promise<{ cookie: string; warm: EntryAnswer; entry: EntryAnswer }> {
  const cookie = await signIn(app, safetyName(enterprise));
  const url = `/api/registers/hazard/entries?state=${benchAct.state}&limit=2`;
  const list = await app.inject({ method: "GET", url, headers: { cookie } });
  const [warm, entry]: EntryAnswer[] = list.json().entries;
  return warm && entry ? { cookie, warm, entry } : entriesToActOn(app, enterprise + 1);
}

interface EntryAnswer {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly values: { readonly organisation: string };
}

async function signIn(app: FastifyInstance, username: string): Promise<string> {
  const payload = { username, password: benchPassword };
  const answer = await app.inject({ method: "POST", url: "/api/session", payload });
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error(`${username} could not sign in`);
  return `${cookie.name}=${cookie.value}`;
}

interface Asked {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly cookie: string;
  readonly payload?: object;
}

async function recorded(app: FastifyInstance, { cookie, ...asked }: Asked): Promise<Captured> {
  const statements: Statement[] = [];
  // Awaited inside: an injected request starts only when somebody waits for it.
  const answer = await recording.run(
    statements,
    async () => await app.inject({ ...asked, headers: { cookie } }),
  );
  if (answer.statusCode !== 200)
    throw new Error(`${asked.url} answered ${answer.statusCode}: ${answer.body}`);
  return { request: `${asked.method} ${asked.url}`, statements };
}

/** Writes down what goes through the driver inside `recording`; gives back what undoes it. */
function recordStatements(): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function record(this: pg.Client, ...sent: readonly unknown[]) {
    const statement = statementOf(sent);
    if (statement) recording.getStore()?.push(statement);
    return Reflect.apply(query, this, sent);
  };
  return () => {
    pg.Client.prototype.query = query;
  };
}

function statementOf([first, second]: readonly unknown[]): Statement | undefined {
  const values = Array.isArray(second) ? second : [];
  if (typeof first === "string") return { text: first, values };
  if (typeof first !== "object" || first === null || !("text" in first)) return undefined;
  const { name, text, values: own }: { name?: unknown; text: unknown; values?: unknown } = first;
  return {
    ...(typeof name === "string" ? { name } : {}),
    text: String(text),
    values: Array.isArray(own) ? own : values,
  };
}
