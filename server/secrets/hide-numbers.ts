import type { Step } from "../../core/register/decide.ts";
import type { Values } from "../../core/register/field.ts";
import { maskOf } from "../../core/register/personal.ts";
import { personalAmong, withNumbersHidden } from "../../core/register/personal-values.ts";
import type { RecordedStep } from "../../core/register/record.ts";
import type { Queryable } from "../store/database.ts";
import type { Encrypting, Vault } from "./vault.ts";

/** Most acts enter no personal number; then no key is asked for. */
export async function encryptingFor(
  tx: Queryable,
  vault: Vault,
  steps: readonly Step[],
): Promise<Encrypting | undefined> {
  const entering = steps.find(({ register, changes }) =>
    [...personalAmong(register.allFields).keys()].some((name) => typeof changes[name] === "string"),
  );
  return entering && vault.encrypting(tx, entering.at);
}

/** The line commits to a personal number as to any other value; what is kept of it is its envelope, and in the entry its mask. */
export function hideNumbers(
  recorded: readonly RecordedStep[],
  encrypt: Encrypting | undefined,
): readonly RecordedStep[] {
  if (encrypt === undefined) return recorded;
  const held = new Map<string, Values>();
  return recorded.map((one) => {
    const { register, after } = one.step;
    const step = withNumbersHidden(one.step, held.get(after.id));
    held.set(after.id, step.after.values);
    const kinds = personalAmong(register.allFields);
    const sealed = one.sealed.map((value) => {
      const kind = kinds.get(value.field);
      return kind === undefined ? value : encrypt(value, maskOf(kind, String(value.value)));
    });
    return { ...one, step, sealed };
  });
}
