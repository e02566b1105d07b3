import { z } from "zod";
import type { Register } from "../../core/register/register.ts";
import { rights } from "../../core/scope/rights.ts";
import type { Route } from "./route.ts";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the running routes: nothing in it is written by hand. */
export function openApiDocument(
  routes: readonly Route[],
  registers: readonly Register[],
  inputSchema: InputSchema,
  version: string,
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Zhiben 治本",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description: "安全生产治本攻坚平台接口。Interfaces of the work-safety root-cause platform.",
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "zhiben_session" },
        bearer: { type: "http", scheme: "bearer", description: "会话令牌。The token of a session." },
        partner: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "zhpartner_…",
          description:
            "接口令牌的密钥（台账“接口令牌”中申请、批准后领取）。Secret of a partner's token, asked for and approved in the register of partner tokens. 429 + Retry-After beyond its quota.",
        },
      },
      schemas: { Problem: problemSchema, ...actInputs(registers, inputSchema) },
      responses: {
        Problem: {
          description: "RFC 9457 problem with a stable code",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

type InputSchema = (register: Register, act: Register["acts"][string]) => Json;

/** What each act of each register takes, by name: `hazard.find`. */
function actInputs(registers: readonly Register[], inputSchema: InputSchema): Json {
  const inputs = registers.flatMap((register) =>
    Object.entries(register.acts).map(([name, act]) => [
      `${register.name}.${name}`,
      { title: `${register.words.zh}·${act.words.zh}`, ...inputSchema(register, act) },
    ]),
  );
  return Object.fromEntries(inputs);
}

function operation(route: Route): Json {
  const created =
    route.method === "POST" && (route.path.endsWith("/entries") || route.path.endsWith("/files"));
  const status = route.answers === "nothing" ? "204" : created ? "201" : "200";
  return {
    tags: [route.tag],
    summary: `${route.words.zh} · ${route.words.en}`,
    ...(route.right === undefined
      ? { security: [] }
      : {
          security: [{ session: [] }, { bearer: [] }, ...(route.partners ? [{ partner: [] }] : [])],
          "x-roles": rights[route.right].roles,
        }),
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query")],
    ...requestBody(route),
    responses: {
      [status]: { description: route.words.en, ...content(route.answers) },
      ...(route.unwellStatus === undefined
        ? {}
        : {
            [route.unwellStatus]: {
              description: "The same, when not all is well",
              ...content(route.answers),
            },
          }),
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function parameters(shape: z.ZodType, place: "path" | "query"): readonly Json[] {
  const schema = jsonSchema(shape, "input");
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties =
    typeof schema.properties === "object" && schema.properties !== null ? schema.properties : {};
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: member,
  }));
}

function requestBody(route: Route): Json {
  if (route.method === "GET" || route.method === "DELETE") return {};
  if (route.takes === "bytes") return sent("application/octet-stream", { type: "string", format: "binary" });
  if (route.takes === "text") return sent("text/plain", { type: "string" });
  return sent("application/json", jsonSchema(route.body, "input"));
}

const sent = (type: string, schema: Json): Json => ({
  requestBody: { required: true, content: { [type]: { schema } } },
});

function content(answers: Route["answers"]): Json {
  if (answers === "nothing") return {};
  if (answers === "bytes") return { content: { "application/octet-stream": {} } };
  if (answers === "text") return { content: { "text/plain": { schema: { type: "string" } } } };
  if (answers === "events") return { content: { "text/event-stream": { schema: { type: "string" } } } };
  return { content: { "application/json": { schema: jsonSchema(answers, "output") } } };
}

function jsonSchema(shape: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _schema, ...schema } = z.toJSONSchema(shape, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
  });
  return schema;
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    requestId: { type: "string" },
    problems: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "detail"],
        properties: { field: { type: "string" }, code: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};
