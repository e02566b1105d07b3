import type { Readable } from "node:stream";
import { dayInShanghai } from "../../../core/calendar/day.ts";
import { auditEvents } from "../../../core/ledger/audit.ts";
import type { Services } from "../../services.ts";
import { type AuditSearch, countAuditLines, findAuditLines, placeOf } from "../../store/audit-search.ts";
import { becomeAuditor, openSnapshot, type Snapshot } from "../../store/database.ts";
import { type AuditLineView, viewAuditLines } from "../audit-lines.ts";
import { csvOf } from "./csv.ts";
import type { OutCell, OutColumn, TableOut } from "./table-out.ts";
import { xlsxOf } from "./xlsx.ts";

/** What is found of the audit log as a file. Whoever opened it reads `bytes` to the end or ends it. */
export interface OpenedAuditExport {
  readonly bytes: Readable;
  readonly name: string;
  readonly total: number;
  readonly filter: string;
  end(): Promise<void>;
}

const batchLines = 1_000;
/** Who sees nothing of any register: the scope of an auditor. */
const nothing = { sees: "organisation", organisation: "00000000-0000-0000-0000-000000000000" } as const;

interface Column extends OutColumn {
  readonly cell: (line: AuditLineView) => OutCell;
}

const column = (heading: string, width: number, cell: Column["cell"]): Column => ({
  heading,
  width,
  isText: true,
  cell,
});

const columns: readonly Column[] = [
  column("时间", 20, ({ at }) => timeInShanghai(at)),
  column("账号", 16, ({ person }) => person?.username ?? null),
  column("姓名", 12, ({ person }) => person?.name ?? null),
  column("岗位", 18, ({ roleWords }) => roleWords.zh),
  column("单位", 28, ({ organisation }) => organisation?.zh ?? null),
  column("事件", 18, ({ eventWords }) => eventWords.zh),
  column("内容", 60, ({ says }) => says.zh),
  column("客户端地址", 18, ({ address }) => address),
  column("设备", 28, ({ device }) => device?.zh ?? null),
  column("记录链", 38, ({ entry }) => entry),
  column("序号", 8, ({ version }) => version),
  column("哈希", 66, ({ hash }) => hash),
];

const shanghaiAheadMs = 8 * 3_600_000;
const timeInShanghai = (at: string): string =>
  new Date(Date.parse(at) + shanghaiAheadMs).toISOString().slice(0, 19).replace("T", " ");

/** Opens exactly the lines that a search finds at one moment, the newest first; the file fails rather than hold another number. */
export async function openAuditExport(
  { pool, campaign }: Pick<Services, "pool" | "campaign">,
  search: AuditSearch,
  format: "xlsx" | "csv",
  now: Date,
): Promise<OpenedAuditExport> {
  const snapshot = await openSnapshot(pool, nothing);
  try {
    await becomeAuditor(snapshot.tx);
    const total = await countAuditLines(snapshot.tx, search);
    const filter = auditFilterWords(search);
    const table: TableOut = {
      title: "审计日志",
      lines: [`条件：${filter}`, `共 ${total} 条；导出时间：${timeInShanghai(now.toISOString())}`],
      columns,
      rows: rowsOf(snapshot, campaign, search, total),
    };
    const bytes = format === "xlsx" ? xlsxOf(table) : csvOf(table);
    bytes.once("close", () => void snapshot.end());
    const end = async () => {
      bytes.destroy();
      await snapshot.end();
    };
    return { bytes, name: `审计日志 ${dayInShanghai(now)}.${format}`, total, filter, end };
  } catch (error) {
    await snapshot.end();
    throw error;
  }
}

async function* rowsOf(
  { tx }: Snapshot,
  campaign: Services["campaign"],
  search: AuditSearch,
  total: number,
): AsyncGenerator<readonly (readonly OutCell[])[]> {
  let written = 0;
  for (let after: ReturnType<typeof placeOf> | undefined; ; ) {
    await becomeAuditor(tx);
    const lines = await findAuditLines(tx, search, after, batchLines);
    const last = lines.at(-1);
    if (last === undefined) break;
    const viewed = await viewAuditLines(tx, campaign, lines);
    yield viewed.map((line) => columns.map(({ cell }) => cell(line)));
    written += lines.length;
    after = placeOf(last);
  }
  if (written !== total) throw new Error(`The file would hold ${written} lines and says ${total}`);
}

/** What the log is narrowed by, in words; 全部 where by nothing. */
export function auditFilterWords({ account, event, from, to, address, number }: AuditSearch): string {
  const terms: readonly (readonly [string, string | undefined])[] = [
    ["账号", account],
    ["事件", event && auditEvents[event].words.zh],
    ["不早于", from],
    ["不晚于", to],
    ["客户端地址", address],
    ["条目编号", number],
  ];
  const said = terms.flatMap(([words, value]) => (value === undefined ? [] : [`${words}：${value}`]));
  return said.length === 0 ? "全部" : said.join("；");
}
