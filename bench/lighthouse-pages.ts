import { z } from "zod";

export type Device = "desktop" | "phone";

interface RatedPage {
  readonly name: string;
  readonly username: string;
  readonly device: Device;
  readonly path: string;
}

const password = "zhiben-demo";
const hazards = "/registers/hazard";
const entries = z.object({
  entries: z.array(z.object({ id: z.string() })).min(1),
  total: z.number().optional(),
});

/** Signs in to the demonstration; returns the cookie. */
export async function signIn(address: string, username: string): Promise<string> {
  const response = await fetch(`${address}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** The first entry of a register in somebody's sight. */
async function firstEntry(address: string, username: string, register: string): Promise<string> {
  const response = await fetch(`${address}/api/registers/${register}/entries`, {
    headers: { cookie: await signIn(address, username) },
  });
  const [first] = entries.parse(await response.json()).entries;
  return `/registers/${register}/entries/${first?.id}`;
}

/** What the pages are drawn from: all of its hazards, of which each person sees a part. */
export async function datasetAt(address: string) {
  const response = await fetch(`${address}/api${hazards}/entries?limit=1&count=exact`, {
    headers: { cookie: await signIn(address, "anweiban") },
  });
  return { name: "demonstration", hazards: entries.parse(await response.json()).total };
}

/** The pages that are rated: an inspector's on a desk, and those on which an enterprise's principal does the month's duties. */
export async function openPages(address: string): Promise<readonly RatedPage[]> {
  const desk = { username: "inspector", device: "desktop" } as const;
  const phone = { username: "principal", device: "phone" } as const;
  return [
    { ...desk, name: "desk home", path: "/" },
    { ...desk, name: "desk list", path: hazards },
    { ...desk, name: "desk entry", path: await firstEntry(address, desk.username, "hazard") },
    { ...phone, name: "phone home", path: "/" },
    { ...phone, name: "phone list", path: hazards },
    { ...phone, name: "phone entry", path: await firstEntry(address, phone.username, "hazard") },
    { ...phone, name: "phone self-check", path: await firstEntry(address, phone.username, "self-check") },
    { ...phone, name: "phone hazard form", path: `${hazards}/new/find` },
  ];
}
