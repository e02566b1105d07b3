import { readFile } from "node:fs/promises";
import type { InjectOptions } from "fastify";
import { z } from "zod";
import type { Random } from "../../bench/random.ts";
import { registers } from "../../core/registers/index.ts";

const schemaShape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
const parameter = z.object({ name: z.string(), in: z.string(), schema: z.unknown() });
const operation = z.looseObject({
  parameters: z.array(parameter).default([]),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
    .optional(),
});
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** What the published description says may be asked. */
export type Operation = z.output<typeof operation> & { readonly method: Method; readonly path: string };
type Method = "GET" | "POST" | "PUT" | "DELETE";

const methods: Readonly<Record<string, Method>> = { get: "GET", post: "POST", put: "PUT", delete: "DELETE" };

// Not drawn: a stream does not end, and the others end or lock the very sessions by which the rest is asked.
const left = new Set([
  "GET /api/stream",
  "POST /api/session",
  "DELETE /api/session",
  "DELETE /api/session/others",
  "PUT /api/session/lock",
]);

/** Every operation of `docs/openapi.json` that can be drawn. */
export async function readOperations(): Promise<readonly Operation[]> {
  const text = await readFile(new URL("../../docs/openapi.json", import.meta.url), "utf8");
  return Object.entries(document.parse(JSON.parse(text)).paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).flatMap(([name, one]) => {
      const method = methods[name];
      return method === undefined || left.has(`${method} ${path}`) ? [] : [{ ...one, method, path }];
    }),
  );
}

/** Texts as people send them who mean no good, and as nobody thinks of. */
const hostile: readonly unknown[] = [
  "'; drop table entry; --",
  "' or '1'='1",
  "\\'; commit; --",
  "%' escape '",
  "../../../../etc/passwd",
  "..%2f..%2fkeys%2fsigning-key",
  "http://127.0.0.1:5432/",
  "file:///etc/passwd",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "=cmd|' /C calc'!A0",
  "\u0000",
  "\ud800",
  "\u202e倒",
  "隐".repeat(5_000),
  "a".repeat(100_000),
  "1e309",
  "-1",
  "NaN",
  "9".repeat(40),
  "0000-00-00",
  "2026-02-30",
  "+275760-09-13T00:00:00Z",
  "",
  " ",
  null,
  true,
  -1,
  0,
  1.5,
  9_007_199_254_740_992,
  1e300,
  [],
  {},
  [[[[[[]]]]]],
  { $ne: null },
  { toString: "x", constructor: { prototype: { admin: true } } },
];

/** Members that a request has no business to bring: what only the product itself sets. */
const uncalledFor: readonly (readonly [string, unknown])[] = [
  ["__proto__", { role: "leader" }],
  ["state", "closed"],
  ["version", 999],
  ["organisation", "0192f0c1-0000-7000-8000-000000000001"],
  ["actor", "system"],
  ["role", "leader"],
  ["closedOn", "2026-01-01"],
  ["number", "隐患〔2026〕1号"],
];

const fieldNames = [...new Set(registers.flatMap(({ allFields }) => Object.keys(allFields)))];
const actNames = [...new Set(registers.flatMap(({ acts }) => Object.keys(acts)))];
const actsOf = new Map(registers.map(({ name, acts }) => [name, Object.keys(acts)]));

/** Things that there are, so that a request gets further than to a door. */
export interface Known {
  readonly ids: readonly string[];
}

