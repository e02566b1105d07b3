import type {
  account as zhAccount,
  accounts as zhAccounts,
  newPassword as zhNewPassword,
  signInSteps as zhSteps,
} from "../zh/account.ts";

export const signInSteps: typeof zhSteps = {
  "change-password": "First sign-in: choose a password of your own",
};

export const newPassword: typeof zhNewPassword = {
  rule: "At least 12 characters; neither capitals nor signs are asked for. A sentence that only you know is best, with blanks if you like; no names, birthdays or telephone numbers.",
  old: "Old password",
  oldWrong: "The old password is wrong",
  fresh: "New password",
  again: "New password once more",
  differs: "The two are not the same",
  submit: "Save the new password",
};

export const account: typeof zhAccount = {
  title: "My account",
  purpose: (name) =>
    `${name}, this is about how you yourself sign in. The account is yours alone and is lent to nobody.`,
  shared: "This is a demonstration: everybody shares its accounts, so passwords stay as they are.",
  password: "Change the password",
  passwordEnds: "Once it is saved you are signed out everywhere else; here you go on.",
  passwordChanged: "The password is changed",
};

export const accounts: typeof zhAccounts = {
  title: "Accounts and sign-in",
  purpose:
    "Issue a one-time password to whoever has none or has lost it. Make sure who it is first; every one goes into the audit log.",
  search: "Name or user name",
  find: "Find",
  none: "No such account",
  disabled: "Account disabled",
  passwords: {
    none: () => "No password yet",
    issued: (until) => `One-time password not used yet, good until ${until}`,
    own: () => "Has a password of their own",
  },
  issue: "Issue a one-time password",
  issueTo: (name) => `Issue a one-time password to ${name}`,
  why: (name) =>
    `The password of ${name} ends at once, and so does every session of theirs. The one-time password is shown only now, and is changed at the first sign-in.`,
  confirm: "Issue it",
  issued: (name, until) =>
    `Tell ${name} in person, or by a telephone number that you know; never in a group. Good until ${until}:`,
};
