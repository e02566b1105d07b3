import { limits } from "../../core/limits.ts";
import { addressGroup } from "../../core/sign-in/address-group.ts";
import { newRateGuard } from "./rate-guard.ts";

/**
 * Bounds what anybody may ask of the public form by which enterprises apply. Each application stays for good, so they are counted by
 * the hour, by address and altogether; a county's service hall may send several from one address.
 */
export interface ApplicationGuard {
  mayApply(address: string, now: Date): boolean;
  /** What might be sent was not written: it counts for its address alone, so that nobody uses up with nonsense what is left for all. */
  wroteNothing(): void;
  /** Looking at an application and choosing its password: whoever tries secrets is slow. */
  mayLook(address: string, now: Date): boolean;
}

const hourMs = 3_600_000;

export function newApplicationGuard(): ApplicationGuard {
  const byAddress = newRateGuard(limits.applicationsPerHour, hourMs);
  const altogether = newRateGuard(limits.applicationsAltogetherPerHour, hourMs);
  const looks = newRateGuard(limits.applicationLooksPerMinute);
  return {
    mayApply: (address, now) => {
      if (!byAddress.mayAsk(addressGroup(address), now)) return false;
      if (altogether.mayAsk("", now)) return true;
      altogether.takeBack("");
      return false;
    },
    wroteNothing: () => altogether.takeBack(""),
    mayLook: (address, now) => looks.mayAsk(addressGroup(address), now),
  };
}
