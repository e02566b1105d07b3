import { isJsonObject, type Json } from "../ledger/canonical.ts";
import {
  type Commitment,
  chainLine,
  type Digest,
  genesis,
  type Line,
  type LineBody,
  type SealedValue,
  seal,
  sealedAmong,
} from "../ledger/line.ts";
import { isOfComment } from "./comment.ts";
import type { Step } from "./decide.ts";
import type { Entry } from "./entry.ts";
import type { Changes, Value } from "./field.ts";
import { checkedJson, valueOfJson } from "./json.ts";
import { heldText, isEncrypted } from "./personal.ts";
import { fieldOfLine, presentName, type Register } from "./register.ts";

/** The name under which a reason's sealed value is kept; no field may be called so. */
const reasonName = "reason";

/** A step as the ledger keeps it: the chained line, and the values that the line only commits to. */
export interface RecordedStep {
  readonly step: Step;
  readonly line: Line;
  readonly sealed: readonly SealedValue[];
}

/** The step with the number that was drawn for its new entry. */
export function withNumber(step: Step, number: string): Step {
  const after = { ...step.after, values: { ...step.after.values, number } };
  return { ...step, after, changes: { ...step.changes, number } };
}

/**
 * Turns a step into its ledger line. Personal and free-text values are replaced by salted commitments, so that erasing a
 * value later leaves the chain whole.
 */
export function recordStep(
  step: Step,
  prev: string | undefined,
  drawSalt: () => string,
  digest: Digest,
): RecordedStep {
  const sealed: SealedValue[] = [];
  const commit = (field: string, value: Json): Commitment => {
    const salt = drawSalt();
    sealed.push({ entry: step.after.id, version: step.after.version, field, salt, value });
    return { commitment: seal(value, salt, digest) };
  };
  const told: Changes = { ...step.changes, ...step.remark };
  const changes: Record<string, Json> = {};
  for (const name of Object.keys(told)) {
    if (told[name] === undefined) continue;
    const json = checkedJson(told[name]);
    const isSealed = fieldOfLine(step.register, name)?.sealed === true && json !== null;
    changes[name] = isSealed ? { ...commit(name, json) } : json;
  }
  const body: LineBody = {
    entry: step.after.id,
    version: step.after.version,
    register: step.register.name,
    act: step.act,
    state: step.after.state,
    actor: step.actor.id,
    role: step.actor.role,
    organisation: step.actor.organisation,
    at: step.at,
    day: step.day,
    ...(step.daySource ? { daySource: step.daySource } : {}),
    changes,
    ...(step.reason === undefined ? {} : { reason: commit(reasonName, step.reason) }),
  };
  return { step, line: chainLine(body, prev ?? genesis, digest), sealed };
}

/**
 * The entry that a run of ledger lines makes, with the sealed values that still exist. Stored changes only: no rule runs again,
 * so an entry judged under yesterday's rules stays what it was; a field that was renamed since is read under its old name.
 * Undefined for no lines.
 */
export function fold(
  register: Register,
  lines: readonly LineBody[],
  sealed: readonly SealedValue[],
): Entry | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const sealedIn = sealedAmong(sealed);
  const values = new Map<string, Value>();
  for (const line of lines) {
    for (const [name, json] of Object.entries(line.changes)) {
      if (isOfComment(name)) continue;
      const told = isCommitment(json) ? heldOf(line.version, sealedIn(line.version, name)?.value) : json;
      const [present, value] = [presentName(register, name), valueOfJson(told)];
      if (value === undefined) values.delete(present);
      else values.set(present, value);
    }
  }
  return {
    id: last.entry,
    register: register.name,
    version: last.version,
    state: last.state,
    values: Object.fromEntries(values),
  };
}

/** What an entry holds of a sealed value: itself, or of an encrypted one that there is one. */
const heldOf = (version: number, value: Json | undefined): Json | undefined =>
  isEncrypted(value) ? heldText(version, value.mask) : value;

/**
 * Whether a line holds only a commitment to this value. The line itself says so, since no value of a field is an object: a field
 * may have been sealed when the line was written, and be open now, or the other way round.
 */
export function isCommitment(value: Json): boolean {
  return isJsonObject(value);
}
