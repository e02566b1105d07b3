import type { Faulty } from "./faulty.ts";

const words = { zh: "名称", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };

const clauses = [
  {
    number: 1,
    text: "每年学习1次。",
    leads: [{ unit: "zhou-yingji", words: "州应急管理局" }],
    frequencies: [{ words: "每年", every: "year", toBeConfirmed: false }],
    targets: [
      {
        words: "学习1次",
        counts: words,
        comparison: "atLeast",
        value: 1,
        unit: "time",
        every: "year",
        toBeConfirmed: false,
      },
    ],
  },
  {
    number: 2,
    text: "2024年底前评估。(州应急管理局牵头,各有关部门负责)",
    leads: [{ unit: "zhou-yingji", words: "州应急管理局" }],
    joint: [{ unit: "concerned", words: "各有关部门" }],
    dates: [{ words: "2024年底前", by: "2024-12-31" }],
    readings: [
      {
        what: words,
        comparison: "exactly",
        value: 100,
        unit: "percent",
        by: "2024-12-31",
        source: "出处",
        toBeConfirmed: true,
      },
      { what: words, source: "出处", toBeConfirmed: true },
    ],
  },
];

const measure = {
  number: 1,
  action: 1,
  title: words,
  text: clauses.map(({ text }) => text).join(""),
  leads: ["(州应急管理局牵头,各有关部门负责)"],
  clauses,
};

const measures = [measure];

const section = {
  kind: "leadership",
  heading: "二、组织领导",
  title: words,
  text: "州长任组长,州应急管理局参加。",
  clauses: [{ number: 1, text: "州长任组长,州应急管理局参加。" }],
};

const plan = {
  name: words,
  issuer: words,
  implements: "云安〔2024〕3号",
  from: "2024-01-01",
  to: "2026-12-31",
  sections: [section],
  leadingGroup: [{ as: words, who: "州长" }],
  taskForce: [{ unit: "zhou-yingji", words: "州应急管理局" }],
  groups: [{ id: "concerned", name: words, members: ["zhou-yingji"], ...sourced }],
  jointEverywhere: { measure: 1, joint: [{ unit: "concerned", words: "各有关部门" }] },
  actions: [{ number: 1, title: words, heading: "(一)学习。" }],
  ...sourced,
};

/** The smallest plan with a row of everything, as its two files hold it. */
export const soundPlan = plan;
export const soundMeasures = { measures };

const group = plan.groups[0];
const nobody = [{ unit: "nobody", words: "州应急管理局" }];

/** Plans with one thing wrong in each, and where it is told. */
export const faultyPlans: readonly Faulty[] = [
  {
    story: "the campaign ends before it begins",
    content: { ...plan, from: "2024-01-02", to: "2024-01-01" },
    at: "/to",
    code: "ends-before-it-begins",
  },
  {
    story: "a section is of an unknown kind",
    content: { ...plan, sections: [{ ...section, kind: "annex" }] },
    at: "/sections/0/kind",
    code: "not-an-option",
  },
  {
    story: "a section's clauses are not its text",
    content: { ...plan, sections: [{ ...section, text: `${section.text}其他。` }] },
    at: "/sections/0/clauses",
    code: "clauses-differ-from-text",
  },
  {
    story: "a section names a unit that is not in the pack",
    content: {
      ...plan,
      sections: [{ ...section, clauses: [{ number: 1, text: section.text, leads: nobody }] }],
    },
    at: "/sections/0/clauses/0/leads/0/unit",
    code: "unknown-unit",
  },
  {
    story: "a reading beside a section is due before the campaign",
    content: {
      ...plan,
      sections: [
        {
          ...section,
          clauses: [
            {
              number: 1,
              text: section.text,
              readings: [{ what: words, by: "2023-12-31", source: "出处", toBeConfirmed: true }],
            },
          ],
        },
      ],
    },
    at: "/sections/0/clauses/0/readings/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "a leader is not in the text",
    content: { ...plan, leadingGroup: [{ as: words, who: "县长" }] },
    at: "/leadingGroup/0/who",
    code: "words-not-in-text",
  },
  {
    story: "the task force has a unit that is not in the pack",
    content: { ...plan, taskForce: nobody },
    at: "/taskForce/0/unit",
    code: "unknown-unit",
  },
  {
    story: "a member of a group is not in the pack",
    content: { ...plan, groups: [{ ...group, members: ["zhou-yingji", "concerned"] }] },
    at: "/groups/0/members/1",
    code: "unknown-organisation",
  },
  {
    story: "a group occurs twice",
    content: { ...plan, groups: [group, group] },
    at: "/groups/1/id",
    code: "duplicate",
  },
  {
    story: "a group has the id of an organisation",
    content: { ...plan, groups: [group, { ...group, id: "zhou-yingji" }] },
    at: "/groups/1/id",
    code: "duplicate",
  },
  {
    story: "who answers for every measure is said in a measure that is not there",
    content: { ...plan, jointEverywhere: { ...plan.jointEverywhere, measure: 2 } },
    at: "/jointEverywhere/measure",
    code: "unknown-measure",
  },
  {
    story: "whoever answers for every measure is not in the pack",
    content: {
      ...plan,
      jointEverywhere: { measure: 1, joint: [{ unit: "nobody", words: "各有关部门" }] },
    },
    at: "/jointEverywhere/joint/0/unit",
    code: "unknown-unit",
  },
  {
    story: "two actions have one number",
    content: { ...plan, actions: [plan.actions[0], plan.actions[0]] },
    at: "/actions/1/number",
    code: "duplicate",
  },
];

