import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the product counts of itself, for Prometheus. No label ever holds what a person typed. */
export interface Metrics {
  /** `route` is the pattern, not the address; `seconds` from the first byte in to the last one out. */
  request(method: string, route: string, status: number, seconds: number): void;
  /** `outcome` is `done`, or the code of the refusal or problem. */
  act(register: string, act: string, outcome: string): void;
  job(name: string, outcome: "done" | "failed", at: Date): void;
  /** Everything in Prometheus' text format; asks for the readings first. */
  text(): Promise<string>;
}

/** What is read only when somebody asks. Undefined stands for what cannot be told at the moment. */
export interface Readings {
  readonly streams: number;
  readonly pool: { readonly open: number; readonly idle: number; readonly waiting: number };
  readonly database:
    | { readonly backlog: number; readonly position: number; readonly bytes: number }
    | undefined;
  readonly diskFreeBytes: number | undefined;
}

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE;

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

// Figures of the process are the same for every product in it, and their observers cannot be taken down again.
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

export function newMetrics(read: () => Promise<Readings>): Metrics {
  const own = new Registry();
  const registers = [own];
  const requests = new Histogram({
    name: "zhiben_http_request_duration_seconds",
    help: "Time taken by requests, by route pattern and status",
    labelNames: ["method", "route", "status"],
    buckets: secondsBuckets,
    registers,
  });
  const acts = new Counter({
    name: "zhiben_acts_total",
    help: "Acts asked for, by register, act and outcome: done, or the code of the refusal",
    labelNames: ["register", "act", "outcome"],
    registers,
  });
  const runs = new Counter({
    name: "zhiben_job_runs_total",
    help: "Runs of the jobs, by outcome",
    labelNames: ["job", "outcome"],
    registers,
  });
  const lastSuccess = new Gauge({
    name: "zhiben_job_last_success_timestamp_seconds",
    help: "When a job last ended well, in seconds since 1970",
    labelNames: ["job"],
    registers,
  });
  const show = readingGauges(registers);
  const merged = Registry.merge([processMetrics(), own]);
  return {
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    act: (register, act, outcome) => acts.inc({ register, act, outcome }),
    job(job, outcome, at) {
      runs.inc({ job, outcome });
      if (outcome === "done") lastSuccess.set({ job }, at.getTime() / 1_000);
    },
    async text() {
      show(await read());
      return merged.metrics();
    },
  };
}

/** The gauges that are set from readings; one whose reading is unknown is not told at all, rather than as nought. */
function readingGauges(registers: Registry[]): (readings: Readings) => void {
  const gauge = (name: string, help: string) => new Gauge({ name: `zhiben_${name}`, help, registers });
  const streams = gauge("streams", "Listeners on the stream of changes");
  const open = gauge("pool_connections", "Open connections of the pool that serves requests");
  const idle = gauge("pool_idle_connections", "Of them, those that do nothing");
  const waiting = gauge("pool_waiting_requests", "Requests that wait for a connection");
  const up = gauge("database_up", "Whether the database answers");
  const backlog = gauge("sequencer_backlog_lines", "Committed lines that have no position yet");
  const position = gauge("sequencer_last_position", "The last position given; -1 before there is one");
  const bytes = gauge("database_size_bytes", "Size of the database");
  const free = gauge("disk_free_bytes", "Free space on the disk of the files");
  const set = (one: Gauge, value: number | undefined) => {
    one.remove();
    if (value !== undefined) one.set(value);
  };
  return (readings) => {
    set(streams, readings.streams);
    set(open, readings.pool.open);
    set(idle, readings.pool.idle);
    set(waiting, readings.pool.waiting);
    set(up, readings.database === undefined ? 0 : 1);
    set(backlog, readings.database?.backlog);
    set(position, readings.database?.position);
    set(bytes, readings.database?.bytes);
    set(free, readings.diskFreeBytes);
  };
}
