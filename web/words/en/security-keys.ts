import type { securityKeys as zh } from "../zh/security-keys.ts";

export const securityKeys: typeof zh = {
  step: "Second step: the second factor",
  title: "Security keys and passkeys",
  why: "A security key in the computer, or the fingerprint, face or screen lock of computer or phone (a passkey), stands in for a code. It knows the address of this system, so no false page gets anything out of it.",
  none: "No security key yet",
  list: "Your security keys",
  added: (at) => `Added ${at}`,
  used: (at) => `last used ${at}`,
  unused: "not used yet",
  allElsewhere:
    "Your security keys all belong to another address of this system; open it there to add or remove one",
  elsewhere: (host) => `Works at ${host} only`,
  add: "Add a security key",
  full: (most) =>
    `There are ${most}, as many as one may have. To add another, remove one that is no longer of use.`,
  proveFirst: "First show by one that you have that it is you.",
  name: "What to call this key",
  nameHint: "So that you can tell them apart: “office computer”, “blue key”, “my phone”.",
  create: "Add it",
  creates:
    "Press Add it, then do as the browser says: plug the key in and touch it, or confirm by fingerprint, face or screen lock.",
  waiting: "Waiting for the security key: do as the browser says…",
  again: "Begin again",
  useHint:
    "Press the button, then do as the browser says: plug the key in and touch it, or confirm by fingerprint, face or screen lock.",
  use: "Use the security key",
  tryAgain: "Try again",
  insteadCode: "Give a code or recovery code instead",
  insteadRecovery: "Give a recovery code instead",
  recoveryHint: "Give a recovery code; each works once.",
  recoveryLabel: "Recovery code",
  insteadKey: "Use the security key instead",
  app: "Authenticator on the phone",
  insteadApp: "Take an authenticator on the phone instead",
  first: "Take a security key or passkey instead",
  rename: "Rename",
  renameThat: (name) => `Rename: ${name}`,
  save: "Save the name",
  remove: "Remove",
  removeThat: (name) => `Remove: ${name}`,
  removeWhy: (name) =>
    `Once “${name}” is removed, it signs in no more. First show by any of your factors that it is you.`,
  confirmRemoval: "Remove it",
  last: "It is your only second factor, and your post demands one: add another first, then it can be removed.",
  troubles: {
    cancelled: "It was cancelled, or took too long. Try again, or take another way.",
    known: "This security key is among yours already; take another one.",
    unsupported: "This browser knows no security keys: take a newer one, or another way.",
    failed: "The security key did not answer. Plug it in again and try once more, or take another way.",
  },
};
