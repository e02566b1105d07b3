import type { HelpText, ScreenPage } from "../../../help-text.ts";

/** Screens around the work: the way in, the home page, the notices, the look, the help. */
export const start = {
  "enterprise-application": {
    title: "Registering an enterprise",
    purpose:
      "An enterprise asks for an account from the page of signing in, and the county in which it lies checks and decides. Its entry in the roll, the account and the post of principal come in one.",
    parts: [
      {
        title: "How an enterprise applies",
        steps: [
          "On the page of signing in choose “Register an enterprise” and fill in all of it from the licence; nothing is uploaded.",
          "Number and secret are shown once: write them down and give them to nobody.",
          "In some days look it up with both: mend what was given back, or choose a password once it is approved.",
          "The user name is the credit code in lower case. You see your own enterprise and no other.",
        ],
      },
      {
        title: "How the county checks",
        steps: [
          "Open the application and see what is pointed out: check digit, name, place, other applications.",
          "Check who asks: see the licence, call a number of the registry or of your own, or visit. Never by the applicant's number alone.",
          "Approve it with how it was checked, give it back, or refuse it. The applicant reads why.",
          "Where the enterprise has a principal already, another is approved beside with a reason; the first is told and notes it.",
        ],
      },
    ],
    troubles: [
      ["The secret is lost", "Apply anew, and ask the county to refuse the first."],
      ["“Outside your scope”", "The code is registered elsewhere: give it back, to be made there."],
      [
        "No password within 30 days, or it is forgotten",
        "The system administrator issues a one-time password.",
      ],
    ],
  },
  "sign-in": {
    title: "Signing in",
    purpose:
      "You come in with your own name and password. Whatever is done stands under the person and post that did it; accounts are not lent.",
    parts: [
      {
        steps: [
          "Enter user name and password and press Sign in.",
          "At the first sign-in with a one-time password, choose one of your own as you are told (12 characters or more, best a sentence); only then can you work.",
          "Officials and administrators also set up a second factor: put an authenticator such as FreeOTP on the phone, scan the picture on the screen, and give the six digits that it shows; then ten recovery codes appear, to be written down and locked up. From then on a code follows the password. Or take a security key or passkey: name it and do as the browser says; from then on press Use the security key.",
          "Where the office has single sign-on, its button stands under the form: press it, sign in there, and you come back signed in. Bind your account once before, under My account.",
          "Sign out at the top right when you are done (on a phone: in the menu), above all on a shared computer.",
          "Who holds several posts switches between them at the top right; what you see and may do goes with the post.",
        ],
      },
    ],
    marks: [
      ["Yellow bar: a demonstration", "All data are fictional and nothing done here counts."],
      ["Line at the foot: unclassified system", "No state secret may be entered or uploaded."],
    ],
    troubles: [
      ["Name or password is said to be wrong", "Mind the hint that caps lock is on, and try again."],
      [
        "You have no password, or lost it",
        "Ask the system administrator for a one-time password; it is good for 72 hours, and only for choosing a new one.",
      ],
      [
        "The code is not accepted",
        "Each works once; wait for the next. If none ever works, the phone's time is wrong: let it be set by itself. Without the phone, give a recovery code.",
      ],
      [
        "The security key does not answer",
        "Plug it in, touch it, press Try again; without it, press Give a recovery code instead. Keys work at a name by https:// only, not at an IP address.",
      ],
      [
        "Phone and recovery codes are both lost",
        "Ask the system administrator to have the second factor removed. Once the security administrator has confirmed it, sign in with the password and set up another.",
      ],
      [
        "The new password is not accepted",
        "The reason stands there: too common, a birthday or telephone number, your name, a row of keys. Take a sentence that only you know.",
      ],
      [
        "No further attempt is allowed",
        "After ten failures for one account from one address you wait for a minute, then twice as long each time, 15 minutes at most. Nobody else is affected, nor are you at your usual computer.",
      ],
      [
        "The session has ended in the middle of work",
        "A session lasts 12 hours at most. Sign in again on the spot: what you entered is still there; send it again.",
      ],
    ],
  },
  home: {
    title: "Home",
    purpose:
      "What is to be done today, at one look: what waits for your organisation and your post, what is overdue, what is due soon.",
    parts: [
      {
        steps: [
          "Look at what is overdue first, then at what is due soon, then at the rest; a click opens the entry.",
          "The number beside a card's title opens the whole list, which has exactly that many rows.",
          "The buttons at the top right begin new entries. If there is none, your post opens none.",
        ],
      },
    ],
    marks: [
      ["White on red: overdue by N working days", "Long overdue."],
      ["Red: overdue", "The deadline has just passed."],
      [
        "Orange: N working days left, due today",
        "The deadline is near. Days are working days; holidays and make-up days are counted in.",
      ],
      [
        "Provisional",
        "The deadline lies in a year whose holidays are not published; it is computed anew when they are.",
      ],
      ["Green mark", "The step that the entry is in. A grey one is closed."],
    ],
    troubles: [
      [
        "My work is not in the list",
        "Check your post at the top right, then see who holds the entry: it waits in the list of that organisation and post only.",
      ],
      ["The page is empty", "Your post looks and does not act; go into a register by the menu."],
    ],
  },
  notices: {
    title: "Notices",
    purpose:
      "Under the bell the system tells you by itself: an entry has come to your post, a deadline nears or has passed, a saved search has found something.",
    parts: [
      {
        steps: [
          "Press the bell at the top right; the number is what you have not read.",
          "Press a notice to open its entry. Once the bell was opened, its notices count as read.",
        ],
      },
    ],
    marks: [
      ["Number", "How many are unread."],
      ["Orange, red", "Due soon, overdue: the same colours as in lists."],
      [
        "Told up to …",
        "What is overdue climbs: from whoever handles it to the head of the unit, the committee's office and the leader.",
      ],
    ],
    troubles: [
      [
        "There are fewer than I remember",
        "Only the latest are listed; the lists of the registers are complete.",
      ],
      [
        "The entry does not exist or is outside your scope",
        "It was transferred or has another supervisor now. Switch post and look again.",
      ],
    ],
  },
  rights: {
    title: "My rights",
    purpose: "What you may see and do in each of your posts, and why.",
    parts: [
      {
        steps: [
          "Open My rights in the menu. Each of your posts has a part; only the one chosen at the top right counts at a time.",
          "Sees says which entries come before you; the line below says why.",
          "Open a register: first what you may do with its basis, then what you may not, and who does it.",
          "The system administrator, the security administrator and the auditor may look up another account by the name under which it signs in. They learn of rights and of no business.",
        ],
      },
    ],
    marks: [
      [
        "May",
        "Your role allows it. What else it takes, such as the state of an entry, is told at the button.",
      ],
      ["May not", "Your role does not allow it; below stands which role does it."],
    ],
    troubles: [
      [
        "Something that you should have is missing",
        "The role, region or sectors of the post are not right: the security administrator grants another, and the head of the unit confirms it.",
      ],
      ["I may, but the button is off", "Hold the pointer over it: most often the entry is not there yet."],
    ],
  },
  "partner-tokens": {
    title: "Partner tokens",
    purpose:
      "Other systems, as another government platform or a park's, read or report within what was approved. One person asks, another approves, and each call is told.",
    parts: [
      {
        title: "To ask, to approve, to take the secret",
        steps: [
          "The system administrator opens Partner tokens and asks for one: name, purpose, the organisation it stands for, the role, region and sectors, the registers that it reads, its last day and its quota.",
          "Choose acts where the other system is to report, and fields to be left out where it is not to have them. Telephone and identity numbers are always left out.",
          "The security administrator opens it, checks what it reaches, and approves it or declines it with a reason.",
          "Whoever asked takes the secret. It is shown once: copy it there and then, and hand it over by a safe way.",
          "The other system sends `Authorization: Bearer secret` with every request; `docs/openapi.json` describes them.",
        ],
      },
      {
        title: "To revoke, and to see the calls",
        steps: [
          "Either of the two administrators revokes it at any time; it ends at once.",
          "After its last day it is ended by itself, and both administrators are told; one of them notes it.",
          "The auditor opens Calls by partners in the menu and types the token's number: when, which route, which filter, how many rows, how it ended.",
        ],
      },
    ],
    marks: [
      ["To be approved", "There is no secret yet, so nobody can use it."],
      ["Approved, secret not taken yet", "It waits for whoever asked."],
      ["In use", "Until its last day; the system administrators of the unit are reminded before that."],
      ["Over, to be noted", "It lets nobody in any more. Where it is needed still, ask for another."],
    ],
    troubles: [
      ["The secret was not copied", "Nobody can see it again: revoke the token and ask for another."],
      [
        "The other system is answered 401",
        "The secret is not right, or the token is revoked or over: the answer says which.",
      ],
      [
        "The other system is answered 429",
        "It asks more often than its quota allows; `Retry-After` says when it may again. Where the quota is too small, ask for another token.",
      ],
      ["It does not see an entry", "The entry is not in the region, sectors or registers of the token."],
    ],
  },
  "form-times": {
    title: "Minutes per form",
    purpose:
      "Which form takes long, so that it can be made simpler. It is about forms and not about people: nothing is kept of who filled one in, and nobody can be ranked by it.",
    parts: [
      {
        steps: [
          "Open Minutes per form in the menu (system administrator).",
          "Choose the month. Each row is one form on one kind of device: how many, within how long half of them were done, and nine in ten.",
          "Look at the longest of nine in ten first: that form is the hardest. Once it is mended, look again next month.",
        ],
      },
    ],
    marks: [
      ["Fewer than 5", "There are so few that it could be told whose they were, so that no time is shown."],
      ["N or more", "Rounded down to fives: one form more or less does not show."],
    ],
    troubles: [
      [
        "A form is missing",
        "Nobody filled it in this month; one that was resumed from a draft does not count, since its time is not whole.",
      ],
      ["It seems short", "Time away from the page does not count, nor a pause of more than 60 seconds."],
    ],
  },
  account: {
    title: "My account",
    purpose:
      "How you yourself sign in: your password, your second factor, where you are signed in, and who tried to be. The account is yours alone, and so is what is done with it.",
    parts: [
      {
        steps: [
          "Open it by your name at the top right; on a phone it is in the menu.",
          "Enter the old password and the new one twice, and press Save the new password.",
          "Once it is saved you are signed out on every other computer and phone; here you go on.",
        ],
      },
      {
        title: "Second factor",
        steps: [
          "Give your password and press Set up a second factor; scan the picture with the authenticator on your phone, or type the secret, and give the six digits that it shows.",
          "Ten recovery codes are shown, only this once: write or print them and lock them up. Each stands in for a code once.",
          "For another phone press Take another phone: give a code of the old one or a recovery code, then scan with the new one.",
          "When few recovery codes are left, press Draw recovery codes anew; the old ones are void.",
        ],
      },
      {
        title: "Security keys and passkeys",
        steps: [
          "Press Add a security key, show that it is you, name it, press Add it, and do as the browser says. There may be five; have two, one of them in reserve.",
          "Where it is your first second factor, ten recovery codes are shown: lock them up. You may have codes of the phone and keys, and choose when you sign in.",
          "A key that is lost: sign in with a recovery code, add another, then press Remove beside the lost one.",
        ],
      },
      {
        title: "Single sign-on",
        steps: [
          "Shown only where the office has it. Show the second factor, or give your password here where you have none, press Bind, sign in at the provider as yourself, and you come back bound.",
          "Both ways let you in from then on; acts that ask for a password want the one of this system.",
          "Press Unbind when you use it no more. Your user name binds the account no more after that: you do it yourself.",
        ],
      },
      {
        title: "Where you are signed in, and the latest sign-ins",
        steps: [
          "Where you are signed in lists every place. If one is not yours, press End, which signs it out at once; then change the password.",
          "Latest sign-ins lists the last 20 successes and failures; the home page tells the last sign-in too.",
          "After 15 minutes without use the page is locked (the operator sets how long; never in a demonstration). Sign in again to go on; what you entered is still there.",
          "An account is signed in at three places at a time at most. One more signs the oldest out, whose page says why.",
        ],
      },
    ],
    troubles: [
      [
        "The old password is wrong",
        "After 10 mistakes you wait for a minute, then twice as long each time, 15 minutes at most. If it is lost, ask the system administrator for a one-time password.",
      ],
      [
        "It cannot be changed in a demonstration",
        "Everybody shares its accounts, so their password is fixed. A second factor may be tried, and ends after an hour.",
      ],
      [
        "There is no way to give up codes of the phone",
        "Your post demands a second factor: add a security key first, or replace the phone.",
      ],
    ],
  },
  accounts: {
    title: "Accounts and sign-in",
    purpose:
      "For the system administrator: a one-time password for whoever has none or has lost it, and the removal of a second factor whose phone is lost, which the security administrator confirms here. Nobody's password is shown here, and no business.",
    parts: [
      {
        steps: [
          "Type a part of a name or user name and press Find.",
          "Make sure who it is first, in person or by the telephone number on file; then press Issue a one-time password.",
          "It is shown only this once. Tell it in person or by telephone; it is changed at the first sign-in, and you know it no more.",
          "When somebody lost a device or has left, press End all sessions: they are signed out everywhere; account and password stay.",
        ],
      },
      {
        title: "A lost second factor",
        steps: [
          "System administrator: make sure who it is, and that no recovery code is at hand; press Ask to remove the second factor. Asking alone changes nothing.",
          "Security administrator: under Removals to be confirmed, ask the person yourself, then press Confirm the removal; or Turn it down.",
          "Then every session of the person ends and they are told; they sign in with the password and set up another. Asking and confirming go into the audit log.",
        ],
      },
    ],
    troubles: [
      ["Not for yourself", "Change your own under My account, or ask another system administrator."],
      ["It was not used in time", "After 72 hours it is void; issue another, which ends the old one too."],
      ["Nobody confirmed what was asked for", "After three days it is void, and may be asked for again."],
      [
        "An administrator has lost the own one",
        "Where nobody is left to ask or confirm, the operator runs `zhiben second-factor --remove USER` on the server, for the three administrators only; the audit log tells it.",
      ],
    ],
  },
  look: {
    title: "Appearance",
    purpose: "Dark colours or larger text.",
    parts: [
      {
        steps: [
          "Press the button at the top right and choose; it shows at once.",
          "The language is switched beside it.",
        ],
      },
    ],
    troubles: [
      ["On another computer it is as before", "The choice stays in this browser; choose again there."],
    ],
  },
  help: {
    title: "Help",
    purpose:
      "A page for each screen and each post; the question mark at the top right opens the one of the screen that you are on.",
    parts: [
      {
        steps: [
          "Type what you look for into the box on the first page, such as extension or password.",
          "In forms and entries, words with dots beneath are explained when you point at them, tap them or reach them by Tab; Escape closes it.",
          "The glossary lists all of them.",
          "The tour can be taken again from the first page.",
        ],
      },
    ],
    troubles: [
      [
        "It is not there",
        "Try another word; then tell the system administrator the request's or the entry's number.",
      ],
    ],
  },
} as const satisfies Partial<Record<ScreenPage, HelpText>>;
