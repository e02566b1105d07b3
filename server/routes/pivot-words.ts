import { periodOn } from "../../core/calendar/period.ts";
import type { Band } from "../../core/campaign/bands.ts";
import type { Dimension } from "../../core/campaign/cube.ts";
import type { BucketSize } from "../../core/campaign/indicator.ts";
import { bucketSizes } from "../../core/campaign/indicator.ts";
import { itemFieldOf, placeField, type RowName } from "../../core/campaign/pivot-offer.ts";
import type { Register } from "../../core/register/register.ts";
import type { Words } from "../../core/words.ts";
import type { Campaign } from "../store/campaign.ts";
import type { Queryable } from "../store/database.ts";
import { namer } from "../store/namer.ts";

const names: Readonly<Record<RowName, Words>> = {
  county: { zh: "县（市）", en: "County" },
  township: { zh: "乡镇（街道）", en: "Township" },
  sector: { zh: "行业领域", en: "Sector" },
  level: { zh: "等级", en: "Level" },
  kind: { zh: "类别", en: "Kind" },
  park: { zh: "园区", en: "Park" },
  organisation: { zh: "企业", en: "Enterprise" },
  day: { zh: "日", en: "Day" },
  week: { zh: "周", en: "Week" },
  month: { zh: "月", en: "Month" },
  quarter: { zh: "季度", en: "Quarter" },
  year: { zh: "年", en: "Year" },
  item: { zh: "判定标准条款", en: "Criteria item" },
  days: { zh: "用时", en: "Days taken" },
};

/** What rows or columns are called; a further choice of the register by its own words: of hazards their source. */
export function dimensionWords({ allFields, countedBy }: Register, name: RowName): Words {
  const field = name === "kind" && countedBy !== undefined ? allFields[countedBy] : undefined;
  return field?.words ?? names[name];
}

const without: Readonly<Record<string, Words>> = {
  park: { zh: "不在园区", en: "In no park" },
  level: { zh: "未定级", en: "Not judged yet" },
};
const unclassified: Words = { zh: "未分类", en: "None" };

/** The words of codes of places or of criteria items, read together. */
export async function codeWords(
  tx: Queryable,
  campaign: Campaign,
  register: Register,
  { name, codes }: { readonly name: RowName; readonly codes: readonly string[] },
): Promise<(code: string) => Words> {
  const field = name === "item" ? itemFieldOf(register) : placeField(register, asDimension(name));
  if (field === undefined) return (code) => ({ zh: code, en: code });
  const mentioned = codes
    .filter((code) => code !== "")
    .map((code) => ({ register: register.name, values: { [field]: code } }));
  const say = await namer(tx, campaign, mentioned);
  return (code) => {
    if (code === "") return without[name] ?? unclassified;
    const said = say(register, field, code) ?? code;
    return typeof said === "string" ? { zh: said, en: said } : said;
  };
}

const asDimension = (name: RowName): Dimension =>
  name === "item" || name === "days" ? "organisation" : name;

/** A time as it is called: 2026年3月, 2026年第1季度. */
export function timeWords(first: string, size: BucketSize): Words {
  switch (size) {
    case "day":
      return { zh: first, en: first };
    case "week":
      return { zh: `${first} 起一周`, en: `Week of ${first}` };
    case "month":
    case "quarter":
    case "year": {
      const { name, words } = periodOn(first, size);
      return { zh: words, en: name };
    }
  }
}

export const isTime = (name: RowName | undefined): name is BucketSize =>
  bucketSizes.some((size) => size === name);

/** So many days, and in an address what the register calls them. */
export const bandCode = ({ from, to }: Band): string => (to === undefined ? `${from}` : `${from}-${to}`);
