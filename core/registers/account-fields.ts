import { code, day, organisation, text, type ValuesOf } from "../register/field.ts";

const whose = { zh: "账号", en: "Account" };
const certificate = { zh: "执法证", en: "Enforcement certificate" };

/** What is kept of an account. Passwords are none of it: no act and no line of the ledger ever holds one. */
export const accountFields = {
  username: code({
    words: { zh: "用户名", en: "User name" },
    why: {
      zh: "一人一号，不得共用；小写字母、数字，可用点、横线",
      en: "One person, one account: lower-case letters and digits, with dots or hyphens",
    },
    law: { zh: "GB/T 22239-2019 8.1.4.1、8.1.4.2", en: "GB/T 22239-2019, 8.1.4.1 and 8.1.4.2" },
    pattern: "^[a-z0-9][a-z0-9.-]{0,62}[a-z0-9]$",
    maxLength: 64,
    column: true,
    unique: true,
    group: whose,
  }),
  name: text({ words: { zh: "姓名", en: "Name" }, column: true, group: whose }),
  unit: organisation({
    words: { zh: "所在单位", en: "Organisation" },
    offers: "any",
    column: true,
    group: whose,
  }),
  certificateNumber: code({
    words: { zh: "执法证号", en: "Certificate number" },
    law: {
      zh: "《行政处罚法》第四十二条：由具有行政执法资格的执法人员实施",
      en: "Administrative Penalty Law, art. 42: by officers qualified to enforce",
    },
    group: certificate,
  }),
  certificateFrom: day({ words: { zh: "执法证有效期起", en: "Certificate valid from" }, group: certificate }),
  certificateTo: day({ words: { zh: "执法证有效期止", en: "Certificate valid to" }, group: certificate }),
} as const;

export type AccountValues = ValuesOf<typeof accountFields>;
