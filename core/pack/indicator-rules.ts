import type { Indicator, Term } from "../campaign/indicator.ts";
import type { Register } from "../register/register.ts";
import { registerNamed } from "../registers/index.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

/** A formula is made of what registers count, and comes to what its unit says. */
export function indicatorRules(indicators: readonly Indicator[]): readonly Located[] {
  const each = indicators.flatMap((indicator, index): readonly Located[] => {
    const at = `/indicators/${index}`;
    const { counts, of } = indicator;
    return [
      ...termRules(`${at}/counts`, counts),
      ...(of === undefined ? [] : termRules(`${at}/of`, of)),
      ...(fitsUnit(indicator)
        ? []
        : [{ at: `${at}/unit`, code: "formula-does-not-fit-unit" as const, about: indicator.unit }]),
    ];
  });
  return [...repeated("/indicators", indicators, "id", ({ id }) => id), ...each];
}

/** A share divides, money is summed, and what is left over is so of a share alone. */
function fitsUnit({ unit, counts, of, rest }: Indicator): boolean {
  if (rest && unit !== "percent") return false;
  switch (unit) {
    case "percent":
      return of !== undefined;
    case "item":
      return of === undefined && !counts.sum;
    case "yuan":
      return counts.sum === true;
    case "day":
      return counts.sum === true && of !== undefined;
  }
}

function termRules(at: string, term: Term): readonly Located[] {
  const [name = "", counted = ""] = term.count.split(".");
  const register = registerNamed(name);
  const count = register && Object.hasOwn(register.counts, counted) ? register.counts[counted] : undefined;
  if (register === undefined || count === undefined)
    return [{ at: `${at}/count`, code: "unknown-count", about: term.count }];
  const sums = "on" in count && (count.sum !== undefined || count.daysSince !== undefined);
  return [
    ...(term.sum && !sums
      ? [{ at: `${at}/sum`, code: "count-sums-nothing" as const, about: term.count }]
      : []),
    ...(term.over === "period" && !("on" in count)
      ? [{ at: `${at}/over`, code: "count-without-a-period" as const, about: term.count }]
      : []),
    ...notToldApart(`${at}/levels`, register, "level", term.levels),
    ...notToldApart(`${at}/kinds`, register, register.countedBy, term.kinds),
  ];
}

/** The values of a choice, or of a code that names rows of the pack: those that have its form. */
function isToldApart({ allFields }: Register, name: string | undefined, value: string): boolean {
  const field = name === undefined ? undefined : allFields[name];
  if (field?.kind === "code")
    return field.pattern !== undefined && new RegExp(field.pattern, "u").test(value);
  return field !== undefined && "options" in field && Object.hasOwn(field.options, value);
}

const notToldApart = (
  at: string,
  register: Register,
  name: string | undefined,
  asked: readonly string[] = [],
): readonly Located[] =>
  asked.flatMap((about, index) =>
    isToldApart(register, name, about) ? [] : [{ at: `${at}/${index}`, code: "count-not-told-apart", about }],
  );
