import type { formTimes as chinese } from "../zh/form-times.ts";

/** Words of the page that tells how long forms take. */
export const formTimes: typeof chinese = {
  title: "Minutes per form",
  purpose:
    "The time from opening a form to sending it in which somebody was at it. Only for making forms better: who and when is not recorded, and nobody may be assessed or ranked by it. Time away from the page and pauses of more than 60 seconds do not count.",
  month: "Month",
  form: "Form",
  device: "Device",
  count: "Forms",
  median: "Half within",
  ninetieth: "Nine in ten within",
  devices: { desk: "Desk", phone: "Phone" },
  atLeast: (forms) => `${forms} or more`,
  few: (least) => `Fewer than ${least}; no time is shown`,
  seconds: (seconds) => `${seconds} s`,
  minutes: (minutes) => `${minutes} min`,
  beyond: "More than 1 h",
  none: "No form has been counted in this month.",
};
