/** How many of the unit are one: 万元 → 10 000. */
const scales: Readonly<Record<string, number>> = {
  万: 10_000,
  千: 1_000,
  百万: 1_000_000,
  亿: 100_000_000,
  "%": 0.01,
  "": 1,
};

const form =
  /^([-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)(%|百万|[万千亿])?(?:元|圆|人|名|次|个|户|米|度|天|分|整|人民币)*$/;
const leading = /^(?:人民币|rmb|[¥$])/;
const inHeading = /[（(](百万|万|千|亿)元?[）)]|单位[:：](百万|万|千|亿)元/;

/** The number that a text says, with its thousands, its unit and its sign of a currency; undefined for none. `text` is in the plain form. */
export function readNumberText(text: string): number | undefined {
  const found = form.exec(text.replace(leading, ""));
  if (found === null) return undefined;
  const [, digits = "", unit = ""] = found;
  return scaled(Number(digits.replaceAll(",", "")), scales[unit] ?? 1);
}

/** Whether a text names the scale of its number itself: then that of the heading says nothing. */
export const namesScale = (text: string): boolean => /[万千亿%元]/.test(text);

/** What one of a column's numbers is worth by its heading: 整改资金（万元） → 10 000. */
export function scaleInHeading(heading: string): number {
  const found = inHeading.exec(heading.normalize("NFKC"));
  return scales[found?.[1] ?? found?.[2] ?? ""] ?? 1;
}

/** Multiplied without the noise of binary fractions: 1.1 × 10 000 is 11 000. */
export const scaled = (number: number, scale: number): number =>
  scale === 1 ? number : Number((number * scale).toPrecision(15));
