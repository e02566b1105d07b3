import type { DueState } from "../../core/calendar/calendar.ts";
import type { Day } from "../../core/calendar/day.ts";
import type { Mention } from "../../core/mention.ts";
import type { Organisation } from "../../core/pack/pack.ts";
import type { Period } from "../../core/pack/plan.ts";
import type { Field, Values } from "../../core/register/field.ts";
import type { RungWho } from "../../core/reminders/ladder.ts";
import type { Words } from "../../core/words.ts";

/** What the API answers, as far as the console reads it. Core's own types wherever they serve. */

export type Label = Words | string;

export interface Due {
  readonly on: Day;
  readonly state: DueState;
  /** Working days left; negative when overdue. */
  readonly workingDays: number;
  readonly provisional: boolean;
}

export interface EntryView {
  readonly id: string;
  readonly register: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly values: Values;
  readonly labels: Readonly<Record<string, Label>>;
  readonly due: Due | null;
}

export interface RefusalView {
  readonly code: string;
  readonly words: Words;
  readonly problems?: readonly { readonly field: string; readonly code: string }[];
}

export interface OfferedAct {
  readonly name: string;
  readonly refusal?: RefusalView;
  readonly suggested?: Values;
}

/** What an act points out without being refused. */
export interface WarningView {
  readonly code: string;
  readonly words: Words;
  readonly fields?: readonly string[];
  readonly entries?: readonly Mention[];
}

export interface EntryWithActs {
  readonly entry: EntryView;
  readonly acts: readonly OfferedAct[];
  /** With the answer to an act that points something out. */
  readonly warnings?: readonly WarningView[];
  /** With the answer to an act that draws one: it is told this once. */
  readonly secret?: string;
}

export type { Mention };

type Described<F> = F extends Field
  ? Omit<F, "sealed" | "derived" | "column" | "party" | "unique" | "was" | "shownTo"> & {
      readonly name: string;
      readonly sealed: boolean;
      readonly derived: boolean;
      /** Of a personal number: whether the present post may have it shown whole. */
      readonly mayBeShown?: boolean;
    }
  : never;
/** A field of a register as it is described to screens. */
export type FieldView = Described<Field>;
export type FieldOf<K extends Field["kind"]> = Extract<FieldView, { readonly kind: K }>;

export interface StateView {
  readonly name: string;
  readonly words: Words;
  readonly final: boolean;
}

export interface ActView {
  readonly name: string;
  readonly words: Words;
  readonly law: readonly Words[];
  readonly opening: boolean;
  readonly personalData: boolean;
  /** It only says something of the entry, and is no step of its way. */
  readonly remarks: boolean;
  readonly confirms?: "password";
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly string[];
  readonly needs: readonly string[];
  readonly takes: readonly string[];
  /** What it may leave out and the next act asks for. */
  readonly neededNext: readonly string[];
  /** Options of its choices that it never takes. */
  readonly leavesOut?: Readonly<Record<string, readonly string[]>>;
  /** Whether it may point something out, which a form asks for before it sends. */
  readonly warns: boolean;
}

export interface RegisterSummary {
  readonly name: string;
  readonly plural: string;
  readonly words: Words;
  readonly measures: readonly number[];
}

export interface PointingField {
  readonly register: string;
  readonly field: string;
  readonly words: Words;
}

export interface RegisterView extends RegisterSummary {
  readonly law: readonly Words[];
  readonly title: string;
  readonly list: readonly string[];
  readonly filters: readonly string[];
  readonly fields: readonly FieldView[];
  readonly states: readonly StateView[];
  readonly acts: readonly ActView[];
  readonly opening: readonly OfferedAct[];
  /** The fields of other registers that point at entries of this one, and what such entries are to it. */
  readonly pointedAtBy: readonly PointingField[];
  /** Whether the present post may bring files of rows in. */
  readonly mayImport: boolean;
  /** What the rows of such a file may be. */
  readonly importModes: readonly ("open" | "record")[];
}

export interface EntryPage {
  readonly entries: readonly EntryView[];
  readonly next: string | null;
  readonly total?: number;
  /** The total was counted no further. */
  readonly atLeast?: true;
  /** Of a list that a figure counts: what that is, and how many of it have left one's sight since. */
  readonly counted?: { readonly words: Words; readonly unseen: number };
}

