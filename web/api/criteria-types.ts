import type { Day } from "../../core/calendar/day.ts";
import type { StandardState } from "../../core/pack/criteria.ts";
import type { CriteriaStandard } from "../../core/pack/pack.ts";
import type { Words } from "../../core/words.ts";
import type { Label } from "./types.ts";

export interface CriteriaText {
  readonly id: string;
  readonly item: string;
  readonly article: string;
  readonly text: Words;
  readonly catchAll: boolean;
  readonly source: string;
  readonly toBeConfirmed: boolean;
  readonly dividedFrom: string | null;
  readonly imported: boolean;
}

interface CitedStandard {
  readonly code: string;
  readonly kind: CriteriaStandard["kind"];
  readonly name: Words;
  readonly document: string | null;
  readonly from: Day | null;
}

export interface CriteriaItem extends CriteriaText {
  readonly standard: CitedStandard;
}

export interface CriteriaTopic {
  readonly topic: string;
  readonly heading: string;
  readonly text: Words;
  readonly officialItems: number | null;
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

export interface FoundTopic extends CriteriaTopic {
  readonly id: string;
  readonly standard: CitedStandard;
}

export interface FoundCriteria {
  readonly items: readonly CriteriaItem[];
  readonly total: number;
  readonly topics: readonly FoundTopic[];
  readonly standards: readonly CitedStandard[];
}

export interface StandardView {
  readonly code: string;
  readonly kind: CriteriaStandard["kind"];
  readonly name: Words;
  readonly document: string | null;
  readonly issuer: Words | null;
  readonly nature: CriteriaStandard["nature"];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly replaces: string | null;
  readonly department: { readonly id: string; readonly name: Words } | null;
  readonly officialItems: number | null;
  readonly sectors: readonly string[];
  readonly scope: Words | null;
  readonly state: StandardState;
  readonly issued: Day | null;
  readonly importedOn: Day | null;
  readonly loadedItems: number;
  readonly importedItems: number;
  readonly itemsToBeConfirmed: number;
  readonly topics: number;
  readonly officialTexts: number;
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

export interface SectorCoverage {
  readonly code: string;
  readonly name: Words;
  readonly criteria: readonly string[];
  readonly keyCheckItems: readonly string[];
  readonly citableItems: number;
}

export interface CriteriaLibrary {
  readonly on: Day;
  readonly standards: readonly StandardView[];
  readonly sectors: readonly SectorCoverage[];
  readonly mayImport: boolean;
}

interface Done {
  readonly at: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly name: Label };
}

export interface WithdrawalView extends Done {
  readonly reason: string;
}

interface Brought extends Done {
  readonly file: string;
  /** Null where the import stands. */
  readonly withdrawn: WithdrawalView | null;
}

export interface OfficialTextView extends Brought {
  readonly text: string;
  readonly source: string;
  readonly note: string | null;
  readonly import: string;
}

export interface ItemWithText extends CriteriaText {
  readonly official: OfficialTextView | null;
}

export interface WithdrawnItem extends CriteriaText {
  readonly withdrawnOn: Day;
}

export interface OneStandard {
  readonly on: Day;
  readonly standard: StandardView;
  readonly items: readonly ItemWithText[];
  /** Whether it is a list whose import was withdrawn: shown, and none of the library. */
  readonly isWithdrawn: boolean;
  readonly withdrawnItems: readonly WithdrawnItem[];
  readonly topics: readonly CriteriaTopic[];
  readonly mayImport: boolean;
}

export interface TextImportView extends Brought {
  readonly id: string;
  readonly texts: number;
  readonly lists: number;
}

interface LocatedWords {
  readonly row: number;
  readonly column: string | null;
  readonly code: string;
  readonly words: Words;
}

export interface ImportAnswer {
  readonly rows: number;
  readonly blank: number;
  readonly encoding: string;
  readonly problems: readonly LocatedWords[];
  readonly warnings: readonly LocatedWords[];
  readonly lists: readonly { readonly code: string; readonly name: string; readonly from: Day }[];
  readonly texts: readonly {
    readonly standard: string;
    readonly item: string;
    readonly article: string;
    readonly text: string;
    readonly source: string;
    readonly change: "created" | "new" | "supersedes" | "unchanged";
  }[];
  readonly imported: { readonly id: string; readonly texts: number; readonly items: number } | null;
}

export interface ChecklistItem {
  readonly id: string;
  readonly article: string;
  readonly text: Words;
  readonly standard: { readonly name: Words; readonly document: string | null };
}

export interface Checklist {
  readonly items: readonly ChecklistItem[];
  /** Items that were asked on that day, before their import was withdrawn. */
  readonly withdrawn: readonly ChecklistItem[];
}
