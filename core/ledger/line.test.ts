import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, type Json } from "./canonical.ts";
import {
  chainLine,
  type Digest,
  genesis,
  type Line,
  type LineBody,
  lineText,
  MalformedLine,
  readLine,
  verifyChain,
  verifyColumns,
} from "./line.ts";

const digestOf =
  (algorithm: string): Digest =>
  (text) =>
    createHash(algorithm).update(text, "utf8").digest("hex");
const sha256 = digestOf("sha256");

function aBody(own: Partial<LineBody> = {}): LineBody {
  return {
    entry: "0192f0c1-0000-7000-8000-000000000001",
    version: 1,
    register: "hazard",
    act: "report",
    state: "found",
    actor: "0192f0c1-0000-7000-8000-00000000000a",
    role: "inspector",
    organisation: "0192f0c1-0000-7000-8000-00000000000b",
    at: "2026-11-24T01:02:03.456Z",
    day: "2026-11-24",
    changes: { title: "尾矿库浸润线埋深不足", points: 3 },
    ...own,
  };
}

function chain(bodies: readonly LineBody[], digest = sha256): readonly Line[] {
  let prev = genesis;
  return bodies.map((body) => {
    const line = chainLine(body, prev, digest);
    prev = line.hash;
    return line;
  });
}

const anyText = fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.isWellFormed());
const anyCommitment = anyText.map((text) => ({ commitment: sha256(text) }));
const anyBody: fc.Arbitrary<LineBody> = fc.record(
  {
    entry: fc.constant("entry"),
    version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    register: anyText,
    act: anyText,
    state: anyText,
    actor: anyText,
    role: anyText,
    organisation: anyText,
    at: fc
      .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((at) => at.toISOString()),
    day: fc.constantFrom("2026-11-24", "2024-02-29"),
    daySource: anyText,
    changes: fc.dictionary(
      fc.string(),
      fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value))),
      { noNullPrototype: true },
    ),
    reason: anyCommitment,
  },
  {
    requiredKeys: [
      "entry",
      "version",
      "register",
      "act",
      "state",
      "actor",
      "role",
      "organisation",
      "at",
      "day",
      "changes",
    ],
  },
);
const anyChain = fc
  .array(anyBody, { minLength: 1, maxLength: 8 })
  .map((bodies) => chain(bodies.map((body, at) => ({ ...body, version: at + 1 }))));

describe("a line", () => {
  test("is the canonical text of its body and of the hash before it, and is hashed with it", () => {
    const line = chainLine(aBody({ reason: { commitment: genesis } }), genesis, sha256);
    expect(line.text).toBe(
      `{"act":"report","actor":"0192f0c1-0000-7000-8000-00000000000a","at":"2026-11-24T01:02:03.456Z",` +
        `"changes":{"points":3,"title":"尾矿库浸润线埋深不足"},"day":"2026-11-24",` +
        `"entry":"0192f0c1-0000-7000-8000-000000000001","organisation":"0192f0c1-0000-7000-8000-00000000000b",` +
        `"prev":"${genesis}","reason":{"commitment":"${genesis}"},"register":"hazard","role":"inspector",` +
        `"state":"found","version":1}`,
    );
    expect(line.hash).toBe(sha256(line.text));
    expect(line.prev).toBe(genesis);
  });

  test("reads back as it was written", () => {
    fc.assert(
      fc.property(anyBody, anyText, (body, before) => {
        const text = lineText(body, sha256(before));
        expect(readLine(text)).toEqual({ body, prev: sha256(before) });
        expect(lineText(readLine(text).body, sha256(before))).toBe(text);
      }),
    );
  });

  test("leaves out what is undefined", () => {
    expect(lineText(aBody({ daySource: undefined, reason: undefined }), genesis)).toBe(
      lineText(aBody(), genesis),
    );
  });

  test("may be hashed with SM3, and is then no line of an installation that hashes with SHA-256", () => {
    const [line] = chain([aBody()], digestOf("sm3"));
    expect(line && verifyChain([line], digestOf("sm3"))).toBeUndefined();
    expect(line && verifyChain([line], sha256)).toEqual({ version: 1, fault: "hash-differs" });
  });
});

