import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkpointText, readCheckpoint } from "./checkpoint.ts";
import { noteText, readNote, readSignatureLines, readVerifierKey, signersOf } from "./note.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

// The example that C2SP gives for tlog-checkpoint and tlog-cosignature.
const published = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

test("the published checkpoint is read, and written again byte for byte", () => {
  const note = readNote(published);
  expect(note?.signatures.map(({ name, keyId }) => ({ name, keyId }))).toEqual([
    { name: "example.com/behind-the-sofa", keyId: "033de0ae" },
    { name: "witness.example.com/w1", keyId: "8d66cf3f" },
  ]);
  expect(note && noteText(note)).toBe(published);
  const checkpoint = readCheckpoint(note?.text ?? "");
  expect(checkpoint).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 });
  expect(checkpoint && checkpointText(checkpoint)).toBe(note?.text);
});

test("the time that a witness vouches for is read from its signature", () => {
  const key = {
    name: "witness.example.com/w1",
    kind: "ed25519-cosignature",
    publicKey: new Uint8Array(32),
  } as const;
  const note = readNote(published);
  // Whose key it is does not matter here: the message that would be checked names the time.
  const messages: string[] = [];
  const checkSignature = (_: unknown, message: Uint8Array) =>
    messages.push(Buffer.from(message).toString()) > 0;
  const named = { sha256: () => Uint8Array.from([0x8d, 0x66, 0xcf, 0x3f]), checkSignature };
  const { signers } = signersOf(note ?? { text: "", signatures: [] }, [key], named);
  expect(signers).toEqual([{ key, seconds: 1_679_315_147 }]);
  expect(messages).toEqual([`cosignature/v1\ntime 1679315147\n${note?.text}`]);
});

describe("what is no note is not read:", () => {
  test.each([
    ["nothing", ""],
    ["a text without signatures", "text\n\n"],
    ["a text without its last line break", "text\n— a AAAAAAA=\n"],
    ["a signature cut short", published.slice(0, -2)],
    ["a signature of a key id alone", "text\n\n— a AAAAAA==\n"],
    ["a hyphen instead of a dash", "text\n\n- a AAAAAAA=\n"],
    ["a name with a plus", "text\n\n— a+b AAAAAAA=\n"],
    ["a control character in the text", "te\u0007xt\n\n— a AAAAAAA=\n"],
    ["a carriage return", published.replaceAll("\n", "\r\n")],
    ["base64 with a hole", "text\n\n— a AAAA AAA=\n"],
  ])("%s", (_, text) => expect(readNote(text)).toBeUndefined());
});

describe("what is no checkpoint is not read:", () => {
  const root = Buffer.alloc(32).toString("base64");
  test.each([
    ["no origin", `\n1\n${root}\n`],
    ["a size with a leading nought", `a\n01\n${root}\n`],
    ["a negative size", `a\n-1\n${root}\n`],
    ["a size beyond what numbers hold", `a\n9999999999999999\n${root}\n`],
    ["a root of another length", `a\n1\n${Buffer.alloc(31).toString("base64")}\n`],
    ["no last line break", `a\n1\n${root}`],
    ["an empty line behind it", `a\n1\n${root}\n\n`],
  ])("%s", (_, text) => expect(readCheckpoint(text)).toBeUndefined());
});

test("an origin that is more than a line is refused, not written", () => {
  const root = new Uint8Array(32);
  expect(() => checkpointText({ origin: "evil\n999", size: 1, root })).toThrow(RangeError);
  expect(() =>
    noteText({ text: "a\n", signatures: [{ name: "a b", keyId: "00000000", signature: root }] }),
  ).toThrow(RangeError);
});

test("whatever is read is never thrown at, and reads the same when it is written again", () => {
  const piece = fc.constantFrom("\n", "— ", "a", " ", "+", "AAAAAAA=", "1", "é", "\u2028");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const note = readNote(text);
      if (note) expect(readNote(noteText(note))).toEqual(note);
      readSignatureLines(text);
      readCheckpoint(text);
      readVerifierKey(text, sha256);
    }),
  );
});
