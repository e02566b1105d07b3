import type { FastifyInstance, InjectOptions } from "fastify";
import { expect } from "vitest";
import { z } from "zod";
import { routes } from "../../server/routes/index.ts";
import * as shapes from "../../server/routes/shapes.ts";

export interface Answer {
  readonly status: number;
  /** The JSON that came back; empty where none did. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type EntryAnswer = z.output<typeof shapes.entry>;
export type OfferedAct = z.output<typeof shapes.offeredAct>;
export type LedgerAnswer = z.output<typeof shapes.ledger>;

export interface ActRequest {
  readonly version: number;
  /** The own password, for an act that is confirmed with it. */
  readonly password?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly doneAt?: string;
  readonly id?: string;
}

export interface OpenRequest {
  readonly input: Readonly<Record<string, unknown>>;
  readonly act?: string;
  readonly id?: string;
  readonly doneAt?: string;
}

type Headers = Readonly<Record<string, string>>;

/** Somebody at the API. Every good answer is held against the shape that its route declares. */
export interface Client {
  get(path: string, headers?: Headers): Promise<Answer>;
  send(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** A request with whatever bytes and headers, signed in. */
  raw(options: InjectOptions): Promise<Answer>;
  open(register: string, request: OpenRequest, key?: string): Promise<Answer>;
  act(register: string, id: string, act: string, request: ActRequest, key?: string): Promise<Answer>;
  entry(register: string, id: string): Promise<{ entry: EntryAnswer; acts: readonly OfferedAct[] }>;
  list(register: string, query?: Readonly<Record<string, string>>): Promise<ListAnswer>;
  ledger(register: string, id: string): Promise<LedgerAnswer>;
}

const listAnswer = z.object({
  entries: z.array(shapes.entry),
  next: z.string().nullable(),
  total: z.number().optional(),
  atLeast: z.literal(true).optional(),
});
export type ListAnswer = z.output<typeof listAnswer>;

/** A client that asks `cookie` for its session before every request; undefined for somebody who is not signed in. */
export function clientOf(
  app: FastifyInstance,
  cookie: () => Promise<string | undefined>,
  always: Headers = {},
): Client {
  const raw = async (options: InjectOptions): Promise<Answer> => {
    const held = await cookie();
    const response = await app.inject({
      ...options,
      headers: { ...(held === undefined ? {} : { cookie: held }), ...always, ...options.headers },
    });
    const answer = {
      status: response.statusCode,
      body: jsonOf(response.payload),
      text: response.payload,
      bytes: response.rawPayload,
      headers: response.headers,
    };
    holdAgainstShape(String(options.method ?? "GET"), String(options.url), answer);
    return answer;
  };
  const get: Client["get"] = (path, headers = {}) =>
    raw({ method: "GET", url: path, headers: { ...headers } });
  const send: Client["send"] = (method, url, body, headers = {}) => {
    const json = body === undefined ? {} : { payload: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    return raw({ method, url, headers: { ...type, ...headers }, ...json });
  };
  const keyed = (key: string | undefined): Headers => (key === undefined ? {} : { "idempotency-key": key });
  const entriesOf = (register: string) => `/api/registers/${register}/entries`;
  return {
    raw,
    get,
    send,
    open: (register, request, key) => send("POST", entriesOf(register), request, keyed(key)),
    act: (register, id, act, request, key) =>
      send("POST", `${entriesOf(register)}/${id}/acts/${act}`, request, keyed(key)),
    entry: async (register, id) =>
      shapes.entryWithActs.parse((await get(`${entriesOf(register)}/${id}`)).body),
    list: async (register, query = {}) =>
      listAnswer.parse((await get(`${entriesOf(register)}?${new URLSearchParams(query)}`)).body),
    ledger: async (register, id) =>
      shapes.ledger.parse((await get(`${entriesOf(register)}/${id}/ledger`)).body),
  };
}

/** The entry that a good answer carries. */
export const entryIn = ({ body }: Answer): EntryAnswer => shapes.entryWithActs.parse(body).entry;

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

// A route that answers more or less than it declares makes the OpenAPI document a lie.
function holdAgainstShape(method: string, url: string, answer: Answer): void {
  if (answer.status >= 300 || !String(answer.headers["content-type"]).startsWith("application/json")) return;
  const path = url.split("?")[0] ?? "";
  const route = routes.find((known) => known.method === method && matches(known.path, path));
  if (route === undefined || typeof route.answers === "string") return;
  const declared = route.answers.safeParse(answer.body);
  expect(
    declared.error?.issues,
    `${method} ${path} answers in another shape than it declares`,
  ).toBeUndefined();
  expect(answer.body, `${method} ${path} answers more than it declares`).toEqual(declared.data);
}

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+")}$`).test(path);
