import { expect, test } from "vitest";
import { registerNamed } from "./index.ts";
import { sheets } from "./sheets.ts";

test.each([...sheets])(
  "the sheet of %s names fields that the register has, each once, and pictures that are files",
  (name, sheet) => {
    const fields = registerNamed(name)?.allFields ?? {};
    const named = sheet.groups.flatMap((group) => group.fields);
    expect(named.filter((field) => fields[field] === undefined)).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(sheet.pictures.map((field) => fields[field]?.kind)).toEqual(sheet.pictures.map(() => "files"));
  },
);
