import type { SecondWay } from "../../../core/sign-in/next-step.ts";
import type { SecondFactorView } from "../../api/account.ts";

/** Whether somebody has a second factor of any kind, which they show before anything about how they sign in changes. */
export const hasFactor = ({ since, keys }: SecondFactorView): boolean => since !== null || keys.length > 0;

/** By which of them it can be shown where the product is open; a recovery code does in any case. */
export const waysOf = ({ since, keys }: SecondFactorView): readonly SecondWay[] => [
  ...(keys.some(({ here }) => here) ? (["key"] as const) : []),
  ...(since !== null ? (["code"] as const) : []),
];
