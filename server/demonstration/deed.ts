import type { Day } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Picture } from "./pictures.ts";

/** One act of the demonstration: by whom, on what, and at which minute of which day in Shanghai. */
export interface Deed {
  readonly register: Register;
  readonly id: string;
  readonly actor: Actor;
  readonly act: string;
  readonly input: RawInput;
  readonly day: Day;
  readonly minute: number;
  readonly pictures?: readonly Picture[];
  /** It opens an entry beside one that may be opened in the same month: that needs its number first. */
  readonly waits?: true;
}

const minutesOfAnHour = 60;

/** The moment of a deed. */
export function momentOf({ day, minute }: Pick<Deed, "day" | "minute">): Date {
  const [hours, minutes] = [Math.floor(minute / minutesOfAnHour), minute % minutesOfAnHour];
  const two = (number: number) => String(number).padStart(2, "0");
  return new Date(`${day}T${two(hours)}:${two(minutes)}:00+08:00`);
}

export function registerOf(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined)
    throw new Error(`The demonstration names a register that does not exist: ${name}`);
  return register;
}

/** The act that opens an entry of a register. */
export function openingOf(register: Register): string {
  const [name] = Object.entries(register.acts).find(([, { from }]) => from === "new") ?? [];
  if (name === undefined) throw new Error(`Nothing opens an entry of ${register.name}`);
  return name;
}
