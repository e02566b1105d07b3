import { expect, test } from "vitest";
import { actNamed } from "../register/register.ts";
import { registers } from "../registers/index.ts";

test.each(registers.map((register) => [register.words.zh, register] as const))(
  "%s: a new row is opened by an act that the register has",
  (_, register) => {
    const { opens } = register.exchange;
    expect(opens === undefined ? "new" : actNamed(register, opens)?.from).toBe("new");
  },
);
