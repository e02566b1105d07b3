import { addDays, type Day, dayInShanghai, monthOf } from "../../core/calendar/day.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { selfCheck } from "../../core/registers/self-check.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import { type Actor, scopeOf } from "../../core/scope/scope.ts";
import { tendSelfChecks } from "../jobs/self-checks.ts";
import { performAct } from "../routes/acts.ts";
import type { Services } from "../services.ts";
import { checklistOn } from "../store/campaign.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import { readEnterpriseChecks } from "../store/self-checks.ts";

const monthsTold = 6;
const mostEnterprises = 1_000;

/**
 * Lets the months before today pass: the calendar calls for self-checks, the enterprises make most of them on the tenth, and one
 * month's are missed. What already stands from an interrupted start is left as it is.
 */
export async function tellSelfChecks(services: Services, people: readonly Actor[]): Promise<void> {
  const today = dayInShanghai(services.clock());
  for (const [at, first] of monthsBefore(today).entries()) {
    await tendSelfChecks(on(services, first));
    const tenth = addDays(first, 9);
    if (at !== missed && tenth < today) await makeChecks(on(services, tenth), people, today);
  }
}

// A monthly check is missed and waits at the regulator's; the quarters go on.
const missed = monthsTold - 2;

/** Makes those of the windows that have ended since: the others are for whoever looks at the demonstration. */
async function makeChecks(services: Services, people: readonly Actor[], before: Day): Promise<void> {
  const day = dayInShanghai(services.clock());
  for (const { enterprise, checks } of await enterprisesOn(services, day))
    for (const { id, version, values } of checks) {
      const [from, to] = [textValue(values, "windowFrom") ?? "", textValue(values, "windowTo") ?? ""];
      const isNow = from <= day && day <= to && to < before;
      if (isNow && version === 1 && values.exemption === undefined)
        await makeCheck(services, people, enterprise, id);
    }
}

/** The first days of the last months, this month's the last of them. */
function monthsBefore(today: Day): readonly Day[] {
  const firsts: Day[] = [`${monthOf(today)}-01`];
  while (firsts.length < monthsTold) firsts.unshift(`${monthOf(addDays(firsts[0] ?? today, -1))}-01`);
  return firsts;
}

const on = (services: Services, day: Day): Services => ({
  ...services,
  clock: () => new Date(`${day}T09:00:00+08:00`),
});

const enterprisesOn = ({ pool }: Services, day: Day) =>
  inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    return readEnterpriseChecks(tx, day, undefined, mostEnterprises);
  });

/** Fills in and confirms one check, as far as somebody there plays the part. */
async function makeCheck(
  services: Services,
  people: readonly Actor[],
  enterprise: Entry,
  id: string,
): Promise<void> {
  const part = (role: Actor["role"]) =>
    people.find((person) => person.role === role && person.organisation === enterprise.id);
  const [safety, principal] = [part("safetyManager"), part("principal")];
  if (safety === undefined || principal === undefined) return;
  const checkedOn = dayInShanghai(services.clock());
  const items = checklistOn(services.campaign, sectorsOf(enterprise.values), checkedOn);
  const input = {
    checkedOn,
    areas: "生产车间、仓库、配电房",
    participants: `${principal.name}、${safety.name}`,
    answers: items.map((item) => ({ item: item.id, answer: "clear" })),
    noneFound: true,
  };
  await act(services, safety, "answer", { id, version: 1 }, input);
  await act(services, principal, "confirm", { id, version: 2 }, { ledInPerson: true });
}

async function act(
  services: Services,
  actor: Actor,
  name: string,
  entry: { readonly id: string; readonly version: number },
  input: RawInput,
): Promise<void> {
  const now = services.clock();
  const asking = { services, actor, scope: scopeOf(actor), now, today: dayInShanghai(now) };
  await performAct(asking, { register: selfCheck, act: name, input, on: entry });
}
