import type { SignInRules } from "../core/sign-in/rules.ts";
import type { ImportDesk } from "./exchange/import/desk.ts";
import type { ExportLine } from "./exchange/write/export-line.ts";
import type { ApplicationGuard } from "./http/application-guard.ts";
import type { ClassGuard } from "./http/class-guard.ts";
import type { RateGuard } from "./http/rate-guard.ts";
import type { SignInGuard } from "./http/sign-in-guard.ts";
import type { Stream } from "./http/stream.ts";
import type { MapTiles } from "./map-tiles.ts";
import type { Log } from "./operation/log.ts";
import type { Metrics } from "./operation/metrics.ts";
import type { Lifecycle } from "./operation/phase.ts";
import type { RememberedCheckpoint } from "./remembered.ts";
import type { Vault } from "./secrets/vault.ts";
import type { Provider } from "./sign-on/provider.ts";
import type { NoteSigner } from "./signing.ts";
import type { Campaign } from "./store/campaign.ts";
import type { Pool } from "./store/database.ts";
import type { HashAlgorithm } from "./store/digests.ts";
import type { FileStore } from "./store/files.ts";

/** The parts of a running Zhiben, put together in `main.ts` and handed to every route. */
export interface Services {
  readonly pool: Pool;
  readonly campaign: Campaign;
  readonly algorithm: HashAlgorithm;
  /** Within which the positions of the change feed count. */
  readonly epoch: string;
  /** The server's clock; a demonstration may be given another. */
  readonly clock: () => Date;
  readonly demonstration: boolean;
  readonly files: FileStore;
  /** Files of rows that are brought in. */
  readonly imports: ImportDesk;
  /** Lists that are exported in the background. */
  readonly exports: ExportLine;
  readonly stream: Stream;
  /** How people sign in here: by password alone in a demonstration. */
  readonly signInRules: SignInRules;
  readonly signInGuard: SignInGuard;
  /** The identity provider by which people may sign in as well, and how often an address begins to. */
  readonly signOn: Provider | undefined;
  readonly signOnGuard: RateGuard;
  /** Tiles beneath the outlines of the map; undefined where there are none. */
  readonly mapTiles: MapTiles | undefined;
  /** Signs checkpoints of the ledger, with a key that lies outside the database. */
  readonly signer: NoteSigner;
  /** Encrypts personal numbers, and opens them. */
  readonly vault: Vault;
  readonly remembered: RememberedCheckpoint;
  /** Cosigns the checkpoints of other logs, with a key of its own beside that one. */
  readonly witness: NoteSigner;
  /** How often accounts and addresses may ask of each class of routes. */
  readonly classGuard: ClassGuard;
  /** What anybody may ask of the form by which enterprises apply. */
  readonly applicationGuard: ApplicationGuard;
  readonly submissionGuard: RateGuard;
  readonly formTimeGuard: RateGuard;
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
}
