import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import fc from "fast-check";
import tar from "tar-stream";
import { beforeAll, describe, expect, test } from "vitest";
import { checkArchive } from "../../server/backup/archive-reader.ts";
import { readHeader } from "../../server/backup/restore.ts";
import { sealBytes, sealOf } from "../../server/backup/seal.ts";
import { openKeys, sealKeys } from "../../server/backup/sealed-keys.ts";
import { StartProblem } from "../../server/store/start-problem.ts";
import { backUp, type EmptyPlace, newFolder, newPlace, restoreInto } from "../support/backups.ts";
import { png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let whole: Buffer;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("closed");
  mustDo(await upload(world.as("su"), "现场.png", png("现场")));
});

async function archiveBytes(): Promise<Buffer> {
  whole ??= await readFile((await backUp(world)).file);
  return whole;
}

async function fileOf(bytes: Buffer): Promise<string> {
  const file = join(await newFolder(), "altered.zhiben");
  await writeFile(file, bytes);
  return file;
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof StartProblem ? error.code : `thrown ${error}`),
  );

const refusals = ["archive-foreign", "archive-incomplete", "archive-altered"];

describe("before a byte is unpacked, an archive is refused", () => {
  test("cut off anywhere", async () => {
    const bytes = await archiveBytes();
    const file = await fileOf(bytes);
    expect(await codeOf(checkArchive(file))).toBe("accepted");
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await writeFile(file, bytes.subarray(0, length));
        expect(refusals).toContain(await codeOf(checkArchive(file)));
      }),
      {
        numRuns: 150,
        examples: [[0], [3], [4], [sealBytes], [bytes.length - sealBytes], [bytes.length - 1]],
      },
    );
  });

  test("with a bit flipped anywhere", async () => {
    const bytes = await archiveBytes();
    const file = await fileOf(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
        const altered = Buffer.from(bytes);
        altered.writeUInt8(altered.readUInt8(at) ^ (1 << bit), at);
        await writeFile(file, altered);
        expect(refusals).toContain(await codeOf(checkArchive(file)));
      }),
      {
        numRuns: 150,
        examples: [
          [0, 0],
          [bytes.length - 1, 0],
          [bytes.length - sealBytes, 0],
        ],
      },
    );
  });

  test("with something added, be it a whole frame or the archive once more", async () => {
    const bytes = await archiveBytes();
    for (const added of [Buffer.from([0]), zstdCompressSync("more"), bytes])
      expect(await codeOf(checkArchive(await fileOf(Buffer.concat([bytes, added]))))).not.toBe("accepted");
  });

  test("that is something else, empty, a folder, or not there", async () => {
    const folder = await newFolder();
    expect(await codeOf(checkArchive(await fileOf(Buffer.from("PK\u0003\u0004 a zip"))))).toBe(
      "archive-foreign",
    );
    expect(await codeOf(checkArchive(await fileOf(Buffer.alloc(0))))).toBe("archive-foreign");
    expect(await codeOf(checkArchive(await fileOf(zstdCompressSync("治本"))))).toBe("archive-incomplete");
    expect(await codeOf(checkArchive(folder))).toBe("archive-unreadable");
    expect(await codeOf(checkArchive(join(folder, "absent")))).toBe("archive-unreadable");
  });
});

interface TarPart {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type?: "symlink" | "file";
}

async function unpack(bytes: Buffer): Promise<TarPart[]> {
  const extract = tar.extract();
  extract.end(zstdDecompressSync(bytes));
  const parts: TarPart[] = [];
  for await (const part of extract) {
    const chunks: Buffer[] = [];
    for await (const chunk of part) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    parts.push({ name: part.header.name, bytes: Buffer.concat(chunks) });
  }
  return parts;
}

/** An archive that somebody made on purpose: whole, sealed, and not as a backup writes it. */
async function crafted(parts: readonly TarPart[]): Promise<string> {
  const pack = tar.pack();
  for (const { name, bytes, type = "file" } of parts)
    if (type === "file") pack.entry({ name }, bytes);
    else pack.entry({ name, type, linkname: "/etc/passwd" });
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const packed = zstdCompressSync(Buffer.concat(chunks));
  return fileOf(Buffer.concat([packed, sealOf(createHash("sha256").update(packed).digest())]));
}

