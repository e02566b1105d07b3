import { addDays } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { creditCodeFits } from "../../core/registers/credit-code.ts";
import { organisationId } from "../store/campaign.ts";
import { newChance } from "./chance.ts";
import { type Deed, openingOf, registerOf } from "./deed.ts";
import { staffOf } from "./people.ts";
import { type Firm, officeOf, player, type World, workingDayFrom } from "./world.ts";

/** Every enterprise is registered when the campaign begins, and graded once a year by its department. */
export function enterpriseDeeds(world: World): readonly Deed[] {
  return world.firms.flatMap((firm, at) => [
    registration(world, firm, at),
    ...permits(world, firm, at),
    ...grades(world, firm),
  ]);
}

const notEntered = new Set(["key", "supervision"]);

function registration(world: World, firm: Firm, at: number): Deed {
  const register = registerOf("enterprise");
  const entered = Object.entries(firm.row).flatMap(([name, value]) =>
    notEntered.has(name) ? [] : [[name, named(value)]],
  );
  return {
    register,
    id: firm.id,
    actor: officeOf(world, firm),
    act: openingOf(register),
    input: { ...drawn(world, firm, at), ...Object.fromEntries(entered) },
    day: firm.registeredOn,
    minute: 540 + (at % 60),
  };
}

const named = (value: unknown): unknown =>
  typeof value === "string" && value.startsWith("$") ? organisationId(value.slice(1)) : value;

/** What the script leaves to chance. */
function drawn({ script }: World, firm: Firm, at: number): RawInput {
  const { people, enterprises } = script;
  const { safety, principal } = staffOf(people, firm.key);
  return {
    creditCode: creditCodeNumbered(enterprises.credit, at + 1),
    address: enterprises.address,
    ...firm.point,
    coordinateSystem: "cgcs2000",
    ...(firm.supervisor === undefined ? {} : { supervisedBy: firm.supervisor }),
    ...(firm.beside === undefined ? {} : { coSupervisedBy: firm.beside }),
    ...(firm.trade === undefined ? {} : { sectorDepartment: firm.trade }),
    legalRepresentative: principal,
    principal,
    safetyHead: safety,
    phone: `${people.phones}${200 + at}`,
  };
}

/** GB 32100-2015: the one letter or digit that makes the code whole. */
function creditCodeNumbered(beginning: string, number: number): string {
  const open = `${beginning}${String(number).padStart(17 - beginning.length, "0")}`;
  const digit = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"].find((one) => creditCodeFits(`${open}${one}`));
  return `${open}${digit ?? ""}`;
}

const daysOfYear = 365;

/** What the enterprise reported of itself within the last year; one in eight that must insure has not said that it did. */
function permits(world: World, firm: Firm, at: number): readonly Deed[] {
  const { highRisk, insuranceHighRisk, aboveScale } = firm.row;
  const chance = newChance(`permits ${firm.key}`);
  const day = workingDayFrom(world.campaign, addDays(world.today, -chance.between(30, daysOfYear - 30)));
  const { insurers, policy } = world.script.enterprises;
  const isInsured = insuranceHighRisk === true && at % 8 !== 0;
  const input = {
    ...(isInsured
      ? {
          insurer: insurers[at % insurers.length],
          insurancePolicy: `${policy}${String(at + 1).padStart(6, "0")}`,
          insuredTo: addDays(day, daysOfYear),
        }
      : {}),
    ...(highRisk === true
      ? { safetyLicence: `${policy}${at + 1}`, safetyLicenceTo: addDays(day, 3 * daysOfYear) }
      : {}),
    ...(aboveScale === true ? { standardisation: "third", standardisationTo: addDays(day, daysOfYear) } : {}),
  };
  if (Object.keys(input).length === 0 || day <= firm.registeredOn) return [];
  const actor = player(world, firm, "principal");
  return [
    {
      register: registerOf("enterprise"),
      id: firm.id,
      actor,
      act: "reportParticulars",
      input,
      day,
      minute: 620,
    },
  ];
}
const firstGradeAfter = 70;

function grades(world: World, firm: Firm): readonly Deed[] {
  if (firm.supervisor === undefined) return [];
  const register = registerOf("enterprise");
  const chance = newChance(`grades ${firm.key}`);
  const deeds: Deed[] = [];
  let on = addDays(firm.registeredOn, firstGradeAfter + chance.between(0, 90));
  while (on <= world.today) {
    const { grade, basis } = chance.weighed(world.script.risks.grades);
    const proposed = workingDayFrom(world.campaign, on);
    const confirmed = workingDayFrom(world.campaign, addDays(proposed, chance.between(1, 6)));
    const deed = { register, id: firm.id, minute: 600 };
    deeds.push(
      {
        ...deed,
        actor: player(world, firm, "inspector"),
        act: "proposeGrade",
        input: { proposedGrade: grade, proposedGradeBasis: basis },
        day: proposed,
      },
      {
        ...deed,
        actor: player(world, firm, "head"),
        act: "confirmGrade",
        input: {},
        day: confirmed,
        minute: 640,
      },
    );
    on = addDays(on, daysOfYear + chance.between(-15, 20));
  }
  return deeds;
}
