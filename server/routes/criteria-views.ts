import type { Day } from "../../core/calendar/day.ts";
import { loadedItems, standardState } from "../../core/pack/criteria.ts";
import { type Library, type LibraryItem, type LibraryStandard, openTopics } from "../../core/pack/library.ts";
import { type Campaign, organisationId } from "../store/campaign.ts";
import type { ImportedText } from "../store/criteria-texts.ts";

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

interface Brought {
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
}

export const broughtView = (
  campaign: Campaign,
  { at, person, organisation, file }: Brought,
  people: ReadonlyMap<string, string>,
) => ({
  at: at.toISOString(),
  person: { id: person, name: people.get(person) ?? person },
  organisation: { id: organisation, name: campaign.organisations.get(organisation)?.name ?? organisation },
  file,
});

export const textView = (campaign: Campaign, text: ImportedText, people: ReadonlyMap<string, string>) => ({
  text: text.text,
  source: text.source,
  note: text.note ?? null,
  import: text.import,
  ...broughtView(campaign, text, people),
});
