import { describe, expect, test } from "vitest";
import { readLine, verifyChain, verifyValues } from "../../core/ledger/line.ts";
import { commentFields } from "../../core/register/comment.ts";
import type { Values } from "../../core/register/field.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import { fold } from "../../core/register/record.ts";
import { presentName, type Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { digestOf } from "../../server/store/digests.ts";
import { releases, samplesOf } from "./sample.ts";

const digest = digestOf("sha256");

const underPresentNames = (register: Register, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [presentName(register, name), value]));

describe.each(releases)("the ledgers that release %s wrote", (release) => {
  test.each([...samplesOf(release)])("%s is read as the entry that it was", (_, { lines, sealed, entry }) => {
    const register = registerNamed(entry.register);
    if (register === undefined) throw new Error(`There is no register ${entry.register} any more`);
    // The key of the world that wrote them is no more, as it is to whoever took a database away.
    const readable = sealed.filter(({ value }) => !isEncrypted(value));
    expect(verifyChain(lines, digest) ?? verifyValues(lines, readable, digest)).toBeUndefined();
    const bodies = lines.map(({ text }) => readLine(text).body);
    const folded = fold(register, bodies, sealed);
    expect(folded).toEqual({ ...entry, values: underPresentNames(register, entry.values) });
    // A field that was renamed without `was` or a state that is gone would be kept as it stands, and be known to nobody.
    const fields = bodies
      .flatMap(({ changes }) => Object.keys(changes))
      .map((name) => presentName(register, name));
    expect(Object.keys({ ...register.allFields, ...commentFields })).toEqual(
      expect.arrayContaining([...new Set(fields)]),
    );
    expect(Object.keys(register.states)).toEqual(expect.arrayContaining(bodies.map(({ state }) => state)));
  });
});
