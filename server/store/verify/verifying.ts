import type { OpenSealed } from "../../../core/ledger/history.ts";
import type { VerifierKey } from "../../../core/ledger/note.ts";
import type { Vault } from "../../secrets/vault.ts";
import type { Queryable } from "../database.ts";
import type { HashAlgorithm } from "../digests.ts";
import type { FileStore } from "../files.ts";
import type { FaultLog } from "./fault-log.ts";

/** What a verification is asked, beside the database. */
export interface VerifyOptions {
  readonly algorithm: HashAlgorithm;
  /** Keys that somebody vouches for. Without any, those in the database are believed, which whoever can change it can change. */
  readonly keys?: readonly VerifierKey[] | undefined;
  /** Public keys of this installation that must stand in the database. */
  readonly ownKey?: VerifierKey | undefined;
  /** Signed notes of checkpoints that were kept outside, each with where it comes from. */
  readonly outside?: readonly OutsideNote[] | undefined;
  /** Where the bytes of attachments lie; without it they are not read. */
  readonly files?: FileStore | undefined;
  /** Opens encrypted values; without it they are not held against their commitments. */
  readonly vault?: Vault | undefined;
  /** How many rows are read at once. */
  readonly batchRows?: number | undefined;
  /** Waited for between two batches. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly onProgress?: ((lines: number, total: number) => void) | undefined;
}

export interface OutsideNote {
  readonly from: string;
  readonly note: string;
}

/** What all parts of one verification share. */
export interface Verifying {
  /** A transaction that sees one moment throughout. */
  readonly tx: Queryable;
  readonly open: OpenSealed;
  readonly options: VerifyOptions;
  readonly faults: FaultLog;
  readonly batchRows: number;
  /** Tells how far it is and lets others go first; called after every batch. */
  readonly onBatch: () => Promise<void>;
}