describe("no line is read or written", () => {
  const members: Readonly<Record<string, Json>> = JSON.parse(lineText(aBody(), genesis));
  const commitment = { commitment: genesis };

  test.each(Object.keys(members))("without its %s", (missing) => {
    const kept = Object.entries(members).filter(([name]) => name !== missing);
    expect(() => readLine(canonical(Object.fromEntries(kept)))).toThrow(MalformedLine);
  });

  test.each<[string, Record<string, Json>]>([
    ["an unknown member", { note: "x" }],
    ["an empty entry", { entry: "" }],
    ["a number for an act", { act: 7 }],
    ["a version 0", { version: 0 }],
    ["half a version", { version: 1.5 }],
    ["a version in text", { version: "1" }],
    ["a local time", { at: "2026-11-24T09:02:03.456+08:00" }],
    ["a time that never is", { at: "2026-13-24T01:02:03.456Z" }],
    ["a day that never is", { day: "2026-02-30" }],
    ["an empty source of the day", { daySource: "" }],
    ["no source of the day in words", { daySource: null }],
    ["a list of changes", { changes: [] }],
    ["no changes", { changes: null }],
    ["a reason in clear", { reason: "because" }],
    ["a reason with more than its commitment", { reason: { ...commitment, text: "because" } }],
    ["a commitment that is no hash", { reason: { commitment: "abc" } }],
    ["a hash before in capitals", { prev: "A".repeat(64) }],
    ["a short hash before", { prev: "0".repeat(63) }],
  ])("with %s", (_, own) => {
    expect(() => readLine(canonical({ ...members, ...own }))).toThrow(MalformedLine);
  });

  test.each(["", "[]", "null", '"line"', "{", "{}"])("of %j", (text) => {
    expect(() => readLine(text)).toThrow(MalformedLine);
  });

  test.each<[string, Partial<LineBody>]>([
    ["a local time", { at: "2026-11-24 09:02:03" }],
    ["a day that never is", { day: "2026-02-30" }],
    ["a version 0", { version: 0 }],
    ["an empty actor", { actor: "" }],
  ])("that could not be read again: %s", (_, own) => {
    expect(() => chainLine(aBody(own), genesis, sha256)).toThrow(MalformedLine);
  });

  test("after something that is no hash", () => {
    expect(() => chainLine(aBody(), "", sha256)).toThrow(MalformedLine);
  });
});

