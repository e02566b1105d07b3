import { yearOf } from "../calendar/day.ts";
import { lengthNamed, periodNamed } from "../calendar/period.ts";
import { textValue } from "../register/entry.ts";
import { actsOf, defineRegister, type FollowUp, type Register } from "../register/register.ts";
import { briefingFields } from "./briefing-fields.ts";
import { briefingFigures } from "./briefing-figures.ts";
import { briefingExchange } from "./briefing-headings.ts";
import {
  type Briefing,
  briefedPeriodIsOver,
  correctedIsSeen,
  correctsOwn,
  isAwaited,
  isLastAwaited,
  namedAreAddressed,
  numberedThisYear,
  officeDraws,
  signedByAnother,
  signsForOffice,
} from "./briefing-rules.ts";
import { acknowledgingRoles, briefingStates, issuedStates } from "./briefing-states.ts";

const circulars = {
  zh: "三年行动方案工作要求（二）、保障措施（一）：多通报、晾晒通报",
  en: "The plan, requirement 2 and safeguard 1: circulars, and results shown openly",
};
const signing = {
  zh: "《党政机关公文处理工作条例》：公文由本机关负责人审批签发（条款待核实）",
  en: "Rules on official documents: whoever is at the head of the body signs (article to be confirmed)",
};
const lessBurden = {
  zh: "整治形式主义为基层减负若干规定：不以登录、点击等使用情况排名通报",
  en: "Rules on relieving the grassroots of formalities: nobody is ranked by log-ins or clicks",
};

const drawing = {
  law: [circulars, lessBurden],
  by: ["committeeOffice"],
  needs: ["title", "period", "indicators", "demands", "addressedTo"],
} as const;
const written = ["bySector", "praise", "problems", "praisedUnits", "criticisedUnits"] as const;
const acknowledging = {
  words: { zh: "签收", en: "Acknowledge" },
  law: [circulars],
  from: ["circulated"],
  by: acknowledgingRoles,
  sets: ({ entry: { values }, actor }: Briefing) => ({
    awaited: leftOf(values.awaited, actor.organisation),
  }),
} as const;

/** Of those who have not acknowledged it, the others; nothing once there is none. */
function leftOf(awaited: readonly string[] = [], unit: string): readonly string[] | null {
  const others = awaited.filter((one) => one !== unit);
  return others.length > 0 ? others : null;
}

/** What drawing up sets: the period in days, and the figures as the server counted them. */
function drawn({ input, entry: { values }, facts, actor }: Briefing) {
  const name = input.period ?? "";
  const { from, to } = periodNamed(name) ?? {};
  return {
    every: lengthNamed(name),
    periodFrom: from,
    periodTo: to,
    figures: facts.figures ?? values.figures,
    draftedBy: actor.id,
  };
}

