/** Numbers in the plan's text that set no day, frequency or target, each with the reason; a test holds the text against them. */
export const otherNumbers: Readonly<Record<string, string>> = {
  // Names.
  三年行动: "the campaign's name",
  "(2024—2026年)": "part of a document's name",
  "(云安〔2024〕3号)": "a document's number",
  "(迪政办发〔2023〕114号)": "a document's number",
  "(迪发〔2022〕8号)": "a document's number",
  党的二十大: "a congress of the Party",
  十大行动: "the ten actions, each of which stands in the pack",
  落细落实安全生产十五条硬措施: "their name; that all are evaluated is a target of measure 1",
  三管三必须: "a principle: whoever manages a field manages its safety",
  四不两直: "unannounced visits",
  双报告: "the double report",
  双随机: "random objects and random officers",
  一案双罚: "unit and person are punished",
  一案双查: "an accident and its supervisors are investigated",
  一事一议: "each matter is settled by itself",
  一件事: "a problem with its whole chain of responsibility",
  一灯一带: "a lamp and a belt at level crossings",
  一库集成: "what the database must be able to do",
  一键追溯: "what the database must be able to do",
  一站服务: "what the database must be able to do",
  一网统管: "what the database must be able to do",
  隐患排查检查执法一体化: "in one piece, not a number of anything",
  // Levels and classes.
  二级三级医院: "classes of hospitals",
  一般及以上事故: "a grade of accidents",
  // Turns of phrase.
  统一: "a turn of phrase: as one",
  进一步: "a turn of phrase: further",
  一批: "an unspecified number",
  一张蓝图: "a turn of phrase",
  // Times that are no deadline.
  三年努力: "the campaign's three years, which its first and last day set",
  "2023年及以前": "bounds the stock of hazards",
  定期: "regularly; the plan sets no period",
};
