import { storedLanguage } from "../words/stored-language.ts";
import { unattendedHeaders } from "./attended.ts";
import { forgetEarly, takeEarly } from "./early.ts";
import { noAnswer, ProblemError } from "./problem.ts";

interface Asked {
  readonly body?: unknown;
  /** Sent as it is, in place of a body in JSON. */
  readonly bytes?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** It is sent even if the page is left meanwhile. */
  readonly keepalive?: boolean;
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Sends one request and reads its answer; anything but success is thrown as a `ProblemError`. Nothing is sent twice. */
export async function call<T>(method: Method, path: string, asked: Asked = {}): Promise<T> {
  const response = await send(method, path, asked);
  if (!response.ok) throw await problemFrom(response);
  const text = await response.text().catch(() => {
    throw noAnswer();
  });
  return JSON.parse(text === "" ? "null" : text);
}

/** A file as the server names it. */
export interface Download {
  readonly name: string;
  readonly bytes: Blob;
}

/** Fetches a file whole; anything but success is thrown as a `ProblemError`, and so is a file that broke off. */
export async function download(path: string): Promise<Download> {
  const response = await send("GET", path, {});
  if (!response.ok) throw await problemFrom(response);
  const [, name = ""] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  const bytes = await response.blob().catch(() => {
    throw noAnswer();
  });
  return { name: decodeURIComponent(name), bytes };
}

async function send(
  method: Method,
  path: string,
  { body, bytes, headers, signal, keepalive }: Asked,
): Promise<Response> {
  if (method === "GET") {
    const early = takeEarly(path);
    if (early !== undefined) return early.catch(() => Promise.reject(noAnswer()));
  } else forgetEarly();
  const request: RequestInit = {
    method,
    headers: {
      "accept-language": storedLanguage(),
      ...unattendedHeaders(),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(bytes === undefined ? {} : { "content-type": "application/octet-stream" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: bytes }),
    ...(signal === undefined ? {} : { signal }),
    ...(keepalive === undefined ? {} : { keepalive }),
  };
  try {
    return await fetch(`/api/${path}`, request);
  } catch (error) {
    // A request that the page itself gave up is not a failure of the network.
    if (signal?.aborted) throw error;
    throw noAnswer();
  }
}

async function problemFrom(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  if (!isProblem)
    return new ProblemError({ title: response.statusText, status: response.status, code: "internal-error" });
  return new ProblemError(await response.json());
}
