import type { Dictionary } from "./dictionary.ts";
import { account, accounts, enterCode, newPassword, secondFactor, signInSteps } from "./en/account.ts";
import { analysis } from "./en/analysis.ts";
import { applications } from "./en/applications.ts";
import { assessment } from "./en/assessment.ts";
import { audit } from "./en/audit.ts";
import { board } from "./en/board.ts";
import { comments } from "./en/comments.ts";
import { duties } from "./en/duties.ts";
import { exports } from "./en/exports.ts";
import { figures } from "./en/figures.ts";
import { formTimes } from "./en/form-times.ts";
import { handover } from "./en/handover.ts";
import { help } from "./en/help.ts";
import { home } from "./en/home.ts";
import { imports } from "./en/imports.ts";
import { leaving } from "./en/leaving.ts";
import { library } from "./en/library.ts";
import { list } from "./en/list.ts";
import { map, screen } from "./en/map.ts";
import { menu } from "./en/menu.ts";
import { organisations } from "./en/organisations.ts";
import { partner } from "./en/partner.ts";
import { personal } from "./en/personal.ts";
import { photos } from "./en/photos.ts";
import { plan } from "./en/plan.ts";
import { printing } from "./en/printing.ts";
import { reminders } from "./en/reminders.ts";
import { rights } from "./en/rights.ts";
import { securityKeys } from "./en/security-keys.ts";
import { sheet } from "./en/sheet.ts";
import { signOn } from "./en/sign-on.ts";
import { tabs } from "./en/tabs.ts";
import { units } from "./en/units.ts";
import { why } from "./en/why.ts";

