import type { applications as zhApplications } from "../zh/applications.ts";

export const applications: typeof zhApplications = {
  ways: "Other pages",
  apply: "Register an enterprise",
  lookUp: "Look up an application",
  purpose:
    "The principal of an enterprise asks for an account here; the county in which it lies checks and opens it. All of it is needed.",
  notKnown:
    "The answer is the same whether or not the enterprise is known here. Apply for your own enterprise only; whoever uses another's name leaves a trace.",
  submit: "Send",
  missing: "Please fill in",
  badCode: "18 signs, digits and capitals without I, O, S, V and Z: compare it sign by sign with the licence",
  doubtfulCode: "The check digit does not fit; compare it with the licence. If it is right, go on.",
  sent: "Sent",
  keep: "The number and the secret are shown this once: write them down. The secret is as good as a password; give it to nobody.",
  number: "Number",
  secret: "Secret",
  next: "The county checks it. Look it up with number and secret in some days: what was given back can be mended, and once it is approved you choose a password there.",
  lookUpWhy: "Give the number and the secret that were shown when it was sent.",
  look: "Look up",
  name: "Enterprise",
  state: "How it stands",
  answered: (answer) => `Answer: ${answer}`,
  waits: "The county is checking it; it may call you, or ask the legal representative.",
  again: "Send again",
  username: "Your user name: ",
  choose: "Choose the password",
  chosen: "The password is set. Sign in with the user name above.",
  chosenBefore:
    "The account is open. If a password was chosen, or the time for it is over, sign in; if it is forgotten, ask the county's system administrator.",
};
