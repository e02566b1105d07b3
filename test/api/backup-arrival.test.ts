import { once } from "node:events";
import net from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { copyOut, inSnapshot } from "../../server/store/backup/snapshot.ts";
import { openOwnerPool } from "../../server/store/database.ts";
import { newPlace } from "../support/backups.ts";

/** A way to a database on which each message of its answers arrives by itself, as on a busy network. */
async function slowWayTo({ host, port }: { readonly host: string; readonly port: number }) {
  const server = net.createServer((client) => {
    const database = net.connect(
      host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
    );
    client.setNoDelay(true);
    client.pipe(database);
    for (const end of [client, database]) end.on("error", () => undefined);
    void forwardEach(database, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port: own } = server.address() as net.AddressInfo;
  return { host: "127.0.0.1", port: own };
}

async function forwardEach(from: net.Socket, to: net.Socket): Promise<void> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of from) {
    waiting = Buffer.concat([waiting, chunk]);
    // A byte for the kind of a message, and four for its length with themselves.
    while (waiting.length >= 5 && waiting.length > waiting.readUInt32BE(1)) {
      const length = waiting.readUInt32BE(1) + 1;
      to.write(waiting.subarray(0, length));
      waiting = waiting.subarray(length);
      await after(20);
    }
  }
  to.end();
}

test("a table's rows are counted however its answer arrives", async () => {
  const { connection, owner } = await newPlace();
  await owner.query("create table kept as select n from generate_series(1, 3) n");
  const slow = openOwnerPool({ connection: { ...connection, ...(await slowWayTo(connection)) } });
  onTestFinished(() => slow.end());
  const rows = await inSnapshot(slow, async (tx) => {
    const copy = copyOut(tx, { name: "kept", columns: ["n"], partitioned: false, partitions: [] });
    expect(Buffer.concat(await copy.bytes.toArray()).toString()).toBe("1\n2\n3\n");
    return copy.rows();
  });
  expect(rows).toBe(3);
});