export const en: Dictionary = {
  product: "Zhiben",
  productLong: "Zhiben · work-safety root-cause campaign",
  demonstration: "A demonstration, not a government site",
  secrecy: "This system is not classified: storing, processing or sending state secrets in it is forbidden",
  banners: "About this system",
  tibetanChecked: (by, on) => `Tibetan checked by ${by} (${on})`,
  skipToContent: "Skip to the content",
  switchLanguage: "中文",
  loading: "Loading…",
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  none: "—",
  yes: "Yes",
  no: "No",
  choose: "Choose",
  day: "yyyy-mm-dd",
  searchHint: "Type a name or number",
  nothingFound: "Nothing found",
  period: {
    length: "Kind of period",
    lengths: { month: "Month", quarter: "Quarter", halfYear: "Half-year", year: "Year" },
  },
  yuan: "yuan",
  colon: ": ",
  comma: ", ",

  signIn: {
    title: "Sign in",
    username: "User name",
    password: "Password",
    submit: "Sign in",
    capsLock: "Caps lock is on",
    missing: "Enter your user name and password",
    steps: signInSteps,
    enterCode,
    newPassword,
    idle: "Locked, since nothing was done for a while",
    again: "Your session has ended",
    againWhy: "What you entered is kept. Sign in again to go on.",
    purpose: "Every hazard from finding to close-out: on record, traceable, verifiable.",
    demoTitle: "Demonstration accounts",
    demoHelp: "These accounts are for trying it out; the password of all is",
    demoPath:
      "One major hazard from start to end: safety registers and proposes → principal confirms, reports and starts → safety accepts → inspector and inspector2 review → yingji closes.",
  },
  demoAccounts: {
    safety: "Safety manager · 云岭铜业选冶厂 (fictional)",
    principal: "Principal · 云岭铜业选冶厂 (fictional)",
    principal2: "Principal of another enterprise · 雪域金属铸造厂 (fictional)",
    inspector: "Prefecture emergency bureau · enforcement officer",
    inspector2: "Prefecture emergency bureau · second enforcement officer",
    yingji: "Prefecture emergency bureau · head",
    county: "Work-safety committee's office of Shangri-La City",
    anweiban: "Work-safety committee's office of Diqing Prefecture",
    deputy: "Two posts: head in Deqin's emergency bureau, and the prefecture committee's office",
    leader: "People's Government of Diqing Prefecture · leader",
    jijian: "Discipline inspection of Diqing Prefecture",
    park: "Shangri-La Industrial Park · its office",
    auditor: "Auditor",
    secadmin: "Security administrator",
    sysadmin: "System administrator",
  },

  shell: {
    menu: "Main menu",
    openMenu: "Open the menu",
    home: "Home",
    plan: "Plan",
    reference: "Reference",
    signOut: "Sign out",
    post: "Acting as",
    postOf: (role: string, organisation: string) => `${role} · ${organisation}`,
    offline: "No network: what you see may be out of date. What you enter is kept.",
  },

  look: {
    title: "Display",
    scheme: "Colours",
    schemes: { device: "As the device", light: "Light", dark: "Dark" },
    text: "Text",
    sizes: { usual: "Usual", large: "Large" },
    kept: "Kept in this browser only; print is always light.",
  },

  notices: {
    title: "Notices",
    bell: (unseen: string) => (unseen === "0" ? "Notices" : `Notices, ${unseen} unread`),
    unseen: (unseen: number) => (unseen === 1 ? "1 unread notice" : `${unseen} unread notices`),
    fresh: "unread",
    empty:
      "No notices yet. You are told here when an entry comes to your post, nears its deadline or passes it.",
    failed: "The notices cannot be read at present",
    more: (count: number) => `Only the latest ${count} are listed`,
  },

  home,

  list,
  exports,
  imports,
  printing,
  sheet,
  duties,
  assessment,
  reminders,

  menu,

  tabs,

  why,

  personal,
  photos,

  plan,
  board,
  figures,
  map,
  screen,
  comments,

  due: {
    overdueBy: (days: number) => `${days} working ${days === 1 ? "day" : "days"} overdue`,
    overdueToday: "Overdue",
    today: "Due today",
    inDays: (days: number) => `${days} working ${days === 1 ? "day" : "days"} left`,
    on: (day: string) => `Due ${day}`,
    provisional: "provisional",
    provisionalWhy:
      "Reaches into a year without a published holiday notice; recomputed when the notice is loaded",
    step: "Deadline of this step",
  },

  entry: {
    state: "Step",
    since: "In this step since",
    holder: "Held by",
    acts: "What you can do",
    noActs: "Nothing here waits for you at present.",
    closedActs: "Not open at present",
    otherActs: "Other acts",
    personalData: "Personal data",
    openIn: "Opens in",
    contents: "Contents",
    changedOnly: "Particulars",
    related: "Related entries",
    relatedOf: (register: string, total: number) => `${register}: ${total}`,
    openFile: (name: string) => `View ${name}`,
    download: "Download",
    previousFile: "Previous",
    nextFile: "Next",
    recorded: "Recorded later",
    recordedWhy: "It began before the register, and was recorded from a file",
  },

  life: {
    title: "On one page",
    open: "On one page, to print",
    of: (register: string) => `${register}: its whole life on one page`,
    print: "Print",
    back: "Back to the entry",
    specimen: "SPECIMEN OF A DEMONSTRATION, NO OFFICIAL PAPER",
    sources: "Where it comes from and what it belongs to",
    lines: (count: number) => `${count} lines`,
    madeAt: (time: string) => `Made at ${time}`,
  },

  proof: {
    title: "Proof",
    explained:
      "The proof holds every line of this entry and a signed checkpoint; anybody can check it without this system or a network.",
    export: "Export the proof",
    exported: "The proof has been saved. To check it: zhiben verify FILE",
    pending: (count: number) =>
      `The last ${count} lines are being placed in the whole ledger; try again in a second or two`,
    fileName: (number: string, demonstration: boolean) =>
      `${demonstration ? "demonstration-not-official-" : ""}proof-${number}.json`,
  },

  ledger: {
    title: "Ledger",
    verified: "Chain whole, every line verified",
    lineVerified: "✓ verified",
    broken: (version: number) => `Line ${version} does not verify`,
    changes: (count: number) => (count === 1 ? "1 change" : `${count} changes`),
    reason: "Reason",
    stateAfter: "Then",
    cleared: "cleared",
    erasedOn: (day: string | undefined) => (day === undefined ? "erased by law" : `erased by law (${day})`),
    hash: "Hash",
    prev: "Previous hash",
    position: "Position",
    pending: "pending",
    showHash: "Show hashes",
    daySources: { device: "done offline", record: "recorded later, on its own day" },
    recordedAt: "Recorded at",
    failed: "The ledger cannot be read at present",
  },

  form: {
    law: "By",
    required: "required",
    requiredNext: "needed before the next step",
    optional: "optional",
    submit: "Submit",
    nothingToFill: "Nothing to fill in; check and submit.",
    leadsTo: "Leads to",
    staysIn: "Stays in the same step",
    restored: (at: string) => `What you entered at ${at} and did not send is back.`,
    startOver: "Start over",
    mend: "Please mend what is marked",
    unsent: "Entered and not sent",
    copyUnsent: "Copy",
    copied: "Copied",
    network:
      "The network failed before an answer came. What you entered is kept; try again, nothing is recorded twice.",
    sentBefore:
      "Your earlier attempt was recorded, so this one was not sent again. Reload to see the latest.",
    signedOut: "Your session has ended and nothing was sent. Sign in again, then submit once more.",
    conflict: "Somebody else has changed this entry",
    conflictHelp: "What you entered is kept. Check what changed, then decide whether to go on.",
    continueOnLatest: "Checked, go on with the latest",
    before: "was",
    after: "is",
    done: (act: string) => `Done: ${act}`,
    warned: "Please look again; it may be sent as it is",
    warnedAfter: "Sent, with something to look at",
    submitAnyway: "It is right, submit",
    restoresState: "Goes back to the step before",
    notEntered: "Filled in by the system",
  },

  files: {
    add: "Take photos or choose files",
    drop: "Or drop them here: pictures, PDF, Word, Excel, MP4, up to 20 MB each",
    uploading: (percent: number) => `Uploading ${percent}%`,
    failed: "Upload failed",
    remove: (name: string) => `Remove ${name}`,
    most: (count: number) => `${count} at most`,
    leftOut: (most: number, count: number) => `${most} at most: ${count} more were not added.`,
    waiting: "Files are still being uploaded",
  },

  checklist: {
    progress: (done: number, all: number) => `${done} of ${all} items answered`,
    summary: ({ clear, present, notApplicable }) =>
      `${present} found, ${clear} not, ${notApplicable} not applicable`,
    next: "To the next unanswered item",
    restClear: (article, left) => `Of ${article}: none of the other ${left} found`,
    none: "No criteria are loaded for this enterprise's sectors",
    noneHelp: "List what was checked yourself, area by area, with the result of each.",
    note: "Remark",
    seen: "What was seen (goes into the hazard)",
    subject: "Area or matter checked",
    add: "Add an item of your own",
    remove: "Remove this item",
    others: (count: number) => `The other ${count}`,
  },

  position: {
    read: "Read this device's position",
    again: "Read again",
    clear: "Leave it out",
    failed: "The position could not be read (not allowed, or no signal); it may be left out.",
  },

  password: {
    reveal: "Show what is typed",
    label: "Your own password",
    why: "You confirm in person; the password only checks who you are and is not kept",
    missing: "Enter your own password",
  },

  criteria: {
    choose: "Choose a criteria item",
    change: "Choose another",
    clear: "Clear",
    search: "Search text, article or standard",
    sector: "Sector",
    allSectors: "All sectors",
    inForce: (day: string) => `Only items in force on ${day}`,
    source: "Source",
    toBeConfirmed: "to be confirmed",
    more: "There are more; type something more specific",
    noItems: (standards: string) =>
      `${standards}: its items are not loaded, only topics are known, and nothing is judged by them`,
    openInLibrary: "See it in the criteria library",
  },

  help,

  library,

  organisations,
  units,
  formTimes,
  partner,
  rights,
  account,
  applications,
  handover,
  leaving,
  accounts,
  secondFactor,
  securityKeys,
  signOn,
  analysis,
  audit,

  problem: {
    notFound: "Does not exist, or is not yours to see",
    outOfSight: "This entry is no longer within your sight",
    outOfSightStays: "What stands here is what you last saw; nothing more can be done on it.",
    outOfSightHelp:
      "It may have gone to another region, sector or organisation. What you entered and did not send is still here: copy it for whoever has the entry now.",
    notFoundHelp: "Check the address; for somebody else's entries ask their supervising organisation.",
    malformedHelp: "Check that the address is whole, or reset the filters and search again.",
    forbidden: "Your post may not see this",
    forbiddenHelp: "Switch to another post, or ask the administrator.",
    failed: "Something went wrong",
    failedHelp: "Nothing was changed. Try again later; if it stays, tell the administrator the request id.",
    offline: "The server cannot be reached",
    offlineHelp: "Check the network and try again. What you entered and did not send is kept.",
    requestId: "Request id",
    home: "Back to the home page",
  },
};
