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
  before: (at, address, device) =>
    `Last sign-in: ${at}, from ${address} (${device}). If it was not you, change the password now and tell the system administrator.`,
  sessions: {
    title: "Where you are signed in",
    purpose: "You are signed in at these places now. End what you do not know, and change the password.",
    shared: "Everybody shares the accounts of a demonstration, so only your present session is shown.",
    most: (most) => `${most} at a time at most; one more signs the oldest out.`,
    current: "This one",
    times: (began, used) => `Signed in ${began}, last used ${used}`,
    end: "End",
    endThat: (device, address) => `End the session of ${device}, ${address}`,
    endOthers: "End all others",
    ended: "Ended",
  },
  tries: {
    title: "Latest sign-ins",
    purpose:
      "The last 20 sign-ins to this account, and failures. If one was not yours, change the password and tell the system administrator.",
    came: "Signed in",
    failed: "Failed",
  },
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
  end: "End all sessions",
  endOf: (name) => `End all sessions of ${name}`,
  endWhy: (name) =>
    `${name} is signed out on every computer and phone at once; what was not saved stays on their page. Account and password stay, and they may sign in again. It goes into the audit log.`,
  confirmEnd: "End them",
  ended: (name, sessions) => `Sessions of ${name} that were ended: ${sessions}`,
  issue: "Issue a one-time password",
  issueTo: (name) => `Issue a one-time password to ${name}`,
  why: (name) =>
    `The password of ${name} ends at once, and so does every session of theirs. The one-time password is shown only now, and is changed at the first sign-in.`,
  confirm: "Issue it",
  issued: (name, until) =>
    `Tell ${name} in person, or by a telephone number that you know; never in a group. Good until ${until}:`,
};
