import { setTimeout } from "node:timers/promises";
import pg from "pg";

/** The database of the machine on which the bench runs; each dataset has one of its own beside it. */
export const serverUrl = (): string | undefined => process.env.DATABASE_URL;

/** The connection string of another database on the same server. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether a database stands that was made for exactly this: its comment says for what. */
export const stands = (server: string, database: string, purpose: string): Promise<boolean> =>
  withClient(server, async (client) => {
    const { rows } = await client.query<{ comment: string | null }>(
      "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1",
      [database],
    );
    return rows[0]?.comment === purpose;
  });

export const recreate = (server: string, database: string): Promise<unknown> =>
  withClient(server, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
    await client.query(`create database ${pg.escapeIdentifier(database)}`);
  });

/** Makes a copy in which row-level security is off, as nobody but a bench may have it. */
export async function copyUnguarded(server: string, from: string, to: string): Promise<string> {
  const [template, name] = [pg.escapeIdentifier(from), pg.escapeIdentifier(to)];
  await withClient(server, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(server, to);
  await withClient(url, (client) =>
    client.query(`do $$ declare name text; begin
      for name in select oid::regclass::text from pg_class where relrowsecurity loop
        execute 'alter table ' || name || ' disable row level security';
      end loop; end $$`),
  );
  return url;
}

/** Says for what a database was made, once it stands whole. */
export const label = (server: string, database: string, purpose: string): Promise<unknown> =>
  withClient(server, (client) =>
    client.query(`comment on database ${pg.escapeIdentifier(database)} is ${pg.escapeLiteral(purpose)}`),
  );

export const drop = (server: string, database: string): Promise<unknown> =>
  withClient(server, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  );

/** Brings a freshly filled database to rest: statistics fresh, dead rows gone, pages written. */
export const settle = (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    await client.query("vacuum (analyze)");
    await client.query("checkpoint");
  });

export const versionOf = (url: string): Promise<string> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("show server_version");
    return rows[0]?.server_version ?? "";
  });

/** The processes of PostgreSQL that serve the connections of a database. */
export const backendsOf = (url: string): Promise<readonly number[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend'`,
    );
    return rows.map(({ pid }) => pid);
  });

/** Waits until a database has nothing under way that lasts: a server that has just started sees to reminders and deadlines. */
export const quiet = (url: string): Promise<unknown> =>
  withClient(url, async (client) => {
    for (let still = 0; still < 5; ) {
      const { rows } = await client.query<{ busy: number }>(
        `select count(*)::integer as busy from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
          and backend_type = 'client backend' and state <> 'idle' and now() - xact_start > interval '50 ms'`,
      );
      still = rows[0]?.busy === 0 ? still + 1 : 0;
      await setTimeout(200);
    }
  });
