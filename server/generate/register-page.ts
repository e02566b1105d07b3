import type { Field } from "../../core/register/field.ts";
import type { Act, Register } from "../../core/register/register.ts";
import { roles } from "../../core/scope/roles.ts";
import type { Words } from "../../core/words.ts";

const both = ({ zh, en }: Words): string => `${zh} · ${en}`;

/** The reference page of a register: its law, its states as a diagram, its acts and fields. Derived; never edited by hand. */
export function registerPage(register: Register): string {
  return [
    `# ${both(register.words)} (\`${register.name}\`)`,
    "由台账声明生成，请勿手改 · Generated from the declaration by `npm run generate`.",
    `依据 · Law: ${register.law.map(both).join("；")}。措施 · Measures: ${register.measures.join(", ")}。`,
    "## 状态图 · States",
    `\`\`\`mermaid\n${stateDiagram(register)}\n\`\`\``,
    statesTable(register),
    "## 办理动作 · Acts",
    actsTable(register),
    "## 字段 · Fields",
    fieldsTable(register),
    "",
  ].join("\n\n");
}

/** The lifecycle as a Mermaid state diagram; acts that leave the state as it is are listed in the table only. */
export function stateDiagram(register: Register): string {
  const states = Object.entries(register.states).map(([name, { words }]) => `  ${name}: ${words.zh}`);
  const moves = Object.entries(register.acts).flatMap(([, act]) => {
    const { to } = act;
    // What goes back leads to as many states as it came from; the table says so.
    if (to === "unchanged" || to === "back") return [];
    const from = act.from === "new" ? ["[*]"] : act.from;
    return from.map((state) => `  ${state} --> ${to}: ${act.words.zh}`);
  });
  const ends = Object.entries(register.states).flatMap(([name, { final }]) =>
    final ? [`  ${name} --> [*]`] : [],
  );
  return ["stateDiagram-v2", ...states, ...moves, ...ends].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function statesTable(register: Register): string {
  const rows = Object.entries(register.states).map(([name, state]) => [
    `\`${name}\``,
    both(state.words),
    state.holder ? `\`${state.holder}\`` : "",
    (state.awaits ?? []).map((role) => roles[role].words.zh).join("、"),
    state.clock === undefined
      ? ""
      : "named" in state.clock
        ? `\`${state.clock.named}\``
        : `\`${state.clock.day}\``,
    state.final ? "✓" : "",
  ]);
  return table(
    ["state", "名称 · words", "办理单位 · holder", "待办岗位 · awaits", "时限 · clock", "终态 · final"],
    rows,
  );
}

const whereTo: Readonly<Record<string, string>> = {
  unchanged: "（不变 · unchanged）",
  back: "（返回此前环节 · back）",
};

function actsTable(register: Register): string {
  const rows = Object.entries(register.acts).map(([name, act]) => [
    `\`${name}\``,
    both(act.words),
    act.from === "new" ? "（新建 · new）" : act.from.map((state) => `\`${state}\``).join(" "),
    whereTo[act.to] ?? `\`${act.to}\``,
    act.by.map((role) => roles[role].words.zh).join("、"),
    inputs(act),
    rules(act),
    act.law.map(both).join("；"),
  ]);
  return table(
    [
      "act",
      "名称 · words",
      "从 · from",
      "到 · to",
      "岗位 · by",
      "需填 · needs / 可填 · takes",
      "规则 · rules",
      "依据 · law",
    ],
    rows,
  );
}

const inputs = ({ needs = [], takes = [] }: Act): string =>
  [...needs.map((field) => `**${field}**`), ...takes].join(", ");

const rules = ({ applies, guards = [], checks = [], warns = [] }: Act): string =>
  [
    ...[applies ?? [], guards, checks].flat().map(({ name }) => `\`${name}\``),
    ...warns.map(({ name }) => `（提醒 · warns）\`${name}\``),
  ].join(" ");

function fieldsTable(register: Register): string {
  const rows = Object.entries(register.allFields).map(([name, field]) => [
    `\`${name}\``,
    both(field.words),
    field.kind,
    traits(field),
    field.group ? both(field.group) : "",
    field.why ? both(field.why) : "",
    field.law ? both(field.law) : "",
  ]);
  return table(
    ["field", "名称 · words", "kind", "traits", "分组 · group", "为何要填 · why", "依据 · law"],
    rows,
  );
}

const traits = (field: Field): string =>
  (["column", "unique", "sealed", "party", "derived"] as const).filter((trait) => field[trait]).join(", ");
