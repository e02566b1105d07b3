import { StartProblem } from "../start-problem.ts";

/** The database gave up, or could not be run at all; the last lines it wrote are for the operator. */
export function didNotStart(output: string): StartProblem {
  const last = output.trim().split("\n").slice(-8).join("\n");
  return new StartProblem("database-did-not-start", {
    zh: `本机数据库未能启动：\n${last}`,
    en: `The database did not start:\n${last}`,
  });
}

export function binariesMissing(name: string): StartProblem {
  return new StartProblem("database-binaries-missing", {
    zh: `缺少本机数据库程序（${name}），请重新执行 npm ci，或用 DATABASE_URL 指定数据库`,
    en: `The database programs (${name}) are missing: run npm ci again, or name a database in DATABASE_URL`,
  });
}

export function versionDiffers(found: string, ours: string): StartProblem {
  return new StartProblem("database-version-differs", {
    zh: `数据库文件是 PostgreSQL ${found} 的，本程序使用 ${ours}；请用原版本备份后再升级`,
    en: `The database files are of PostgreSQL ${found}, this program uses ${ours}: back up with the former version first`,
  });
}

export function clusterMissing(cluster: string): StartProblem {
  return new StartProblem("database-missing", {
    zh: `数据目录所属的数据库不见了：${cluster}。请先恢复它；若确要从空库开始，请换一个数据目录`,
    en: `The database of this data folder is gone: ${cluster}. Restore it, or choose another data folder to begin anew`,
  });
}

export function clusterInUse(cluster: string, pid?: number): StartProblem {
  const who = pid === undefined ? "" : ` (pid ${pid})`;
  return new StartProblem("data-folder-in-use", {
    zh: `数据库正被另一个进程使用：${cluster}${who}`,
    en: `The database is in use by another process: ${cluster}${who}`,
  });
}

export function notAnswering(dataDir: string): StartProblem {
  return new StartProblem("database-not-answering", {
    zh: `数据目录正被使用，但其数据库尚未启动：${dataDir}。请稍后再试`,
    en: `The data folder is in use, but its database does not answer yet: ${dataDir}. Try again shortly`,
  });
}
