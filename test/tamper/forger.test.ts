import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkpointText } from "../../core/ledger/checkpoint.ts";
import { chainLine, genesis, type LineBody, readLine, seal } from "../../core/ledger/line.ts";
import { treeRoot } from "../../core/ledger/merkle.ts";
import { noteText, verifierKeyText } from "../../core/ledger/note.ts";
import { sha256, signerWith } from "../../server/signing.ts";
import { signHead } from "../../server/store/checkpoints.ts";
import type { Queryable } from "../../server/store/database.ts";
import { bytesDigestOf, digestOf } from "../../server/store/digests.ts";
import { growTree, hexOf, overTree } from "../../server/store/tree.ts";
import { newStory, type Story } from "./behind.ts";

const digest = digestOf("sha256");
const bytesDigest = bytesDigestOf("sha256");
const described = "judgementReason";
let story: Story;
beforeAll(async () => {
  story = await newStory();
});
afterAll(() => story.release());

/**
 * Rewrites what somebody stated as a reason long ago, and all that hangs on it: the sealed value, the line's commitment, every hash of
 * the chain after it, the entry, the leaves and the whole tree. All that the database alone can tell fits together again.
 */
async function forge(tx: Queryable): Promise<void> {
  const { rows: values } = await tx.query<{ entry: string; version: number; salt: string }>(
    "select entry, version, salt from value where field = $1 order by entry, version limit 1",
    [described],
  );
  const [value] = values;
  if (value === undefined) throw new Error("Nobody gave a reason");
  const { entry, version, salt } = value;
  const told = "从未判定";
  await tx.query(
    `update value set value = to_jsonb($4::text) where entry = $1 and version = $2 and field = $3`,
    [entry, version, described, told],
  );
  const commitment = seal(told, salt, digest);
  const { rows } = await tx.query<{ text: string }>(
    "select text from ledger where entry = $1 order by version",
    [entry],
  );
  let prev = genesis;
  for (const { text } of rows) {
    const { body } = readLine(text);
    const forged: LineBody =
      body.version === version
        ? { ...body, changes: { ...body.changes, [described]: { commitment } } }
        : body;
    const line = chainLine(forged, prev, digest);
    await tx.query(
      "update ledger set text = $3, prev_hash = $4, hash = $5 where entry = $1 and version = $2",
      [entry, body.version, line.text, line.prev, line.hash],
    );
    prev = line.hash;
  }
  await tx.query(
    `update entry_hazard set head = $2, data = data || jsonb_build_object($3::text, $4::text) where id = $1`,
    [entry, prev, described, told],
  );
  await rebuildTree(tx);
}

async function rebuildTree(tx: Queryable): Promise<void> {
  await tx.query(
    "update leaf f set hash = l.hash from ledger l where l.entry = f.entry and l.version = f.version",
  );
  await tx.query("delete from tree_node");
  const { rows } = await tx.query<{ hash: string }>("select hash from leaf order by position");
  await growTree(
    tx,
    0,
    rows.map(({ hash }) => hash),
    bytesDigest,
  );
}

/** Puts the roots of the forged tree into all checkpoints, with the signatures that they had, and returns their sizes. */
async function reroot(tx: Queryable, sign?: (text: string) => string): Promise<void> {
  const { rows } = await tx.query<{ size: number; note: string }>("select size, note from checkpoint");
  for (const { size, note } of rows) {
    const root = await overTree(tx, bytesDigest, (nodeAt, hash) => treeRoot(size, nodeAt, hash));
    const text = checkpointText({ origin: story.world.services.signer.key.name, size, root });
    const signature = note.slice(note.indexOf("\n\n") + 2);
    const forged = sign ? sign(text) : `${text}\n${signature}`;
    await tx.query("update checkpoint set root = $2, note = $3 where size = $1", [size, hexOf(root), forged]);
  }
}

const stranger = () => signerWith(story.world.services.signer.key.name, "ed25519", "11".repeat(32));
const signedByStranger = (text: string) => noteText({ text, signatures: [stranger().sign(text, 0)] });

const codesOf = (faults: readonly { fault: string }[]) =>
  [...new Set(faults.map(({ fault }) => fault))].sort();