/** Draws requests: the form is mostly as described, and somewhere in it is what nobody asked for. */
export function attacker(random: Random, operations: readonly Operation[], known: Known) {
  const chance = (of: number) => random.next() < of;
  // Some requests are all but right, so that they get to where rules are asked; others are wrong all over.
  let wildness = 0;
  // The register in the path of the request that is being drawn, so that its act is mostly one of that register's.
  let register = "";
  const value = (schema: unknown, name: string, depth: number): unknown => {
    if (chance(wildness)) return random.pick(hostile);
    const read = schemaShape.safeParse(schema);
    if (!read.success || depth > 6) return random.pick(hostile);
    const { enum: options, const: one, anyOf, oneOf, properties, items, format } = read.data;
    const among = anyOf ?? oneOf;
    if (options !== undefined && options.length > 0) return random.pick(options);
    if (one !== undefined) return one;
    if (among !== undefined && among.length > 0) return value(random.pick(among), name, depth + 1);
    const type = [read.data.type].flat()[0];
    if (type === "object" || properties !== undefined) return members(properties ?? {}, name, depth);
    if (type === "array") return Array.from({ length: random.below(4) }, () => value(items, name, depth + 1));
    // An entry has seen few acts: a version that is never right would get no further than to that.
    if (name === "version") return 1 + random.below(6);
    if (type === "integer" || type === "number") return random.below(50);
    if (type === "boolean") return chance(0.5);
    if (format === "uuid" || name === "id") return random.pick(known.ids);
    return text(name);
  };
  const members = (properties: Readonly<Record<string, unknown>>, name: string, depth: number) => {
    const drawn = Object.entries(properties).flatMap(([key, schema]) =>
      chance(0.9) ? [[key, value(schema, key, depth + 1)] as const] : [],
    );
    // What an act takes is described by its register alone.
    const entered =
      Object.keys(properties).length === 0 || name === "input"
        ? Array.from({ length: random.below(8) }, () => [random.pick(fieldNames), anything()] as const)
        : [];
    const more = chance(0.15) ? [random.pick(uncalledFor)] : [];
    return new Map<string, unknown>([...drawn, ...entered, ...more]);
  };
  const anything = (): unknown =>
    random.pick([...hostile, "2026-03-01", "533401", "S04", random.pick(known.ids), "现场检查发现", 3]);
  const text = (name: string): string => {
    if (name === "register") {
      register = chance(0.5) ? "hazard" : random.pick(registers).name;
      return register;
    }
    if (name === "act") return random.pick(chance(0.8) ? (actsOf.get(register) ?? actNames) : actNames);
    if (name === "id" || name === "file" || name === "entry") return random.pick(known.ids);
    return String(
      random.pick(["2026-03-01", "533401", "S04", "hazard", "防爆", "a1", random.pick(known.ids)]),
    );
  };
  const inAddress = (drawn: unknown): string =>
    typeof drawn === "string" ? drawn.slice(0, 2_000) : jsonText(drawn);
  // The more the product answers, the fewer would else try an act, behind which most rules are asked.
  const acts = operations.filter(({ path }) => path.includes("/acts/"));
  return (): Drawn => {
    const { method, path, parameters, requestBody } = random.pick(chance(0.15) ? acts : operations);
    wildness = random.pick([0.01, 0.05, 0.3]);
    const url = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
      const hard = chance(wildness) ? inAddress(random.pick(hostile)).slice(0, 300) : text(key);
      return encodeURIComponent(hard.toWellFormed()) || "-";
    });
    const query = parameters
      .filter((one) => one.in === "query" && chance(0.3))
      .map(({ name, schema }) => [name, inAddress(value(schema, name, 0))] as const);
    if (chance(0.05)) query.push(["__proto__", "x"]);
    const asked = new URLSearchParams(
      query.map(([name, given]): [string, string] => [name, given.toWellFormed()]),
    );
    const address = query.length === 0 ? url : `${url}?${asked}`;
    const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    if (type === undefined || method === "GET") return { method, url: address };
    const json = jsonText(value(content?.schema, "body", 0));
    const payload = chance(0.04) ? random.pick(["{", "[", "\ufeff{}", "null", json.slice(0, -3)]) : json;
    return { method, url: address, payload, headers: { "content-type": chance(0.04) ? "text/plain" : type } };
  };
}

export type Drawn = InjectOptions & { readonly method: Method; readonly url: string };

/** JSON of what was drawn; members are written as they are named, also those that an object would take for its own. */
function jsonText(drawn: unknown): string {
  if (drawn instanceof Map)
    return `{${[...drawn].map(([key, held]) => `${JSON.stringify(key)}:${jsonText(held)}`).join(",")}}`;
  if (Array.isArray(drawn)) return `[${drawn.map(jsonText).join(",")}]`;
  return JSON.stringify(drawn) ?? "null";
}
