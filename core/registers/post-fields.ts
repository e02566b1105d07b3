import {
  choice,
  day,
  flag,
  label,
  link,
  organisation,
  person,
  region,
  sectors,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { roles } from "../scope/roles.ts";

const held = { zh: "岗位", en: "Post" };
const covered = { zh: "数据范围", en: "What it covers" };
const decided = { zh: "授权与确认", en: "Granted and confirmed" };

const { system: _, ...heldRoles } = roles;
type HeldRole = keyof typeof heldRoles;

const roleOptions = Object.fromEntries(
  Object.entries(heldRoles).map(([name, { words }]) => [name, words]),
) as { readonly [R in HeldRole]: (typeof roles)[R]["words"] };

/** What is kept of a post: a role in an organisation, with what it covers and from when to when. */
export const postFields = {
  account: link({ words: { zh: "账号", en: "Account" }, register: "account", column: true, group: held }),
  // The person's, repeated so that lists and notices can say whose post it is.
  holderName: text({ words: { zh: "姓名", en: "Name" }, derived: true, group: held }),
  role: choice({
    words: { zh: "岗位", en: "Role" },
    law: {
      zh: "GB/T 22239-2019 8.1.4.2：授予所需的最小权限，管理用户的权限分离",
      en: "GB/T 22239-2019, 8.1.4.2: no more than is needed, and administrators kept apart",
    },
    column: true,
    options: roleOptions,
    group: held,
  }),
  unit: organisation({
    words: { zh: "任职单位", en: "Organisation" },
    offers: "any",
    column: true,
    group: held,
  }),
  unitLevel: label({
    words: { zh: "单位层级", en: "Level of the organisation" },
    derived: true,
    internal: true,
  }),
  covers: region({
    words: { zh: "管辖地区", en: "Region covered" },
    why: { zh: "不大于任职单位的管辖区域", en: "No larger than the organisation's own" },
    column: true,
    group: covered,
  }),
  everySector: flag({ words: { zh: "全部行业领域", en: "Every sector" }, group: covered }),
  sectors: sectors({ words: { zh: "行业领域", en: "Sectors" }, group: covered }),
  heldFrom: day({ words: { zh: "任职起", en: "Held from" }, column: true, group: held }),
  heldUntil: day({
    words: { zh: "任职止", en: "Held until" },
    why: { zh: "最后一天；长期任职不填", en: "The last day; left empty where no end is known" },
    column: true,
    group: held,
  }),
  endsFrom: day({
    words: { zh: "卸任日期", en: "Ends from" },
    why: { zh: "自该日起不再任职", en: "From this day on it is no longer held" },
    group: held,
  }),
  successor: link({
    words: { zh: "接任者账号", en: "Account of the successor" },
    why: {
      zh: "按原岗位、原范围授权，由负责人确认后生效",
      en: "Granted the same role over the same, which counts once the head confirms it",
    },
    register: "account",
    group: held,
  }),
  succeeds: link({
    words: { zh: "接任自", en: "Succeeds" },
    register: "post",
    derived: true,
    group: held,
  }),
  grantedBy: person({ words: { zh: "授权人", en: "Granted by" }, derived: true, group: decided }),
  confirmingUnit: organisation({
    words: { zh: "确认单位", en: "Confirmed in" },
    why: {
      zh: "任职单位；单位尚无负责人的，由上一级单位确认",
      en: "The organisation itself, or the one above where it has no head yet",
    },
    derived: true,
    group: decided,
  }),
  confirmedBy: person({ words: { zh: "确认人", en: "Confirmed by" }, derived: true, group: decided }),
} as const;

export type PostValues = ValuesOf<typeof postFields>;
