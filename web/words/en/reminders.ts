import type { reminders as zh } from "../zh/reminders.ts";

const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`;

export const reminders: typeof zh = {
  title: "Reminders",
  ladder: "Reminder ladder",
  by: (source) => `: ${source}`,
  none: "nobody yet",
  rests: "none while it is suspended",
  upTo: (who) => `reached ${who}`,
  next: (on, who) => `next ${on}: ${who}`,
  top: "at the top",
  ahead: "Next:",
  rung: (after) =>
    after === 0 ? "on the due day" : after < 0 ? `${days(-after)} before it` : `${days(after)} overdue`,
};
