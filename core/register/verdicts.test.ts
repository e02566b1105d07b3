import { expect, test } from "vitest";
import { verdicts } from "../../test/support/verdicts.ts";
import { cellOf } from "../exchange/cell.ts";
import { canonical } from "../ledger/canonical.ts";
import { hazard } from "../registers/hazard.ts";
import { checkInput, checkValue } from "./check-field.ts";
import { verdicts as verdictsField } from "./field.ts";
import { checkedJson, valueOfJson } from "./json.ts";
import { isVerdict, lampsOf, verdictsIn } from "./verdicts.ts";

const field = verdictsField({ words: { zh: "目标终期结果", en: "Final state" } });

test("they go through a ledger line and a table and are the same", () => {
  const line: unknown = JSON.parse(canonical(checkedJson(verdicts)));
  expect(valueOfJson(line)).toEqual(verdicts);
  expect(verdictsIn(line)).toEqual(verdicts);
});

test("nobody enters them", () => {
  expect(checkValue(field, verdicts)).toBe("wrong-type");
  expect(checkInput({ verdicts: field }, [], [], { verdicts })).toEqual([
    { field: "verdicts", code: "unknown" },
  ]);
});

const [first] = verdicts;
test.each<[string, unknown]>([
  ["without its day", { ...first, asOf: undefined }],
  ["with a colour that is none", { ...first, lamps: [{ ...first?.lamps[0], colour: "blue" }] }],
  ["with a unit that is a number", { ...first, lamps: [{ ...first?.lamps[0], units: [1] }] }],
  ["with a proof without its figure", { ...first, proof: { ...first?.proof, whole: undefined } }],
  ["with a lamp that is a text", { ...first, lamps: ["green"] }],
  ["with a proof that is a text", { ...first, proof: "o2-t1" }],
  ["that is nothing", null],
  ["that is a text", "green"],
])("what is no verdict is none: %s", (_, json) => {
  expect(isVerdict(json)).toBe(false);
  expect(verdictsIn([json])).toEqual([]);
  expect(verdictsIn(json)).toEqual([]);
});

test("a file says how many lamps there are of each colour", () => {
  expect(lampsOf(verdicts)).toEqual({ red: 1, yellow: 0, green: 1, grey: 1 });
  const entry = { state: "concluded", values: { verdicts } };
  expect(cellOf({ name: "verdicts", field }, entry, hazard, () => undefined)).toBe(
    "红灯 1；黄灯 0；绿灯 1；灰灯 1",
  );
});
