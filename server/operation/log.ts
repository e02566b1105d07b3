import pg from "pg";
import pino from "pino";

/** The operator's log: one JSON line for each event, with ids, codes and figures only, never what a person typed or is called. */
export type Log = pino.Logger;

export const logLevels = ["error", "warn", "info", "debug", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export const isLogLevel = (text: string): text is LogLevel => logLevels.some((level) => level === text);

const lineShape = {
  // Neither host nor process id: the log of a machine is known to be its own.
  base: null,
  messageKey: "event",
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
};

/** A log on standard error, written beside the work and flushed at the end; a reader that went away does not end the product. */
export const openLog = (level: LogLevel): Log =>
  pino({ ...lineShape, level }, pino.destination({ dest: 2, sync: false }));

/** A log whose lines are handed over one by one. */
export const logInto = (level: LogLevel, write: (line: string) => void): Log =>
  pino({ ...lineShape, level }, { write });

export const silentLog = (): Log => pino({ level: "silent" });

/** What is told of something that failed. */
export interface Failure {
  readonly name: string;
  readonly message?: string;
  /** PostgreSQL's SQLSTATE, or the system's code. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  readonly cause?: Failure;
}

/** PostgreSQL and the parsers quote in their messages what they were given, which may be a person's name: those are left out. */
const quotesValues = (error: Error): boolean =>
  error instanceof pg.DatabaseError || error instanceof SyntaxError || error instanceof URIError;

/** An error for the log: where it was thrown, its code and its own words, unless those may quote a value. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(quotesValues(error) ? {} : { message: error.message }),
    ...("code" in error ? { code: String(error.code) } : {}),
    ...(error instanceof pg.DatabaseError ? placeOf(error) : {}),
    stack: stack.map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: failureOf(error.cause) }),
  };
}

const placeOf = ({ table, constraint }: pg.DatabaseError) => ({
  ...(table === undefined ? {} : { table }),
  ...(constraint === undefined ? {} : { constraint }),
});
