import {
  forgetMasterKeys,
  type KeyPlace,
  type KeyState,
  readKeyState,
  rotateDataKeys,
  rotateMasterKey,
} from "../secrets/rotation.ts";
import { readSettings } from "../settings.ts";
import { StartProblem } from "../store/start-problem.ts";
import { type Command, readFlags, say } from "./command.ts";
import { openDatabase, requireInstallation } from "./installation.ts";

/** Tells of the keys that encrypt personal numbers, and exchanges them; also while the product runs. */
export const keys: Command = {
  takes: "[rotate [--data] | forget]",
  words: {
    zh: "查看个人号码的加密密钥；rotate 更换主密钥（--data 并重新加密全部号码，中断后可再次运行）；forget 删除不再使用的旧主密钥",
    en: "show the keys of personal numbers; rotate: exchange the master key (--data: and encrypt every number anew; run it again if it was interrupted); forget: remove master keys that nothing is under any more",
  },
  async run(given) {
    const { values, positionals } = readFlags(given, { data: { type: "boolean" } }, 1);
    const [what = "show"] = positionals;
    const work = Object.hasOwn(works, what) ? works[what] : undefined;
    if (work === undefined || (values.data && what !== "rotate"))
      throw new StartProblem("unknown-operand", {
        zh: "用法：zhiben keys [rotate [--data] | forget]",
        en: "Usage: zhiben keys [rotate [--data] | forget]",
      });
    const database = await openDatabase(readSettings(process.env));
    try {
      const { algorithm } = await requireInstallation(database.owner);
      return await work({ ...database, algorithm }, values.data === true);
    } finally {
      await database.close();
    }
  },
};

const works: Readonly<Record<string, (place: KeyPlace, data: boolean) => Promise<number>>> = {
  show: async (place) => show(await readKeyState(place)),
  rotate,
  forget,
};

function show({ masters, dataKeys }: KeyState): number {
  for (const { id, cipher, since, file } of masters)
    say({
      zh: `主密钥 ${id}（${cipher}，自 ${dayOf(since)}）${file}`,
      en: `master key, since ${dayOf(since)}`,
    });
  for (const { id, month, master, values, readable } of dataKeys)
    say({
      zh: `数据密钥 ${id}（${month}，${values} 个号码）由 ${master} 保护${readable ? "" : "，无法打开"}`,
      en: `data key of ${month}, ${values} numbers, under ${master}${readable ? "" : ", does not open"}`,
    });
  return dataKeys.every(({ readable }) => readable) ? 0 : 1;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function rotate(place: KeyPlace, data: boolean): Promise<number> {
  const wrapped = await rotateMasterKey(place);
  if (wrapped.done === 0 && wrapped.unreadable > 0) return tellUnreadable(wrapped.unreadable);
  say({
    zh: `已更换主密钥，重新保护 ${wrapped.done} 个数据密钥`,
    en: `a new master key, ${wrapped.done} data keys under it`,
  });
  if (!data) return tellUnreadable(wrapped.unreadable);
  const { done, unreadable } = await rotateDataKeys(place, new Date(), tellProgress);
  process.stderr.write("\n");
  say({ zh: `已重新加密 ${done} 个号码`, en: `${done} numbers encrypted anew` });
  return tellUnreadable(wrapped.unreadable + unreadable);
}

function tellProgress(done: number, total: number): void {
  process.stderr.write(`\r重新加密 · encrypting anew ${done} / ${total}`);
}

function tellUnreadable(unreadable: number): number {
  if (unreadable === 0) return 0;
  say({
    zh: `${unreadable} 项无法打开，保持原样：缺少它们的主密钥，请从备份恢复密钥文件后再次运行`,
    en: `${unreadable} do not open and stay as they are: bring back the file of their master key and run this again`,
  });
  return 1;
}

async function forget(place: KeyPlace): Promise<number> {
  const gone = await forgetMasterKeys(place);
  say({
    zh:
      gone.length === 0
        ? "没有可删除的旧主密钥"
        : `已删除：${gone.join("、")}；更换之前的备份须自带密钥才能打开号码`,
    en:
      gone.length === 0
        ? "there is none to remove"
        : `removed: ${gone.join(", ")}; older backups open numbers by keys of their own only`,
  });
  return 0;
}
