import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { sha256, signerWith } from "../signing.ts";
import { noWitnesses, readWitnesses } from "./settings.ts";

const keyOf = (kind: "ed25519" | "ed25519-cosignature" | "sm2-cosignature", name = "province.example/w") =>
  verifierKeyText(signerWith(name, kind, "44".repeat(32)).key, sha256);
const key = keyOf("ed25519-cosignature");
const url = "https://province.example/api/witness";
const mail = { from: "a@example.org", to: ["b@example.org"] };

describe("the settings of witnesses", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-witnesses-"));
  afterAll(() => rm(folder, { recursive: true }));
  const file = join(folder, "witnesses.json");
  const read = async (settings: unknown, smtpUrl: string | undefined = undefined) => {
    await writeFile(file, typeof settings === "string" ? settings : JSON.stringify(settings));
    return readWitnesses(file, smtpUrl);
  };

  test("name nobody where there are none", async () => {
    expect(await readWitnesses(undefined, undefined)).toEqual(noWitnesses);
    expect(await read({})).toEqual(noWitnesses);
  });

  test("name witnesses by HTTP, by a folder beside the file, and by hand", async () => {
    const others = [
      keyOf("sm2-cosignature", "notary.example/w"),
      verifierKeyText(signerWith("c", "ed25519-cosignature", "55".repeat(32)).key, sha256),
    ];
    const settings = await read(
      {
        everyMinutes: 30,
        witnesses: [
          { name: "省厅", key, url },
          { name: "公证处", key: others[0], folder: "out" },
          { name: "园区", key: others[1] },
        ],
        mail,
      },
      "smtp://mail.example:25",
    );
    expect(settings).toMatchObject({
      everyMinutes: 30,
      witnesses: [
        { url, key: { name: "province.example/w" } },
        { folder: join(folder, "out") },
        { name: "园区" },
      ],
      mail: { ...mail, smtpUrl: "smtp://mail.example:25" },
    });
  });

  test.each<readonly [string, unknown, RegExp]>([
    ["no JSON", "{", /JSON/],
    ["a word that is none of theirs", { witness: [] }, /witness/],
    ["a key that is none", { witnesses: [{ name: "a", key: "b" }] }, /witnesses\.0\.key: 不是见证方公钥/],
    [
      "a log's key",
      { witnesses: [{ name: "a", key: keyOf("ed25519") }] },
      /witnesses\.0\.key: 不是见证方公钥/,
    ],
    [
      "an address of another kind",
      { witnesses: [{ name: "a", key, url: "ftp://a/b" }] },
      /witnesses\.0\.url/,
    ],
    ["two ways to one", { witnesses: [{ name: "a", key, url, folder: "b" }] }, /witnesses\.0: url 与 folder/],
    [
      "one key twice, though under two names",
      {
        witnesses: [
          { name: "a", key },
          { name: "b", key: keyOf("ed25519-cosignature", "other/w") },
        ],
      },
      /公钥重复/,
    ],
    ["an interval of nothing", { everyMinutes: 0 }, /everyMinutes/],
    ["mail without a mail server", { mail }, /SMTP_URL/],
    ["mail to nobody", { mail: { ...mail, to: [] } }, /mail\.to/],
  ])("are refused in words for %s", async (_, settings, says) => {
    const refused = read(settings);
    await expect(refused).rejects.toMatchObject({ code: "bad-witnesses" });
    await expect(refused).rejects.toThrow(says);
  });

  test("are refused where the file is missing", async () => {
    await expect(readWitnesses(join(folder, "no.json"), undefined)).rejects.toThrow(/no\.json.*ENOENT/);
  });
});
