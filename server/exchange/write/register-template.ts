import type { Day } from "../../../core/calendar/day.ts";
import { type Column, type ImportMode, templateColumns } from "../../../core/exchange/columns.ts";
import { sampleMark } from "../../../core/exchange/marks.ts";
import { limits } from "../../../core/limits.ts";
import type { Field, OrganisationField } from "../../../core/register/field.ts";
import type { Register } from "../../../core/register/register.ts";
import { registerNamed } from "../../../core/registers/index.ts";
import type { Scope } from "../../../core/scope/scope.ts";
import { inRegion } from "../../../core/scope/scope.ts";
import { type Campaign, organisationFact } from "../../store/campaign.ts";
import type { Transaction } from "../../store/database.ts";
import { listEntries } from "../../store/lists.ts";
import { regionPath } from "../cell-labels.ts";
import { outColumn } from "./list-export.ts";
import { demonstrationMark, ledgerName } from "./list-heading.ts";
import type { Template, TemplateColumn } from "./template-xlsx.ts";

/** For whom a form is made, and when. */
export interface Filler {
  readonly scope: Scope;
  readonly today: Day;
  readonly demonstration: boolean;
}

const modeWords: Readonly<Record<ImportMode, string>> = { open: "登记", record: "补录" };

/**
 * The form in which rows of a register are filled in: its columns with what each is for, lists of what may be chosen within the
 * person's sight, and a sample. Undefined where no table brings in entries of the register in this way.
 */
export async function templateFor(
  tx: Transaction,
  campaign: Campaign,
  register: Register,
  mode: ImportMode,
  filler: Filler,
): Promise<Template | undefined> {
  const columns = templateColumns(register, mode);
  if (columns.length === 0) return undefined;
  const made: TemplateColumn[] = [];
  for (const [at, column] of columns.entries()) {
    const list = await listFor(tx, campaign, column.field, filler.scope);
    made.push(templateColumn(column, list, sampleOf(column, list, filler.today, at === 0)));
  }
  const mark = filler.demonstration ? `（${demonstrationMark}）` : "";
  return {
    title: `${ledgerName(register)}${modeWords[mode]}模板${mark}`,
    line: `带 * 的必填；各列说明见表头批注和“填写说明”。以“${sampleMark}”开头的一行是示例，不会导入，可以删去。`,
    columns: made,
    explained: [["列", "必填", "怎么填", "为什么要填、依据"], ...columns.map(explained)],
    names: { form: "填写", explained: "填写说明", lists: "选项" },
  };
}

function templateColumn(column: Column, list: readonly string[] | undefined, sample: string): TemplateColumn {
  const { heading, width, isText } = outColumn(column);
  const { field, needed, note } = column;
  const kind = field.kind === "day" ? "day" : isText ? "text" : "number";
  const said = [needed ? "必填。" : "可不填。", note?.zh, field.law?.zh].filter((text) => text !== undefined);
  return {
    heading: needed ? `*${heading}` : heading,
    width,
    isText,
    kind,
    note: said.join("\n"),
    sample,
    ...(list === undefined ? {} : { list }),
  };
}

const explained = ({ words, needed, note, field }: Column): readonly string[] => [
  words.zh,
  needed ? "必填" : "",
  [note?.zh, lengthWords(field)].filter((text) => text !== undefined).join("；"),
  [field.why?.zh, field.law?.zh].filter((text) => text !== undefined).join("；"),
];

function lengthWords(field: Field): string | undefined {
  if (field.kind === "text" || field.kind === "code") return `最多 ${field.maxLength} 字`;
  if (field.kind === "integer" || field.kind === "decimal") return `${field.min} 至 ${field.max}`;
  return undefined;
}

/** What may be chosen in a cell that holds one thing; undefined where it is typed. */
async function listFor(
  tx: Transaction,
  campaign: Campaign,
  field: Field,
  scope: Scope,
): Promise<readonly string[] | undefined> {
  switch (field.kind) {
    case "flag":
      return ["是", "否"];
    case "choice":
      return Object.values(field.options).map(({ zh }) => zh);
    case "sector":
      return campaign.pack.sectors.map(({ name }) => name.zh);
    case "region":
      return regionsWithin(campaign, scope);
    case "organisation":
      return organisationsFor(campaign, field);
    case "link":
      return linked(tx, field.register, scope);
    default:
      return undefined;
  }
}

function regionsWithin(campaign: Campaign, scope: Scope): readonly string[] {
  const within = scope.sees === "region" ? scope.region : "";
  return campaign.pack.regions
    .filter(({ code }) => inRegion(within, code))
    .flatMap(({ code }) => regionPath(campaign, code) ?? []);
}

function organisationsFor(campaign: Campaign, { offers }: OrganisationField): readonly string[] {
  return [...campaign.organisations].flatMap(([id, { name, kind }]) => {
    const fact = organisationFact(campaign, id);
    const isOffered = {
      park: kind === "park",
      industry: (fact?.manages?.length ?? 0) > 0,
      supervision: fact !== undefined && fact.supervises.length > 0,
      // Which of these an office reaches is for the rule to say; governments and Party committees none does.
      assignable: kind !== "government" && kind !== "partyCommittee",
      any: fact !== undefined,
    }[offers ?? "supervision"];
    return isOffered ? [name.zh] : [];
  });
}

/** Entries of a register within the person's sight, the newest first; too many of them are no list to choose from. */
async function linked(tx: Transaction, name: string, scope: Scope): Promise<readonly string[] | undefined> {
  const register = registerNamed(name);
  if (register === undefined) return undefined;
  const page = await listEntries(tx, scope, register, {
    equals: {},
    from: {},
    to: {},
    sort: { column: "opened_on", descending: true },
    limit: limits.templateListRows,
    fields: [register.title],
  });
  if (page.more) return undefined;
  const titles = page.entries.map(({ values }) => String(values[register.title] ?? ""));
  return [...new Set(titles)].filter((title) => title !== "").sort();
}

/** A cell of the sample row, in words only: what looks like a value must not be taken for one. */
function sampleOf(
  { words, field }: Column,
  list: readonly string[] | undefined,
  today: Day,
  isFirst: boolean,
): string {
  const text = list?.[0] ?? sampleByKind(field, today) ?? `（${words.zh}）`;
  return isFirst ? `${sampleMark}：${text}` : text;
}

function sampleByKind(field: Field, today: Day): string | undefined {
  if (field.kind === "day") return today;
  if (field.kind === "integer" || field.kind === "decimal") return String(field.min);
  if (field.kind === "money") return "10000.00";
  if (field.kind === "choices") return Object.values(field.options)[0]?.zh;
  return undefined;
}
