import { expect, test } from "vitest";
import { migrate } from "../../server/store/migrate.ts";
import { dumpSchema } from "../../server/store/schema.ts";
import { emptyDatabase } from "../support/empty-database.ts";

test("a schema is brought up to date once, and found up to date after that", async () => {
  const owner = await emptyDatabase();
  await migrate(owner);
  const said: string[] = [];
  await migrate(owner, (name) => said.push(name));
  expect(said).toEqual([]);
});

test.each([
  [
    "of a newer program",
    "schema-newer",
    "insert into schema_version (number, name, hash) values (999, '', '')",
  ],
  [
    "made by a migration that was edited since",
    "schema-differs",
    "update schema_version set hash = 'x' where number = 1",
  ],
  ["from before migrations were hashed", "schema-differs", "alter table schema_version drop column hash"],
])("a database %s is refused in words, and left as it is", async (_, code, statement) => {
  const other = await emptyDatabase();
  await migrate(other);
  await other.query(statement);
  const before = await dumpSchema(other);
  await expect(migrate(other)).rejects.toMatchObject({
    code,
    words: { zh: expect.stringContaining("数据库结构") },
  });
  expect(await dumpSchema(other)).toBe(before);
  // The lock is free again: another start hears the same and does not wait.
  await expect(migrate(other)).rejects.toMatchObject({ code });
});
