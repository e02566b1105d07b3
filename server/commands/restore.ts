import { join } from "node:path";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { checkArchive } from "../backup/archive-reader.ts";
import type { Header } from "../backup/manifest.ts";
import { problem } from "../backup/problems.ts";
import { type Place, readHeader, restoreArchive } from "../backup/restore.ts";
import { type Keys, openKeys } from "../backup/sealed-keys.ts";
import { keysBelongTo } from "../backup/take.ts";
import { readMasterKeys } from "../secrets/master-keys.ts";
import { readSettings } from "../settings.ts";
import { sha256 } from "../signing.ts";
import { verifierKeys } from "../store/checkpoints.ts";
import { readDataKeys } from "../store/data-keys.ts";
import type { OutsideNote } from "../store/verify/verifying.ts";
import { type Command, readFlags, say } from "./command.ts";
import { openPlace } from "./installation.ts";
import { tellPassphrase } from "./passphrase.ts";
import { megabytes, progressLine } from "./progress.ts";
import { keyOf } from "./verify.ts";
import { readOutside, verifyPlace } from "./verify-installation.ts";

/** Restores a backup into an empty place, whole or not at all, and verifies what then stands there. */
export const restore: Command = {
  takes: "FILE [--without-keys] [--key KEY] [--checkpoint FILE]",
  words: {
    zh: "把备份恢复到空的位置并核验；KEY 为另行取得的公钥，只信任它而不信任备份自带的公钥",
    en: "restore a backup into an empty place, and verify it; by a public KEY that you were given another way, instead of those in the archive",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, flags, 1);
    const trusted = values.key?.map(keyOf);
    const outside = await Promise.all((values.checkpoint ?? []).map(readOutside));
    const [file] = positionals;
    if (file === undefined) throw problem("backup-file-missing");
    const progress = progressLine();
    const archive = await checkArchive(file, (bytes) => progress.show({ what: "check", bytes }));
    const header = await readHeader(archive);
    const keys = values["without-keys"] ? new Map() : await keysOf(header);
    const place = await openPlace(readSettings(process.env), say);
    try {
      const manifest = await restoreArchive(place, {
        archive,
        header,
        keys,
        trusted,
        now: new Date(),
        onProgress: progress.show,
      });
      progress.end();
      const { count, bytes, lost } = manifest.attachments;
      say({
        zh: `已恢复 ${header.takenAt} 的备份：附件 ${count} 个（${megabytes(bytes)} MB），备份时已缺失 ${lost.length} 个`,
        en: `Restored the backup of ${header.takenAt}: ${count} files (${megabytes(bytes)} MB), ${lost.length} missing when it was taken`,
      });
      say({ zh: "所有人须重新登录", en: "Everybody must sign in again" });
      for (const key of trusted === undefined ? await verifierKeys(place.owner) : [])
        say({
          zh: `已信任备份中的公钥，请与另行取得的核对：${verifierKeyText(key, sha256)}`,
          en: "A public key of the archive is trusted from now on: compare it with the one you were given another way",
        });
      await tellClosedNumbers(place);
      return Math.max(await verified(place, outside), lost.length === 0 ? 0 : 1);
    } finally {
      progress.end();
      await place.close();
    }
  },
};

const flags = {
  "without-keys": { type: "boolean" },
  key: { type: "string", multiple: true },
  checkpoint: { type: "string", multiple: true },
} as const;

async function keysOf(header: Header): Promise<Keys> {
  if (header.keys === undefined) return new Map();
  const passphrase = await tellPassphrase(process.env.ZHIBEN_PASSPHRASE);
  const keys = await openKeys(header.keys, passphrase, keysBelongTo(header.installation.id, header.takenAt));
  if (keys === undefined) throw problem("passphrase-wrong");
  return keys;
}

/** Says beforehand which personal numbers the verification will not be able to open. */
async function tellClosedNumbers({ owner, dataDir }: Place): Promise<void> {
  const masters = new Set((await readMasterKeys(join(dataDir, "keys"))).map(({ id }) => id));
  const missing = new Set(
    (await readDataKeys(owner)).flatMap(({ master }) => (masters.has(master) ? [] : master)),
  );
  if (missing.size === 0) return;
  const ids = [...missing].join(", ");
  say({
    zh: `备份中的个人号码须用主密钥 ${ids} 打开，而备份和 data/keys 中都没有。请把 master-key-N 放入 data/keys 后再核验；此前只显示掩码`,
    en: `Personal numbers in the backup open by the master key ${ids}, which is neither in it nor in data/keys. Put master-key-N into data/keys and verify again; until then masks are shown`,
  });
}

const verified = ({ owner, dataDir }: Place, outside: readonly OutsideNote[]): Promise<number> =>
  verifyPlace(
    { owner, keysFolder: join(dataDir, "keys"), filesFolder: join(dataDir, "files") },
    { keys: [], outside, files: true, json: false },
  );
