import type { FormDevice } from "../../core/form-times.ts";
import type { Queryable } from "./database.ts";

/** One kind of form: of which act, filled in on what, in which month (YYYY-MM). */
export interface FormKind {
  readonly month: string;
  readonly register: string;
  readonly act: string;
  readonly device: FormDevice;
}

/** Counts one form under how long it took. Nothing is kept of whose it was and when. */
export async function countForm(
  tx: Queryable,
  { month, register, act, device, slot }: FormKind & { readonly slot: number },
): Promise<void> {
  await tx.query({
    name: "count-form",
    text: `insert into form_time (month, register, act, device, slot, forms) values ($1, $2, $3, $4, $5, 1)
      on conflict (month, register, act, device, slot) do update set forms = form_time.forms + 1`,
    values: [month, register, act, device, slot],
  });
}

export interface CountedForms extends Omit<FormKind, "month"> {
  /** How many, by slot. */
  readonly counts: ReadonlyMap<number, number>;
}

interface FormRow extends Omit<FormKind, "month"> {
  readonly slots: readonly number[];
  readonly forms: readonly number[];
}

/** The forms counted in a month, by kind. */
export async function readForms(tx: Queryable, month: string): Promise<readonly CountedForms[]> {
  const { rows } = await tx.query<FormRow>({
    name: "read-forms",
    text: `select register, act, device, array_agg(slot::integer) as slots, array_agg(forms) as forms from form_time
      where month = $1 group by register, act, device order by register, act, device`,
    values: [month],
  });
  return rows.map(({ slots, forms, ...kind }) => ({
    ...kind,
    counts: new Map(slots.map((slot, at) => [slot, forms[at] ?? 0])),
  }));
}

/** The months in which forms were counted, the latest first. */
export async function monthsOfForms(tx: Queryable): Promise<readonly string[]> {
  const { rows } = await tx.query<{ month: string }>({
    name: "months-of-forms",
    text: "select distinct month from form_time order by month desc",
  });
  return rows.map(({ month }) => month);
}
