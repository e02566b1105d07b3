import type { signOn as zhSignOn } from "../zh/sign-on.ts";

export const signOn: typeof zhSignOn = {
  or: "or",
  begin: (name) => `Sign in by ${name}`,
  elsewhere: (name) => `Sign in by ${name} (in a new tab)`,
  elsewhereWhy: "Sign in there and come back here: what you have filled in is kept.",
  returning: "Signing in",
  binding: "Binding",
  failed: "Not signed in",
  notBound: "Not bound",
  again: "Back to the sign-in page",
  toAccount: "Back to My account",
  left: (name) =>
    `You may still be signed in at ${name}. Where others use this computer, sign out there as well.`,
  leave: (name) => `Sign out of ${name}`,
  why: (name) =>
    `Once it is bound, you may sign in by ${name} instead of the password. Your password here stays good, and is what acts that ask for a password want.`,
  off: "Not bound",
  on: (since) => `Bound (${since})`,
  onByName: (since) => `Bound (${since}, by your user name at the first sign-in)`,
  password: "Your password here",
  bind: (name) => `Bind to ${name}`,
  bindWhy: "Give your password here, then sign in at the provider as yourself.",
  bindByFactor: "Show first that it is you, then sign in at the provider as yourself.",
  unbind: "Unbind",
  unbindWhy:
    "After that you sign in by password alone, until you bind it again yourself: your user name does so no more. If you have none here, ask the system administrator for a one-time password first.",
  confirmUnbind: "Unbind now",
  unbound: "Unbound",
};
