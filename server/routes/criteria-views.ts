import type { Day } from "../../core/calendar/day.ts";
import { loadedItems, standardState } from "../../core/pack/criteria.ts";
import type { ImportWithdrawal } from "../../core/pack/criteria-withdrawal.ts";
import { type Library, type LibraryItem, type LibraryStandard, openTopics } from "../../core/pack/library.ts";
import { type Campaign, organisationId } from "../store/campaign.ts";
import type { ImportedText, ListedImport } from "../store/criteria-texts.ts";

/** How the criteria library is shown: items, standards, and who brought a text. */
export const itemView = ({ standard, item, article, text, source, ...further }: LibraryItem) => ({
  id: `${standard}/${item}`,
  item,
  article,
  text,
  source,
  toBeConfirmed: further.toBeConfirmed,
  catchAll: further.catchAll === true,
  dividedFrom: further.dividedFrom ?? null,
  imported: further.importedOn !== undefined,
});

export const citedStandard = ({ code, kind, name, document, from, to }: LibraryStandard) => ({
  code,
  kind,
  name,
  document,
  from,
  to,
});

export function standardView(
  { pack }: Campaign,
  library: Library,
  standard: LibraryStandard,
  on: Day,
  texts: readonly ImportedText[],
) {
  const { department, to, replaces, importedOn, issued, ...rest } = standard;
  const items = library.items.filter((item) => item.standard === standard.code);
  const responsible = pack.organisations.find(({ id }) => id === department);
  return {
    ...rest,
    to: to ?? null,
    replaces: replaces ?? null,
    lineage: rest.lineage ?? null,
    scope: rest.scope ?? null,
    department: responsible ? { id: organisationId(responsible.id), name: responsible.name } : null,
    issued: issued ?? null,
    importedOn: importedOn ?? null,
    state: standardState(standard, on),
    loadedItems: loadedItems(items),
    importedItems: items.filter((item) => item.importedOn !== undefined).length,
    itemsToBeConfirmed: items.filter(({ toBeConfirmed }) => toBeConfirmed).length,
    topics: openTopics(library).filter((topic) => topic.standard === standard.code).length,
    officialTexts: texts.filter((text) => text.standard === standard.code).length,
  };
}

type Names = ReadonlyMap<string, string>;

const whoView = (
  campaign: Campaign,
  { person, organisation }: { readonly person: string; readonly organisation: string },
  people: Names,
) => ({
  person: { id: person, name: people.get(person) ?? person },
  organisation: { id: organisation, name: campaign.organisations.get(organisation)?.name ?? organisation },
});

/** Why, when and by whom an import was withdrawn; null where it stands. */
const withdrawalView = (campaign: Campaign, withdrawal: ImportWithdrawal | undefined, people: Names) =>
  withdrawal === undefined
    ? null
    : { at: withdrawal.at, reason: withdrawal.reason, ...whoView(campaign, withdrawal, people) };

interface Brought {
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
}

const broughtView = (
  campaign: Campaign,
  brought: Brought,
  withdrawal: ImportWithdrawal | undefined,
  people: Names,
) => ({
  at: brought.at.toISOString(),
  ...whoView(campaign, brought, people),
  file: brought.file,
  withdrawn: withdrawalView(campaign, withdrawal, people),
});

export const importView = (
  campaign: Campaign,
  one: ListedImport,
  withdrawal: ImportWithdrawal | undefined,
  people: Names,
) => ({
  id: one.id,
  texts: one.texts,
  lists: one.lists,
  ...broughtView(campaign, one, withdrawal, people),
});

export const textView = (
  campaign: Campaign,
  text: ImportedText,
  withdrawal: ImportWithdrawal | undefined,
  people: Names,
) => ({
  text: text.text,
  source: text.source,
  note: text.note ?? null,
  import: text.import,
  ...broughtView(campaign, text, withdrawal, people),
});
