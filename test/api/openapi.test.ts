import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { registers } from "../../core/registers/index.ts";
import { routes } from "../../server/routes/index.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let document: OpenApi;
beforeAll(async () => {
  world = await newWorld();
  document = openApi.parse((await world.nobody.get("/api/openapi.json")).body);
});

const json = z.record(z.string(), z.unknown());
const operation = z.object({
  summary: z.string().regex(/ · /),
  tags: z.array(z.string()).min(1),
  security: z.array(json),
  parameters: z.array(
    z.strictObject({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean(), schema: json }),
  ),
  requestBody: z
    .strictObject({ required: z.boolean(), content: z.record(z.string(), z.object({ schema: json })) })
    .optional(),
  responses: z.record(z.string(), json),
});
const openApi = z.object({
  openapi: z.string().regex(/^3\.1\./),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith("/"),
    z.partialRecord(z.enum(["get", "post", "put", "delete"]), operation),
  ),
  components: z.object({
    securitySchemes: z.record(z.string(), json),
    schemas: z.record(z.string(), json),
    responses: z.record(z.string(), json),
  }),
});
type OpenApi = z.output<typeof openApi>;

test("every route stands in the document, with a parameter for each part of its path, and nothing else does", () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    ),
  );
  expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const { parameters } of Object.values(operations)) {
      const inPath = parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  }
});

test("every schema in it is a valid JSON Schema of 2020-12, and every reference leads somewhere", () => {
  const ajv = addFormats.default(new Ajv2020.default({ strict: false, allErrors: true }));
  const schemas: unknown[] = [];
  const references: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    for (const [name, member] of Object.entries(value)) {
      if (name === "schema") schemas.push(member);
      if (name === "$ref") references.push(String(member));
      visit(member);
    }
  };
  visit(document);
  for (const schema of [...schemas, ...Object.values(document.components.schemas)])
    expect(
      ajv.validateSchema(z.record(z.string(), z.unknown()).parse(schema)),
      JSON.stringify(ajv.errors),
    ).toBe(true);
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references)) {
    const led = reference.slice(2).split("/").reduce<unknown>(memberOf, document);
    expect(led, reference).toBeDefined();
  }
});

test("the input of every act of every register stands in it", () => {
  const acts = registers.flatMap(({ name, acts: own }) => Object.keys(own).map((act) => `${name}.${act}`));
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(acts));
});

test("each route says whether it may be called without being signed in, and whether by a partner", async () => {
  for (const { method, path, right, partners } of routes) {
    const security = document.paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[methodOf(method)]?.security;
    const ways = [{ session: [] }, { bearer: [] }, ...(partners ? [{ partner: [] }] : [])];
    expect(security, path).toEqual(right === undefined ? [] : ways);
  }
});

const methodOf = (method: string) => z.enum(["get", "post", "put", "delete"]).parse(method.toLowerCase());

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
