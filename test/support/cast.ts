import type { Day } from "../../core/calendar/day.ts";
import type { Role } from "../../core/scope/roles.ts";
import { idOfName } from "../../server/store/ids.ts";

/** The moment at which every world begins: a Tuesday in a year whose holidays are known. */
export const beginning = new Date("2026-03-10T09:00:00+08:00");
export const firstDay: Day = "2026-03-10";

export const password = "zhiben-test";

interface EnterpriseOfTheCast {
  readonly name: string;
  readonly creditCode: string;
  readonly region: string;
  readonly sector: string;
  /** Who registers it, as its supervisor. */
  readonly registeredBy: "luo" | "he";
}

/** Two enterprises here (香格里拉), one elsewhere (维西). All fictional: credit codes with region 999999. */
export const enterprises = {
  copper: {
    name: "云岭铜业选冶厂（虚构）",
    creditCode: "91999999MA0000001N",
    region: "533401205",
    sector: "S04",
    registeredBy: "luo",
  },
  foundry: {
    name: "雪域金属铸造厂（虚构）",
    creditCode: "91999999MA0000002R",
    region: "533401103",
    sector: "S04",
    registeredBy: "luo",
  },
  timber: {
    name: "保和木制品厂（虚构）",
    creditCode: "91999999MA00000066",
    region: "533423101",
    sector: "S05",
    registeredBy: "he",
  },
} as const satisfies Readonly<Record<string, EnterpriseOfTheCast>>;

export type EnterpriseName = keyof typeof enterprises;

export const enterpriseId = (name: EnterpriseName): string => idOfName(`test-enterprise:${name}`);

/** The one service body, in 香格里拉, whose people see nothing but its entry. */
export const serviceBodies = {
  evaluator: {
    name: "高原安全评价所（虚构）",
    creditCode: "91999999MA0000701E",
    region: "533401",
    services: ["evaluation", "consulting"],
    sector: "S04",
    qualificationNumber: "演示资质-001",
    qualifiedTo: "2028-12-31",
    supervisedBy: idOfName("organisation:xianggelila-yingji"),
  },
} as const;

export type ServiceBodyName = keyof typeof serviceBodies;

export const serviceBodyId = (name: ServiceBodyName): string => idOfName(`test-service-body:${name}`);

export interface PersonOfTheCast {
  readonly name: string;
  readonly role: Role;
  readonly enterprise?: EnterpriseName;
  readonly serviceBody?: ServiceBodyName;
  /** Name of an organisation in the pack. */
  readonly organisation?: string;
  readonly sectors?: readonly string[];
  readonly certificate?: { readonly from: Day; readonly to: Day };
}

/** The enterprise or service body of which somebody is; nothing for one of an organisation of the pack. */
export function firmOf({ enterprise, serviceBody }: PersonOfTheCast): string | undefined {
  if (enterprise !== undefined) return enterpriseId(enterprise);
  return serviceBody === undefined ? undefined : serviceBodyId(serviceBody);
}

const valid = { from: "2024-01-01", to: "2028-12-31" };

/** The same people everywhere. Lin and Wang inspect here and Luo is their head, Chen inspects elsewhere, Mei answers for her enterprise and Su minds its safety; Ji does no act, Yang and Gao none but on tasks; Kang keeps the contacts of a service body; Tang opens accounts, Min grants posts, and Shen reads both. */
export const cast = {
  lin: { name: "林执行", role: "inspector", organisation: "xianggelila-yingji", certificate: valid },
  wang: { name: "王复查", role: "inspector", organisation: "xianggelila-yingji", certificate: valid },
  gu: {
    name: "顾过期",
    role: "inspector",
    organisation: "xianggelila-yingji",
    certificate: { from: "2024-01-01", to: "2026-03-09" },
  },
  luo: { name: "洛桑", role: "departmentHead", organisation: "xianggelila-yingji" },
  chen: { name: "陈外县", role: "inspector", organisation: "weixi-yingji", certificate: valid },
  he: { name: "和局长", role: "departmentHead", organisation: "weixi-yingji" },
  duan: {
    name: "段冶金",
    role: "inspector",
    organisation: "zhou-yingji",
    sectors: ["S04"],
    certificate: valid,
  },
  zhou: { name: "鲁明山", role: "departmentHead", organisation: "zhou-yingji" },
  gesang: { name: "格桑央", role: "committeeOffice", organisation: "xianggelila-anweiban" },
  zhang: { name: "张州安", role: "committeeOffice", organisation: "zhou-anweiban" },
  yang: { name: "杨副州", role: "leader", organisation: "zhou-zhengfu" },
  ji: { name: "纪明", role: "discipline", organisation: "zhou-jiwei" },
  gao: { name: "高园区", role: "parkOffice", organisation: "xianggelila-chanye-yuanqu" },
  shen: { name: "沈审计", role: "auditor", organisation: "zhou-yingji" },
  min: { name: "闵安管", role: "securityAdministrator", organisation: "zhou-yingji" },
  tang: { name: "唐系统", role: "systemAdministrator", organisation: "zhou-yingji" },
  mei: { name: "梅厂长", role: "principal", enterprise: "copper" },
  su: { name: "苏安全", role: "safetyManager", enterprise: "copper" },
  bai: { name: "白厂长", role: "principal", enterprise: "foundry" },
  fang: { name: "方安全", role: "safetyManager", enterprise: "foundry" },
  yu: { name: "余厂长", role: "principal", enterprise: "timber" },
  kang: { name: "康评价", role: "serviceStaff", serviceBody: "evaluator" },
  tong: { name: "童安全", role: "safetyManager", enterprise: "timber" },
} as const satisfies Readonly<Record<string, PersonOfTheCast>>;

export type PersonName = keyof typeof cast;

export const personNames = Object.keys(cast).filter((name): name is PersonName => name in cast);
