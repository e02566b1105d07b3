import { type Day, dayInShanghai } from "../core/calendar/day.ts";
import { decide, type Outcome } from "../core/register/decide.ts";
import { blankEntry, type Entry } from "../core/register/entry.ts";
import type { RawInput } from "../core/register/field.ts";
import type { OrganisationFact } from "../core/register/organisation-fact.ts";
import type { Facts, Register } from "../core/register/register.ts";
import { account } from "../core/registers/account.ts";
import { post } from "../core/registers/post.ts";
import { roles } from "../core/scope/roles.ts";
import type { Actor } from "../core/scope/scope.ts";
import { type Campaign, organisationFact, parametersOn, placeFacts } from "./store/campaign.ts";
import { commit, type Sealing } from "./store/commit.ts";
import type { Transaction } from "./store/database.ts";
import { newId } from "./store/ids.ts";
import type { NewPerson } from "./store/people.ts";

/** The setting up of an installation: by its engine, at a moment. */
export interface SettingUp extends Sealing {
  readonly campaign: Campaign;
  readonly engine: Actor;
  readonly now: Date;
}

/** A person to be set up, in one post or more. */
export interface PersonToSetUp extends Omit<NewPerson, "post" | "passwordHash"> {
  readonly posts: readonly NewPerson["post"][];
}

/**
 * Sets up people with whom an installation begins, by acts of the engine: before the first administrators are there nobody could open
 * an account, and before the first heads nobody could confirm a post. Everybody after them comes by the acts of people. In the caller's
 * transaction. Throws where a rule refuses one: what an installation begins with obeys the same rules.
 */
export async function setUpPeople(
  tx: Transaction,
  setting: SettingUp,
  people: readonly PersonToSetUp[],
): Promise<readonly Actor[]> {
  const outcomes: Outcome[] = [];
  const byEngine = { act: "setUp", actor: setting.engine };
  const actors = people.map((person) => {
    const unit = unitFact(setting, person.posts[0]);
    const opened = decided(setting, { ...byEngine, register: account, input: accountInput(person), unit });
    outcomes.push(opened.outcome);
    for (const held of person.posts) {
      const input = postInput(opened.entry.id, held);
      const given = { unit: unitFact(setting, held), holder: opened.entry };
      outcomes.push(decided(setting, { ...byEngine, register: post, input, ...given }).outcome);
    }
    const [first] = person.posts;
    if (first === undefined) throw new Error(`${person.username} is set up without a post`);
    const { from: _from, ...acting } = first;
    return { ...acting, id: opened.entry.id, name: person.name };
  });
  await commit(tx, outcomes, new Map(), setting);
  return actors;
}

const accountInput = ({ username, name, certificate, posts }: PersonToSetUp): RawInput => ({
  username,
  name,
  unit: posts[0]?.organisation,
  ...(certificate
    ? {
        certificateNumber: certificate.number,
        certificateFrom: certificate.from,
        certificateTo: certificate.to,
      }
    : {}),
});

function postInput(
  holder: string,
  { role, organisation, region, sectors, from }: NewPerson["post"],
): RawInput {
  const held = { account: holder, role, unit: organisation, heldFrom: from };
  if (roles[role].sees !== "region") return held;
  return { ...held, covers: region, ...(sectors === "all" ? { everySector: true } : { sectors }) };
}

/** An organisation of the pack, or else an enterprise or a service body, whose entry may not be there yet. */
function unitFact({ campaign }: SettingUp, held: NewPerson["post"] | undefined): OrganisationFact {
  const id = held?.organisation ?? "";
  const ofBody = held?.role === "serviceStaff" ? { kind: "serviceBody" as const } : {};
  return organisationFact(campaign, id) ?? { id, level: "enterprise", region: "", supervises: [], ...ofBody };
}

/** An act that opens an account or a post, with what its rules look at. */
interface Opening {
  readonly register: Register;
  readonly act: string;
  readonly actor: Actor;
  readonly input: RawInput;
  readonly unit: OrganisationFact;
  readonly holder?: Entry;
  readonly headedBy?: string;
}

function decided(
  { campaign, now }: SettingUp,
  { register, act, actor, input, unit, holder, headedBy }: Opening,
): { readonly outcome: Outcome; readonly entry: Entry } {
  const day: Day = dayInShanghai(now.toISOString());
  const facts: Facts = {
    calendar: campaign.calendar,
    ...parametersOn(campaign, day),
    entries: holder ? { account: holder } : {},
    organisations: { unit },
    criteria: {},
    places: placeFacts(campaign, register, input),
    officer: {},
    files: {},
    counts: {},
    alike: [],
    same: {},
    others: [],
    headedBy,
    sealed: [],
    posts: {},
  };
  const entry = blankEntry(register.name, newId(now.getTime()));
  const outcome = decide({ register, entry, facts, act, input, actor, now: now.toISOString() });
  if ("refusal" in outcome)
    throw new Error(`${JSON.stringify(input)} is not set up: ${JSON.stringify(outcome.refusal)}`);
  return { outcome, entry: outcome.steps[0].after };
}

/** Who opens an account and who grants a post: the two administrators, by their own acts. */
export interface Administrators {
  readonly opens: Actor;
  readonly grants: Actor;
}

/**
 * Somebody for whom an account was opened and a post granted, which waits for the head of the organisation. In the caller's
 * transaction; throws where a rule refuses it.
 */
export async function grantPost(
  tx: Transaction,
  setting: SettingUp,
  { opens, grants }: Administrators,
  person: PersonToSetUp,
): Promise<void> {
  const [held] = person.posts;
  if (held === undefined) throw new Error(`${person.username} is granted no post`);
  const unit = unitFact(setting, held);
  const opened = decided(setting, {
    register: account,
    act: "open",
    actor: opens,
    input: accountInput(person),
    unit,
  });
  const granted = decided(setting, {
    register: post,
    act: "grant",
    actor: grants,
    input: postInput(opened.entry.id, held),
    unit,
    holder: opened.entry,
    headedBy: held.organisation,
  });
  await commit(tx, [opened.outcome, granted.outcome], new Map(), setting);
}
