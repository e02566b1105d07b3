import { readPostgresVersion } from "../store/examination.ts";
import { type Check, type Finding, fault, ok } from "./check.ts";

/** As `engines` in package.json demands it: this Node runs TypeScript as it stands. */
const leastNode = [22, 18] as const;
const leastPostgres = 150_000;

export const nodeVersion: Check = {
  name: "node-version",
  words: { zh: "Node 版本", en: "Node" },
  of: "machine",
  examine: async () => judgeNode(process.versions.node),
};

export function judgeNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const recent = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  if (recent) return ok(version, version);
  return fault(
    {
      zh: `${version}，需要 ${leastNode.join(".")} 以上`,
      en: `${version}; ${leastNode.join(".")} or later is needed`,
    },
    {
      zh: "用 npm run zhiben -- 启动，或安装新版 Node",
      en: "Start by npm run zhiben --, or install a later Node",
    },
  );
}

export const postgresVersion: Check = {
  name: "postgres-version",
  words: { zh: "PostgreSQL 版本", en: "PostgreSQL" },
  of: "database",
  async examine({ db }) {
    const { number, name } = await readPostgresVersion(db);
    return judgePostgres(number, name);
  },
};

export function judgePostgres(number: number, name: string): Finding {
  if (number >= leastPostgres) return ok(name, name);
  return fault(
    { zh: `${name}，需要 15 以上`, en: `${name}; 15 or later is needed` },
    { zh: "升级数据库服务器", en: "Upgrade the database server" },
  );
}
