import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { sm2, sm3 } from "sm-crypto-v2";
import { describe, expect, test } from "vitest";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

// What the standards print as their examples, asked of the very functions that the product calls.
describe("SM3, GB/T 32905-2016, annex A", () => {
  test.each([
    ["abc", "66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0"],
    ["abcd".repeat(16), "debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732"],
  ])("of %s", (text, digest) => {
    expect(createHash("sm3").update(text).digest()).toEqual(hex(digest));
    expect(sm3(text)).toBe(hex(digest).toString("hex"));
  });
});

describe("SM4, GB/T 32907-2016, annex A", () => {
  const key = hex("01234567 89abcdef fedcba98 76543210");
  const plain = key;
  const once = hex("681edf34 d206965e 86b3e94f 536e4246");

  const encrypt = (block: Buffer) => createCipheriv("sm4-ecb", key, null).setAutoPadding(false).update(block);

  test("one block, there and back", () => {
    expect(encrypt(plain)).toEqual(once);
    expect(createDecipheriv("sm4-ecb", key, null).setAutoPadding(false).update(once)).toEqual(plain);
  });

  test("the same block a million times over", () => {
    let block: Buffer = plain;
    const cipher = createCipheriv("sm4-ecb", key, null).setAutoPadding(false);
    for (let time = 0; time < 1_000_000; time += 1) block = cipher.update(block);
    expect(block).toEqual(hex("595298c7 c6fd271f 0402f804 c33d3f66"));
  });

  // Counter mode is the block cipher over counters: the first of them encrypts zeros to itself.
  test("in counter mode", () => {
    expect(createCipheriv("sm4-ctr", key, plain).update(Buffer.alloc(16))).toEqual(once);
  });

  // RFC 8998, appendix A, has SM4-GCM; in counter mode its first block of text is encrypted under the second counter.
  test("in counter mode, as the example of RFC 8998 has it", () => {
    const counter = hex("00001234 56780000 0000abcd 00000002");
    const text = hex("aaaaaaaa aaaaaaaa bbbbbbbb bbbbbbbb cccccccc cccccccc dddddddd dddddddd");
    expect(createCipheriv("sm4-ctr", key, counter).update(text)).toEqual(
      hex("17f399f0 8c67d5ee 19d0dc99 69c4bb7d 5fd46fd3 75648906 9157b282 bb200735"),
    );
  });
});

describe("HMAC with SM3", () => {
  test("is the construction of RFC 2104 over SM3", () => {
    const [key, text] = [Buffer.alloc(32, 7), Buffer.from("治本")];
    const pad = (byte: number) => Buffer.concat([key, Buffer.alloc(32)]).map((one) => one ^ byte);
    const hashed = (...parts: readonly Uint8Array[]) =>
      createHash("sm3").update(Buffer.concat(parts)).digest();
    const expected = hashed(pad(0x5c), hashed(pad(0x36), text));
    expect(createHmac("sm3", key).update(text).digest()).toEqual(expected);
  });
});

describe("SM2, GB/T 32918.5-2017, annex A.2", () => {
  const publicKey =
    "04 09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020 CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13";
  const secret = "3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8";
  const signature =
    "F5A03B06 48D2C463 0EEAC513 E1BB81A1 5944DA38 27D5B741 43AC7EAC EEE720B3 B1B6AA29 DF212FD8 763182BC 0D421CA1 BB9038FD 1F7F42D4 840B69C4 85BBC1AA";
  const options = { hash: true, der: false, userId: "1234567812345678" } as const;
  const key = hex(publicKey).toString("hex");

  test("the public key of the private one", () => {
    expect(sm2.getPublicKeyFromPrivateKey(hex(secret).toString("hex"))).toBe(key);
  });

  test("the signature of “message digest” holds, and none of another text", () => {
    const given = hex(signature).toString("hex");
    expect(sm2.doVerifySignature("message digest", given, key, options)).toBe(true);
    expect(sm2.doVerifySignature("message digesT", given, key, options)).toBe(false);
    expect(sm2.doVerifySignature("message digest", `${given.slice(0, -1)}b`, key, options)).toBe(false);
  });
});
