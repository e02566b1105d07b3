import { verifyHistory } from "../../../core/ledger/history.ts";
import type { LineBody } from "../../../core/ledger/line.ts";
import { digestOf } from "../digests.ts";
import { installationRegister } from "../found.ts";
import { type Held, placeFaults } from "./entry.ts";
import type { Verifying } from "./verifying.ts";

/** The chain of the installation itself: what it is, for ever, and the first line of all. */
export interface InstallationCheck {
  readonly id: string | undefined;
  /** The lines of the installation, once they have been taken up. */
  readonly bodies: readonly LineBody[];
  /** Takes up lines of the installation's own register. */
  check(held: Held): void;
  /** Finds that no line founded the installation. */
  end(): void;
}

interface InstallationRow {
  readonly id: string;
  readonly epoch: string;
  readonly kind: string;
  readonly pack: string;
  readonly hash_algorithm: string;
  readonly founded_at: Date;
}

export async function newInstallationCheck({ tx, faults, options }: Verifying): Promise<InstallationCheck> {
  const { rows } = await tx.query<InstallationRow>(
    "select id, epoch, kind, pack, hash_algorithm, founded_at from installation",
  );
  const [row] = rows;
  let founded = false;
  let bodies: readonly LineBody[] = [];
  return {
    id: row?.id,
    get bodies() {
      return bodies;
    },
    check(held) {
      const where = { register: installationRegister, entry: held.id };
      // A second founding would make two installations of one.
      if (held.id !== row?.id) faults.add({ ...where, version: 1, fault: "register-unknown" });
      const history = verifyHistory(held.lines, held.values, () => false, digestOf(options.algorithm));
      for (const fault of [...history.faults, ...placeFaults(held.lines)]) faults.add({ ...where, ...fault });
      const [founding] = history.bodies;
      if (founding === undefined || row === undefined || held.id !== row.id) return;
      founded = true;
      bodies = history.bodies;
      const differing = differingFrom(row, founding, history.bodies);
      if (differing !== undefined)
        faults.add({ ...where, version: 1, fault: "installation-differs", what: differing });
      const place = held.lines[0]?.place;
      if (place !== undefined && /^[1-9]/.test(place))
        faults.add({ ...where, version: 1, position: Number(place), fault: "founding-line-not-first" });
    },
    end() {
      if (row === undefined || rows.length > 1) faults.add({ fault: "installation-differs", what: "id" });
      else if (!founded) faults.add({ entry: row.id, fault: "founding-line-missing" });
    },
  };
}

function differingFrom(
  row: InstallationRow,
  { act, state, at, changes }: LineBody,
  bodies: readonly LineBody[],
): string | undefined {
  const epoch = bodies.findLast((body) => body.changes.epoch !== undefined)?.changes.epoch;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["act", "found", act],
    ["kind", row.kind, changes.kind],
    ["kind", row.kind, state],
    ["pack", row.pack, changes.pack],
    ["hash_algorithm", row.hash_algorithm, changes.hashAlgorithm],
    ["epoch", row.epoch, epoch],
    ["founded_at", row.founded_at.getTime(), Date.parse(at)],
  ];
  return pairs.find(([, stored, told]) => stored !== told)?.[0];
}
