import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CipherName, cipherOf, ciphers, keyBytes } from "./cipher.ts";

const names = Object.keys(ciphers).filter((name): name is CipherName => name in ciphers);
const bytes = fc.uint8Array({ maxLength: 80 });
const same = (one: Uint8Array | undefined, other: Uint8Array) =>
  one !== undefined && Buffer.compare(one, other) === 0;

test("an installation with SM3 encrypts by SM4, one with SHA-256 by AES", () => {
  expect([cipherOf("sm3"), cipherOf("sha256")]).toEqual(["sm4-ctr-hmac-sm3", "aes-256-gcm"]);
});

describe.each(names)("%s", (name) => {
  const { encrypt, decrypt } = ciphers[name];
  const key = fc.uint8Array({ minLength: keyBytes, maxLength: keyBytes });

  test("opens what it has closed, and never writes the same twice", () => {
    fc.assert(
      fc.property(key, bytes, fc.string(), (secret, plain, about) => {
        const [one, other] = [encrypt(secret, plain, about), encrypt(secret, plain, about)];
        expect(same(decrypt(secret, one, about), plain)).toBe(true);
        expect(same(one, other)).toBe(false);
      }),
    );
  });

  test("opens nothing of which a bit was changed, that was cut, or that is about something else", () => {
    fc.assert(
      fc.property(
        key,
        bytes,
        fc.string(),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (secret, plain, about, at, bit) => {
          const text = encrypt(secret, plain, about);
          const changed = Buffer.from(text);
          const place = at % text.length;
          changed[place] = (changed[place] ?? 0) ^ (1 << bit);
          expect(decrypt(secret, changed, about)).toBeUndefined();
          expect(decrypt(secret, text.subarray(0, place), about)).toBeUndefined();
          expect(decrypt(secret, text, `${about} `)).toBeUndefined();
          const other = Buffer.from(secret);
          other[0] = (other[0] ?? 0) ^ 1;
          expect(decrypt(other, text, about)).toBeUndefined();
        },
      ),
    );
  });
});
