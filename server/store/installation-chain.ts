import { dayInShanghai } from "../../core/calendar/day.ts";
import type { LineBody } from "../../core/ledger/line.ts";
import { appendInstallationLine } from "./commit.ts";
import type { Transaction } from "./database.ts";
import type { HashAlgorithm } from "./digests.ts";
import { installationRegister } from "./found.ts";

/** Who did something to the installation itself, and when. */
export interface Done {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

/** Continues the installation's own chain by a line; for a committer, in a transaction that lets one such line go at a time. */
export async function continueInstallation(
  tx: Transaction,
  algorithm: HashAlgorithm,
  act: string,
  { at, person, role, organisation }: Done,
  changes: LineBody["changes"],
): Promise<void> {
  const { rows } = await tx.query<{ entry: string; version: number; hash: string; state: string }>(
    `select entry, version, hash, text::jsonb ->> 'state' as state from ledger
      where entry = (select id from installation) order by version desc limit 1`,
  );
  const [last] = rows;
  if (last === undefined) throw new Error("The installation has no founding line");
  const body: LineBody = {
    entry: last.entry,
    version: last.version + 1,
    register: installationRegister,
    act,
    state: last.state,
    actor: person,
    role,
    organisation,
    at,
    day: dayInShanghai(at),
    changes,
  };
  await appendInstallationLine(tx, algorithm, last.hash, body);
}