describe("in a chain", () => {
  const lines = chain([1, 2, 3, 4].map((version) => aBody({ version, changes: { points: version } })));
  const at = (index: number): Line => lines[index] ?? chainLine(aBody(), genesis, sha256);
  const rewritten = (index: number, own: Partial<LineBody>): Line =>
    chainLine({ ...at(index).body, ...own }, at(index).prev, sha256);

  test("that was left alone, nothing is found", () => {
    expect(verifyChain(lines, sha256)).toBeUndefined();
    expect(verifyChain([], sha256)).toBeUndefined();
  });

  test.each<{
    story: string;
    lines: readonly { text: string; hash: string }[];
    version: number;
    fault: string;
  }>([
    {
      story: "a changed text",
      lines: lines.with(1, { ...at(1), text: at(1).text.replace("2026-11-24T", "2026-11-23T") }),
      version: 2,
      fault: "hash-differs",
    },
    {
      story: "a changed hash",
      lines: lines.with(1, { ...at(1), hash: genesis }),
      version: 2,
      fault: "hash-differs",
    },
    {
      story: "a line written anew",
      lines: lines.with(1, rewritten(1, { changes: { points: 9 } })),
      version: 3,
      fault: "previous-hash-differs",
    },
    { story: "a first line gone", lines: lines.slice(1), version: 1, fault: "version-gap" },
    { story: "a line gone", lines: lines.toSpliced(2, 1), version: 3, fault: "version-gap" },
    { story: "a line twice", lines: lines.toSpliced(1, 0, at(0)), version: 2, fault: "version-gap" },
    {
      story: "two lines in each other's place",
      lines: [at(0), at(2), at(1), at(3)],
      version: 2,
      fault: "version-gap",
    },
    {
      story: "a first line after something",
      lines: [chainLine(aBody(), sha256("before"), sha256)],
      version: 1,
      fault: "previous-hash-differs",
    },
    {
      story: "a line of another entry",
      lines: lines.with(3, rewritten(3, { entry: "another" })),
      version: 4,
      fault: "other-entry",
    },
    {
      story: "a text with blanks",
      lines: [{ text: ` ${at(0).text}`, hash: sha256(` ${at(0).text}`) }],
      version: 1,
      fault: "text-not-canonical",
    },
    {
      story: "a member twice",
      lines: [at(0).text.replace("{", '{"act":"close",')].map((text) => ({ text, hash: sha256(text) })),
      version: 1,
      fault: "text-not-canonical",
    },
    {
      story: "a member more",
      lines: [at(0).text.replace(/\}$/, ',"z":1}')].map((text) => ({ text, hash: sha256(text) })),
      version: 1,
      fault: "text-malformed",
    },
    {
      story: "no JSON",
      lines: [{ text: "gone", hash: sha256("gone") }],
      version: 1,
      fault: "text-malformed",
    },
  ])("$story is found: $fault at version $version", ({ lines: tampered, version, fault }) => {
    expect(verifyChain(tampered, sha256)).toEqual({ version, fault });
  });

  test("any line changed, taken out, put in or moved is found", () => {
    const place = fc.nat({ max: 7 });
    fc.assert(
      fc.property(anyChain, place, place, anyBody, (sound, one, other, body) => {
        expect(verifyChain(sound, sha256)).toBeUndefined();
        const from = one % sound.length;
        const to = other % sound.length;
        const line = sound[from];
        const foreign = chainLine({ ...body, version: from + 1 }, line?.prev ?? genesis, sha256);
        if (line === undefined) return;
        const isLast = from === sound.length - 1;
        const tampered = [
          // The end of a chain may be cut or written anew unseen; a checkpoint must show that.
          ...(isLast ? [] : [sound.toSpliced(from, 1)]),
          ...(isLast || foreign.hash === line.hash ? [] : [sound.with(from, foreign)]),
          ...(isLast && foreign.hash !== line.hash
            ? [sound.with(from, { ...foreign, hash: line.hash })]
            : []),
          sound.toSpliced(from, 0, line),
          ...(isLast ? [] : [sound.toSpliced(from, 0, foreign)]),
          ...(from === to ? [] : [sound.toSpliced(from, 1).toSpliced(to, 0, line)]),
        ];
        for (const lines of tampered) expect(verifyChain(lines, sha256)).toBeDefined();
      }),
    );
  });

  test("any one character changed in any text is found", () => {
    fc.assert(
      fc.property(
        anyChain,
        fc.nat(),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (sound, line, place, put) => {
          const index = line % sound.length;
          const { text, hash } = sound[index] ?? { text: "", hash: "" };
          const cut = place % text.length;
          const changed = text.slice(0, cut) + put + text.slice(cut + 1);
          fc.pre(changed !== text);
          const fault = verifyChain(
            sound.with(index, { body: aBody(), prev: genesis, text: changed, hash }),
            sha256,
          );
          expect(fault).toEqual({ version: index + 1, fault: "hash-differs" });
        },
      ),
    );
  });

  test("lines cut off at the end are not found: checkpoints must show it", () => {
    expect(verifyChain(lines.slice(0, -1), sha256)).toBeUndefined();
  });
});

describe("columns beside the text", () => {
  const line = chainLine(aBody(), genesis, sha256);
  const { entry, version, register, act, actor, at, day } = line.body;
  const columns = { entry, version, register, act, actor, at, day, prev: genesis };

  test("that say the same are believed, in whatever zone the instant is written", () => {
    const there = { ...columns, at: "2026-11-24T09:02:03.456+08:00" };
    expect(
      verifyColumns([
        { text: line.text, columns },
        { text: line.text, columns: there },
      ]),
    ).toBeUndefined();
  });

  test.each([
    { entry: "another" },
    { version: 2 },
    { register: "enterprise" },
    { act: "close" },
    { actor: "another" },
    { at: "2026-11-24T01:02:03.457Z" },
    { at: "never" },
    { day: "2026-11-23" },
    { prev: sha256("another") },
  ])("that say otherwise are found: %j", (own) => {
    const lines = [
      { text: line.text, columns },
      { text: line.text, columns: { ...columns, ...own } },
    ];
    expect(verifyColumns(lines)).toEqual({ version: 2, fault: "columns-differ" });
  });

  test("beside a text that is no line are not believed", () => {
    expect(verifyColumns([{ text: "gone", columns }])).toEqual({ version: 1, fault: "text-malformed" });
  });
});
