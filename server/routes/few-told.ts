import { tellsOfPeople, type Untold } from "../../core/campaign/few.ts";
import type { Indicator } from "../../core/campaign/indicator.ts";
import { mayLookInto } from "../../core/register/rights.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { SignedInVisit } from "../http/route.ts";
import { parametersOn } from "../store/campaign.ts";

type FewVisit = Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "actor" | "today">;

/**
 * Below how many people a figure is not told to the asker, as the parameters stand today (`figure.few.below`); undefined where all are
 * told: the figures are not over people, or the asker may open what they count one by one.
 */
export function fewBelowFor(
  { services: { campaign }, actor, today }: FewVisit,
  indicator: Indicator,
  by: readonly string[],
): number | undefined {
  if (!tellsOfPeople(indicator, by, campaign.pack.indicators)) return undefined;
  const { counts, of } = indicator;
  const mayOpen = [counts, ...(of === undefined ? [] : [of])].every(({ count }) => {
    const register = registerNamed(count.split(".")[0] ?? "");
    return register !== undefined && mayLookInto(register, actor);
  });
  return mayOpen ? undefined : parametersOn(campaign, today).numbers["figure.few.below"];
}

/** A figure without all that would tell how many it counts. */
export const without = <F extends { readonly value: number | null; readonly counted: number }>(
  figure: F,
  untold: Untold | undefined,
) => (untold === undefined ? figure : { ...figure, value: null, counted: 0, of: undefined, untold });

/** What a file says in place of a figure that is not told. */
export const untoldWords = (untold: Untold, fewBelow: number | undefined): string =>
  untold === "few" && fewBelow !== undefined ? `<${fewBelow}` : "不公布";
