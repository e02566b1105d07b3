import type { Day } from "../../core/calendar/day.ts";
import type { RungWho } from "../../core/reminders/ladder.ts";
import type { Role } from "../../core/scope/roles.ts";
import type { Queryable } from "./database.ts";
import { installationRegister } from "./found.ts";

/**
 * A notice to the roles of an organisation: an entry has come to them, or its deadline nears or has passed; or to one of its people:
 * somebody named them in a comment; or something befell the installation itself, which is no entry.
 */
export interface Notice {
  readonly id: string;
  readonly entry: string | null;
  readonly register: string | null;
  readonly kind: string;
  readonly day: Day;
  readonly at: string;
  readonly seen: boolean;
  readonly number: string | null;
  readonly title: string | null;
  /** The name of the search into which the entry came; null where the notice tells of something else, or the search is gone. */
  readonly search: string | null;
  /** The name of whoever named the person in a comment. */
  readonly by: string | null;
  /** Of a reminder, up to whom it climbed. */
  readonly rung: RungWho | null;
}

/** The newest notices for a person's role in their organisation, of entries that they may see. */
export async function readNotices(
  tx: Queryable,
  asked: {
    readonly person: string;
    readonly organisation: string;
    readonly role: string;
    readonly limit: number;
  },
): Promise<{ notices: readonly Notice[]; unseen: number }> {
  const mine = "n.organisation = $1 and $2 = any(n.roles) and (n.person is null or n.person = $3)";
  const visible = `(e.id is not null or n.register = '${installationRegister}')`;
  const seenUpTo = "coalesce((select up_to from notice_seen where person = $3), '-infinity'::timestamptz)";
  const { rows } = await tx.query<Omit<Notice, "at"> & { at: Date }>({
    name: "notices",
    text: `select n.id, e.id as entry, e.register, n.kind, n.day, n.at, n.at <= ${seenUpTo} as seen, e.number,
        coalesce(e.title, e.number) as title, s.name as search, p.name as by, n.rung
      from notice n left join entry e on e.id = n.entry left join saved_search s on s.id = n.search
        left join person p on p.id = n.named_by where ${mine} and ${visible}
      order by n.at desc, n.id desc limit $4`,
    values: [asked.organisation, asked.role, asked.person, asked.limit],
  });
  const counted = await tx.query<{ unseen: number }>({
    name: "unseen-notices",
    text: `select count(*) as unseen from notice n left join entry e on e.id = n.entry
      where ${mine} and ${visible} and n.at > ${seenUpTo}`,
    values: [asked.organisation, asked.role, asked.person],
  });
  return {
    notices: rows.map(({ at, ...notice }) => ({ ...notice, at: at.toISOString() })),
    unseen: counted.rows[0]?.unseen ?? 0,
  };
}

/** What befalls an installation: a verification found its ledger broken, or a witness refused its checkpoint. */
export type InstallationNotice = "ledgerBroken" | "witnessRefused";

/**
 * Tells the committee's offices what befell the installation: once for a day, whoever tells it and however often. The notice
 * concerns the installation, whose own lines have its id.
 */
export async function giveInstallationNotices(
  tx: Queryable,
  kind: InstallationNotice,
  organisations: readonly string[],
  day: Day,
  at: Date,
): Promise<void> {
  const role: Role = "committeeOffice";
  await tx.query({
    text: `insert into notice (id, entry, register, organisation, roles, kind, day, at)
      select gen_random_uuid(), i.id, $1, o, array[$2], $3, $4, $5 from installation i, unnest($6::uuid[]) o
      on conflict do nothing`,
    values: [installationRegister, role, kind, day, at, organisations],
  });
}

/** The person has seen everything up to a moment. */
export async function markSeen(tx: Queryable, person: string, upTo: Date): Promise<void> {
  await tx.query({
    name: "mark-seen",
    text: `insert into notice_seen (person, up_to) values ($1, $2)
      on conflict (person) do update set up_to = greatest(notice_seen.up_to, excluded.up_to)`,
    values: [person, upTo],
  });
}
