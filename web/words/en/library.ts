import type { library as chinese } from "../zh/library.ts";

/** Words of the criteria library. */
export const library: typeof chinese = {
  title: "Criteria",
  purpose:
    "A major hazard is judged by an item of the criteria in force on the day of finding. Items are in this platform's own words, with their numbers and source; those marked to be confirmed want comparing with the official text, which the prefecture's committee office may import. It also imports items that are not loaded yet, and key check items of sectors without criteria; they are marked as imported.",
  search: "Text, article, document or standard",
  searchHint: "For example: ammonia, GM/12-1",
  day: "In force on",
  standards: (count: number) => `${count} standards`,
  standard: "Standard",
  kinds: { criteria: "criteria", keyCheckItems: "key check items" },
  states: {
    inForce: "in force",
    coming: "not yet in force",
    ended: "ended",
    unconfirmed: "first day to be confirmed",
  },
  natures: {
    departmentRule: "departmental rule",
    normativeDocument: "normative document",
    nationalStandard: "national standard",
    industryStandard: "industry standard",
  },
  state: "State",
  from: "In force from",
  to: "In force to",
  since: (from: string, to: string | null) => (to === null ? `from ${from}` : `${from} to ${to}`),
  unknown: "to be confirmed",
  document: "Document",
  issuer: "Issuer",
  nature: "Nature",
  replaces: "Replaces",
  department: "Department",
  noDepartment: "no department in the prefecture",
  sectors: "Sectors",
  noSectors: "no sector assigned",
  scope: "Scope",
  counts: "Items (loaded / official)",
  countOf: (loaded: number, official: number | null) => `${loaded} / ${official ?? "to be confirmed"}`,
  importedItems: (items: number) => `${items} of them imported`,
  importedMark: "imported",
  importedWhy:
    "Imported by the prefecture's committee office and not part of the pack; who, when and which file stand with the official text",
  issued: "Issued on",
  dividedFrom: (phrase: string) =>
    `Our source says it in one phrase, “${phrase}”: divided and numbered by this platform, to be checked against the official text`,
  note: "Note",
  topicsBeside: (topics: number) => (topics === 1 ? "and 1 topic" : `and ${topics} topics`),
  officialTexts: (texts: number) => (texts === 1 ? "1 official text" : `${texts} official texts`),
  source: "Source",
  toBeConfirmed: "to be confirmed",
  toBeConfirmedWhy: "Second-hand or compiled; to be checked against the official text",
  items: "Items",
  itemsFound: (count: number) => (count === 1 ? "1 item" : `${count} items`),
  shownOf: (shown: number) => `Only the first ${shown} are listed; type something more specific`,
  nothing: "No item fits",
  noItems: "The items of this standard are not loaded; nothing can be judged by it yet.",
  topics: "Topics",
  topicsWhy:
    "Known by heading or gist alone, their items not loaded or their numbers to be confirmed: for orientation, and never cited.",
  topicItems: (count: number | null) =>
    count === null ? "number of items to be confirmed" : `${count} official items`,
  catchAll: "all other cases; needs an expert's opinion",
  coverage: "By what each sector is judged",
  sector: "Sector",
  basis: "Judged by",
  citable: "Items to cite",
  noBasis: "no criteria are registered and no key check items are loaded",
  noCitable: "its items are not loaded, so there is none to cite",
  official: "Official text",
  brought: (person: string, organisation: string, at: string) =>
    `imported by ${person} (${organisation}), ${at}`,
  file: "file",
  earlier: "All texts that were imported",
  back: "Back to the criteria",
  import: "Import official texts",
  importWhy:
    "A CSV or JSON file with the columns standard (its code), item (its number), text and source. It is tried first, and imported only if all of it is right. The import is recorded in the ledger and changes no hazard that was judged. An item that the library does not have may be cited once it is imported.",
  importHelp: "How to add items and key check items",
  importColumns:
    "Further columns: version (document number or first day in force, to make sure that it is the right one), article (how it is cited, else its number), sector (codes; else all sectors of the standard) and note.",
  importIncomplete:
    "These standards are in force and not all of their items are loaded; the page of a standard has a template and the steps:",
  importList:
    "For a sector without criteria its list of key check items may be imported: in standard a code of its own (2 to 6 capital letters and digits), in every row sector, and in the first row list (its name), issuer, issued and from (days), with document and replaces (the code of an earlier list) where there are any. A changed list takes another code and says what it replaces. Once the sector has criteria in force, its key check items are cited no more.",
  importListTemplate: "Download a template for key check items",
  listTemplateName: "key-check-items.csv",
  steps: {
    title: "How to add items of this standard",
    obtain: (document: string) => `Obtain the official text of ${document}.`,
    fill: (like: string) =>
      `Download the template of this standard and write one row for each item: its number in item${like}, its text in text, where it is from in source. Code and version stand in the template.`,
    like: (code: string, topic: string) => ` (such as ${code}/${topic}.1)`,
    try: "Choose the file on the page of the criteria and compare what is read; mend what is told and choose it again.",
    after: (from: string) =>
      `Once imported, hazards found since ${from} may cite these items; self-checks ask them from the day after the import.`,
  },
  chooseFile: "Choose a file",
  template: "Download a template for this standard",
  templateName: (code: string) => `official-texts-${code}.csv`,
  wrongType: "Choose a .csv or .json file",
  reading: "Trying the file…",
  read: (rows: number, encoding: string) =>
    `${rows === 1 ? "1 row" : `${rows} rows`}, ${encoding.toUpperCase()}`,
  blank: (rows: number) =>
    rows === 1 ? "1 row without a text is left out" : `${rows} rows without a text are left out`,
  changes: {
    created: "new item",
    new: "first text",
    supersedes: "takes the place of the present text",
    unchanged: "same as the present text, not imported",
  },
  problems: (count: number) => `${count === 1 ? "1 fault" : `${count} faults`}; nothing was imported`,
  row: "Row",
  column: "Column",
  problem: "What is wrong",
  warnings: (count: number) =>
    `${count === 1 ? "1 thing" : `${count} things`} to check; the import goes on all the same`,
  listBrought: (name: string, code: string, from: string) =>
    `New list: ${name} (${code}), in force from ${from}`,
  confirm: (texts: number) => `Import ${texts === 1 ? "1 text" : `${texts} texts`}`,
  nothingNew: "All are the same as the present texts; there is nothing to import",
  imported: (texts: number, items: number) =>
    `${texts === 1 ? "1 official text was" : `${texts} official texts were`} imported, ${items} of them new items`,
  imports: "Imports",
  noImports: "No official text has been imported yet.",
  importOf: (file: string, texts: number, lists: number) =>
    [
      file,
      texts === 1 ? "1 text" : `${texts} texts`,
      ...(lists === 0 ? [] : [lists === 1 ? "1 list" : `${lists} lists`]),
    ].join(", "),
  withdrawnMark: "withdrawn",
  withdrawnWhy:
    "Came by an import that has been withdrawn: cited and asked no more; what cited it before keeps it",
  withdrawnBy: (person: string, organisation: string, at: string) =>
    `withdrawn by ${person} (${organisation}), ${at}`,
  withdrawnItems: (count: number) =>
    count === 1 ? "1 imported item, withdrawn" : `${count} imported items, withdrawn`,
  withdrawnOn: (day: string) => `withdrawn on ${day}`,
  withdrawal: {
    open: "Withdraw",
    of: (file: string) => `Withdraw the import of ${file}`,
    title: "Withdraw an import",
    why: "The texts of this import are shown no more; items and lists that it made can no longer be cited and no self-check asks them; earlier texts show again. Hazards that cited such an item and checks that answered it stay as they are, marked as withdrawn. The withdrawal is recorded in the ledger and cannot be undone; the file may be imported again.",
    reason: "Reason",
    hint: "For example: the text of the 2017 version",
    keep: "Do not withdraw",
    confirm: "Withdraw the import",
  },
};
