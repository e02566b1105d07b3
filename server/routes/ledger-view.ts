import type { Day } from "../../core/calendar/day.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import type { SealedValue } from "../../core/ledger/line.ts";
import { audienceIn, isAudience } from "../../core/register/comment.ts";
import { figuresAsShown, isFrozenFigure } from "../../core/register/figures.ts";
import { checkedJson, valuesOfJson } from "../../core/register/json.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import { isCommitment } from "../../core/register/record.ts";
import { fieldOfLine, presentName, type Register } from "../../core/register/register.ts";
import { readsReasonOf } from "../../core/register/restriction.ts";
import { isRole, roles } from "../../core/scope/roles.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import type { Transaction } from "../store/database.ts";
import { readLedger, type StoredLine } from "../store/ledger.ts";
import { type Namer, namer } from "../store/namer.ts";
import { namesOf } from "../store/people.ts";
import { titlesOf } from "../store/titles.ts";
import { labelOf } from "./views.ts";

/**
 * The ledger of an entry in words: who did what in which post, what changed, and whether the chain holds. What was said for others
 * than `reader` is a line of the chain like any other, of which they learn that it is there.
 */
export async function ledgerView(
  tx: Transaction,
  { campaign, algorithm, vault }: Services,
  register: Register,
  { entry, reader }: { readonly entry: string; readonly reader: Actor },
) {
  const { lines, sealed, fault } = await readLedger(tx, entry, { algorithm, vault });
  const opened = new Map(sealed.map((value) => [place(value.version, value.field), value]));
  const people = await namesOf(tx, [...new Set(lines.map(({ body }) => body.actor))]);
  const organisations = await titlesOf(tx, [...new Set(lines.map(({ body }) => body.organisation))]);
  const changed = lines.map((line) => openedChanges(register, lines, line, { opened, reader }));
  const name = await namer(
    tx,
    campaign,
    changed.map((changes) => ({
      register: register.name,
      values: valuesOfJson(changes.map(({ field, value }) => [field, value] as const)),
    })),
  );
  return {
    lines: lines.map((line, at) => ({
      ...actWords(register, line),
      actor: { id: line.body.actor, name: people.get(line.body.actor) ?? "" },
      organisation: {
        id: line.body.organisation,
        name:
          campaign.organisations.get(line.body.organisation)?.name ??
          organisations.get(line.body.organisation) ??
          "",
      },
      changes: (changed[at] ?? []).map((change) => labelled(register, name, change)),
      ...reasonOf(lines, line, { opened, reader }),
      hash: line.hash,
      prev: line.prev,
      position: line.position,
    })),
    verified: fault ?? true,
  };
}

const place = (version: number, field: string): string => `${version}/${field}`;

function actWords(register: Register, { body }: StoredLine) {
  const { version, act, state, role, at, day, daySource } = body;
  const unknown = { zh: act, en: act };
  return {
    version,
    act,
    actWords: register.acts[act]?.words ?? unknown,
    state,
    stateWords: register.states[state]?.words ?? { zh: state, en: state },
    role,
    roleWords: isRole(role) ? roles[role].words : { zh: role, en: role },
    at,
    day,
    ...(daySource ? { daySource } : {}),
  };
}

interface Change {
  readonly field: string;
  /** `null` where the value was cleared, or has been erased. */
  readonly value: Json;
  readonly sealed: boolean;
  /** The day of the act by which the value was erased. */
  readonly erasedOn?: Day;
  /** Whether it is not for this person to read, as is a comment that the supervising side made among itself. */
  readonly withheld?: true;
}

function openedChanges(
  register: Register,
  lines: readonly StoredLine[],
  { body }: StoredLine,
  { opened, reader }: { readonly opened: ReadonlyMap<string, SealedValue>; readonly reader: Actor },
): readonly Change[] {
  const withheld = !isAudience(audienceIn(body.changes), reader);
  return Object.entries(body.changes).map(([name, value]) => {
    const field = presentName(register, name);
    const committed = isCommitment(value);
    const kept = opened.get(place(body.version, name));
    const day = committed && kept === undefined ? erasedOn(lines, body.version, name) : undefined;
    return {
      field,
      sealed: committed || fieldOfLine(register, field)?.sealed === true,
      value: committed ? shownOf(kept?.value ?? null) : figuresShown(value),
      ...(day === undefined ? {} : { erasedOn: day }),
      ...(withheld && committed ? { withheld } : {}),
    };
  });
}

/** Figures over few people are told without their value, as in the entry. */
const figuresShown = (value: Json): Json =>
  Array.isArray(value) && value.length > 0 && value.every(isFrozenFigure)
    ? checkedJson(figuresAsShown(value))
    : value;

/** Of a personal number its mask: whoever may have it whole asks for that, and it is recorded. */
const shownOf = (value: Json): Json => (isEncrypted(value) ? value.mask : value);

/** Why it was done, in words; `null` where that was erased, or is not for this person to read. */
function reasonOf(
  lines: readonly StoredLine[],
  { body: { act, reason, version } }: StoredLine,
  { opened, reader }: { readonly opened: ReadonlyMap<string, SealedValue>; readonly reader: Actor },
) {
  if (reason === undefined) return {};
  if (!readsReasonOf(act, reader)) return { reason: null, reasonWithheld: true };
  const kept = opened.get(place(version, "reason"));
  if (kept !== undefined) return { reason: kept.value };
  const day = erasedOn(lines, version, "reason");
  return { reason: null, ...(day === undefined ? {} : { reasonErasedOn: day }) };
}

/** The day of the first act after a version that says of a field that its values are erased. */
function erasedOn(lines: readonly StoredLine[], version: number, field: string): Day | undefined {
  return lines.find(({ body }) => {
    const { erased } = body.changes;
    return body.version > version && Array.isArray(erased) && erased.includes(field);
  })?.body.day;
}

function labelled(register: Register, name: Namer, change: Change) {
  const words = fieldOfLine(register, change.field)?.words ?? { zh: change.field, en: change.field };
  const label = labelOf(name, register, change.field, change.value);
  return { ...change, words, ...(label === undefined ? {} : { label }) };
}
