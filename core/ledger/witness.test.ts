import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSignature, sha256, signerWith } from "../../server/signing.ts";
import { bytesDigestOf } from "../../server/store/digests.ts";
import { aLog } from "../../test/support/a-log.ts";
import {
  judgeSubmission,
  originOf,
  readSubmission,
  type Submission,
  submissionText,
  type WitnessedLog,
  witnessesAmong,
} from "./witness.ts";

const checks = { sha256, checkSignature, digestOf: bytesDigestOf };
const origin = "zhiben.example/log";

const log = aLog();
const stranger = aLog("ed25519", "22".repeat(32));
const submitted = log.submit(5, 9);
const resultOf = (submission: Submission, known: WitnessedLog | undefined) => {
  const judged = judgeSubmission(submission, known, checks);
  return "refusal" in judged ? judged : "cosigns";
};

test.each<readonly [story: string, submission: Submission, known: WitnessedLog | undefined, gives: unknown]>([
  ["the tree that it saw, grown", submitted, log.seenAt(5), "cosigns"],
  ["a first tree", log.submit(0, 9), log.seenAt(0), "cosigns"],
  ["the same tree again", log.submit(9, 9), log.seenAt(9), "cosigns"],
  ["a tree of SM3 signed by SM2", aLog("sm2").submit(5, 9), aLog("sm2").seenAt(5), "cosigns"],
  ["what is no checkpoint", { ...submitted, note: "a\n\n— a AAAAAAA=\n" }, log.seenAt(5), "malformed"],
  ["what is no note", { ...submitted, note: "" }, log.seenAt(5), "malformed"],
  ["a log that it does not know", submitted, undefined, "unknown-log"],
  ["another log's tree", log.submit(5, 9, { name: "else.example/log" }), log.seenAt(5), "unknown-log"],
  ["a tree that a stranger signed", stranger.submit(5, 9), log.seenAt(5), "not-signed-by-log"],
  [
    "a size that the log did not sign",
    { ...submitted, note: submitted.note.replace("\n9\n", "\n8\n") },
    log.seenAt(5),
    "not-signed-by-log",
  ],
  ["a proof from beyond the tree", log.submit(10, 9), log.seenAt(5), "malformed"],
  ["a proof from before what it saw", log.submit(3, 9), log.seenAt(5), { refusal: "other-size", size: 5 }],
  ["a proof from beyond what it saw", log.submit(6, 9), log.seenAt(5), { refusal: "other-size", size: 5 }],
  ["a smaller tree than it saw", log.submit(3, 3), log.seenAt(5), { refusal: "other-size", size: 5 }],
  ["another tree of the size it saw", log.submit(9, 9, { fork: 4 }), log.seenAt(9), "other-root"],
  ["a tree with another past", log.submit(5, 9, { fork: 4 }), log.seenAt(5), "inconsistent"],
  ["a proof cut short", { ...submitted, path: submitted.path.slice(1) }, log.seenAt(5), "inconsistent"],
  ["a proof of nothing", { ...log.submit(0, 9), path: submitted.path }, log.seenAt(0), "inconsistent"],
])("a witness is asked to cosign %s", (_, submission, known, gives) => {
  const expected = typeof gives === "string" && gives !== "cosigns" ? { refusal: gives } : gives;
  expect(resultOf(submission, known)).toEqual(expected);
});

