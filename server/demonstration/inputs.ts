import { addDays, type Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import { organisationId } from "../store/campaign.ts";
import { type Chance, newChance } from "./chance.ts";
import type { Fault, Step } from "./shape.ts";
import type { Firm, World } from "./world.ts";

/** What the words of a story stand for while it is told. */
export interface Telling {
  readonly world: World;
  readonly firm: Firm;
  readonly fault: Fault;
  readonly chance: Chance;
  readonly fixDays: number;
  /** The id of the hazard into which this one may be merged. */
  readonly twin: string;
}

interface Moment {
  readonly day: Day;
  readonly due: Day;
  /** The photo taken after, where there is one. */
  readonly after: string | undefined;
  /** That of the notice board. */
  readonly board: string | undefined;
}

/** The input of an act: `$` stands for something of the tale, `~` for one of several phrases, `#` for photos. */
export function inputFor(telling: Telling, { input = {} }: Step, moment: Moment): RawInput {
  const entered = Object.entries(input).flatMap(([field, value]): [string, unknown][] => {
    if (typeof value !== "string") return [[field, value]];
    // Photos of before came with the finding.
    if (value === "#before") return [];
    if (value === "#after") return [photoOrReason(telling, field, moment)];
    if (value === "#board") return moment.board === undefined ? [] : [[field, [moment.board]]];
    return [[field, valueFor(telling, value, moment)]];
  });
  return Object.fromEntries(entered);
}

const photoOrReason = (telling: Telling, field: string, { after }: Moment): [string, unknown] =>
  after === undefined ? ["noPhotoReason", phrase(telling, "noPhoto")] : [field, [after]];

function valueFor(telling: Telling, value: string, { day, due }: Moment): unknown {
  const { world, firm, fault, chance, fixDays, twin } = telling;
  if (value.startsWith("~")) return phrase(telling, value.slice(1));
  if (value.startsWith("$+")) return addDays(day, Number(value.slice(2)));
  const known: Readonly<Record<string, () => unknown>> = {
    $item: () => fault.item,
    $measures: () => fault.fix,
    $funds: () => fundsOf(telling),
    // Some is saved and some is added while it is put right.
    $spent: () => Math.round((fundsOf(telling) * chance.between(80, 115)) / 10_000) * 100,
    $owner: () => firm.supervisor,
    $today: () => day,
    $fix: () => addDays(day, fixDays),
    $rested: () => due,
    $receiver: () => firm.receiver?.organisation,
    $secondSector: () => firm.receiver?.sector,
    $trade: () => firm.trade ?? organisationId(world.script.stories.trade),
    $twin: () => twin,
  };
  if (value in known) return known[value]?.();
  return value.startsWith("$") ? organisationId(value.slice(1)) : value;
}

/** What one hazard costs by its plan, in yuan: drawn by its own name, so that what was spent is near to it. */
function fundsOf({ world, twin }: Telling): number {
  const [least, most] = world.script.stories.funds;
  return Math.round(newChance(`funds ${twin}`).between(least, most) / 100) * 100;
}

function phrase({ world, chance, fault }: Telling, name: string): string {
  const phrases = world.script.hazards.words[name];
  if (phrases === undefined) throw new Error(`No words for ${name}`);
  return atSpot(chance.pick(phrases), fault);
}

/** `{spot}` in a phrase is the place of the hazard, or just there. */
export const atSpot = (phrase: string, { place }: Fault): string =>
  phrase.replaceAll("{spot}", place ?? "现场");
