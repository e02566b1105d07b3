import { type HttpClient, openClient, requestText } from "./http-client.ts";
import { type Measured, measure } from "./measure.ts";
import { addressOf, benchAct, pages } from "./pages.ts";
import { benchPassword, safetyName } from "./world.ts";

/** What one process of load is asked to do, as its only argument. */
export type LoadOrder =
  | { readonly address: string; readonly clients: number; readonly page: string; readonly seconds: number }
  | { readonly address: string; readonly clients: number; readonly acts: number };

/** What was measured, and how many requests warmed the server up before. */
type Loaded = Measured & { readonly warm: number };

const order: LoadOrder = JSON.parse(process.argv[2] ?? "");
const { hostname, port } = new URL(order.address);
const connections = await Promise.all(
  Array.from({ length: order.clients }, () => openClient(hostname, Number(port))),
);
const measured = "acts" in order ? await loadActs(order.acts) : await loadPage(order.page, order.seconds);
for (const connection of connections) connection.close();
process.stdout.write(`${JSON.stringify(measured)}\n`);

function connectionOf(client: number): HttpClient {
  const connection = connections[client % connections.length];
  if (connection === undefined) throw new Error("No such client");
  return connection;
}

async function signIn(username: string): Promise<string> {
  const request = requestText("POST", "/api/session", "", { username, password: benchPassword });
  const { status, headers } = await connectionOf(0).send(request);
  const cookie = /set-cookie: ([^;]+)/i.exec(headers)?.[1];
  if (status !== 200 || cookie === undefined) throw new Error(`${username} could not sign in: ${status}`);
  return cookie;
}

async function loadPage(name: string, seconds: number): Promise<Loaded> {
  const page = pages.find((known) => known.name === name);
  if (page === undefined) throw new Error(`No page ${name}`);
  const request = requestText("GET", addressOf(page), await signIn(page.username));
  const work = async (client: number) => {
    const { status } = await connectionOf(client).send(request);
    if (status !== 200) throw new Error(`A page answered ${status}`);
  };
  const until = (end: number) => () => (performance.now() < end ? true : undefined);
  const warm = await measure(order.clients, until(performance.now() + Math.min(seconds, 2) * 500), work);
  const measured = await measure(order.clients, until(performance.now() + seconds * 1_000), work);
  return { ...measured, warm: warm.count };
}

/** One act on each of as many entries as are asked for, whichever enterprises they belong to. */
async function loadActs(count: number): Promise<Loaded> {
  const requests = await actRequests(count);
  const warm = requests.splice(0, Math.min(requests.length, order.clients * 5));
  const work = async (client: number, request: string) => {
    const { status, body } = await connectionOf(client).send(request);
    if (status !== 200) throw new Error(`An act answered ${status}: ${body.toString()}`);
  };
  const warmed = await measure(order.clients, () => warm.pop(), work);
  return { ...(await measure(order.clients, () => requests.pop(), work)), warm: warmed.count };
}

async function actRequests(count: number): Promise<string[]> {
  const requests: string[] = [];
  for (let enterprise = 0; requests.length < count + order.clients * 5; enterprise += 1) {
    const cookie = await signIn(safetyName(enterprise));
    const list = `/api/registers/hazard/entries?state=${benchAct.state}&limit=200`;
    const { body } = await connectionOf(0).send(requestText("GET", list, cookie));
    const { entries }: { entries: readonly { id: string; version: number }[] } = JSON.parse(body.toString());
    for (const { id, version } of entries) {
      const path = `/api/registers/hazard/entries/${id}/acts/${benchAct.name}`;
      requests.push(requestText("POST", path, cookie, { version, input: benchAct.input }));
    }
  }
  return requests.slice(0, count + order.clients * 5);
}
