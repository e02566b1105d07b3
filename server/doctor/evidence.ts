import { addDays, dayInShanghai, monthOf } from "../../core/calendar/day.ts";
import { verifierKeyText } from "../../core/ledger/note.ts";
import { sha256 } from "../signing.ts";
import { auditMonths } from "../store/audit-drop.ts";
import { latestCheckpoint } from "../store/checkpoints.ts";
import { newestCosignatures } from "../store/cosignatures.ts";
import { countUnfinishedErasures, oldestLineFrom } from "../store/examination.ts";
import { readHandings } from "../store/handing.ts";
import { lastVerification } from "../store/verifications.ts";
import { readWitnesses } from "../witnesses/settings.ts";
import { type Check, fault, ok, warning } from "./check.ts";

const hourMs = 3_600_000;
const hoursBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / hourMs));

const verifyWarnHours = 48;

export const verification: Check = {
  name: "verification",
  words: { zh: "全过程记录核验", en: "Verification of the ledger" },
  of: "database",
  async examine({ db, now }) {
    const last = await lastVerification(db);
    const remedy = {
      zh: "在日志中查找未能自动核验的原因并处理；也可先手动运行 zhiben verify",
      en: "Look in the log for why the product does not verify itself; meanwhile run zhiben verify by hand",
    };
    if (last === undefined)
      return warning(
        { zh: "系统尚未自动核验过", en: "The product has not verified itself yet" },
        {
          zh: "保持系统运行，启动后十余分钟内会自动核验，此后每日一次；也可手动运行 zhiben verify",
          en: "Keep the product running: it verifies itself within a quarter of an hour, and daily from then on; zhiben verify does it by hand",
        },
      );
    if (last.faults > 0)
      return fault(
        { zh: `最近一次核验发现 ${last.faults} 处问题`, en: `The last one found ${last.faults} faults` },
        {
          zh: "运行 zhiben verify 查看各处问题，保护现场并查明原因",
          en: "Run zhiben verify to see each; touch nothing until the cause is known",
        },
      );
    const hours = hoursBetween(last.at, now);
    const words = { zh: `${hours} 小时前核验，无问题`, en: `Sound ${hours} h ago` };
    return hours > verifyWarnHours ? warning(words, remedy) : ok(words.zh, words.en);
  },
};

const unsignedWarnHours = 1;

export const signedCheckpoint: Check = {
  name: "checkpoint",
  words: { zh: "签名检查点", en: "Signed checkpoint" },
  of: "database",
  async examine({ db, now }) {
    // An old checkpoint is well where nothing was done since: what counts is how long a line has gone without a signature.
    const last = await latestCheckpoint(db);
    const since = await oldestLineFrom(db, last?.size ?? 0);
    if (since === undefined) return ok("全部记录已签名", "It covers every line");
    const hours = hoursBetween(since, now);
    const words = {
      zh: `最早未签名的记录已等 ${hours} 小时`,
      en: `The oldest line without one waits ${hours} h`,
    };
    if (hours < unsignedWarnHours) return ok(words.zh, words.en);
    return warning(words, {
      zh: "系统停止时属正常；运行中请查看日志与签名密钥",
      en: "Normal while the product is stopped; while it runs, look at the log and the signing key",
    });
  },
};

export const handings: Check = {
  name: "witness-handings",
  words: { zh: "送交见证方", en: "Handing to witnesses" },
  of: "database",
  async examine({ db }) {
    const failed = (await readHandings(db)).filter(({ failures }) => failures > 0);
    if (failed.length === 0) return ok("无失败", "None has failed");
    const told = failed.map(({ recipient, failures, problem }) => `${recipient} ×${failures}: ${problem}`);
    return warning(
      { zh: told.join("；"), en: told.join("; ") },
      {
        zh: "按上面的原因处理，见 docs/operating/witness.md",
        en: "Mend what is said above; see docs/operating/witness.md",
      },
    );
  },
};

const cosignedWarnHours = 24;

export const cosigned: Check = {
  name: "witness-cosignatures",
  words: { zh: "见证方签名", en: "Cosignatures of witnesses" },
  of: "database",
  async examine({ db, now, settings }) {
    const { witnesses } = await readWitnesses(settings.witnessesFile, settings.smtpUrl);
    if (witnesses.length === 0) return ok("未设置见证方", "No witness is set");
    const newest = new Map((await newestCosignatures(db)).map((one) => [one.key, one]));
    const head = await latestCheckpoint(db);
    const late = witnesses.flatMap(({ name, key }) => {
      const last = newest.get(verifierKeyText(key, sha256));
      // One that has cosigned the head is not late, however long nothing was done since.
      if (head === undefined || last?.size === head.size) return [];
      if (last === undefined) return [{ zh: `${name} 从未签名`, en: `${name} never signed` }];
      const hours = hoursBetween(last.at, now);
      return hours < cosignedWarnHours
        ? []
        : [{ zh: `${name} 最近签名在 ${hours} 小时前`, en: `${name} signed last ${hours} h ago` }];
    });
    if (late.length === 0) return ok("各见证方均已签名", "Every witness keeps up");
    return warning(
      { zh: late.map(({ zh }) => zh).join("；"), en: late.map(({ en }) => en).join("; ") },
      {
        zh: "联系见证方，或按 docs/operating/witness.md 检查送交方式",
        en: "Ask the witness, or look at the way to it: docs/operating/witness.md",
      },
    );
  },
};

const monthAheadDays = 31;

export const auditMonthsAhead: Check = {
  name: "audit-months",
  words: { zh: "审计日志分区", en: "Months of the audit log" },
  of: "database",
  async examine({ db, now }) {
    const made = new Set((await auditMonths(db)).map(({ name }) => name));
    const today = dayInShanghai(now);
    const missing = [today, addDays(today, monthAheadDays)].map(monthOf).filter((month) => !made.has(month));
    if (missing.length === 0) return ok("本月与下月已备", "This month and the next are made");
    return warning(
      { zh: `未建：${missing.join("、")}`, en: `Not made: ${missing.join(", ")}` },
      { zh: "启动系统，每小时自动补建", en: "Start the product, which makes them every hour" },
    );
  },
};

const erasureWarnMs = 24 * hourMs;

export const erasures: Check = {
  name: "erasures",
  words: { zh: "依法删除的收尾", en: "Erasures left unfinished" },
  of: "database",
  async examine({ db, now }) {
    const count = await countUnfinishedErasures(db, new Date(now.getTime() - erasureWarnMs));
    if (count === 0) return ok("无超过一天的", "None older than a day");
    return warning(
      { zh: `${count} 项超过一天仍未清理完`, en: `${count} older than a day` },
      {
        zh: "启动系统，每小时自动清理；仍不行请查看日志与附件目录权限",
        en: "Start the product, which cleans up every hour; if they stay, see the log and the rights to the files",
      },
    );
  },
};
