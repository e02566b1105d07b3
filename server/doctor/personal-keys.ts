import { join } from "node:path";
import { readMasterKeys } from "../secrets/master-keys.ts";
import { unwrap } from "../secrets/vault.ts";
import { readDataKeys } from "../store/data-keys.ts";
import { type Check, fault, ok, warning } from "./check.ts";

const dayMs = 24 * 3_600_000;
/** GM/T 0054 leaves the term to the operator; a year is what most rules of operation say. */
const warnDays = 365;

export const personalKeys: Check = {
  name: "personal-keys",
  words: { zh: "个人号码的加密密钥", en: "Keys of personal numbers" },
  of: "database",
  async examine({ db, now, settings }) {
    const masters = await readMasterKeys(join(settings.dataDir, "keys"));
    const closed = (await readDataKeys(db)).filter((key) => unwrap(masters, key) === undefined);
    if (closed.length > 0)
      return fault(
        {
          zh: `${closed.length} 个数据密钥无法打开，其加密的号码只能看到掩码`,
          en: `${closed.length} data keys do not open; of numbers under them only the masks are seen`,
        },
        {
          zh: "把缺少的 master-key 文件恢复到 keys 目录（见 docs/operating/keys.md）",
          en: "Bring the missing master-key file back into the folder keys (docs/operating/keys.md)",
        },
      );
    const [master] = masters;
    if (master === undefined) return ok("尚未启动过，未生成", "None yet: it is drawn by the first start");
    const days = Math.max(0, Math.floor((now.getTime() - master.since.getTime()) / dayMs));
    const words = { zh: `可用，已使用 ${days} 天`, en: `They open; in use for ${days} days` };
    if (days <= warnDays) return ok(words.zh, words.en);
    return warning(words, { zh: "运行 zhiben keys rotate 更换", en: "Exchange it: zhiben keys rotate" });
  },
};
