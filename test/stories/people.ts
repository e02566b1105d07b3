import { inject } from "vitest";
import { z } from "zod";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { password } from "./stage.ts";

export const today = dayInShanghai(Date.now());
export const inTenDays = addDays(today, 10);
export const inTwentyDays = addDays(today, 20);

type Input = Readonly<Record<string, unknown>>;

/** The people of the demonstration around one enterprise, by their user names. */
export interface Cast {
  readonly enterprise: string;
  readonly safety: string;
  readonly principal: string;
  readonly inspector: string;
  readonly inspector2: string;
  readonly head: string;
  readonly owner: string;
  readonly item: string;
}

const underShangriLa = {
  inspector: "xgll-inspector",
  inspector2: "xgll-inspector2",
  head: "xgll-yingji",
  owner: "xianggelila-yingji",
};
/** Files of stories play at the same time: each has an enterprise to itself. */
export const foundry: Cast = {
  ...underShangriLa,
  enterprise: "foundry",
  safety: "safety2",
  principal: "principal2",
  item: "GM/7-3",
};
export const cement: Cast = {
  ...underShangriLa,
  enterprise: "cement",
  safety: "cement-safety",
  principal: "cement-principal",
  item: "GM/6-2",
};
export const highland: Cast = {
  ...underShangriLa,
  enterprise: "highland",
  safety: "highland-safety",
  principal: "highland-principal",
  item: "GM/8-2",
};
export const timber: Cast = {
  enterprise: "timber",
  safety: "timber-safety",
  principal: "timber-principal",
  inspector: "weixi-inspector",
  inspector2: "weixi-inspector2",
  head: "weixi-yingji",
  owner: "weixi-yingji",
  item: "GM/11-8",
};
export const meat: Cast = {
  enterprise: "meat",
  safety: "meat-safety",
  principal: "meat-principal",
  inspector: "deqin-inspector",
  inspector2: "deqin-inspector2",
  head: "deqin-yingji",
  owner: "deqin-yingji",
  item: "GM/12-2",
};

const answer = z.object({ entry: z.object({ id: z.string(), version: z.number(), number: z.string() }) });
const cookies = new Map<string, Promise<string>>();

/** Sends one request as somebody who is signed in; throws with the answer's text when it is a refusal. */
export async function send(username: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const cookie = cookies.get(username) ?? signIn(username);
  cookies.set(username, cookie);
  const response = await fetch(`${inject("address")}/api/${path}`, {
    method,
    headers: { cookie: await cookie, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${username}, ${path}: ${text}`);
  return JSON.parse(text === "" ? "null" : text);
}

async function signIn(username: string): Promise<string> {
  const response = await fetch(`${inject("address")}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const [cookie = ""] = response.headers.getSetCookie();
  return cookie.split(";")[0] ?? "";
}

export interface Brought {
  readonly id: string;
  readonly number: string;
  /** The page of the entry. */
  readonly path: string;
}

interface Step {
  readonly by: "safety" | "principal" | "inspector" | "inspector2" | "head";
  readonly act: string;
  readonly input?: (cast: Cast) => Input;
}

/** The whole way of a major hazard, owned by the county's bureau. */
const way: readonly Step[] = [
  {
    by: "safety",
    act: "proposeMajor",
    input: ({ item }) => ({ criteriaItem: item, judgementReason: "符合该条款" }),
  },
  { by: "principal", act: "confirmMajor" },
  {
    by: "principal",
    act: "report",
    input: ({ owner }) => ({
      owningOrganisation: organisationId(owner),
      reportMethod: "system",
      staffReport: "noticeBoard",
      staffReportedOn: today,
    }),
  },
  {
    by: "safety",
    act: "plan",
    input: () => ({
      planResponsible: "李四",
      planMeasures: "排水并封堵渗水点",
      planFunds: 12_000.5,
      rectifyBy: inTenDays,
      planContingency: "停用设备，设专人监护",
    }),
  },
  { by: "principal", act: "start" },
  {
    by: "safety",
    act: "selfAccept",
    input: () => ({
      acceptanceReport: "已落实",
      acceptancePersons: "张三、李四",
      noPhotoReason: "炉前区域禁止拍摄",
    }),
  },
  { by: "inspector", act: "review", input: () => ({ reviewOpinion: "整改到位" }) },
  { by: "inspector2", act: "countersign" },
  { by: "head", act: "close", input: () => ({ closeOpinion: "同意销号" }) },
];

/** A hazard of the cast's enterprise, found and brought by its acts to just after `last`; without one it is only found. */
export async function bring(cast: Cast, title: string, last?: string): Promise<Brought> {
  const input = {
    title,
    organisation: idOfName(`demonstration-enterprise:${cast.enterprise}`),
    source: "selfCheck",
    foundOn: today,
  };
  const found = await send(cast.safety, "POST", "registers/hazard/entries", { act: "find", input });
  const { id, number } = answer.parse(found).entry;
  const steps = way.slice(0, way.findIndex(({ act }) => act === last) + 1);
  for (const { by, act, input: given } of steps) await doAct(cast[by], id, act, given?.(cast));
  return { id, number, path: `/registers/hazard/entries/${id}` };
}

/** Does an act on a hazard as it stands. */
export async function doAct(username: string, id: string, act: string, input: Input = {}): Promise<void> {
  const path = `registers/hazard/entries/${id}`;
  const { entry } = answer.parse(await send(username, "GET", path));
  await send(username, "POST", `${path}/acts/${act}`, { version: entry.version, input });
}
