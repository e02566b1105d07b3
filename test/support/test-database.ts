import pg from "pg";

/** A database as plain data, so that a test process can be told of it by another. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get("host") ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username) || "postgres",
    password: decodeURIComponent(password),
    database: pathname.slice(1) || "postgres",
  };
}

/** Runs statements outside any transaction, as databases are made and dropped. */
export async function onServer<T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database that is a copy of another, whole, with its rows. Two copies at once take turns. */
export const copyDatabase = (connection: Connection, template: string, name: string): Promise<unknown> =>
  onServer(connection, async (client) => {
    // PostgreSQL refuses a template to which anybody is connected, and a copy counts as a connection.
    await client.query("select pg_advisory_lock(727099)");
    await client.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`,
    );
  });

export const createDatabase = (connection: Connection, name: string): Promise<unknown> =>
  onServer(connection, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));

export const dropDatabase = (connection: Connection, name: string): Promise<unknown> =>
  onServer(connection, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );

/** Drops every database of one test run. */
export const dropDatabases = (connection: Connection, prefix: string): Promise<unknown> =>
  onServer(connection, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows)
      await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  });
