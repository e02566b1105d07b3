import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { z } from "zod";

/** Key files by name, as bytes. */
export type Keys = ReadonlyMap<string, Buffer>;

const base64 = z.base64();

/** Key files that only a passphrase opens; everything but the passphrase that is needed to open them stands beside them. */
export const sealedKeysShape = z.strictObject({
  kdf: z.literal("scrypt"),
  // Bounded, so that a crafted archive cannot ask for more memory than the machine has.
  n: z.int().min(16_384).max(1_048_576),
  r: z.int().min(8).max(16),
  p: z.int().min(1).max(4),
  salt: base64,
  cipher: z.literal("aes-256-gcm"),
  iv: base64,
  tag: base64,
  text: base64,
});
export type SealedKeys = z.output<typeof sealedKeysShape>;

const openedShape = z.record(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/), base64);

/** OWASP's strongest setting: 128 MB and about half a second for each try. */
const cost = { n: 131_072, r: 8, p: 1 } as const;

/** Seals key files under a passphrase. `about` is what they belong to: they open beside nothing else. */
export async function sealKeys(keys: Keys, passphrase: string, about: string): Promise<SealedKeys> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await keyOf(passphrase, salt, cost), iv);
  cipher.setAAD(Buffer.from(about, "utf8"));
  const plain = JSON.stringify(
    Object.fromEntries([...keys].map(([name, bytes]) => [name, bytes.toString("base64")])),
  );
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return {
    kdf: "scrypt",
    ...cost,
    salt: salt.toString("base64"),
    cipher: "aes-256-gcm",
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    text: text.toString("base64"),
  };
}

/** The key files; undefined where the passphrase is not the one that sealed them, or they belong to something else. */
export async function openKeys(
  sealed: SealedKeys,
  passphrase: string,
  about: string,
): Promise<Keys | undefined> {
  const bytes = (text: string) => Buffer.from(text, "base64");
  const key = await keyOf(passphrase, bytes(sealed.salt), sealed);
  let plain: string;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes(sealed.iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about, "utf8"));
    decipher.setAuthTag(bytes(sealed.tag));
    plain = Buffer.concat([decipher.update(bytes(sealed.text)), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
  const opened = openedShape.parse(JSON.parse(plain));
  return new Map(Object.entries(opened).map(([name, text]) => [name, bytes(text)]));
}

function keyOf(
  passphrase: string,
  salt: Buffer,
  { n, r, p }: { n: number; r: number; p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) => {
    // Two keyboards may write the same characters in two ways.
    scrypt(passphrase.normalize("NFKC"), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