describe("a forger who makes everything in the database fit again", () => {
  const alone = () => ({ ...story.options, outside: [], keys: undefined, ownKey: undefined });

  test("but the checkpoints, is found by them", async () => {
    expect(codesOf(await story.after(forge, alone()))).toEqual(["past-rewritten"]);
  });

  test("with the checkpoints' roots, and no key, is found by their signatures", async () => {
    const faults = await story.after(async (tx) => {
      await forge(tx);
      await reroot(tx);
    }, alone());
    expect(codesOf(faults)).toEqual(["checkpoint-signature-broken"]);
  });

  test("with checkpoints that a key of theirs signed, is found by the keys that somebody vouches for", async () => {
    const faults = await story.after(
      async (tx) => {
        await forge(tx);
        await reroot(tx, signedByStranger);
        await tx.query("insert into verifier_key (key, at) values ($1, now())", [
          verifierKeyText(stranger().key, sha256),
        ]);
      },
      { ...story.options, outside: [] },
    );
    expect(codesOf(faults)).toEqual(["checkpoint-not-signed", "key-unknown"]);
  });

  test("and leaves no checkpoint at all, is found by one that was kept outside", async () => {
    const faults = await story.after(
      async (tx) => {
        await forge(tx);
        await tx.query("delete from checkpoint");
      },
      { ...story.options, keys: undefined, ownKey: undefined },
    );
    expect(codesOf(faults)).toEqual(["checkpoint-missing", "past-rewritten"]);
    expect(faults.find(({ fault }) => fault === "past-rewritten")?.what).toMatch(
      /^witness: \d+ [0-9a-f]{64}$/,
    );
  });

  test("and signs nothing more by the installation's own key: it refuses to", async () => {
    const { signer } = story.world.services;
    await expect(
      story.after(async (tx) => {
        await forge(tx);
        await tx.query("delete from checkpoint");
        await signHead(tx, signer, bytesDigest, new Date(), story.note);
      }),
    ).rejects.toThrow("no longer begins with");
  });

  // Said in docs/verification.md: until a checkpoint covers a line, nothing outside the database knows of it.
  test("after the last checkpoint is not found before the next one", async () => {
    const faults = await story.after(
      async (tx) => {
        await tx.query("delete from checkpoint");
        await forge(tx);
      },
      { ...story.options, outside: [] },
    );
    expect(codesOf(faults)).toEqual([]);
  });
});

describe("an older state of the database put back", () => {
  // What an older backup holds: every line up to some position, and nothing that came after it. It is cut where no entry was half way.
  const older = async (tx: Queryable) => {
    await tx.query(`create temp table late on commit drop as
      select entry from leaf where position >= (
        select min(cut) from generate_series(20, (select max(position) from leaf)) cut where not exists (
          select from leaf before join leaf later using (entry) where before.position < cut and later.position >= cut))
      union select entry from unsequenced`);
    expect(
      (await tx.query("select from leaf where entry in (select entry from late)")).rowCount,
    ).toBeGreaterThan(0);
    for (const table of ["ledger", "audit", "value", "party", "leaf", "unsequenced"])
      await tx.query(`delete from ${table} where entry in (select entry from late)`);
    await tx.query("delete from entry_hazard where id in (select entry from late)");
    await tx.query("delete from checkpoint where size > (select count(*) from leaf)");
  };

  test("is told from a rewritten one by a checkpoint that was kept outside", async () => {
    const codes = codesOf(await story.after(older));
    expect(codes).toContain("older-than-checkpoint");
  });

  test("is signed by nobody who remembers what was signed", async () => {
    const { signer } = story.world.services;
    await expect(
      story.after(async (tx) => {
        await older(tx);
        await signHead(tx, signer, bytesDigest, new Date(), story.note);
      }),
    ).rejects.toThrow("no longer begins with");
  });

  test("may be gone on with after a deliberate restore, which forgets what came later", async () => {
    const { remembered } = story.world.services;
    expect(await remembered.read()).toBe(story.note);
    await remembered.keep("");
    expect(await remembered.read()).toBe(story.note);
    await remembered.replace(undefined);
    expect(await remembered.read()).toBeUndefined();
    await remembered.keep(story.note);
    expect(await remembered.read()).toBe(story.note);
  });
});