const differing = (...differs: readonly object[]) => ({
  measures: differs.map((own) => ({ ...measure, ...own })),
});
const [first, second] = clauses;
/** The measure with something else in its first or second clause. */
const firstClause = (differs: object) => differing({ clauses: [{ ...first, ...differs }, second] });
const secondClause = (differs: object) => differing({ clauses: [first, { ...second, ...differs }] });
const dated = (differs: object) =>
  secondClause({ dates: [{ words: "2024年底前", by: "2024-12-31", ...differs }] });
const { value, unit, comparison, ...noNumber } = clauses[1]?.readings?.[0] ?? {};
const read = (differs: object) =>
  secondClause({ readings: [{ ...noNumber, value, unit, comparison, ...differs }] });
const readAs = (reading: object) => secondClause({ readings: [{ ...noNumber, ...reading }] });
const aimed = (differs: object) => firstClause({ targets: [{ ...first?.targets?.[0], ...differs }] });

/** Measures with one thing wrong in each, and where it is told. */
export const faultyMeasures: readonly Faulty[] = [
  {
    story: "a measure's text has blanks",
    content: differing({ text: "学 习" }),
    at: "/measures/0/text",
    code: "bad-pattern",
  },
  {
    story: "two measures have one number",
    content: differing({}, {}),
    at: "/measures/1/number",
    code: "duplicate",
  },
  {
    story: "a measure is left out",
    content: differing({}, { number: 3 }),
    at: "/measures/1/number",
    code: "number-out-of-sequence",
  },
  {
    story: "a measure belongs to no action",
    content: differing({ action: 2 }),
    at: "/measures/0/action",
    code: "unknown-action",
  },
  {
    story: "a lead is not in the measure's text",
    content: differing({ leads: ["(州公安局牵头)"] }),
    at: "/measures/0/leads/0",
    code: "lead-not-in-text",
  },
  {
    story: "a clause is left out",
    content: differing({ clauses: [first] }),
    at: "/measures/0/clauses",
    code: "clauses-differ-from-text",
  },
  {
    story: "a clause differs from the text by one character",
    content: firstClause({ text: "每年学习1次;" }),
    at: "/measures/0/clauses",
    code: "clauses-differ-from-text",
  },
  {
    story: "two clauses have one number",
    content: secondClause({ number: 1 }),
    at: "/measures/0/clauses/1/number",
    code: "duplicate",
  },
  {
    story: "a lead unit is not in the pack",
    content: firstClause({ leads: nobody }),
    at: "/measures/0/clauses/0/leads/0/unit",
    code: "unknown-unit",
  },
  {
    story: "a joint unit is not in the pack",
    content: secondClause({ joint: nobody }),
    at: "/measures/0/clauses/1/joint/0/unit",
    code: "unknown-unit",
  },
  {
    story: "a unit is named by words that are not in the text",
    content: firstClause({ leads: [{ unit: "zhou-yingji", words: "州公安局" }] }),
    at: "/measures/0/clauses/0/leads/0/words",
    code: "words-not-in-text",
  },
  {
    story: "a day lies after the campaign",
    content: dated({ by: "2027-01-01" }),
    at: "/measures/0/clauses/1/dates/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "a day lies before the campaign",
    content: dated({ from: "2023-12-31" }),
    at: "/measures/0/clauses/1/dates/0/from",
    code: "day-outside-campaign",
  },
  {
    story: "a time ends before it begins",
    content: dated({ from: "2025-01-01" }),
    at: "/measures/0/clauses/1/dates/0/by",
    code: "ends-before-it-begins",
  },
  {
    story: "a day is said by another clause's words",
    content: firstClause({ dates: [{ words: "2024年底前", by: "2024-12-31" }] }),
    at: "/measures/0/clauses/0/dates/0/words",
    code: "words-not-in-text",
  },
  {
    story: "a frequency is unknown",
    content: firstClause({ frequencies: [{ words: "每年", every: "week", toBeConfirmed: false }] }),
    at: "/measures/0/clauses/0/frequencies/0/every",
    code: "not-an-option",
  },
  {
    story: "a target's unit is unknown",
    content: aimed({ unit: "toString" }),
    at: "/measures/0/clauses/0/targets/0/unit",
    code: "not-an-option",
  },
  {
    story: "a target is due after the campaign",
    content: aimed({ by: "2027-06-30" }),
    at: "/measures/0/clauses/0/targets/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "a target is not in the clause's words",
    content: aimed({ words: "学习2次" }),
    at: "/measures/0/clauses/0/targets/0/words",
    code: "words-not-in-text",
  },
  {
    story: "a reading is due after the campaign",
    content: read({ by: "2027-01-01" }),
    at: "/measures/0/clauses/1/readings/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "a reading's number has no unit",
    content: readAs({ value, comparison }),
    at: "/measures/0/clauses/1/readings/0/unit",
    code: "required",
  },
  {
    story: "a reading's number has no comparison",
    content: readAs({ value, unit }),
    at: "/measures/0/clauses/1/readings/0/comparison",
    code: "required",
  },
  {
    story: "a reading compares without a number",
    content: readAs({ comparison, unit }),
    at: "/measures/0/clauses/1/readings/0/value",
    code: "required",
  },
  {
    story: "a reading is given out as confirmed",
    content: read({ toBeConfirmed: false }),
    at: "/measures/0/clauses/1/readings/0/toBeConfirmed",
    code: "not-an-option",
  },
  {
    story: "a reading does not say what it rests on",
    content: read({ source: "" }),
    at: "/measures/0/clauses/1/readings/0/source",
    code: "empty-text",
  },
];
