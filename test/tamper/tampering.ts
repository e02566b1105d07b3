import type { FaultCode } from "../../core/ledger/faults.ts";

/** What becomes of a table when somebody changes, removes, adds, exchanges or empties behind the application's back. */
export interface Tampering {
  /** The row that is touched, as a condition; else the first. */
  readonly row?: string;
  /** Where its rows lie, if not in the table itself. */
  readonly part?: string;
  /** By whichever of these a change of any column is found. */
  readonly changed: readonly FaultCode[];
  /** Columns that say nothing of the record, with the reason. */
  readonly free?: Readonly<Record<string, string>>;
  /** Other values than the usual ones for columns that are changed, in SQL. */
  readonly to?: Readonly<Record<string, string>>;
  readonly deleted: FaultCode;
  readonly truncated: FaultCode;
  /** A copy of the row with other values, in SQL; or why one more is harmless. */
  readonly inserted: { readonly with: Readonly<Record<string, string>>; readonly found: FaultCode } | string;
  /** Columns whose values the row exchanges with another, where a condition on both may say which; or why there is no other. */
  readonly swapped:
    | { readonly columns: readonly string[]; readonly where?: string; readonly found: FaultCode }
    | string;
}

const newId = "'01890000-0000-7000-8000-000000000001'";

const entryTable: Tampering = {
  changed: ["entry-differs", "entry-missing", "register-unknown"],
  deleted: "entry-missing",
  truncated: "entry-missing",
  inserted: { with: { id: newId, number: "'X-1'", credit_code: "'X'" }, found: "entry-without-lines" },
  swapped: { columns: ["title"], found: "entry-differs" },
};

// Of two cells that differ by their region alone the exchange says nothing else than before.
const otherCount = { columns: ["region"], where: "a.measure <> b.measure", found: "month-differs" } as const;