const edited = (name: string, edit: (text: string) => string) => (parts: TarPart[]) =>
  parts.map((part) =>
    part.name === name ? { ...part, bytes: Buffer.from(edit(part.bytes.toString())) } : part,
  );

const ahead =
  (name: string, ...added: TarPart[]) =>
  (parts: TarPart[]) =>
    parts.flatMap((part) => (part.name === name ? [...added, part] : [part]));

const aRow = Buffer.from("a row\n");

describe("a crafted archive is refused, and nothing of it stays:", () => {
  let place: EmptyPlace | undefined;
  test.each<{ story: string; gives: string; craft: (parts: TarPart[]) => TarPart[] }>([
    {
      story: "a path that leads out of the place",
      gives: "archive-malformed",
      craft: ahead("manifest.json", { name: "../../escaped", bytes: aRow }),
    },
    {
      story: "an attachment under a path",
      gives: "archive-malformed",
      craft: ahead("manifest.json", { name: "files/../../../escaped", bytes: aRow }),
    },
    {
      story: "a link in the place of a file",
      gives: "archive-malformed",
      craft: ahead("manifest.json", { name: "files/link", bytes: aRow, type: "symlink" }),
    },
    {
      story: "an attachment that is not what it is named by",
      gives: "archive-malformed",
      craft: ahead("manifest.json", { name: `files/${"f".repeat(64)}`, bytes: aRow }),
    },
    {
      story: "a table that the schema has not",
      gives: "archive-malformed",
      craft: edited("zhiben.json", (text) => text.replace('"name":"cell"', '"name":"pg_authid"')),
    },
    {
      story: "a column that the table has not",
      gives: "archive-malformed",
      craft: edited("zhiben.json", (text) => text.replace('"known_day"', '"x"')),
    },
    {
      story: "a statement in the bound of a partition",
      gives: "archive-malformed",
      craft: edited("zhiben.json", (text) =>
        text.replace('"partitions":[]', '"partitions":[{"name":"p","bound":"DEFAULT; drop table entry"}]'),
      ),
    },
    {
      story: "rows that are none",
      gives: "archive-malformed",
      craft: edited("tables/person/00000001", (text) => text.replace("\t", "")),
    },
    {
      story: "a changed row",
      gives: "archive-malformed",
      craft: edited("tables/person/00000001", (text) => text.replace(/测试/g, "别人")),
    },
    {
      story: "a part of a table left out",
      gives: "archive-malformed",
      craft: (parts) => parts.filter(({ name }) => !name.startsWith("tables/value/")),
    },
    {
      story: "an attachment left out",
      gives: "archive-malformed",
      craft: (parts) => parts.filter(({ name }) => !name.startsWith("files/")),
    },
    {
      story: "no end",
      gives: "archive-malformed",
      craft: (parts) => parts.filter(({ name }) => name !== "manifest.json"),
    },
    {
      story: "something after the end",
      gives: "archive-malformed",
      craft: (parts) => [...parts, { name: "more", bytes: aRow }],
    },
    {
      story: "a format of the future",
      gives: "archive-newer",
      craft: edited("zhiben.json", (text) => text.replace('"formatVersion":1', '"formatVersion":2,"more":1')),
    },
    {
      story: "a schema of the future",
      gives: "archive-newer",
      craft: edited("zhiben.json", (text) => text.replace(/"version":\d+/, '"version":999')),
    },
    {
      story: "another schema under the same number",
      gives: "archive-schema-differs",
      craft: edited("zhiben.json", (text) =>
        text.replace(/"hash":"(\w)/, (_, first) => `"hash":"${first === "f" ? "0" : "f"}`),
      ),
    },
    {
      story: "something that is not ours",
      gives: "archive-foreign",
      craft: (parts) => parts.slice(1),
    },
  ])("$story", async ({ gives, craft }) => {
    const parts = await unpack(await archiveBytes());
    const altered = craft(parts);
    expect(altered).not.toEqual(parts);
    // One place for all: whatever one of them left, the next would be refused for.
    place ??= await newPlace();
    expect(await codeOf(restoreInto(place, await crafted(altered)))).toBe(gives);
    const { rows } = await place.owner.query("select tablename from pg_tables where schemaname = 'public'");
    expect(rows).toEqual([]);
    expect(await readdir(place.dataDir)).toEqual(["files", "keys"]);
    expect(await readdir(join(place.dataDir, "files"))).toEqual([]);
    expect(existsSync(join(place.dataDir, "..", "escaped"))).toBe(false);
  });

  test("while the same parts packed anew are taken", async () => {
    const place = await newPlace();
    await restoreInto(place, await crafted(await unpack(await archiveBytes())));
    expect((await place.owner.query("select from ledger")).rowCount).toBeGreaterThan(10);
  });
});

describe("a place in which something stands is refused:", () => {
  test("a table, be it anybody's", async () => {
    const place = await newPlace();
    await place.owner.query("create table theirs (a int)");
    expect(await codeOf(restoreInto(place, await fileOf(await archiveBytes())))).toBe("place-not-empty");
    expect((await place.owner.query("select from theirs")).rowCount).toBe(0);
  });

  test("an installation", async () => {
    const { connection } = world;
    const place = { ...(await newPlace()), owner: world.owner, connection };
    const lines = await world.owner.query("select from ledger");
    expect(await codeOf(restoreInto(place, await fileOf(await archiveBytes())))).toBe("place-not-empty");
    expect((await world.owner.query("select from ledger")).rowCount).toBe(lines.rowCount);
  });

  test.each(["files", "keys"])("something among the %s", async (folder) => {
    const place = await newPlace();
    await mkdir(join(place.dataDir, folder, "ab"));
    expect(await codeOf(restoreInto(place, await fileOf(await archiveBytes())))).toBe("place-not-empty");
  });
});

describe("keys", () => {
  const keys = new Map([
    ["signing-key", Buffer.from([0, 1, 2, 255])],
    ["database-password", Buffer.from("kept apart")],
  ]);
  const passphrase = "正确的口令 correct horse";

  test("are not in a backup unless asked for, and then open with the passphrase alone, in their own archive alone", async () => {
    const without = await readHeader(await checkArchive(await fileOf(await archiveBytes())));
    expect(without.keys).toBeUndefined();
    const { file } = await backUp(world, { files: keys, passphrase });
    const { keys: sealed, installation, takenAt } = await readHeader(await checkArchive(file));
    if (sealed === undefined) throw new Error("No keys");
    const about = `${installation.id} ${takenAt}`;
    expect(await openKeys(sealed, passphrase, about)).toEqual(keys);
    expect(await openKeys(sealed, `${passphrase} `, about)).toBeUndefined();
    expect(await openKeys(sealed, passphrase, `${about} `)).toBeUndefined();
    const text = Buffer.from(sealed.text, "base64");
    text.writeUInt8(text.readUInt8(0) ^ 1, 0);
    expect(await openKeys({ ...sealed, text: text.toString("base64") }, passphrase, about)).toBeUndefined();
    expect(zstdDecompressSync(await readFile(file)).includes("kept apart")).toBe(false);
  });

  test("sealed twice look different", async () => {
    const [one, other] = [await sealKeys(keys, passphrase, "a"), await sealKeys(keys, passphrase, "a")];
    expect(one.text).not.toBe(other.text);
    expect(one.salt).not.toBe(other.salt);
  });

  test("get their place with the rest, and never in the place of one that is there", async () => {
    const place = await newPlace();
    await writeFile(join(place.dataDir, "keys", "database-password"), "own");
    await restoreInto(place, await fileOf(await archiveBytes()), keys);
    expect(await readFile(join(place.dataDir, "keys", "database-password"), "utf8")).toBe("own");
    expect(await readFile(join(place.dataDir, "keys", "signing-key"))).toEqual(keys.get("signing-key"));
  });
});
