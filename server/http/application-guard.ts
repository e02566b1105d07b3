import { limits } from "../../core/limits.ts";
import { newRateGuard } from "./rate-guard.ts";

/**
 * Bounds what anybody may ask of the public form by which enterprises apply. Each application stays for good, so they are counted by
 * the hour, by address and altogether; a county's service hall may send several from one address.
 */
export interface ApplicationGuard {
  mayApply(address: string, now: Date): boolean;
  /** Looking at an application and choosing its password: whoever tries secrets is slow. */
  mayLook(address: string, now: Date): boolean;
}

const hourMs = 3_600_000;

export function newApplicationGuard(): ApplicationGuard {
  const byAddress = newRateGuard(limits.applicationsPerHour, hourMs);
  const altogether = newRateGuard(limits.applicationsAltogetherPerHour, hourMs);
  const looks = newRateGuard(limits.applicationLooksPerMinute);
  return {
    mayApply: (address, now) => byAddress.mayAsk(address, now) && altogether.mayAsk("", now),
    mayLook: (address, now) => looks.mayAsk(address, now),
  };
}