export interface LedgerChange {
  readonly field: string;
  readonly words: Words;
  readonly value: unknown;
  readonly label?: Label;
  readonly sealed: boolean;
  /** The day on which the value was erased by law. */
  readonly erasedOn?: Day;
  /** Whether it stands, but is not for this person to read. */
  readonly withheld?: true;
}

export interface LedgerLine {
  readonly version: number;
  readonly act: string;
  readonly actWords: Words;
  readonly state: string;
  readonly stateWords: Words;
  readonly actor: { readonly id: string; readonly name: string };
  readonly roleWords: Words;
  readonly organisation: { readonly id: string; readonly name: Label };
  readonly at: string;
  readonly day: Day;
  readonly daySource?: string;
  readonly changes: readonly LedgerChange[];
  readonly reason?: string | null;
  readonly reasonErasedOn?: Day;
  readonly reasonWithheld?: true;
  readonly hash: string;
  readonly prev: string;
  readonly position: number | null;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  readonly verified: true | { readonly version: number; readonly fault: string };
}

export interface Post {
  readonly id: string;
  readonly role: string;
  readonly roleWords: Words;
  /** At which level the organisation stands: `enterprise`, `county` … */
  readonly level: string;
  readonly organisation: { readonly id: string; readonly name: Words };
}

export interface Session {
  readonly person: { readonly id: string; readonly name: string };
  readonly post: Post;
  readonly posts: readonly Post[];
  readonly demonstration: boolean;
  /** Null where a session is never locked. */
  readonly idleLockMinutes: number | null;
}

export interface Notice {
  readonly id: string;
  /** Null, with what follows of the entry, where the notice concerns the installation itself. */
  readonly entry: string | null;
  readonly register: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly kind: string;
  /** The kept search into which the entry came, where the notice tells of that. */
  readonly search: string | null;
  /** Whoever named the person in a comment. */
  readonly by: string | null;
  readonly words: Words;
  /** Of a reminder, up to whom it climbed. */
  readonly rung: RungWho | null;
  /** Of a notice about a deadline its due day, else the day of the act. */
  readonly day: Day;
  readonly at: string;
  readonly seen: boolean;
}

/** A list that the person keeps under a name, in the present post. */
export interface SavedSearch {
  readonly id: string;
  readonly register: string;
  readonly name: string;
  readonly filters: Record<string, string>;
  readonly notifies: boolean;
}

export interface NoticeList {
  readonly notices: readonly Notice[];
  readonly unseen: number;
}

export interface RegionView {
  readonly code: string;
  readonly name: Words;
}

export interface SectorView {
  readonly code: string;
  readonly name: Words;
}

export interface OrganisationView extends Omit<Organisation, "parent"> {
  /** The id of the one above it. */
  readonly parent: string | null;
}

/** One rung of the reminder ladder of an entry: whom it reached, or will reach. */
export interface ReminderRung {
  readonly who: RungWho;
  readonly words: Words;
  /** Working days after the due day; negative before it. */
  readonly after: number;
  readonly on: Day;
  readonly organisation: Words | string | null;
  readonly provisional?: boolean;
}

export interface RemindersOfEntry {
  /** Suspended: nobody is reminded before its day has passed. */
  readonly rests: boolean;
  readonly climbed: readonly ReminderRung[];
  readonly next: ReminderRung | null;
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

/** What an enterprise has to do, or its supervisor for it. */
export interface DutyView {
  readonly id: string;
  readonly by: "enterprise" | "supervisor";
  readonly words: Words;
  readonly every: Period | null;
  /** Its grade alone brings it. */
  readonly byGrade: boolean;
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

export interface DutyList {
  readonly grade: string | null;
  readonly duties: readonly DutyView[];
}

export interface Health {
  readonly version: string;
  /** What the identity provider is called by which people may sign in as well; null where there is none. */
  readonly signOn: Words | null;
  readonly demonstration: boolean;
}

export interface Change {
  readonly position: number;
  readonly register: string;
  readonly entry: string;
  readonly version: number;
}
