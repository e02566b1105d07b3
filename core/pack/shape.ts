import { type Day, isDay } from "../calendar/day.ts";
import type { Located } from "./pack-problem.ts";

/**
 * What a value read from a file must look like to be a `T`: finds every problem, at its JSON Pointer. The shape of an object is
 * held to its type by the compiler, so a member added to the type is a compile error until it is checked.
 */
export interface Shape<T> {
  readonly problems: (value: unknown, at: string) => readonly Located[];
  /** Never set; carries `T` for the compiler. */
  readonly like?: T;
}

/** A member that may be absent. */
interface OptionalMember<T> {
  readonly optional: Shape<T>;
}

type Members<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? OptionalMember<Exclude<T[K], undefined>> : Shape<T[K]>;
};

export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  return shape.problems(value, "").length === 0;
}

const none: readonly Located[] = [];

/** A value as a problem names it; long ones are cut, so that a message stays a line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** One member further down: RFC 6901 escapes ~ and /. */
export function under(at: string, member: string | number): string {
  return `${at}/${String(member).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export function text(pattern?: RegExp): Shape<string> {
  return {
    problems(value, at) {
      if (typeof value !== "string") return [{ at, code: "wrong-type", about: shown(value) }];
      if (value.trim() === "") return [{ at, code: "empty-text" }];
      if (pattern !== undefined && !pattern.test(value)) return [{ at, code: "bad-pattern", about: value }];
      return none;
    },
  };
}

/** A number from `min` to `max`, both included; whole unless `fractions`. */
export function number(min: number, max: number, fractions?: "fractions"): Shape<number> {
  return {
    problems(value, at) {
      if (typeof value !== "number" || !Number.isFinite(value))
        return [{ at, code: "wrong-type", about: shown(value) }];
      if (fractions === undefined && !Number.isInteger(value))
        return [{ at, code: "wrong-type", about: shown(value) }];
      return value < min || value > max ? [{ at, code: "out-of-range", about: String(value) }] : none;
    },
  };
}

export const flag: Shape<boolean> = {
  problems: (value, at) =>
    typeof value === "boolean" ? none : [{ at, code: "wrong-type", about: shown(value) }],
};

/** A flag that may say nothing else. */
export const alwaysTrue: Shape<true> = {
  problems: (value, at) => (value === true ? none : [{ at, code: "not-an-option", about: shown(value) }]),
};

export const day: Shape<Day> = {
  problems(value, at) {
    if (typeof value !== "string") return [{ at, code: "wrong-type", about: shown(value) }];
    return isDay(value) ? none : [{ at, code: "not-a-day", about: value }];
  },
};

export function oneOf<const O extends string>(options: readonly O[]): Shape<O> {
  return {
    problems: (value, at) =>
      options.some((option) => option === value)
        ? none
        : [{ at, code: "not-an-option", about: shown(value) }],
  };
}

/** `null`, or the shape. */
export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return { problems: (value, at) => (value === null ? none : shape.problems(value, at)) };
}

/** One fixed word, or the shape. */
export function orWord<const W extends string, T>(word: W, shape: Shape<T>): Shape<W | T> {
  return { problems: (value, at) => (value === word ? none : shape.problems(value, at)) };
}

export function optional<T>(shape: Shape<T>): OptionalMember<T> {
  return { optional: shape };
}

export function listOf<T>(row: Shape<T>): Shape<readonly T[]> {
  return {
    problems(value, at) {
      if (!Array.isArray(value)) return [{ at, code: "wrong-type", about: shown(value) }];
      return value.flatMap((member: unknown, index) => row.problems(member, under(at, index)));
    },
  };
}

/** An object with just these members. */
export function record<T extends object>(members: Members<T>): Shape<T> {
  const shapes = new Map(Object.entries<Shape<unknown> | OptionalMember<unknown>>(members));
  return {
    problems(value, at) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return [{ at, code: "wrong-type", about: shown(value) }];
      }
      const given = new Map<string, unknown>(Object.entries(value));
      const unknown = [...given.keys()]
        .filter((name) => !shapes.has(name))
        .map((name): Located => ({ at: under(at, name), code: "unknown-member" }));
      const known = [...shapes].flatMap(([name, member]): readonly Located[] => {
        const isOptional = "optional" in member;
        if (!given.has(name)) return isOptional ? none : [{ at: under(at, name), code: "required" }];
        return (isOptional ? member.optional : member).problems(given.get(name), under(at, name));
      });
      return [...known, ...unknown];
    },
  };
}
