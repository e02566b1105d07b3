import type { Register } from "../../core/register/register.ts";
import { isBusinessOf } from "../../core/register/rights.ts";
import { mayAsk, rightNames, rights } from "../../core/scope/rights.ts";
import { type Role, roleNames, roles } from "../../core/scope/roles.ts";
import type { Words } from "../../core/words.ts";
import type { Route } from "../http/route.ts";
import { heading } from "./lists.ts";

const seen: Readonly<Record<(typeof roles)[Role]["sees"], Words>> = {
  region: {
    zh: "任职区划（含下级）内所任行业的条目，以及本单位作为一方的条目",
    en: "entries of the post's region and all below it, in the post's sectors, and those to which its organisation is a party",
  },
  organisation: {
    zh: "本单位的条目，以及本单位作为一方的条目",
    en: "entries of its organisation, and those to which it is a party",
  },
  nothing: { zh: "不看任何业务条目", en: "no entry of any business" },
  everything: { zh: "全部条目", en: "every entry" },
};

const list = (words: readonly Words[]) => ({
  zh: words.map(({ zh }) => zh).join("、"),
  en: words.map(({ en }) => en).join("; "),
});

/**
 * Who may see and do what, in plain words and as tables: what each role sees, what it may ask of the product, and which role may do
 * which act of each register. Deny by default, so an empty cell is a no.
 */
export function rolesPage(registers: readonly Register[], routes: readonly Route[]): string {
  return [
    "# 岗位与权限 · Roles and rights",
    heading,
    "默认不允许：表中没有打勾的，一律不能办理。岗位决定能办什么，任职的区划、行业和单位决定能看到哪些条目。",
    "Deny by default: what has no tick here, nobody may. The role decides what may be done, the post's region, sectors and organisation what is seen.",
    "## 各岗位一览 · The roles",
    ...roleNames.map((role) => roleText(role, registers)),
    "## 限制知悉 · What is restricted",
    restricted(registers),
    "## 可以使用的功能 · What may be asked of the product",
    table("功能 · right", rightNames, (name) => ({
      said: `${rights[name].words.zh} · ${rights[name].words.en} \`${name}\``,
      may: (role) => mayAsk(role, name),
    })),
    ...rightNames.map(
      (name) => `- \`${name}\`：${rights[name].why.zh}。${rights[name].why.en}. ${addresses(routes, name)}`,
    ),
    ...registers.flatMap((register) => [
      `## ${register.words.zh} · ${register.words.en}`,
      table("动作 · act", Object.entries(register.acts), ([name, act]) => ({
        said: `${act.words.zh} · ${act.words.en} \`${name}\``,
        may: (role) => act.by.includes(role),
      })),
    ]),
    "",
  ].join("\n\n");
}

function roleText(role: Role, registers: readonly Register[]): string {
  const { words, sees } = roles[role];
  const read = registers.filter((register) => isBusinessOf(register, role));
  const done = read.map((register) => {
    const acts = Object.values(register.acts).filter((act) => act.by.includes(role));
    const said = list(acts.map((act) => act.words));
    return `- ${register.words.zh} · ${register.words.en}：${said.zh}. ${said.en}.`;
  });
  return [
    `### ${words.zh} · ${words.en} \`${role}\``,
    `看到：${seen[sees].zh}。Sees ${seen[sees].en}.`,
    ...(done.length > 0 ? [done.join("\n")] : []),
  ].join("\n\n");
}

/** Which registers keep entries from those who see them by region alone, by whom or until when, and who sees them then. */
const restricted = (registers: readonly Register[]): string =>
  registers
    .flatMap(({ words, restricting, allFields: { restricted: field } }) => {
      if (restricting === undefined || field?.why === undefined) return [];
      const by = "by" in restricting ? list(restricting.by.map((role) => roles[role].words)) : undefined;
      const when = by && { zh: `由${by.zh}限制的，`, en: `Where restricted (${by.en}): ` };
      return [
        `- ${words.zh} · ${words.en}：${when?.zh ?? ""}${field.why.zh}。${when?.en ?? ""}${field.why.en}.`,
      ];
    })
    .join("\n");

const addresses = (routes: readonly Route[], name: string): string =>
  routes
    .filter(({ right }) => right === name)
    .map(({ method, path }) => `\`${method} ${path}\``)
    .join(" ");

interface Row {
  readonly said: string;
  readonly may: (role: Role) => boolean;
}

const table = <T>(head: string, rows: readonly T[], row: (one: T) => Row): string =>
  [
    `| ${head} | ${roleNames.map((role) => roles[role].words.zh).join(" | ")} |`,
    `|${" --- |".repeat(roleNames.length + 1)}`,
    ...rows
      .map(row)
      .map(({ said, may }) => `| ${said} | ${roleNames.map((role) => (may(role) ? "✓" : "")).join(" | ")} |`),
  ].join("\n");
