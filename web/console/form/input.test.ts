import { describe, expect, test } from "vitest";
import { enterprise } from "../../../core/registers/enterprise.ts";
import { hazard } from "../../../core/registers/hazard.ts";
import { described } from "../../support/described.ts";
import { actNamed } from "../words-of.ts";
import { askedFields, grouped, problemsOf, toInput } from "./input.ts";

const hazards = described(hazard);
const find = actNamed(hazards, "find");
const plan = actNamed(hazards, "plan");
const photo = {
  id: "0190a000-0000-7000-8000-00000000000a",
  hash: "h",
  name: "坑.jpg",
  type: "image/jpeg",
  sizeBytes: 9,
};

describe("what a form sends", () => {
  test("is what was entered, without blanks around it, and files by their ids", () => {
    const values = { title: " 坑内积水 ", photos: [photo], foundOn: "2026-11-24" };
    expect(toInput(find, values, {})).toEqual({
      title: "坑内积水",
      photos: [photo.id],
      foundOn: "2026-11-24",
    });
  });

  test("leaves out what was left empty, so that it stays as it is", () => {
    expect(toInput(find, { title: "坑内积水", place: "", description: "  ", photos: [] }, {})).toEqual({
      title: "坑内积水",
    });
  });

  test("clears what the form offered and the person took away", () => {
    const offered = { planResponsible: "李车间", planFunds: 100 };
    expect(toInput(plan, { planResponsible: "", planFunds: undefined }, offered)).toEqual({
      planResponsible: null,
      planFunds: null,
    });
  });

  test("does not clear what the act cannot do without; that is missing instead", () => {
    const input = toInput(find, { source: "" }, { source: "inspection" });
    expect(input).toEqual({});
    expect(problemsOf(hazards, find, input, "zh").source).toBe("必填");
  });

  test("asks to clear what an entry cannot be without, and hears beside the field that it may not", () => {
    const enterprises = described(enterprise);
    const amend = actNamed(enterprises, "amend");
    const input = toInput(amend, { name: "", address: "" }, { name: "铜业", address: "建塘镇" });
    expect(input).toEqual({ name: null, address: null });
    expect(problemsOf(enterprises, amend, input, "zh")).toEqual({ name: "必填" });
  });

  test("keeps a zero and a no, which are answers", () => {
    expect(toInput(plan, { planFunds: 0 }, {})).toEqual({ planFunds: 0 });
  });
});

describe("what is wrong with an input is told beside its field, in the language of the page", () => {
  test("everything that is missing at once", () => {
    expect(problemsOf(hazards, find, {}, "en")).toEqual({
      title: "Required",
      organisation: "Required",
      source: "Required",
      foundOn: "Required",
    });
  });

  test("a whole input has no problems", () => {
    const input = { title: "坑内积水", organisation: photo.id, source: "selfCheck", foundOn: "2026-11-24" };
    expect(problemsOf(hazards, find, input, "zh")).toEqual({});
  });
});

test("fields under one heading stand together where the first of them is asked for, and the others by themselves", () => {
  const place = { zh: "位置", en: "Place" };
  const fields = askedFields(hazards, find).map((field) =>
    ["organisation", "foundOn"].includes(field.name) ? { ...field, group: place } : field,
  );
  const shown = grouped(fields.slice(0, 4)).map(({ heading, members }) => [
    heading?.zh,
    members.map(({ name }) => name),
  ]);
  expect(shown).toEqual([
    [undefined, ["title"]],
    ["位置", ["organisation", "foundOn"]],
    [undefined, ["source"]],
  ]);
});
