import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { refusal } from "../../core/refusals.ts";
import { numbersShownTo } from "../../core/register/personal-values.ts";
import type { Register } from "../../core/register/register.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { type ListExport, type OpenedExport, openExport } from "../exchange/write/list-export.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { bare, type Route, route, type SignedInVisit } from "../http/route.ts";
import { directExportParameters } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import { recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";

const tag = "exports";
const inRegister = z.strictObject({ register: z.string() });

/** A route that answers a list whole, as a file, while it is read. */
const exportRoute = (format: "xlsx" | "csv", words: { zh: string; en: string }): Route =>
  route(
    `GET /api/registers/:register/entries.${format}`,
    {
      right: "registers",
      partners: true,
      ...bare,
      params: inRegister,
      query: directExportParameters,
      tag,
      words,
      answers: "bytes",
    },
    async (visit) => {
      const register = registerFor(visit.params.register, visit.actor);
      const { form = "plain", personal, reason, ...asked } = visit.query;
      const { actor, now } = visit;
      const numbers = personal === undefined ? undefined : numbersFor(register, actor, reason);
      const over = visit.services.exports.takePlace();
      if (over === undefined) throw new HttpProblem("too-many-exports");
      await send(visit, { register, format, form, asked, actor, now, numbers }, over);
      return undefined;
    },
  );

export const exportXlsx = exportRoute("xlsx", {
  zh: "导出条目列表（xlsx）",
  en: "A list of entries as a workbook",
});
export const exportCsv = exportRoute("csv", { zh: "导出条目列表（CSV）", en: "A list of entries as CSV" });

/** The personal numbers that go out with a list: those that the role may have shown of an entry, for a reason that is recorded. */
function numbersFor(
  register: Register,
  { role, token }: Actor,
  reason: string | undefined,
): ListExport["numbers"] {
  if (reason === undefined)
    throw new HttpProblem("malformed-request", [{ field: "reason", code: "required" }]);
  const fields = numbersShownTo(register.allFields, role);
  if (fields.length === 0 || token) throw new Refused(refusal("role-may-not"));
  return { fields, reason };
}

type Visit = SignedInVisit<unknown, unknown, unknown>;

async function send(visit: Visit, wanted: ListExport, over: () => void): Promise<void> {
  const { services, reply } = visit;
  const file = await openExport(services, wanted).catch((error: unknown) => {
    over();
    throw error;
  });
  file.bytes.once("close", over);
  try {
    await record(visit, wanted, file);
  } catch (error) {
    await file.end();
    throw error;
  }
  // Who takes nothing any more must not hold rows of one moment for ever.
  reply.raw.setTimeout(limits.exportStalledSeconds * 1_000, () => file.bytes.destroy());
  file.bytes.once("close", () => reply.raw.setTimeout(0, () => undefined));
  reply.header("content-disposition", attachment(file.name)).header("cache-control", "no-store");
  reply.header("x-total-count", file.total).type(file.type);
  await reply.send(file.bytes);
}

/** How a browser saves a file under its name. */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** Before the first byte leaves: what is not logged is not taken out. */
async function record(visit: Visit, wanted: ListExport, file: OpenedExport) {
  const { register, format } = wanted;
  const facts = {
    register: register.name,
    filter: file.filter,
    columns: file.columns,
    rows: file.total,
    format,
    personal: wanted.numbers?.fields.join(","),
    reason: wanted.numbers?.reason,
  };
  await inTransaction(visit.services.pool, undefined, (tx) =>
    recordVisit(tx, visit, { event: "listExported", facts }),
  );
}