test("whatever is submitted in whatever order, one size is cosigned with one root, and no smaller tree after a larger", () => {
  const size = fc.nat(20);
  // What a witness is asked for, honest or not: each submission names where it says the witness stands.
  const attempt = fc.record({ from: fc.option(size), size, fork: fc.constantFrom(40, 1, 7, 16) });
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 1, maxLength: 25 }), (attempts) => {
      let known = log.seenAt(0);
      const cosigned: { readonly size: number; readonly root: string }[] = [];
      for (const { from, size, fork } of attempts) {
        // Most attempts start where the witness stands, or none would get past that check.
        const submission = log.submit(from ?? known.cosigned?.size ?? 0, size, { fork });
        const judged = judgeSubmission(submission, known, checks);
        if ("refusal" in judged) continue;
        const { checkpoint } = judged;
        known = { ...known, cosigned: checkpoint };
        cosigned.push({ size: checkpoint.size, root: Buffer.from(checkpoint.root).toString("hex") });
      }
      const sizes = cosigned.map((one) => one.size);
      expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
      for (const one of cosigned)
        expect(cosigned.find((other) => other.size === one.size)?.root).toBe(one.root);
      // All that was cosigned lies on one history: that of its last tree.
      const forks = [40, 1, 7, 16].filter((fork) =>
        cosigned.every((one) => Buffer.from(log.root(one.size, fork)).toString("hex") === one.root),
      );
      expect(forks).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

describe("a submission travels as text", () => {
  test.each([
    ["with a proof", submitted],
    ["without one", log.submit(0, 9)],
    ["of an SM2 log", aLog("sm2").submit(4, 7)],
  ])("%s, and is read again", (_, submission) => {
    const read = readSubmission(submissionText(submission));
    expect(read).toEqual({ ...submission, path: submission.path.map((hash) => Uint8Array.from(hash)) });
    expect(originOf(submission)).toBe(origin);
  });

  // The example of C2SP tlog-witness.
  test("as it is published", () => {
    const read = readSubmission(`old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
`);
    expect(read).toMatchObject({ oldSize: 20_852_014, path: { length: 4 } });
    expect(read && originOf(read)).toBe("example.com/behind-the-sofa");
  });

  const hash = Buffer.alloc(32).toString("base64");
  test.each([
    ["nothing", ""],
    ["a checkpoint alone", submitted.note],
    ["no empty line", `old 0\n${hash}\n`],
    ["a size with a leading nought", `old 01\n\n${submitted.note}`],
    ["a size below nought", `old -1\n\n${submitted.note}`],
    ["a size beyond what numbers hold", `old 9999999999999999\n\n${submitted.note}`],
    ["a size in other digits", `old ９\n\n${submitted.note}`],
    ["a second blank", `old  5\n\n${submitted.note}`],
    ["carriage returns", submissionText(submitted).replaceAll("\n", "\r\n")],
    ["a hash of another length", `old 5\n${Buffer.alloc(31).toString("base64")}\n\n${submitted.note}`],
    ["a hash without its padding", `old 5\n${hash.slice(0, -1)}\n\n${submitted.note}`],
    ["64 hashes", `old 5\n${`${hash}\n`.repeat(64)}\n${submitted.note}`],
  ])("but not %s", (_, text) => {
    expect(readSubmission(text)).toBeUndefined();
  });

  test("and whatever comes is never thrown at", () => {
    const piece = fc.constantFrom("\n", "\n\n", "old ", "0", "5", hash, submitted.note, "— ", "é", "\0");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = readSubmission(pieces.join(""));
        if (read) resultOf(read, log.seenAt(5));
      }),
    );
  });
});

describe("witnesses are counted", () => {
  const one = signerWith("one", "ed25519-cosignature", "33".repeat(32)).key;
  const other = signerWith("other", "sm2-cosignature", "33".repeat(32)).key;
  test.each([
    [
      "each one",
      [
        { key: one, seconds: 1 },
        { key: other, seconds: 1 },
      ],
      2,
    ],
    ["none that is not asked for", [{ key: log.key, seconds: 1 }], 0],
    ["none that signed as a log does, without a time", [{ key: one }], 0],
    [
      "a key once, under two names as well",
      [
        { key: one, seconds: 1 },
        { key: one, seconds: 2 },
        { key: { ...one, name: "again" }, seconds: 1 },
      ],
      1,
    ],
  ])("%s", (_, signers, count) => {
    expect(witnessesAmong(signers, [one, other, { ...one, name: "again" }])).toHaveLength(count);
  });
});
