import pg from "pg";
import { openDataFolder } from "../../server/store/data-folder.ts";
import { startEmbedded } from "../../server/store/embedded/index.ts";
import { StartProblem } from "../../server/store/start-problem.ts";

/**
 * A process for tests to kill: `holder.ts folder <dir>` holds a data folder, `holder.ts database <dir>` runs its database and
 * writes one row after another. Each line it prints is an event; a row is told only once it is acknowledged.
 */
const [what, dir = ""] = process.argv.slice(2);
const tell = (event: string) => process.stdout.write(`${event}\n`);

try {
  const data = await openDataFolder(dir);
  if (what === "database") {
    await writeRows(data.path);
    await data.close();
    process.exit(0);
  }
  tell("opened");
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  tell(`refused ${error.code}`);
}

async function writeRows(dataDir: string): Promise<void> {
  const database = await startEmbedded({ dataDir, onProgress: ({ en }) => tell(en) });
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query("create table if not exists kept (row int primary key)");
  tell(`server ${await serverPid(client)}`);
  let ended = false;
  process.once("SIGINT", () => {
    ended = true;
  });
  for (let row = 1; !ended; row += 1) {
    await client.query("insert into kept values ($1)", [row]);
    tell(`row ${row}`);
  }
  await client.query("insert into kept values (0)");
  await client.end();
  await database.stop();
}

async function serverPid(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ text: string }>("select pg_read_file('postmaster.pid') as text");
  return rows[0]?.text.split("\n")[0] ?? "";
}
