import { z } from "zod";
import { newId } from "../../server/store/ids.ts";

/** One act that was sent: what a worker knows of it, whatever became of it. */
export interface Sent {
  readonly entry: string;
  /** The version that the act makes. */
  readonly version: number;
  readonly act: string;
  readonly key: string;
  readonly by: Part;
}

type Part = "safety" | "principal";
type Input = Readonly<Record<string, unknown>>;

interface Step {
  readonly act: string;
  readonly by: Part;
  readonly input: (today: string, enterprise: string) => Input;
}

const step = (act: string, by: Part, input: Step["input"] = () => ({})): Step => ({ act, by, input });
const progress = step("recordProgress", "safety", () => ({ progress: "按计划进行" }));

/** The way of a general hazard, over and over: it writes entries, lines, sealed values, parties, cells and notices. */
const way: readonly Step[] = [
  step("find", "safety", (today, organisation) => ({
    title: "通道堵塞",
    organisation,
    source: "selfCheck",
    foundOn: today,
    description: "堆放杂物",
  })),
  step("proposeGeneral", "safety", () => ({ judgementReason: "不在判定标准之列" })),
  step("confirmGeneral", "principal"),
  step("assign", "safety", (today) => ({ planResponsible: "班长", planMeasures: "清理", rectifyBy: today })),
  progress,
  progress,
  step("selfAccept", "safety", () => ({
    acceptanceReport: "已清理",
    acceptancePersons: "班长",
    noPhotoReason: "煤气区域",
  })),
  step("verify", "principal", () => ({ reviewOpinion: "属实" })),
  step("close", "principal"),
];

/** Who the workers are, where, and what they have seen happen. Kept through every kill. */
export interface Log {
  readonly acknowledged: Sent[];
  /** Sent, and never answered. */
  readonly inDoubt: Sent[];
}

export interface Desk {
  readonly cookies: Readonly<Record<Part, string>>;
  readonly enterprise: string;
  readonly today: string;
}

/** A worker takes one hazard after another through its whole way; `at` is the act that comes next. */
export interface Worker {
  readonly desk: Desk;
  entry: string;
  at: number;
  /** The key of the act that comes next: the same again when its answer was lost. */
  key: string;
  waiting: boolean;
}

export const newWorker = (desk: Desk): Worker => ({
  desk,
  entry: newId(),
  at: 0,
  key: newId(),
  waiting: false,
});

/** Works until the server is gone. The act whose answer is lost is in doubt, and is sent again by the next round. */
export async function work(worker: Worker, address: string, log: Log): Promise<void> {
  for (;;) {
    const sent = sentBy(worker);
    worker.waiting = true;
    const answered = await send(worker, address).catch(() => undefined);
    worker.waiting = false;
    // An error of the server's own says that nothing was saved; as good as no answer while it is being killed.
    if (answered === undefined || answered.status >= 500) {
      log.inDoubt.push(sent);
      return;
    }
    if (answered.status >= 300 || answered.version !== sent.version)
      throw new Error(`${sent.act} was answered ${JSON.stringify(answered)}`);
    log.acknowledged.push(sent);
    goOn(worker);
  }
}

function sentBy({ entry, at, key }: Worker): Sent {
  const { act, by } = stepAt(at);
  return { entry, version: at + 1, act, key, by };
}

function stepAt(at: number): Step {
  const found = way[at];
  if (found === undefined) throw new Error(`The way has no act ${at}`);
  return found;
}

async function send({ desk, entry, at, key }: Worker, address: string) {
  const { act, by, input } = stepAt(at);
  const entries = `${address}/api/registers/hazard/entries`;
  const entered = input(desk.today, desk.enterprise);
  const response = await fetch(at === 0 ? entries : `${entries}/${entry}/acts/${act}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: desk.cookies[by], "idempotency-key": key },
    body: JSON.stringify(at === 0 ? { id: entry, act, input: entered } : { version: at, input: entered }),
  });
  // Only a whole answer is an acknowledgement.
  const body = answer.parse(await response.json());
  return { status: response.status, version: body.entry?.version };
}

const answer = z.object({ entry: z.object({ version: z.int() }).optional() });

function goOn(worker: Worker): void {
  const isLast = worker.at === way.length - 1;
  worker.at = isLast ? 0 : worker.at + 1;
  if (isLast) worker.entry = newId();
  worker.key = newId();
}
