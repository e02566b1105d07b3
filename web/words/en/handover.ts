import type { handover as zhHandover } from "../zh/handover.ts";

export const handover: typeof zhHandover = {
  title: "Handover",
  nothing: "Nothing waits for this post.",
  waits: (total) => `${total} matters wait for this post:`,
  ofRegister: (register, total) => `${register}: ${total}`,
  last: "Nobody else in the organisation holds the role: once it ends, nobody is left to do them. “Hand over to a successor” does both in one.",
  others: (names) => `Also in this role: ${names}. The work goes on with them.`,
  shared: "Others in the organisation hold the role, and the work goes on with them.",
  unseen: (count) => `${count} notices to this person by name are unread; have them told before they leave.`,
  more: (count) => `and ${count} more`,
  due: (day) => `due ${day}`,
  counted:
    "You see how much it is: nobody sees business by keeping accounts. The head of the organisation sees the list.",
};
