import { once } from "node:events";
import http from "node:http";

/** A sign-in whose body is still on its way; resolves once the server has its head and waits for the rest. */
export async function halfARequest(
  address: string,
  input: { readonly username: string; readonly password: string },
): Promise<{ request: http.ClientRequest; rest: string }> {
  const body = JSON.stringify(input);
  const request = http.request(`${address}/api/session`, {
    method: "POST",
    agent: new http.Agent({ keepAlive: true }),
    headers: { "content-type": "application/json", "content-length": body.length, expect: "100-continue" },
  });
  request.flushHeaders();
  await once(request, "continue");
  request.write(body.slice(0, 10));
  return { request, rest: body.slice(10) };
}