/** For every table of the record: what becomes of it when somebody changes, removes, adds, exchanges or empties. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  entry_hazard: entryTable,
  entry_enterprise: entryTable,
  entry_risk_point: entryTable,
  entry_self_check: entryTable,
  entry_service_body: entryTable,
  entry_site: entryTable,
  entry_report: entryTable,
  entry_briefing: entryTable,
  entry_task: entryTable,
  entry_directive: entryTable,
  entry_document: entryTable,
  entry_evaluation: entryTable,
  entry_sub_plan: entryTable,
  // Those of one year are all called the same.
  entry_assessment: { ...entryTable, swapped: { columns: ["unit"], found: "entry-differs" } },
  entry_enterprise_application: {
    ...entryTable,
    inserted: {
      with: { id: newId, number: "'X-1'", secret_hash: "'x'" },
      found: "entry-without-lines",
    },
  },
  entry_account: {
    ...entryTable,
    inserted: { with: { id: newId, number: "'X-1'", username: "'x'" }, found: "entry-without-lines" },
  },
  entry_post: {
    ...entryTable,
    inserted: { with: { id: newId, number: "'X-1'" }, found: "entry-without-lines" },
  },
  entry_partner_token: {
    ...entryTable,
    inserted: {
      with: { id: newId, number: "'X-1'", secret_hash: "'x'" },
      found: "entry-without-lines",
    },
  },
  person: {
    changed: ["people-differ"],
    free: {
      password_hash: "no line ever holds a password",
      password_changed_at: "nor when it was changed",
      must_change_password: "nor what is left to do before signing in",
      password_expires_at: "nor how long a one-time password is good",
      sign_on_unbound: "the audit log tells who unbound it",
    },
    deleted: "people-differ",
    truncated: "people-differ",
    inserted: { with: { id: newId, username: "'x'" }, found: "people-differ" },
    swapped: { columns: ["name"], found: "people-differ" },
  },
  post: {
    changed: ["people-differ"],
    deleted: "people-differ",
    truncated: "people-differ",
    inserted: { with: { id: newId }, found: "people-differ" },
    swapped: { columns: ["role"], where: "a.role <> b.role", found: "people-differ" },
  },
  ledger: {
    row: "act = 'confirmMajor'",
    changed: ["hash-differs", "columns-differ", "previous-hash-differs", "version-gap", "register-unknown"],
    deleted: "version-gap",
    // Of so many faults the first are named, and those of the tree come before the entries'.
    // Of so many faults the first hundred are told, and those that have a position come first.
    truncated: "leaf-without-line",
    inserted: { with: { version: "version + 100" }, found: "version-gap" },
    swapped: { columns: ["text", "hash"], where: "a.entry = b.entry", found: "version-gap" },
  },
  audit: {
    part: "audit_2026_03",
    changed: ["hash-differs", "columns-differ", "version-gap", "other-entry", "leaf-without-line"],
    deleted: "leaf-without-line",
    truncated: "leaf-without-line",
    inserted: { with: { entry: newId }, found: "columns-differ" },
    swapped: { columns: ["text", "hash"], found: "columns-differ" },
  },
  value: {
    changed: ["commitment-differs", "value-missing", "value-without-commitment"],
    deleted: "value-missing",
    truncated: "value-missing",
    inserted: { with: { field: "'remark'" }, found: "value-without-commitment" },
    swapped: { columns: ["salt", "value"], found: "commitment-differs" },
  },
  party: {
    changed: ["parties-differ"],
    deleted: "parties-differ",
    truncated: "parties-differ",
    inserted: { with: { role: "'remark'" }, found: "parties-differ" },
    swapped: { columns: ["role"], found: "parties-differ" },
  },
  party_place: {
    changed: ["party-place-missing"],
    deleted: "party-place-missing",
    truncated: "party-place-missing",
    inserted: "a place more is looked into in vain",
    swapped: "a set of places has no order",
  },
  cell: {
    changed: ["cells-differ"],
    deleted: "cells-differ",
    truncated: "cells-differ",
    inserted: { with: {}, found: "cells-differ" },
    swapped: { columns: ["region"], found: "cells-differ" },
  },
  cell_fresh: {
    changed: ["month-differs"],
    free: { day: "it stands in the same month" },
    to: { region: "'9' || region" },
    deleted: "month-differs",
    truncated: "month-differs",
    inserted: { with: {}, found: "month-differs" },
    swapped: otherCount,
  },
  cell_month: {
    changed: ["month-differs"],
    deleted: "month-differs",
    truncated: "month-differs",
    inserted: { with: {}, found: "month-differs" },
    swapped: otherCount,
  },
  number_series: {
    changed: ["counter-behind", "counter-unused"],
    free: { drawn: "numbers may have gaps, so a counter may run ahead; that it lags is a case of its own" },
    deleted: "counter-behind",
    truncated: "counter-behind",
    inserted: { with: { series: "'hazard/000000/0000'" }, found: "counter-unused" },
    swapped: { columns: ["drawn"], found: "counter-behind" },
  },
  unsequenced: {
    changed: ["waiting-differs", "place-missing", "waiting-without-line"],
    deleted: "place-missing",
    truncated: "place-missing",
    inserted: { with: { version: "version + 100" }, found: "waiting-without-line" },
    swapped: { columns: ["hash"], found: "waiting-differs" },
  },
  leaf: {
    row: "position = 7",
    changed: ["leaf-differs", "leaf-gap", "leaf-without-line"],
    deleted: "leaf-gap",
    truncated: "place-missing",
    inserted: {
      with: { version: "version + 100", position: "position + 100000" },
      found: "leaf-without-line",
    },
    swapped: { columns: ["hash"], found: "leaf-differs" },
  },
  tree_node: {
    changed: ["node-differs", "node-missing", "node-unknown"],
    deleted: "node-missing",
    truncated: "node-missing",
    inserted: { with: { level: "level + 4" }, found: "node-unknown" },
    swapped: { columns: ["hash"], found: "node-differs" },
  },
  checkpoint: {
    row: "size = (select max(size) from checkpoint)",
    changed: ["checkpoint-differs", "checkpoint-malformed", "checkpoint-signature-broken"],
    free: { at: "what was signed is size and root" },
    deleted: "checkpoint-missing",
    truncated: "checkpoint-missing",
    inserted: { with: { size: "size + 1" }, found: "checkpoint-differs" },
    swapped: { columns: ["note"], found: "checkpoint-differs" },
  },
  verifier_key: {
    changed: ["key-unknown", "key-missing"],
    free: { at: "orders the keys for reading" },
    deleted: "key-missing",
    truncated: "key-missing",
    inserted: { with: { key: "key || 'A'" }, found: "key-unknown" },
    swapped: "there is one key",
  },
  installation: {
    changed: ["installation-differs", "founding-line-missing"],
    free: { only_row: "holds the table to one row", loaded: "whether the demonstration is loaded whole" },
    to: { kind: "'demonstration'", hash_algorithm: "'sm3'" },
    deleted: "installation-differs",
    truncated: "installation-differs",
    inserted: { with: {}, found: "installation-differs" },
    swapped: "there is one row",
  },
  criteria_import: {
    changed: ["official-text-differs", "official-text-missing"],
    deleted: "official-text-missing",
    truncated: "official-text-missing",
    inserted: { with: { id: newId }, found: "official-text-unknown" },
    swapped: { columns: ["file"], found: "official-text-differs" },
  },
  criteria_text: {
    changed: ["official-text-differs", "official-text-unknown"],
    deleted: "official-text-differs",
    truncated: "official-text-differs",
    inserted: { with: { item: "'99-9'" }, found: "official-text-differs" },
    swapped: { columns: ["text"], found: "official-text-differs" },
  },
  criteria_list: {
    changed: ["official-text-differs", "official-text-unknown"],
    deleted: "official-text-differs",
    truncated: "official-text-differs",
    inserted: { with: { code: "'ZD9'" }, found: "official-text-differs" },
    swapped: { columns: ["name"], found: "official-text-differs" },
  },
  criteria_withdrawal: {
    changed: ["withdrawal-differs", "withdrawal-missing"],
    deleted: "withdrawal-missing",
    truncated: "withdrawal-missing",
    inserted: { with: { import: newId }, found: "withdrawal-unknown" },
    swapped: { columns: ["reason"], found: "withdrawal-differs" },
  },
  upload: {
    changed: ["file-unknown"],
    free: { person: "who uploaded is told by no line", at: "when is told by no line" },
    deleted: "file-unknown",
    truncated: "file-unknown",
    inserted: "what nobody has put into an entry yet is no part of the record",
    swapped: { columns: ["hash"], found: "file-unknown" },
  },
};

/** Tables that are no part of the record, with the reason. */
export const beside: Readonly<Record<string, string>> = {
  entry: "holds no rows of its own; one put there is a case of its own",
  schema_version: "compared with the migrations at every start",
  notice: "points at what the record says, and is not relied upon",
  notice_seen: "what somebody has looked at",
  concern: "which entries stand in whose own lists; who acted is what their lines say",
  sign_in_try: "the last attempts to sign in, shown to whose account it is; the audit log tells of them all",
  ended_session: "why a session ended, to tell its person once",
  sign_in: "when somebody signed in last, to tell what is new to them",
  last_looked: "what somebody has looked at",
  import: "files of rows that somebody brings in, and how far they are",
  import_row: "what was told of the rows of a file; what came in stands in the ledger",
  imported_row: "which rows came in before, so that none does twice",
  data_key:
    "wrapped by the master key, which opens nothing that was touched; the values under it show that they do not open",
  form_time: "how long forms take, of nobody",
  list_columns: "how somebody wants a list to look",
  screen_link: "which links show a screen; that one was made, opened and revoked is what the audit log says",
  saved_search: "which lists somebody wants to find again",
  export: "lists that somebody asked to have as files, forgotten after some days",
  repeated_request: "answers a request that is sent again, for a day",
  cosignature: "made by the witnesses' own keys, and held against them by whoever reads a proof",
  handing: "when checkpoints are handed on next",
  witnessed_log: "how far the logs of others were cosigned; they have our signatures",
  witnessed_checkpoint: "what others signed and we cosigned; they have our signatures",
  unfinished_erasure: "what an erasure left to be cleared away",
  partner_use: "how often a token was used lately; the audit log itself tells of its calls",
  session: "who is signed in at present",
  second_factor: "how somebody shows that it is they; no line ever holds a secret",
  second_factor_offer: "a secret that waits for its first code",
  security_key:
    "which public key answers for whom; that it was added, used and removed is what the audit log says",
  security_key_challenge: "what a key has to answer within minutes",
  recovery_code: "hashes of codes, of which no line ever tells",
  second_factor_reset: "who asks for what; who asked and who confirmed is what the audit log says",
  sign_on: "who somebody is at the provider; who bound it and when is what the audit log says",
  sign_on_begun: "ways to the provider that nobody has come back from yet",
  verification: "what verifications found; one that is missing is made again",
};
