import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import {
  bytesOfText,
  type KeyKind,
  keyKinds,
  noteText,
  readNote,
  readVerifierKey,
  signersOf,
  type VerifierKey,
  verifierKeyText,
} from "../core/ledger/note.ts";
import { checkSignature, openSigner, sha256, signerWith } from "./signing.ts";

const checks = { sha256, checkSignature };
const secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ""), "hex");

describe("published examples", () => {
  test("Ed25519: RFC 8032 § 7.1, test 1", () => {
    const { key } = signerWith("rfc8032", "ed25519", secret);
    expect(Buffer.from(key.publicKey)).toEqual(
      bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
    );
    const signature = bytes(`e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155
      5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b`);
    expect(checkSignature(key, new Uint8Array(0), signature)).toBe(true);
    expect(checkSignature(key, bytes("00"), signature)).toBe(false);
  });

  test("SM2: GB/T 32918.5 annex A.2, the message digest", () => {
    const { key } = signerWith(
      "gbt32918",
      "sm2",
      "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
    );
    expect(Buffer.from(key.publicKey)).toEqual(
      bytes(`09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020
        ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13`),
    );
    const signature = bytes(`f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3
      b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa`);
    expect(checkSignature(key, bytesOfText("message digest"), signature)).toBe(true);
    expect(checkSignature(key, bytesOfText("message digesT"), signature)).toBe(false);
  });

  // Signed by OpenSSL 3.0 with the key of that example; it begins with a nought byte, which DER leaves out and the note does not.
  test("SM2: a checkpoint that another implementation signed holds as a note", () => {
    const secretOfTheStandard = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    const { key } = signerWith("zhiben.example/sm2", "sm2", secretOfTheStandard);
    const text = "zhiben.example/sm2\n2\nYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=\n";
    const note = readNote(
      `${text}\n— zhiben.example/sm2 6VtSZwBdhFNWcpW5JxRHmTV6/vmZMrWIlN1hH9rmOwN0VwkquJzBOPgmlc3gtUP/+U9MSbKEP0Lz6/J30hSqDRtW0/U=\n`,
    );
    if (note === undefined) throw new Error("No note");
    expect(signersOf(note, [key], checks)).toEqual({ signers: [{ key }], broken: [] });
    const other = { ...note, text: text.replace("\n2\n", "\n3\n") };
    expect(signersOf(other, [key], checks)).toEqual({ signers: [], broken: [key] });
  });

  // The example of C2SP signed-note, under the key that its authors publish with it.
  test("a signed note names its key and its text", () => {
    const note = readNote(
      "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n" +
        "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n",
    );
    expect(note?.text.endsWith("ed è subito sera.\n")).toBe(true);
    expect(note?.signatures).toMatchObject([{ name: "quasimodo.example/salvatore", keyId: "367ba04b" }]);
    expect(note?.signatures[0]?.signature).toHaveLength(64);
  });
});

describe.each(keyKinds)("a key of kind %s", (kind: KeyKind) => {
  const signer = signerWith("zhiben.example/one", kind, secret);
  const text = "第一行\nsecond line\n";
  const signed = { text, signatures: [signer.sign(text, 1_790_000_000)] };

  test("signs a note that its public key opens again, after both have travelled as text", () => {
    const travelled = readNote(noteText(signed));
    const key = readVerifierKey(verifierKeyText(signer.key, sha256), sha256);
    expect(key).toEqual({ ...signer.key, publicKey: Uint8Array.from(signer.key.publicKey) });
    const { signers, broken } = signersOf(travelled ?? signed, key ? [key] : [], checks);
    expect(broken).toEqual([]);
    expect(signers).toHaveLength(1);
    expect(signers[0]?.seconds).toBe(kind.endsWith("cosignature") ? 1_790_000_000 : undefined);
  });

  test("does not pass for any other text, name or key", () => {
    const open = (note: typeof signed, key: VerifierKey) => signersOf(note, [key], checks);
    expect(open({ ...signed, text: `${text}third\n` }, signer.key)).toMatchObject({
      signers: [],
      broken: [{}],
    });
    expect(open(signed, { ...signer.key, name: "zhiben.example/two" })).toEqual({ signers: [], broken: [] });
    const other = signerWith("zhiben.example/one", kind, secret.replace("9", "8"));
    expect(open(signed, other.key)).toEqual({ signers: [], broken: [] });
  });

  test("finds every changed byte of a signature", () => {
    const [signature] = signed.signatures;
    fc.assert(
      fc.property(
        fc.nat((signature?.signature.length ?? 1) - 1),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = Uint8Array.from(signature?.signature ?? [], (byte, place) =>
            place === at ? byte ^ flip : byte,
          );
          const signatures = signature ? [{ ...signature, signature: changed }] : [];
          expect(signersOf({ text, signatures }, [signer.key], checks).signers).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the file of a private key", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-signing-"));
  afterAll(() => rm(folder, { recursive: true }));

  test("is drawn once, for its owner alone, and is the same key ever after", async () => {
    const file = join(folder, "keys", "checkpoint");
    const first = await openSigner(file, "one", "ed25519");
    const second = await openSigner(file, "one", "ed25519");
    expect(second.key).toEqual(first.key);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await openSigner(join(folder, "other"), "one", "ed25519")).key).not.toEqual(first.key);
  });

  test.each([
    ["holds a key of another kind", async (file: string) => void (await openSigner(file, "one", "sm2"))],
    ["holds nothing", (file: string) => writeFile(file, "")],
    ["was cut short", (file: string) => writeFile(file, "ed25519 00ff\n")],
  ])("is refused in words when it %s, and is left as it is", async (_, spoil) => {
    const file = join(folder, "spoiled");
    await rm(file, { force: true });
    await spoil(file);
    const before = await readFile(file, "utf8");
    await expect(openSigner(file, "one", "ed25519")).rejects.toMatchObject({ code: "bad-signing-key" });
    expect(await readFile(file, "utf8")).toBe(before);
  });
});
