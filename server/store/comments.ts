import type { Json } from "../../core/ledger/canonical.ts";
import { type LineBody, readLine } from "../../core/ledger/line.ts";
import { type Audience, audienceIn, commentAct, isOfComment } from "../../core/register/comment.ts";
import type { Queryable } from "./database.ts";

/** What somebody said of an entry. */
export interface StoredComment {
  readonly body: LineBody;
  readonly audience: Audience;
  /** Null once it has been erased. */
  readonly text: string | null;
  readonly mentions: readonly string[];
}

export interface CommentsAsked {
  readonly entry: string;
  /** After the comment of this version. */
  readonly after: number;
  readonly limit: number;
  readonly audiences: readonly Audience[];
}

/**
 * Comments on an entry in the order in which they were made, of these audiences alone. The caller has checked the scope; the policy
 * on sealed values holds back what a post may not read, whatever is asked here.
 */
export async function readComments(
  tx: Queryable,
  { entry, after, limit, audiences }: CommentsAsked,
): Promise<readonly StoredComment[]> {
  const { rows } = await tx.query<{ text: string; held: readonly { field: string; value: Json }[] }>({
    name: "comments",
    text: `select l.text, coalesce((select jsonb_agg(jsonb_build_object('field', v.field, 'value', v.value)) from value v
          where v.entry = l.entry and v.version = l.version), '[]') as held
      from ledger l where l.entry = $1 and l.version > $2 and l.act = $3
        and l.text::jsonb #>> '{changes,audience}' = any($4::text[])
      order by l.version limit $5`,
    values: [entry, after, commentAct, audiences, limit],
  });
  return rows.map(({ text, held }) => {
    const { body } = readLine(text);
    const values = new Map(
      held.filter(({ field }) => isOfComment(field)).map(({ field, value }) => [field, value]),
    );
    const [said, mentions] = [values.get("comment"), values.get("mentions")];
    return {
      body,
      audience: audienceIn(body.changes),
      text: typeof said === "string" ? said : null,
      mentions: Array.isArray(mentions) ? mentions.map(String) : [],
    };
  });
}
