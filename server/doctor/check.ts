import type { Words } from "../../core/words.ts";
import type { Settings } from "../settings.ts";
import type { Queryable } from "../store/database.ts";

/** What is examined when no database is needed. */
export interface Machine {
  readonly settings: Settings;
  readonly now: Date;
}

/** An installation whose database answers. */
export interface Installed extends Machine {
  /** With the owner's rights, who may look at everything. */
  readonly db: Queryable;
}

/** What a check found. A warning can wait for office hours; a fault cannot. */
export interface Finding {
  readonly state: "ok" | "warning" | "fault";
  readonly words: Words;
  /** What to do about it. */
  readonly remedy?: Words;
}

/** One thing that the doctor looks at. */
export type Check = { readonly name: string; readonly words: Words } & (
  | { readonly of: "machine"; examine(at: Machine): Promise<Finding> }
  | { readonly of: "database"; examine(at: Installed): Promise<Finding> }
);

export const ok = (zh: string, en: string): Finding => ({ state: "ok", words: { zh, en } });

export const warning = (words: Words, remedy: Words): Finding => ({ state: "warning", words, remedy });

export const fault = (words: Words, remedy: Words): Finding => ({ state: "fault", words, remedy });

/** A finding with the name of the check that found it. */
export type Reported = Finding & { readonly name: string; readonly title: Words };

/** A check that cannot be carried out is a fault of its own: what is not known to be well is not reported as well. */
export async function carryOut(
  check: Check,
  machine: Machine,
  db: Queryable | undefined,
): Promise<Reported[]> {
  const { name, words: title } = check;
  try {
    if (check.of === "machine") return [{ name, title, ...(await check.examine(machine)) }];
    return db === undefined ? [] : [{ name, title, ...(await check.examine({ ...machine, db })) }];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const found = fault({ zh: `检查未能完成：${why}`, en: `The check failed: ${why}` }, mendAndRepeat);
    return [{ name, title, ...found }];
  }
}

const mendAndRepeat = {
  zh: "请按上面的原因处理后重新检查",
  en: "Mend what is said above and run the doctor again",
};
