import { isDueChoice } from "../../../core/calendar/due-ladder.ts";
import { readCounted } from "../../../core/campaign/counted.ts";
import { dueWords, listWords, ownListWords } from "../../../core/list-words.ts";
import { valuesOfJson } from "../../../core/register/json.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Campaign } from "../../store/campaign.ts";
import type { Queryable } from "../../store/database.ts";
import { type CellLabel, cellLabels } from "../cell-labels.ts";
import { countedWords } from "../counted-words.ts";

/** The address of a list: what it is narrowed by, by name. */
export type ListAddress = Readonly<Record<string, string>>;

const unsaid: ReadonlySet<string> = new Set(["sort", "fields", "limit", "cursor", "count"]);

/** What a list is narrowed by, in words, for whoever holds only the file: 全部 where by nothing. */
export async function filterWords(
  tx: Queryable,
  campaign: Campaign,
  register: Register,
  asked: ListAddress,
): Promise<string> {
  const narrowed = Object.entries(asked).filter(([name]) => !unsaid.has(name));
  if (narrowed.length === 0) return listWords.everything.zh;
  const named = narrowed.map(([name, value]): [string, unknown] => [
    name,
    register.allFields[name]?.kind === "links" ? [value] : value,
  ]);
  const entry = { register: register.name, values: valuesOfJson(named) };
  const label = await cellLabels(tx, campaign, register, [entry]);
  const say = ([name, value]: readonly [string, string]) => {
    const counted = name === "counted" ? readCounted(value) : undefined;
    return counted ? countedWords(campaign, register, counted).zh : termOf(register, label, name, value);
  };
  return narrowed.map(say).join("；");
}

const isOwnList = (name: string): name is keyof typeof ownListWords => Object.hasOwn(ownListWords, name);

function termOf(register: Register, label: CellLabel, name: string, value: string): string {
  if (name === "q") return `${listWords.search.zh}：${value}`;
  if (name === "unsettled") return listWords.unsettled.zh;
  if (name === "due" && isDueChoice(value)) return dueWords[value].zh;
  if (isOwnList(name)) return ownListWords[name].zh;
  if (name === "state") return `${listWords.state.zh}：${statesNamed(register, value)}`;
  const [field = "", end] = name.split(".");
  const words = register.allFields[field]?.words.zh ?? field;
  if (end === "from") return `${words}不早于 ${value}`;
  if (end === "to") return `${words}不晚于 ${value}`;
  return `${words}：${valueWords(register, label, field, value)}`;
}

const statesNamed = ({ states }: Register, value: string): string =>
  value
    .split(",")
    .map((state) => states[state]?.words.zh ?? state)
    .join("、");

function valueWords({ allFields }: Register, label: CellLabel, field: string, value: string): string {
  if (allFields[field]?.kind === "flag") return value === "true" ? "是" : "否";
  return label(field, value) ?? value;
}
