import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { findEnterprises } from "../store/enterprise-names.ts";
import { searchText } from "../store/search-words.ts";
import * as shapes from "./shapes.ts";

// NUL has no place in the database; of a single sign half the roll would be told.
const part = z
  .string()
  .trim()
  .max(limits.searchLengthCharacters)
  .refine((text) => !text.includes("\0"))
  .refine((text) => [...searchText(text)].length >= limits.enterpriseNameLeastCharacters);

/**
 * Enterprises and service bodies by name, code and place, for those who open accounts and grant posts in them and see nothing else of them. All three stand
 * in the public roll of firms as well; therefore no line of the audit log is written, as with other searches.
 */
export const listEnterpriseNames = route(
  "GET /api/enterprise-names",
  {
    right: "enterpriseNames",
    ...bare,
    // Either of the two: the one with this id, or those whose name holds the text or whose credit code it is.
    query: z
      .strictObject({ q: part.optional(), id: shapes.id.optional() })
      .refine(({ q, id }) => (q === undefined) !== (id === undefined)),
    tag: "accounts",
    words: {
      zh: "按名称或信用代码查找企业、服务机构（开通账号、授权用）",
      en: "Find enterprises and service bodies by name or credit code, to open accounts and grant posts in them",
    },
    answers: z.object({
      enterprises: z.array(
        z.object({ id: shapes.id, name: z.string(), creditCode: z.string().nullable(), region: z.string() }),
      ),
      /** Whether there are more than are told. */
      more: z.boolean(),
    }),
  },
  async ({ services, scope, query: { q = "", id } }) => {
    const most = limits.enterpriseNamesShown;
    const wanted = id === undefined ? { text: q } : { id };
    const found = await inTransaction(services.pool, scope, (tx) => findEnterprises(tx, wanted, most + 1));
    return ok({ enterprises: found.slice(0, most), more: found.length > most });
  },
);
