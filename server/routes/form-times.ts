import { z } from "zod";
import { formDevices, slotOf, toldTimes } from "../../core/form-times.ts";
import { limits } from "../../core/limits.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { Role } from "../../core/scope/roles.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { type CountedForms, countForm, monthsOfForms, readForms } from "../store/form-times.ts";
import * as shapes from "./shapes.ts";

const tag = "operation";
const device = z.enum(formDevices);
const name = z.string().max(64);

/** The act as declared, if this role may do it: nobody fills in a form that is not theirs. */
function formOf(register: string, act: string, role: Role) {
  const acts = registerNamed(register)?.acts ?? {};
  const declared = Object.hasOwn(acts, act) ? acts[act] : undefined;
  return declared?.by.includes(role) ? declared : undefined;
}

export const tellFormTime = route(
  "POST /api/form-times",
  {
    right: "own",
    ...bare,
    body: z.strictObject({
      register: name,
      act: name,
      device,
      seconds: z.int().min(1).max(limits.formTimeSeconds),
    }),
    tag,
    words: {
      zh: "计入一张表的填写用时（不记何人）",
      en: "Count how long a form took, without whose it was",
    },
    answers: "nothing",
  },
  async ({ services, scope, actor, now, today, body }) => {
    // Known by the person for a minute, in memory; what is counted then knows nobody.
    if (!services.formTimeGuard.mayAsk(actor.id, now)) throw new HttpProblem("too-many-submissions");
    const { register, act, seconds } = body;
    if (formOf(register, act, actor.role) === undefined) throw new HttpProblem("not-found");
    const counted = { month: today.slice(0, 7), register, act, device: body.device, slot: slotOf(seconds) };
    await inTransaction(services.pool, scope, (tx) => countForm(tx, counted));
    return noContent;
  },
);

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const bound = z.int().nullable();
const form = z.object({
  register: name,
  registerWords: shapes.words,
  act: name,
  actWords: shapes.words,
  device,
  // Null where they are so few that it could be told whose they were.
  times: z
    .object({ formsAtLeast: z.int(), medianAtMostSeconds: bound, ninetiethAtMostSeconds: bound })
    .nullable(),
});

export const listFormTimes = route(
  "GET /api/form-times",
  {
    right: "usage",
    ...bare,
    query: z.strictObject({ month: month.optional() }),
    tag,
    words: { zh: "各表填写用时（不涉及个人）", en: "How long forms take, of nobody in particular" },
    answers: z.object({ month, months: z.array(month), forms: z.array(form) }),
  },
  async ({ services, scope, today, query }) => {
    const asked = query.month ?? today.slice(0, 7);
    return inTransaction(services.pool, scope, async (tx) => {
      const forms = await readForms(tx, asked);
      return ok({ month: asked, months: await monthsOfForms(tx), forms: forms.map(viewForm) });
    });
  },
);

// A register or an act that is declared no more is told by its name.
const named = (words: string) => ({ zh: words, en: words });

function viewForm({ counts, register, act, device: on }: CountedForms) {
  const declared = registerNamed(register);
  return {
    register,
    registerWords: declared?.words ?? named(register),
    act,
    actWords: declared?.acts[act]?.words ?? named(act),
    device: on,
    times: toldTimes(counts) ?? null,
  };
}
