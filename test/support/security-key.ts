import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import { z } from "zod";
import { readAudit } from "../../server/store/audit-log.ts";
import { beginning, type PersonName, password } from "./cast.ts";
import type { Answer } from "./client.ts";
import { type Browsing, newBrowser } from "./sign-in.ts";
import { mustDo, newWorld, type World } from "./world.ts";

/** A security key made of software, which does as it is told, also what no real one would. */
export interface SoftKey {
  readonly id: string;
  /** How often it says it was used; zero for one that does not count. */
  count: number;
  readonly privateKey: KeyObject;
  readonly cose: Buffer;
}

/** From where a key believes that it is asked. */
export interface Asked {
  readonly origin?: string;
  readonly host?: string;
}

/** Tests ask by this address, without a port. */
const usual = { origin: "http://localhost", host: "localhost" };

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const url64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64url");

// Of CBOR (RFC 8949) as much as a key says: numbers, bytes, texts, lists and maps.
const head = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
};
export type Cbor = number | string | Buffer | Cbor[] | ReadonlyMap<number | string, Cbor>;
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, of]) => [cbor(key), cbor(of)])]);
}

/** A key that has not been anywhere. */
export function newSoftKey(count = 1): SoftKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => Buffer.from(text, "base64url");
  const cose = cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]),
  );
  return { id: url64(randomBytes(32)), count, privateKey, cose };
}

const present = 0x01;
const attested = 0x40;

function authenticatorData(host: string, flags: number, count: number, more = Buffer.alloc(0)): Buffer {
  const counted = Buffer.alloc(4);
  counted.writeUInt32BE(count);
  return Buffer.concat([sha256(host), Buffer.from([flags]), counted, more]);
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** What a key may say of its model, which nobody asks for. */
export interface Attestation {
  readonly format: string;
  /** What it says of what it signs. */
  readonly statementOf: (signed: Buffer, key: SoftKey) => ReadonlyMap<string, Cbor>;
}

/** A key vouches for itself, which says nothing of its model. */
export const ofItself: Attestation = {
  format: "packed",
  statementOf: (signed, { privateKey }) =>
    new Map<string, Cbor>([
      ["alg", -7],
      ["sig", createSign("sha256").update(signed).sign(privateKey)],
    ]),
};

/** What the key answers to being made. */
export function make(
  key: SoftKey,
  challenge: string,
  { origin, host }: Asked = {},
  attestation?: Attestation,
) {
  const id = Buffer.from(key.id, "base64url");
  const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key.cose]);
  const data = authenticatorData(host ?? usual.host, present | attested, key.count, credential);
  const client = clientData("webauthn.create", challenge, origin ?? usual.origin);
  const said = attestation?.statementOf(Buffer.concat([data, sha256(client)]), key);
  const statement = new Map<string, Cbor>([
    ["fmt", attestation?.format ?? "none"],
    ["attStmt", said ?? new Map()],
    ["authData", data],
  ]);
  return {
    id: key.id,
    clientDataJSON: url64(client),
    attestationObject: url64(cbor(statement)),
    transports: ["usb"],
  };
}

/** What the key answers to a challenge; it counts one up, unless it does not count. */
export function answerOf(key: SoftKey, challenge: string, { origin, host }: Asked = {}, flags = present) {
  if (key.count > 0) key.count += 1;
  const data = authenticatorData(host ?? usual.host, flags, key.count);
  const client = clientData("webauthn.get", challenge, origin ?? usual.origin);
  const signature = createSign("sha256")
    .update(Buffer.concat([data, sha256(client)]))
    .sign(key.privateKey);
  return {
    id: key.id,
    clientDataJSON: url64(client),
    authenticatorData: url64(data),
    signature: url64(signature),
  };
}

const challengeIn = (answer: Answer): string =>
  z.object({ challenge: z.string() }).parse(mustDo(answer).body).challenge;

/** What the session's key has to answer. */
export const askedOf = async (browser: Pick<Browsing, "send">): Promise<string> =>
  challengeIn(await browser.send("POST", "/api/session/security-key-challenge"));

/** What a key that is to be added has to answer; `proof` is the password, or a code. */
export const offeredTo = async (browser: Pick<Browsing, "send">, proof: unknown): Promise<string> =>
  challengeIn(await browser.send("POST", "/api/session/security-keys/offer", proof));

/** Adds a key to the account of whoever sits there. */
export async function addKey(
  browser: Pick<Browsing, "send">,
  proof: unknown,
  key = newSoftKey(),
  name = "蓝色钥匙",
): Promise<{ readonly key: SoftKey; readonly recoveryCodes: readonly string[] }> {
  const made = make(key, await offeredTo(browser, proof));
  const { body } = mustDo(await browser.send("POST", "/api/session/security-keys", { name, ...made }));
  return { key, ...z.object({ recoveryCodes: z.array(z.string()) }).parse(body) };
}

/** Gives the key after the password. */
export const giveKey = async (browser: Browsing, key: SoftKey, asked: Asked = {}): Promise<Answer> =>
  browser.send("POST", "/api/session/security-key", answerOf(key, await askedOf(browser), asked));

/** Somebody who adds a key to their account, in the browser in which they are signed in. */
export async function enrolKey(world: World, name: PersonName, key = newSoftKey()) {
  const browser = newBrowser(world);
  mustDo(await browser.signIn(name, password));
  return { browser, ...(await addKey(browser, { password }, key)) };
}

/** Somebody who has given the password, and whose key or code is next. */
export async function beginSignIn(world: World, name: PersonName): Promise<Browsing> {
  const browser = newBrowser(world);
  const { next } = mustDo(await browser.signIn(name, password)).body;
  if (next !== "enter-code") throw new Error(`${name} has no second factor`);
  return browser;
}

/** What the audit log tells of somebody. */
export async function storyOf(world: World, person: PersonName): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { body, facts } of readAudit(world.owner, { person }))
    told.push(typeof facts.why === "string" ? `${body.act}: ${facts.why}` : body.act);
  return told;
}

const keysSeen = z.object({
  since: z.string().nullable(),
  recoveryCodesLeft: z.int(),
  keys: z.array(
    z.object({ id: z.string(), name: z.string(), here: z.boolean(), used: z.string().nullable() }),
  ),
});

/** How somebody sees their own second factor. */
export const seenBy = async (browser: Pick<Browsing, "get">) =>
  keysSeen.parse(mustDo(await browser.get("/api/session/second-factor")).body);

/** A world for the tests of a file about keys, handed over before the first; each test begins an hour later. */
export function withKeys(handOver: (world: World) => void) {
  let started: World | undefined;
  let minutes = 0;
  const world = (): World => {
    if (started === undefined) throw new Error("The world has not begun");
    return started;
  };
  /** So many minutes after the beginning of this test. */
  const later = (more: number) => new Date(beginning.getTime() + (minutes + more) * 60_000);
  beforeAll(async () => {
    started = await newWorld();
    handOver(started);
  });
  beforeEach(() => {
    minutes += 60;
    world().clock.now = later(0);
  });
  return {
    later,
    enrol: (name: PersonName, on = world(), key = newSoftKey()) => enrolKey(on, name, key),
    atSecondStep: (name: PersonName) => beginSignIn(world(), name),
  };
}
