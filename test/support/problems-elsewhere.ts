import { securityKeyProblems } from "../../server/http/security-key-problems.ts";
import { signOnProblems } from "../../server/http/sign-on-problems.ts";

const ofTheWitness = [
  "malformed-submission",
  "not-signed-by-log",
  "unknown-log",
  "other-root",
  "inconsistent",
  "too-many-submissions",
];

const ofSignIn = [
  "posts-left-out",
  "sign-in-unfinished",
  "password-refused",
  "shared-account",
  "own-account",
];

/** The problems that other tests bring about: of connections, streams, exports, imports, proofs, witnesses and signing in. */
export const shownElsewhere: readonly string[] = [
  "internal-error",
  "request-too-slow",
  "head-too-large",
  "too-many-streams",
  "ledger-broken",
  "number-unreadable",
  "upload-again",
  ...ofTheWitness,
  ...ofSignIn,
  ...Object.keys(securityKeyProblems),
  ...Object.keys(signOnProblems),
  "audit-verification-at-work",
  "too-many-exports",
  "too-many-files-kept",
  "range-not-satisfiable",
  "import-at-work",
  "import-not-at-work",
  "import-not-stopped",
  "import-has-refused",
  "import-brings-nothing",
];
