import { expect, test } from "vitest";
import { defineRegister } from "../../core/register/register.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { ledgerView } from "../../server/routes/ledger-view.ts";
import { inTransaction } from "../../server/store/database.ts";
import { newWorld } from "../support/world.ts";

test("a field that was renamed since shows in the ledger under its present name, opened from its old seal", async () => {
  const { place, ...others } = hazard.fields;
  if (place === undefined) throw new Error("A hazard has a place");
  const { title, ...rest } = others;
  if (title === undefined) throw new Error("A hazard has a title");
  const fields = { ...rest, spot: { ...place, was: "place" }, subject: { ...title, was: "title" } };
  const later = defineRegister({ ...hazard, fields, title: "subject" });
  const world = await newWorld();
  const id = await world.hazardFound({ title: "护栏缺失", place: "二号井口" });
  const { pool } = world.services;
  const reader = await world.actor("mei");
  const { lines } = await inTransaction(pool, scopeOf(reader), (tx) =>
    ledgerView(tx, world.services, later, { entry: id, reader }),
  );
  expect(lines[0]?.changes).toContainEqual({
    field: "subject",
    sealed: true,
    value: "护栏缺失",
    words: title.words,
  });
  expect(lines[0]?.changes).toContainEqual({
    field: "spot",
    sealed: false,
    value: "二号井口",
    words: place.words,
  });
  expect(lines[0]?.changes.map(({ field }) => field)).not.toContain("title");
});
