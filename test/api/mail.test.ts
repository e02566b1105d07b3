import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signCheckpoint } from "../../server/jobs/checkpoints.ts";
import { handOutCheckpoints } from "../../server/jobs/witnessing.ts";
import { readHandings } from "../../server/store/handing.ts";
import { noWitnesses } from "../../server/witnesses/settings.ts";
import { newWorld, type World } from "../support/world.ts";

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

let world: World;
let smtpUrl: string;
let refuses = false;
const letters: Letter[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => done(refuses ? new Error("No such box") : null),
  onData(stream, { envelope }, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      const text = Buffer.concat(parts).toString("utf8");
      letters.push({ from, to: envelope.rcptTo.map(({ address }) => address), text });
      done();
    });
  },
});

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  smtpUrl = `smtp://127.0.0.1:${address.port}`;
  world = await newWorld();
  await world.hazardFound();
  await world.sequenced();
  await signCheckpoint(world.services);
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function handOut(): Promise<readonly unknown[]> {
  const heard: unknown[] = [];
  const mail = { smtpUrl, from: "zhiben@zhou.example", to: ["notary@example.org", "province@example.org"] };
  await handOutCheckpoints(world.services, { ...noWitnesses, mail }, (error) => heard.push(error));
  return heard;
}
const hoursLater = (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
};

/** The parts of a letter as they were before they were packed for the way. */
function partsOf({ text }: Letter): readonly string[] {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? "";
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const packed = body.join("\r\n\r\n");
      if (/base64/.test(head)) return Buffer.from(packed, "base64").toString("utf8");
      const bytes = packed
        .replaceAll(/=\r\n/g, "")
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8");
    });
}

test("the newest checkpoint is mailed once a day, as the text and attached, and nothing else with it", async () => {
  expect(await handOut()).toEqual([]);
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  if (letter === undefined) throw new Error("No letter");
  expect(letter).toMatchObject({
    from: "zhiben@zhou.example",
    to: ["notary@example.org", "province@example.org"],
  });
  const { rows } = await world.owner.query<{ note: string }>(
    "select note from checkpoint order by size desc limit 1",
  );
  const note = rows[0]?.note ?? "";
  const [text = "", attached] = partsOf(letter);
  expect(text.replaceAll("\r\n", "\n").trimEnd()).toBe(note.trimEnd());
  expect(attached).toBe(note);
  expect(partsOf(letter)).toHaveLength(2);

  hoursLater(23);
  await handOut();
  expect(letters).toHaveLength(1);
  hoursLater(1);
  await handOut();
  expect(letters).toHaveLength(2);
});

test("a mail server that takes nothing is told of, and tried again within the hour", async () => {
  hoursLater(24);
  refuses = true;
  const heard = await handOut();
  expect(String(heard[0])).toMatch(/notary@example\.org, province@example\.org: 无法联系/);
  expect((await readHandings(world.owner))[0]).toMatchObject({ failures: 1 });
  refuses = false;
  hoursLater(1);
  expect(await handOut()).toEqual([]);
  expect(letters).toHaveLength(3);
});