const acts = actsOf(
  briefingFields,
  briefingStates,
)({
  drawUp: {
    ...drawing,
    words: { zh: "拟稿", en: "Draw up a briefing" },
    from: "new",
    to: "drawnUp",
    takes: [...written, "corrects"],
    facts: { entries: ["corrects"], figures: briefingFigures },
    checks: [briefedPeriodIsOver, namedAreAddressed, correctsOwn],
    sets: (attempt: Briefing) => ({
      ...drawn(attempt),
      issuer: attempt.actor.organisation,
      region: attempt.actor.region,
    }),
  },
  redraw: {
    ...drawing,
    words: { zh: "修改并重新取数", en: "Redraw, with new figures" },
    from: ["drawnUp"],
    to: "unchanged",
    takes: written,
    facts: { figures: briefingFigures },
    guards: [officeDraws],
    checks: [briefedPeriodIsOver, namedAreAddressed],
    sets: drawn,
    // What was sent back is mended and not written anew.
    suggests: ({ entry: { values } }: Briefing) => ({
      title: values.title,
      period: values.period,
      indicators: values.indicators,
      bySector: values.bySector,
      praise: values.praise,
      problems: values.problems,
      demands: values.demands,
      praisedUnits: values.praisedUnits,
      criticisedUnits: values.criticisedUnits,
      addressedTo: values.addressedTo,
    }),
  },
  sendToSign: {
    words: { zh: "送签", en: "Send to be signed" },
    law: [signing],
    from: ["drawnUp"],
    to: "toSign",
    by: ["committeeOffice"],
    facts: { organisations: ["issuer"] },
    guards: [officeDraws],
    sets: ({ facts, actor }: Briefing) => ({
      sentBy: actor.id,
      signer: facts.organisations.issuer?.government ?? actor.organisation,
    }),
  },
  returnDraft: {
    words: { zh: "退回拟稿", en: "Return to be redrawn" },
    law: [signing],
    from: ["toSign"],
    to: "drawnUp",
    by: ["committeeOffice", "leader"],
    needs: ["reason"],
    guards: [signsForOffice],
  },
  signAndIssue: {
    words: { zh: "签发", en: "Sign and issue" },
    law: [signing, circulars],
    from: ["toSign"],
    to: "circulated",
    by: ["committeeOffice", "leader"],
    needs: ["issueYear"],
    facts: { entries: ["corrects"], counts: { ofYear: ["issuer", "issueYear"] } },
    guards: [signsForOffice, signedByAnother, correctedIsSeen],
    checks: [numberedThisYear],
    sets: ({ entry: { values }, input, facts, actor, day }: Briefing) => {
      const number = (facts.counts.ofYear ?? 0) + 1;
      return {
        issueNumber: `通报〔${input.issueYear}〕${number}号`,
        issueKey: `${values.issuer}/${input.issueYear}/${number}`,
        issuedOn: day,
        issuedBy: actor.id,
        recipients: values.addressedTo,
        awaited: values.addressedTo,
      };
    },
    suggests: ({ day }: Briefing) => ({ issueYear: `${yearOf(day)}` }),
    follows: superseding,
  },
  abandon: {
    words: { zh: "撤稿", en: "Withdraw before issue" },
    law: [circulars],
    from: ["drawnUp", "toSign"],
    to: "abandoned",
    by: ["committeeOffice"],
    needs: ["reason"],
    guards: [officeDraws],
  },
  acknowledge: { ...acknowledging, to: "unchanged", applies: isAwaited },
  acknowledgeLast: { ...acknowledging, to: "acknowledged", applies: isLastAwaited },
  supersede: {
    words: { zh: "被更正的通报替代", en: "Superseded by its correction" },
    law: [circulars],
    from: issuedStates,
    to: "superseded",
    by: ["system"],
    needs: ["supersededBy"],
  },
});

/** 通报: what a committee's office publishes of a period, with figures that drawing it up freezes. Features C8, D4 and K4. */
export const briefing: Register = defineRegister({
  name: "briefing",
  plural: "briefings",
  words: { zh: "通报", en: "Briefing" },
  law: [circulars, signing, lessBurden],
  measures: [],
  fields: briefingFields,
  title: "title",
  list: ["number", "title", "period", "issuer", "issueNumber", "issuedOn", "dueOn"],
  filters: ["every", "period", "issuer", "issueYear", "issuedOn", "dueOn"],
  states: briefingStates,
  acts,
  exchange: briefingExchange,
  numbering: {
    series: (values, day) => `briefing/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawnNumber) => {
      const [, region, year] = series.split("/");
      return `TB${region}-${year}-${String(drawnNumber).padStart(4, "0")}`;
    },
  },
  counts: {
    drawnUp: { words: { zh: "拟稿通报数", en: "Briefings drawn up" }, on: "openedOn" },
    issued: {
      words: { zh: "签发通报数", en: "Briefings issued" },
      on: "issuedOn",
      in: issuedStates,
    },
    overdue: { words: { zh: "逾期未签发或者未签收通报数", en: "Briefings overdue" }, overdue: true },
  },
});

/** The briefing that this one corrects goes with its issue, or neither does. */
function superseding({ entry, facts: known }: Briefing): readonly FollowUp[] {
  const corrected = known.entries.corrects;
  if (entry.values.corrects === undefined || corrected === undefined) return [];
  const facts = { entries: { supersededBy: entry } };
  return [
    { register: briefing, entry: corrected, act: "supersede", input: { supersededBy: entry.id }, facts },
  ];
}
