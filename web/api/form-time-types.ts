import type { FormDevice, FormTimes } from "../../core/form-times.ts";
import type { Words } from "../../core/words.ts";

/** How long the forms of an act took on a kind of device; without times where there were too few to tell. */
export interface FormTimesView {
  readonly register: string;
  readonly registerWords: Words;
  readonly act: string;
  readonly actWords: Words;
  readonly device: FormDevice;
  readonly times: FormTimes | null;
}

export interface FormTimesOfMonth {
  readonly month: string;
  /** The months in which any were counted, the latest first. */
  readonly months: readonly string[];
  readonly forms: readonly FormTimesView[];
}
