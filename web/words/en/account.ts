import type {
  account as zhAccount,
  accounts as zhAccounts,
  enterCode as zhEnterCode,
  newPassword as zhNewPassword,
  secondFactor as zhSecondFactor,
  signInSteps as zhSteps,
} from "../zh/account.ts";

export const signInSteps: typeof zhSteps = {
  "enter-code": "Second step: give the code",
  "change-password": "First sign-in: choose a password of your own",
  "set-second-factor": "Set up a second factor",
};

export const enterCode: typeof zhEnterCode = {
  label: "Code",
  hint: "The six digits that the authenticator on your phone shows; they change every 30 seconds and work once. Without the phone, give a recovery code.",
  submit: "Go on",
};

export const secondFactor: typeof zhSecondFactor = {
  title: "Second factor",
  why: "Beside the password, a code of six digits from your phone is asked for, or a security key. Whoever knows your password alone cannot sign in.",
  required:
    "Your post demands a second factor. It is set up once, by either of two ways; the other can be added under My account.",
  forAWhile: (hours) =>
    `This is a demonstration, whose accounts everybody shares: try it, and it ends by itself after ${hours} hour(s).`,
  off: "None yet",
  on: (since) => `In use since ${since}`,
  left: (count) => `Recovery codes left: ${count}`,
  fewLeft: "Few recovery codes are left; draw them anew.",
  wasReset: (at, askedBy, decidedBy) =>
    `Your second factor was removed on ${at} (asked for by ${askedBy}, confirmed by ${decidedBy}). Unless you asked for it, tell the auditor at once.`,
  password: "Password",
  setUp: "Set up a second factor",
  show: "Show the picture to scan",
  replace: "Take another phone",
  replaceWhy:
    "Give a code of the present one or a recovery code, then scan anew. Once confirmed, the old phone and the old recovery codes are void.",
  redraw: "Draw recovery codes anew",
  redrawWhy: "First show that it is you. All recovery codes until now are void.",
  giveUp: "Give up codes of the phone",
  giveUpWhy: "Show that it is you. From then on the password alone signs in.",
  giveUpAppWhy: "Show that it is you. From then on a security key signs in; the recovery codes stay.",
  scan: "First: open an authenticator on your phone, such as FreeOTP or Microsoft Authenticator, and scan this.",
  picture: "Picture with the secret of the second factor",
  typeIt: "Where it cannot be scanned, choose to type it in, and give this secret (by time, six digits):",
  secret: "Secret",
  confirmHint:
    "Second: give the six digits that the authenticator shows now. The phone's time must be right.",
  confirm: "Take it into use",
  recoveryTitle: "Keep the recovery codes",
  recoveryWhy:
    "Should phone or security key be lost, each of them stands in for it once. They are shown only now: write or print them, lock them up, and do not keep them on the phone.",
  recoveryList: "Recovery codes",
  kept: "Kept; go on",
  done: "Done",
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
    "Issue a one-time password to whoever has none or has lost it; ask for the removal of a second factor whose phone is lost. Make sure who it is first; all of it goes into the audit log.",
  secondFactor: { true: "Has a second factor", false: "No second factor" },
  signOn: "Bound to single sign-on",
  askReset: "Ask to remove the second factor",
  askResetFor: (name) => `Ask to remove the second factor of ${name}`,
  askResetWhy: (name) =>
    `Only where neither phone, security key nor recovery codes of ${name} are at hand. It counts once the security administrator confirms: then every session ends, codes, security keys and recovery codes are void, the person is told, and sets up another at the next sign-in.`,
  askResetSubmit: "Ask for it",
  resets: "Removals to be confirmed",
  resetsPurpose:
    "The system administrator asks, the security administrator confirms; nobody does it alone. Whoever confirms makes sure with the person first. What nobody confirms within three days is void.",
  noResets: "Nothing is asked for",
  askedBy: (name, at) => `Asked for by ${name} on ${at}`,
  confirmReset: "Confirm the removal",
  confirmResetOf: (name) => `Confirm the removal of ${name}'s second factor`,
  declineReset: "Turn it down",
  declineResetOf: (name) => `Turn it down: the removal of ${name}'s second factor`,
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
    `The password of ${name} ends at once, and so do every session of theirs and the binding to single sign-on. The one-time password is shown only now, and is changed at the first sign-in.`,
  confirm: "Issue it",
  issued: (name, until) =>
    `Tell ${name} in person, or by a telephone number that you know; never in a group. Good until ${until}:`,
};
