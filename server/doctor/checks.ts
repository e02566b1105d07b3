import { calendar } from "./calendar.ts";
import type { Check } from "./check.ts";
import { dataFolder, keys, runUser } from "./data-folder.ts";
import {
  clock,
  ledgerRights,
  officerCertificates,
  rowSecurity,
  schema,
  sequencerBacklog,
} from "./database.ts";
import { diskSpace, diskSpeed } from "./disk.ts";
import {
  auditMonthsAhead,
  cosigned,
  erasures,
  handings,
  signedCheckpoint,
  verification,
} from "./evidence.ts";
import { backups, tlsCertificate } from "./files.ts";
import { personalKeys } from "./personal-keys.ts";
import { signOnProvider } from "./sign-on.ts";
import { nodeVersion, postgresVersion } from "./software.ts";

/** Everything that the doctor looks at, in the order in which it is told. */
export const checks: readonly Check[] = [
  nodeVersion,
  runUser,
  dataFolder,
  keys,
  diskSpace,
  diskSpeed,
  tlsCertificate,
  signOnProvider,
  backups,
  calendar,
  postgresVersion,
  schema,
  ledgerRights,
  rowSecurity,
  clock,
  sequencerBacklog,
  verification,
  signedCheckpoint,
  personalKeys,
  handings,
  cosigned,
  auditMonthsAhead,
  erasures,
  officerCertificates,
];
