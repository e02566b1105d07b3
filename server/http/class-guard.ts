import { addressGroup } from "../../core/sign-in/address-group.ts";
import { accountsPerAddress, type RateClass, type Rates } from "../../core/sign-in/rates.ts";
import { newRateGuard } from "./rate-guard.ts";

/** Lets an account, and an address for all accounts behind it, ask so often of each class of routes and no oftener. */
export interface ClassGuard {
  /** Whether this one may ask now; asking counts, whether it may or not. Without an account the address alone counts. */
  mayAsk(
    of: RateClass,
    who: { readonly account: string | undefined; readonly address: string },
    now: Date,
  ): boolean;
}

export function newClassGuard(rates: Rates | undefined): ClassGuard {
  if (rates === undefined) return { mayAsk: () => true };
  const both = (perMinute: number) => ({
    accounts: newRateGuard(perMinute),
    addresses: newRateGuard(perMinute * accountsPerAddress),
  });
  const guards = { reads: both(rates.reads), writes: both(rates.writes), exports: both(rates.exports) };
  return {
    mayAsk(of, { account, address }, now) {
      const { accounts, addresses } = guards[of];
      // One account that asks too often must not use up what its office may ask.
      if (account !== undefined && !accounts.mayAsk(account, now)) return false;
      return addresses.mayAsk(addressGroup(address), now);
    },
  };
}
