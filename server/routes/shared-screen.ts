import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { drawnOutlines } from "../../core/map/outline.ts";
import { mayAsk } from "../../core/scope/rights.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { originOf } from "../http/origin.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, openRoute, type Visit } from "../http/route.ts";
import { isScreenSecret } from "../screen-secret.ts";
import type { Services } from "../services.ts";
import { recordApart } from "../store/audit.ts";
import { lastPosition } from "../store/changes.ts";
import { inTransaction } from "../store/database.ts";
import { type LinkMaker, makerOfLink, noteShown } from "../store/screen-links.ts";
import { outlineShape } from "./map.ts";
import { screenAnswer, screenOf } from "./screen.ts";

const tag = "screen";
const bySecret = {
  zh: "以 Authorization: Bearer 出示链接密钥",
  en: "the link's secret as Authorization: Bearer",
};

type AnyVisit = Visit<unknown, unknown, unknown>;

/** Whose figures the request's secret shows. Throws one problem for whatever is no link, lest it be probed. */
async function linkOf({ services, token, now, today }: AnyVisit): Promise<LinkMaker> {
  const found = await makerShown(services, token, now, today);
  if (found === undefined) throw new HttpProblem("screen-link-over");
  return found;
}

async function makerShown({ pool }: Services, token: string | undefined, now: Date, today: string) {
  const maker = isScreenSecret(token) ? await makerOfLink(pool, token, now, today) : undefined;
  return maker && mayAsk(maker.actor.role, "figures") ? maker : undefined;
}

/** Tells the audit log that somebody has the screen open by a link, once an hour, before it is shown. */
async function tellShown({ services, request, now }: AnyVisit, { link, actor }: LinkMaker): Promise<void> {
  await inTransaction(services.pool, undefined, async (tx) => {
    if (!(await noteShown(tx, link, now))) return;
    const opened = { event: "screenLinkOpened", facts: { link }, from: originOf(request) } as const;
    await recordApart(tx, services.algorithm, actor, opened, now);
  });
}

export const readSharedScreen = openRoute(
  "GET /api/shared-screen",
  {
    ...bare,
    tag,
    words: {
      zh: `大屏数字，凭只读链接（${bySecret.zh}）`,
      en: `The figures of the big screen by a link (${bySecret.en})`,
    },
    answers: screenAnswer,
  },
  async (visit) => {
    const maker = await linkOf(visit);
    await tellShown(visit, maker);
    return ok(await screenOf({ ...visit, scope: scopeOf(maker.actor) }));
  },
);

export const readSharedOutlines = openRoute(
  "GET /api/shared-screen/outlines",
  {
    ...bare,
    tag,
    words: {
      zh: `大屏的行政区划轮廓（${bySecret.zh}）`,
      en: `The outlines of the big screen (${bySecret.en})`,
    },
    answers: z.object({ outlines: z.array(outlineShape) }),
  },
  async (visit) => {
    await linkOf(visit);
    return ok({ outlines: drawnOutlines(visit.services.campaign.pack) });
  },
);

export const streamSharedScreen = openRoute(
  "GET /api/shared-screen/stream",
  {
    ...bare,
    tag,
    words: {
      zh: `大屏刷新信号，只说有变化，不说什么变了（${bySecret.zh}）`,
      en: `Tells the big screen that something has changed, and not what (${bySecret.en})`,
    },
    answers: "events",
  },
  async (visit) => {
    const { services, reply, token } = visit;
    const { actor } = await linkOf(visit);
    const place = { epoch: services.epoch, after: await lastPosition(services.pool) };
    services.stream.join(reply, scopeOf(actor), place, {
      mayHear: async () => {
        const now = services.clock();
        return (await makerShown(services, token, now, dayInShanghai(now.toISOString()))) !== undefined;
      },
      silent: true,
    });
    return undefined;
  },
);
