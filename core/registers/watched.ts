import type { Words } from "../words.ts";
import { account } from "./account.ts";
import { hazard } from "./hazard.ts";
import { awaitingReview } from "./hazard-states.ts";
import { post } from "./post.ts";
import { selfCheck } from "./self-check.ts";
import { serviceBody } from "./service-body.ts";

/** A number that whoever answers for a region, a trade or an enterprise looks at first, and the list that it counts. */
export interface Watched {
  readonly name: string;
  readonly words: Words;
  readonly register: string;
  /** The list's filters, as its address takes them. */
  readonly filters: Readonly<Record<string, string>>;
}

/** What is watched, from how much there is to what is wrong with it. */
export const watched: readonly Watched[] = [
  {
    name: "openHazards",
    words: { zh: "未销号隐患", en: "Open hazards" },
    register: hazard.name,
    filters: { unsettled: "true" },
  },
  {
    name: "openMajorHazards",
    words: { zh: "未销号重大隐患", en: "Major hazards open" },
    register: hazard.name,
    filters: { unsettled: "true", level: "major" },
  },
  {
    name: "hazardsToReview",
    words: { zh: "待复查", en: "Waiting for review" },
    register: hazard.name,
    filters: { state: awaitingReview.join(",") },
  },
  {
    name: "missedChecks",
    words: { zh: "逾期未查的自查", en: "Self-checks missed" },
    register: selfCheck.name,
    filters: { unsettled: "true", state: "missed,lateAnswered" },
  },
];

/** What an administrator looks at first: who may sign in, and what has been granted and does not count yet. */
export const watchedPeople: readonly Watched[] = [
  {
    name: "postsToConfirm",
    words: { zh: "待确认任职", en: "Posts to be confirmed" },
    register: post.name,
    filters: { state: "awaiting" },
  },
  {
    name: "postsDeclined",
    words: { zh: "不予确认的任职", en: "Posts declined" },
    register: post.name,
    filters: { state: "declined" },
  },
  {
    name: "activeAccounts",
    words: { zh: "启用的账号", en: "Active accounts" },
    register: account.name,
    filters: { state: "active" },
  },
  {
    name: "disabledAccounts",
    words: { zh: "已停用的账号", en: "Disabled accounts" },
    register: account.name,
    filters: { state: "disabled" },
  },
];

/** What somebody of a service body finds: what the register says of it. */
export const watchedOwn: readonly Watched[] = [
  {
    name: "ownBody",
    words: { zh: "本机构登记信息", en: "What the register says of the own body" },
    register: serviceBody.name,
    filters: {},
  },
];
